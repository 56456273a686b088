// The engine, loaded once for all that ask for it: its core first, and all of it where the core answers
// null. Both stand beside this script.
"use strict";
globalThis.perillaLoad = (() => {
  const here = document.currentScript.src;
  const loading = {};
  let name = "perilla-core.js";
  return (isAll) => {
    if (isAll) name = "perilla-engine.js";
    const wanted = name;
    return (loading[wanted] ??= new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = new URL(wanted, here);
      script.onload = () => done(globalThis.perillaEngine());
      script.onerror = () => {
        delete loading[wanted];
        fail(new Error(script.src));
      };
      document.head.append(script);
    }));
  };
})();
globalThis.perillaAsk = async (question) =>
  question(await globalThis.perillaLoad()) ?? question(await globalThis.perillaLoad(true));

// Shows the row of a number beside it, on hover, focus and tap. Without this script the same number
// is a link to that row.
(() => {
  const titles = [...document.querySelectorAll("table.ledger thead th")].map((th) => th.textContent);
  const name = document.querySelector("footer.ledger h2");
  if (!titles.length || !name) return;

  const tip = document.createElement("div");
  tip.id = "tip_";
  tip.role = "tooltip";
  tip.hidden = true;
  document.querySelector("main").append(tip); // in a landmark, for those who go by them
  let shown = null;
  let pinned = false;
  let timer = 0;

  const target = (node) => (node instanceof Element ? node.closest(".n, [data-n]") : null);
  const claim = (element) =>
    element.dataset.n || element.querySelector("a")?.hash.replace("#l_", "") || "";

  const fill = (row) => {
    const list = document.createElement("dl");
    [...row.cells].forEach((cell, i) => {
      if (!cell.textContent) return;
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = titles[i];
      text.append(...[...cell.childNodes].map((child) =>
        child.nodeName === "A" ? child.textContent : child.cloneNode(true)));
      list.append(term, text);
    });
    if (shown.dataset.yours) {
      const note = document.createElement("dd");
      note.className = "note_";
      note.textContent = shown.dataset.yours;
      list.prepend(note);
    }
    const link = document.createElement("a");
    link.href = "#" + row.id;
    link.textContent = name.textContent;
    link.addEventListener("click", hide);
    tip.replaceChildren(list, link);
  };

  const place = (element) => {
    const at = element.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, width - tip.offsetWidth - 8));
    const below = at.bottom + tip.offsetHeight + 12 < innerHeight || at.top < tip.offsetHeight + 12;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY + "px";
  };

  const show = (element) => {
    clearTimeout(timer);
    const row = document.getElementById("l_" + claim(element));
    if (!row || shown === element) return;
    hide();
    shown = element;
    fill(row);
    tip.hidden = false;
    place(element);
    (element.querySelector("a") || element).setAttribute("aria-describedby", tip.id);
  };

  function hide() {
    clearTimeout(timer);
    if (shown) (shown.querySelector("a") || shown).removeAttribute("aria-describedby");
    shown = null;
    pinned = false;
    tip.hidden = true;
  }

  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    const element = target(event.target);
    if (element) soon(() => show(element), 180);
    else if (tip.contains(event.target)) clearTimeout(timer);
    else if (shown) soon(hide, 300);
  });
  document.addEventListener("focusin", (event) => {
    const element = target(event.target);
    if (element) show(element);
    else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const element = target(event.target);
    if (element && event.detail && !element.closest("a")) {
      event.preventDefault();
      show(element);
      pinned = true;
    } else if (!tip.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // A row within a folded table is shown when it is linked to, also where browsers do not unfold it.
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = row?.closest("details:not([open])");
    if (folded) {
      folded.open = true;
      row.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();
})();

// Search: the index is loaded when somebody comes to the field, and never sent anywhere. Accents do
// not matter; ñ is a letter of its own.
(() => {
  const box = document.querySelector(".search");
  if (!box) return;
  const field = box.querySelector("input");
  const list = box.querySelector("ol");
  const none = box.querySelector("p");
  const fold = (text) =>
    text.normalize("NFD").toLowerCase().replace(/n\u0303/g, "\u00f1").replace(/[\u0300-\u036f]/g, "");
  let entries = null;
  box.hidden = false;

  const load = () => {
    if (entries) return;
    entries = [];
    const part = (number) => {
      const script = document.createElement("script");
      script.src = box.dataset.root + (number ? `search-${number}.js` : "search.js");
      script.addEventListener("load", () => {
        entries.push(...globalThis.perillaIndex.map((entry) => [...entry, entry.slice(1).map(fold)]));
        show();
        if (number + 1 < globalThis.perillaParts) part(number + 1);
      });
      document.head.append(script);
    };
    part(0);
  };

  const score = ([title, section, words], wanted) =>
    wanted.reduce((sum, word) => {
      const found = (title.includes(word) ? 9 : 0) + (section.includes(word) ? 9 : 0) +
        Math.min(words.split(word).length - 1, 5);
      return found && sum !== null ? sum + found : null;
    }, 0);

  const excerpt = (text, word) => {
    const at = Math.max(0, fold(text).indexOf(word) - 40);
    const start = at ? text.indexOf(" ", at) + 1 : 0;
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

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      show();
    } else if (event.key === "Enter") {
      list.querySelector("a")?.click();
    }
  });
})();

// A button at each listing copies it, without what it printed.
(() => {
  const words = document.querySelector("main")?.dataset;
  if (!words?.copy || !navigator.clipboard) return;
  for (const listing of document.querySelectorAll(".listing > pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(listing.textContent);
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    listing.before(button);
  }
})();

// The backward pass forth and back: each step shows one gradient more in the drawing.
(() => {
  for (const walk of document.querySelectorAll(".walk")) {
    const list = walk.querySelector("ol");
    const steps = [...list.children];
    const nodes = [...walk.closest("figure").querySelectorAll("g[data-v]")];
    let at = 0;
    const button = (text, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", () => { at += by; show(); });
      list.before(made);
      return made;
    };
    const back = button(list.dataset.back, -1);
    const forth = button(list.dataset.forth, 1);
    const show = () => {
      const open = walk.open;
      const order = steps.map((step) => step.dataset.v);
      back.disabled = at === 0;
      forth.disabled = at === steps.length - 1;
      steps.forEach((step, i) => {
        step.classList.toggle("now", open && i === at);
        if (i === at) step.setAttribute("aria-current", "step");
        else step.removeAttribute("aria-current");
      });
      for (const node of nodes) {
        const place = order.indexOf(node.dataset.v);
        node.classList.toggle("now", open && place === at);
        node.classList.toggle("later", open && place > at);
      }
    };
    walk.addEventListener("toggle", show);
  }
})();
