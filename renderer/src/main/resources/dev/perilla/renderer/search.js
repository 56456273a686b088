// Searches in the first part of the index, to which it is joined, and in the others as they come.
// Nothing is sent anywhere. Accents do not matter; ñ is a letter of its own.
(() => {
  const box = document.querySelector(".search");
  const field = box.querySelector("input");
  const list = box.querySelector("ol");
  const none = box.querySelector("p");
  const fold = (text) =>
    text.normalize("NFD").toLowerCase().replace(/n\u0303/g, "\u00f1").replace(/[\u0300-\u036f]/g, "")
      .normalize(); // as long as the text
  const entries = [];
  let parts = 0;

  const take = () => {
    entries.push(...globalThis.perillaIndex.map((entry) => [...entry, entry.slice(1).map(fold)]));
    parts += 1;
    show();
    if (parts === globalThis.perillaParts) return;
    const script = document.createElement("script");
    script.src = `${box.dataset.root}search-${parts}.js`;
    script.addEventListener("load", take);
    document.head.append(script);
  };

  /// Where a word stands; one that begins with a digit is no end of another number.
  const places = (text, word) => {
    const found = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (!/\d/.test(word[0]) || !/[\d.,]/.test(text[at - 1] ?? "")) found.push(at);
    }
    return found;
  };

  const score = ([title, section, words], wanted) =>
    wanted.reduce((sum, word) => {
      const found = (places(title, word).length ? 9 : 0) + (places(section, word).length ? 9 : 0) +
        Math.min(places(words, word).length, 5);
      return found && sum !== null ? sum + found : null;
    }, 0);

  const excerpt = (text, word) => {
    const at = Math.max(0, (places(fold(text), word)[0] ?? -1) - 40);
    const blank = text.slice(at, at + 30).indexOf(" ");
    const start = at && at + blank + 1; // of a word, where words have blanks between them
    return (at ? "… " : "") + text.slice(start, start + 110) + (start + 110 < text.length ? " …" : "");
  };

  function show() {
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    const found = wanted.length
      ? entries.map((entry) => [score(entry[4], wanted), entry]).filter(([sum]) => sum)
        .sort((a, b) => b[0] - a[0]).slice(0, 12)
      : [];
    list.replaceChildren(...found.map(([, [place, title, section, words]]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const text = document.createElement("span");
      link.href = box.dataset.root + place;
      link.textContent = section ? title + " · " + section : title;
      text.textContent = excerpt(words, wanted[0]);
      item.append(link, text);
      return item;
    }));
    list.hidden = !found.length;
    none.hidden = !wanted.length || found.length > 0;
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      show();
    } else if (event.key === "Enter") {
      list.querySelector("a")?.click();
    }
  });
  take();
})();
