// An element with its attributes and what is in it.
"use strict";
globalThis.perillaMake = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
};
// The engine, loaded once for all that ask for it: its core first, and all of it where the core answers
// null. Both stand beside this script.
globalThis.perillaLoad = (() => {
  const here = document.currentScript.src;
  const loading = {};
  let name = "perilla-core.js";
  return (isAll) => {
    if (isAll) name = "perilla-engine.js";
    const wanted = name;
    return (loading[wanted] ??= new Promise((done, fail) => {
      const script = globalThis.perillaMake("script", { src: new URL(wanted, here) });
      script.onload = () => done(globalThis.perillaEngine());
      script.onerror = () => {
        delete loading[wanted];
        fail(new Error(script.src));
      };
      document.head.append(script);
    }));
  };
})();
// The words that an element has for its script: lines of a key, = and a sentence.
globalThis.perillaWords = (element) =>
  Object.fromEntries(element.dataset.words.split("\n").map((line) => line.split(/=(.*)/)));
globalThis.perillaAsk = async (question) =>
  question(await globalThis.perillaLoad()) ?? question(await globalThis.perillaLoad(true));

// The page of a ledger within another page: it says what its rows say.
(() => {
  const table = document.querySelector("table.ledger");
  if (!table || parent === window) return;
  const cell = (it) => [it.textContent, Boolean(it.querySelector("code"))];
  parent.postMessage([...table.rows].map((row) => [row.id, [...row.cells].map(cell)]), "*");
})();

// Shows the row of a number beside it, on hover, focus and tap. The rows are on a page of their own,
// which comes into a frame when a reader first goes to a number: a page from a folder can read no
// other file. Without this script the same number is a link to that row.
(() => {
  const more = document.querySelector("footer.ledger a.rows");
  if (!more) return;

  const make = globalThis.perillaMake;
  const tip = make("div", { id: "tip_", role: "tooltip", hidden: "" });
  document.querySelector("main").append(tip); // in a landmark, for those who go by them
  const rows = new Map();
  let frame = null;
  let shown = null;
  let pinned = false;
  let timer = 0;

  const target = (node) => (node instanceof Element ? node.closest(".n, [data-n]") : null);
  const claim = (element) =>
    element.dataset.n || (element.hash ?? element.querySelector("a")?.hash)?.replace("#l_", "") || "";

  // Of the numbers of a paragraph or table one is a stop of the Tab key; arrows lead to the others.
  const links = [...document.querySelectorAll("a[href*='#l_'], pre.code a")];
  const home = (it) => it?.closest("p, pre, table, ol, ul, div, main");
  links.forEach((it, i) => {
    if (home(it) === home(links[i - 1])) it.tabIndex = -1;
  });

  const ask = () => {
    if (frame) return;
    frame = make("iframe", { hidden: "", title: more.textContent, src: more.href });
    document.body.append(frame);
  };
  addEventListener("message", (event) => {
    if (event.source !== frame?.contentWindow || !Array.isArray(event.data)) return;
    for (const [id, cells] of event.data) rows.set(id, cells);
    if (shown) show(shown, true);
  });

  const fill = (row) => {
    const list = make("dl");
    row.forEach(([words, isCode], i) => {
      if (!words) return;
      const text = isCode ? make("code", {}, words) : words;
      list.append(make("dt", {}, rows.get("")[i][0]), make("dd", {}, text));
    });
    if (shown.dataset.yours) list.prepend(make("dd", { class: "note_" }, shown.dataset.yours));
    const link = make("a", { href: more.href + "#l_" + claim(shown) }, more.textContent);
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

  const show = (element, again) => {
    clearTimeout(timer);
    if (shown === element && !again) return;
    if (!again) hide();
    shown = element;
    ask();
    const row = rows.get("l_" + claim(element));
    if (!row) return;
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
    if (element) {
      ask();
      soon(() => show(element), 180);
    } else if (tip.contains(event.target)) clearTimeout(timer);
    else if (shown) soon(hide, 300);
  });
  document.addEventListener("focusin", (event) => {
    const element = target(event.target);
    if (element) show(element);
    else if (!tip.contains(event.target)) hide();
  });
  // A tap or click on a number stays on the page, unless its rows do not come; Enter goes to the row.
  document.addEventListener("click", (event) => {
    const element = target(event.target);
    const link = event.target.closest("a");
    const toRow = link?.hash.startsWith("#l_") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (element && event.detail && (!link || toRow)) {
      event.preventDefault();
      show(element);
      pinned = true;
      if (link && !rows.size) setTimeout(() => { if (!rows.size) location.href = link.href; }, 2000);
    } else if (!tip.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const at = links.indexOf(event.target);
    const next = links[at + { ArrowRight: 1, ArrowLeft: -1 }[event.key]];
    if (at < 0 || !next || event.altKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });
})();

// Search: the index, and what searches in it, are loaded when somebody comes to the field.
(() => {
  const box = document.querySelector(".search");
  if (!box) return;
  box.hidden = false;
  box.querySelector("input").addEventListener("focus", () => {
    document.head.append(globalThis.perillaMake("script", { src: box.dataset.root + "search.js" }));
  }, { once: true });
})();

// A button at each listing copies it, without what it printed.
(() => {
  const words = document.querySelector("main")?.dataset;
  if (!words?.copy || !navigator.clipboard) return;
  for (const listing of document.querySelectorAll(".listing > pre > code")) {
    const button = globalThis.perillaMake("button", { type: "button", class: "copy" }, words.copy);
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
      const made = globalThis.perillaMake("button", { type: "button" }, text);
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
