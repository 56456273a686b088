// Questions that are answered on the page: what is typed, chosen or put in order goes to the judge
// of the engine, which is loaded when a reader first turns to a question. What was answered is kept
// in this browser alone. Without this script questions, hints and answers are there to be read.
"use strict";
(() => {
  const SIGNS = { right: "✓", wrong: "✗", none: "–" };
  const NONE = [
    "empty", "no_number", "no_formula", "unknown_name", "too_long", "failed", "coarse", "partial",
  ]; // no verdict yet
  const STORE = "perilla " + location.pathname;

  const ask = globalThis.perillaAsk;

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) || {};
    } catch {
      return {}; // no storage here, or none of ours
    }
  };
  const keep = (id, answer) => {
    const all = kept();
    all[id] = answer; // JSON leaves out what is undefined
    try {
      localStorage.setItem(STORE, JSON.stringify(all));
    } catch {
      // answered without being remembered
    }
  };

  const make = globalThis.perillaMake;
  const children = (question, selector) => [...question.querySelectorAll(":scope > " + selector)];

  /// Each kind of task: the controls it needs, what they say, and how to make them say it.
  const typed = (form) => ({
    given: () => form.elements.typed.value,
    set: (value) => (form.elements.typed.value = value),
  });

  const choice = (form, question, words) => {
    const several = form.dataset.several === "1";
    const boxes = children(question, "ul.options > li").map((item, i) => {
      const box = make("input", {
        type: several ? "checkbox" : "radio",
        name: question.id + "_",
        value: i,
      });
      item.setAttribute("role", "presentation");
      item.replaceChildren(make("label", {}, box, make("span", {}, ...item.childNodes)));
      return box;
    });
    const list = children(question, "ul.options")[0];
    list.classList.add("asked");
    list.setAttribute("role", several ? "group" : "radiogroup");
    list.setAttribute("aria-label", words.answer);
    return {
      given: () => boxes.filter((box) => box.checked).map((box) => box.value).join(","),
      set: (value) =>
        boxes.forEach((box) => (box.checked = value.split(",").includes(box.value))),
    };
  };

  const order = (form, question, words) => {
    const list = children(question, "ol.steps")[0];
    const items = [...list.children];
    list.classList.add("sorted");
    items.forEach((item, i) => {
      const name = String.fromCharCode(65 + i);
      item.dataset.step = i;
      const use = make("input", { type: "checkbox" });
      use.checked = true;
      use.hidden = !children(question, ".label").length; // all of them belong there
      const step = make("span", { class: "step" }, ...item.childNodes);
      const button = (sign, word, move) => {
        const made = make(
          "button",
          { type: "button", "aria-label": word.replace("{0}", name) },
          sign,
        );
        made.addEventListener("click", () => {
          move();
          made.focus();
        });
        return made;
      };
      item.replaceChildren(
        make("label", { class: "use" }, use, " ", make("b", {}, name + ".")),
        step,
        button("↑", words.up, () => item.previousElementSibling?.before(item)),
        button("↓", words.down, () => item.nextElementSibling?.after(item)),
      );
      use.setAttribute("aria-label", words.use.replace("{0}", name));
    });
    const all = () => [...list.children];
    return {
      given: () =>
        all()
          .filter((item) => item.querySelector("input").checked)
          .map((item) => item.dataset.step)
          .join(","),
      set: (value) => {
        const steps = value ? value.split(",") : [];
        for (const item of items) {
          item.querySelector("input").checked = !value || steps.includes(item.dataset.step);
        }
        const ordered = steps.map((step) => items[step]).filter(Boolean);
        list.append(...ordered, ...items.filter((item) => !ordered.includes(item)));
      },
    };
  };

  const blanks = (form, question, words) => {
    const inputs = [...question.querySelectorAll(":scope > .listing .blank")].map((blank, i) => {
      const input = make("input", {
        "aria-label": words.blank.replace("{0}", i + 1),
        class: "blank",
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
      });
      blank.replaceWith(input);
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") form.requestSubmit();
      });
      return input;
    });
    return {
      given: () =>
        inputs.some((input) => input.value.trim())
          ? inputs.map((input) => input.value).join("\n")
          : "",
      set: (value) => {
        const lines = value.split("\n");
        inputs.forEach((input, i) => (input.value = lines[i] ?? ""));
      },
    };
  };

  const TASKS = { numeric: typed, formula: typed, choice, order, blanks };

  /// The verdict in words and with a sign, and what the author says of a foreseen mistake.
  const show = (form, question, words, word) => {
    const [outcome, index] = word.split(" ");
    const kind = outcome === "right" ? "right" : NONE.includes(outcome) ? "none" : "wrong";
    const verdict = form.querySelector(".verdict");
    verdict.className = "verdict " + kind;
    const line = make(
      "p",
      {},
      make("span", { "aria-hidden": "true" }, SIGNS[kind]),
      " ",
      words[outcome] ?? outcome,
    );
    const say = question.querySelectorAll(":scope > .solution > .mistakes > li > .say")[index];
    verdict.replaceChildren(line, ...(say ? [...say.cloneNode(true).childNodes] : []));
    for (const numbered of verdict.querySelectorAll("[id]")) numbered.removeAttribute("id");
    question.classList.toggle("done", kind === "right");
  };

  const clear = (form, question) => {
    const verdict = form.querySelector(".verdict");
    verdict.className = "verdict";
    verdict.replaceChildren();
    question.classList.remove("done");
  };

  const bring = (form) => {
    const question = form.closest("li");
    const list = form.closest(".questions");
    const words = globalThis.perillaWords(list);
    const task = TASKS[form.dataset.task](form, question, words);
    const id = question.id + form.dataset.key; // another answer makes it another question
    const before = kept()[id];
    form.hidden = false;
    if (before) {
      task.set(before.given);
      show(form, question, words, before.word);
    }
    question.addEventListener("focusin", () => globalThis.perillaLoad().catch(() => {}), { once: true });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const given = task.given();
      let word = "failed";
      try {
        [word] = [await ask((engine) => engine.judge(form.dataset.key, given))].flat();
      } catch {
        // and that is said
      }
      if (given !== task.given()) return; // it was changed while the engine came
      show(form, question, words, word);
      keep(id, { given, word });
      progress(list, words);
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      task.set("");
      clear(form, question);
      keep(id);
      progress(list, words);
    });
  };

  const progress = (list, words) => {
    const asked = children(list, "li").filter((it) => it.querySelector(":scope > form.try"));
    const done = asked.filter((it) => it.classList.contains("done")).length;
    let line = list.nextElementSibling;
    if (!line?.classList.contains("progress")) {
      line = make("p", { class: "progress label" });
      list.after(line);
    }
    line.textContent = words.progress.replace("{0}", done).replace("{1}", asked.length);
  };

  const start = (root) => {
    root.querySelectorAll("form.try").forEach(bring);
    for (const list of root.querySelectorAll(".questions")) {
      if (list.querySelector(":scope > li > form.try")) {
        progress(list, globalThis.perillaWords(list));
      }
    }
  };

  for (const another of document.querySelectorAll(".another")) {
    const shown = another.parentElement.querySelector(":scope > div.variant");
    const first = document.createElement("template");
    first.content.append(...[...shown.childNodes].map((node) => node.cloneNode(true)));
    const all = [first, ...another.parentElement.querySelectorAll(":scope > template.variant")];
    let at = 0;
    another.hidden = false;
    another.querySelector("button").addEventListener("click", () => {
      at = (at + 1) % all.length;
      shown.replaceChildren(all[at].content.cloneNode(true));
      start(shown);
      another.querySelector("[role=status]").textContent = at + 1 + " / " + all.length;
    });
  }
  start(document);
})();
