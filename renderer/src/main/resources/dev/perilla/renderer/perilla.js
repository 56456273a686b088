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

  const tip = document.createElement("div");
  tip.id = "tip_";
  tip.role = "tooltip";
  tip.hidden = true;
  document.querySelector("main").append(tip); // in a landmark, for those who go by them
  const rows = new Map();
  let frame = null;
  let shown = null;
  let pinned = false;
  let timer = 0;

  const target = (node) => (node instanceof Element ? node.closest(".n, [data-n]") : null);
  const claim = (element) =>
    element.dataset.n || (element.hash ?? element.querySelector("a")?.hash)?.replace("#l_", "") || "";

  const ask = () => {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = more.textContent;
    frame.src = more.href;
    document.body.append(frame);
  };
  addEventListener("message", (event) => {
    if (event.source !== frame?.contentWindow || !Array.isArray(event.data)) return;
    for (const [id, cells] of event.data) rows.set(id, cells);
    if (shown) show(shown, true);
  });

  const fill = (row) => {
    const list = document.createElement("dl");
    row.forEach(([words, isCode], i) => {
      if (!words) return;
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      const within = isCode ? text.appendChild(document.createElement("code")) : text;
      term.textContent = rows.get("")[i][0];
      within.textContent = words;
      list.append(term, text);
    });
    if (shown.dataset.yours) {
      const note = document.createElement("dd");
      note.className = "note_";
      note.textContent = shown.dataset.yours;
      list.prepend(note);
    }
    const link = document.createElement("a");
    link.href = more.href + "#l_" + claim(shown);
    link.textContent = more.textContent;
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
  });
})();

// Search: the index, and what searches in it, are loaded when somebody comes to the field.
(() => {
  const box = document.querySelector(".search");
  if (!box) return;
  box.hidden = false;
  box.querySelector("input").addEventListener("focus", () => {
    const script = document.createElement("script");
    script.src = box.dataset.root + "search.js";
    document.head.append(script);
  }, { once: true });
})();

// A button at each listing copies it, without what it printed.
(() => {
  const words = document.querySelector("main")?.dataset;
  if (!words?.copy || !navigator.clipboard) return;
  for (const listing of document.querySelectorAll(".listing > pre > code")) {
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
