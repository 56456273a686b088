// Knobs: the reader's inputs go through the program of the chapter again, in the engine that verified
// it, and every number that comes from it is written anew, marked as the reader's. What the page
// cannot ask again, or what no longer holds, is marked as the author's. The code of an editable
// listing is an input like the others; it runs in a worker, so that it can be stopped.
"use strict";
(() => {
  const holder = document.getElementById("program_");
  const forms = [...document.querySelectorAll("form.knobs")];
  const listings = [...document.querySelectorAll("[data-edit]")];
  if (!holder || !(forms.length + listings.length)) return;
  const program = holder.content.textContent;
  const words = globalThis.perillaWords(holder);
  const say = (key, ...filled) => words[key].replace(/\{(\d)\}/g, (_, i) => filled[i]);
  const count = (key, number, ...filled) =>
    say(key + (number === 1 ? ".one" : ".other"), number, ...filled);

  const make = globalThis.perillaMake;

  // ---- where the numbers of the page stand

  const places = new Map(); // by claim
  const left = []; // what no answer is about
  const isNumber = (element) => element.matches(".n, tspan");
  const claimOf = (element) =>
    element.dataset.n ||
    (element.hash ?? element.querySelector(":scope > a")?.hash)?.replace("#l_", "") || "";
  for (const element of document.querySelectorAll(
    "main .n, main tspan[data-n], main .bound[data-n], main code.ok, main .formula[data-n]",
  )) {
    if (element.closest(".exercise, .ledger, .knobs")) continue;
    const text = isNumber(element) ? element.querySelector("a") ?? element : null;
    const place = { element, text, written: text?.textContent };
    const claim = claimOf(element);
    places.set(claim, [...(places.get(claim) ?? []), place]);
  }
  const outputs = new Map();
  const output = (claim) => {
    if (!outputs.has(claim)) {
      const block = document.getElementById(claim.slice("output ".length));
      const element = block?.querySelector(".output samp");
      outputs.set(claim, element && { element, nodes: [...element.childNodes] });
    }
    return outputs.get(claim);
  };

  // ---- drawings: axes stay as they are, so that what is drawn is seen to move

  const drawings = new Map(); // by claim
  const undrawn = []; // what no answer is about
  for (const element of document.querySelectorAll("main [data-d]")) {
    if (element.closest(".exercise")) continue;
    drawings.set("drawn " + element.dataset.d, { element, written: element.cloneNode(true) });
  }
  const drawn = (path, places) => {
    const plane = path.ownerSVGElement.dataset.plane.split(" ").map(Number);
    const [left, right, top, bottom, west, east, south, north] = plane;
    const mark = path.dataset.mark?.match(/^(\S+) (\S+) (.*)$/);
    const numbers = places ? places.split(" ").map(Number) : [];
    let d = "";
    let joined = false;
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      let x = left + ((right - left) * (numbers[i] - west)) / (east - west);
      let y = bottom - ((bottom - top) * (numbers[i + 1] - south)) / (north - south);
      if (!Number.isFinite(x + y)) {
        joined = false;
        continue;
      }
      if (mark) [x, y] = [x + Number(mark[1]), y + Number(mark[2])];
      [x, y] = [x, y].map((length) => Math.max(-9e3, Math.min(9e3, length)).toFixed(1));
      d += (joined ? " " : "M") + x + " " + y + (mark ? mark[3] : "");
      joined = !mark;
    }
    return d;
  };

  const line = (path, places) => {
    if (!path.dataset.mark) {
      const was = path.cloneNode(); // the author's line, to compare with
      was.setAttribute("class", "was");
      path.before(was);
    }
    path.setAttribute("d", drawn(path, places));
    const touch = path.nextElementSibling;
    if (touch?.matches(".at")) {
      touch.dataset.written ??= touch.getAttribute("d");
      touch.setAttribute("d", drawn(path, places.split(" ").slice(2, 4).join(" ")) + "h0");
    }
  };

  /// Cells that are alike and side by side are one stripe.
  const regions = (group, rows) => {
    const stripes = (alike) =>
      rows.split(" ").map((row, r) =>
        [...row.matchAll(alike)].map(({ index, 0: { length } }) =>
          `M${index} ${r}h${length}v1h-${length}z`).join("")).join("");
    const [other, ...positive] = group.children;
    other.setAttribute("d", stripes(/-+/g));
    for (const path of positive) path.setAttribute("d", stripes(/\++/g));
  };

  /// From each circle of a column a line leads to each of the next: as wide as its weight is strong,
  /// broken where that is negative. A bias is the rim of its circle.
  const network = (svg, answer) => {
    const strengths = answer.split(" ").map(Number);
    const columns = [];
    for (const circle of svg.querySelectorAll("circle")) {
      if (circle.getAttribute("cx") !== columns.at(-1)?.[0].getAttribute("cx")) columns.push([]);
      columns.at(-1).push(circle);
    }
    const looks = (element, kind, strength) => {
      element.setAttribute("class", strength < 0 ? kind + " wn" : kind);
      const level = Math.max(1, Math.round(Math.abs(strength) * 8));
      element.setAttribute("stroke-width", (level * 0.6).toFixed(1));
    };
    const expected = columns.reduce((sum, column, i) =>
      sum + (i ? column.length * (columns[i - 1].length + 1) : 0), 0);
    if (strengths.length !== expected) return false;
    for (const path of svg.querySelectorAll("path")) path.remove();
    columns.slice(1).forEach((column, i) => {
      for (const neuron of column) {
        for (const from of columns[i]) {
          const path = document.createElementNS(svg.namespaceURI, "path");
          looks(path, "w", strengths.shift());
          const [x, y, u, v] = [from, neuron].flatMap((end) =>
            [end.getAttribute("cx"), end.getAttribute("cy")]);
          path.setAttribute("d", `M${x} ${y}L${u} ${v}`);
          columns[0][0].before(path);
        }
        looks(neuron, "nr", strengths.shift());
      }
    });
    return true;
  };

  /// Draws a reader's answer, or what the author's inputs give.
  const redraw = ({ element, written }, answer, isAuthors) => {
    if (element.matches("path")) {
      const was = element.previousElementSibling;
      if (was?.matches(".was")) was.remove();
      element.setAttribute("d", written.getAttribute("d"));
      const touch = element.nextElementSibling;
      if (touch?.dataset.written) touch.setAttribute("d", touch.dataset.written);
    } else {
      element.replaceChildren(...written.cloneNode(true).childNodes);
    }
    if (isAuthors) return mark(element, "");
    let fits = Boolean(answer);
    if (fits && element.matches("path")) line(element, answer);
    else if (fits && element.matches("g")) regions(element, answer);
    else if (fits) fits = network(element, answer);
    mark(element, fits ? "yours" : "theirs");
  };

  /// What takes longer than a frame follows when the hand rests, and says so meanwhile.
  const wait = (claims) => {
    for (const [claim, { element }] of drawings) {
      const figure = element.closest("figure");
      const waits = claims.includes(claim);
      if (waits === (figure.getAttribute("aria-busy") === "true")) continue;
      if (waits) {
        figure.setAttribute("aria-busy", "true");
        figure.append(make("p", { class: "soon" }, words.soon));
      } else {
        figure.removeAttribute("aria-busy");
        figure.querySelector(":scope > .soon")?.remove();
      }
    }
  };

  // ---- the reader's inputs

  const knobs = forms.flatMap((form) =>
    [...form.querySelectorAll("input[type=range]")].map((slider) => ({
      form,
      slider,
      field: slider.parentElement.querySelector("input[type=number]"),
      key: form.dataset.block + " " + slider.dataset.name,
      author: slider.getAttribute("value"),
      now: slider.getAttribute("value"),
    })),
  );
  const turned = () => knobs.filter((knob) => Number(knob.now) !== Number(knob.author));
  const edits = new Map(); // code by block, where it is not the author's
  const told = () =>
    [
      ...turned().map((knob) => knob.slider.dataset.name + " = " + knob.now),
      ...(edits.size ? [words.your] : []),
    ].join(", ");
  const inputs = () => [
    ...turned().flatMap((knob) => [knob.key, knob.now]),
    ...[...edits].flatMap(([block, code]) => [block + " ", code]),
  ];

  // ---- the engine, once somebody comes near

  let engine = null;
  let base = null;
  let waiting = null;
  const load = () => {
    let asked = null;
    const first = (loaded) => (asked = loaded).turn(program, [], false);
    waiting ??= globalThis.perillaAsk(first).then(
      (answer) => {
        engine = asked;
        base = read(answer).answers;
        for (const [claim, all] of places) {
          if (!base.has(claim)) left.push(...all.filter(isLeft));
        }
        for (const [claim, { element }] of drawings) {
          if (!base.has(claim) && isAfter(element)) undrawn.push(element);
        }
        if (inputs().length) soon();
      },
      () => tell([words.missing]),
    );
  };
  /// What is asked needs more than the core of the engine.
  const more = async () => {
    engine = await globalThis.perillaLoad(true);
  };
  const after = [...document.querySelectorAll("form.knobs, [data-edit]")][0];
  const isAfter = (element) =>
    after.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isLeft = ({ element }) =>
    element.matches(".n:not(.n-given, .n-cited, .n-plain), .ok, .bound, .formula, g tspan") && isAfter(element);

  const read = (given) => {
    const answers = new Map();
    for (let i = 3; i < given.length; i += 2) answers.set(given[i], given[i + 1]);
    return { stopped: given[0], line: given[1], block: given[2], answers };
  };

  /// A run in a worker, made of the engine's own text since a page from a folder may load no other.
  /// One that is busy is stopped for the next; one that is not is asked again.
  let worker = null;
  let busy = false;
  let drop = null; // tells who waits for a run that it was stopped, also before a worker has it
  const end = () => {
    if (busy) {
      worker.terminate();
      worker = null;
    }
    busy = false;
  };
  const halt = () => {
    drop?.(new Error("stopped"));
    drop = null;
    end();
  };
  const away = (given) =>
    new Promise((done, fail) => {
      halt();
      if (!worker) {
        const text =
          "var perillaEngine=" + globalThis.perillaEngine + ";const engine=perillaEngine();" +
          "onmessage=(event)=>postMessage(engine.turn(...event.data));";
        const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
        worker = new Worker(address);
        URL.revokeObjectURL(address);
      }
      busy = true;
      drop = fail;
      worker.onmessage = (event) => {
        if (event.data) {
          busy = false;
          drop = null;
          done(read(event.data));
          return;
        }
        end();
        more().then(() => {
          if (drop !== fail) return;
          drop = null;
          away(given).then(done, fail);
        }, fail);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        end();
        fail(new Error(event.message));
      };
      worker.postMessage([program, given, true]);
    });

  // ---- what a turn shows

  let shown = new Map();
  const numbers = { yours: 0, theirs: 0 };
  const mark = (element, kind) => {
    element.classList.toggle("yours", kind === "yours");
    element.classList.toggle("theirs", kind === "theirs");
  };
  const fit = (element) => {
    const line = element.closest("g.v > text");
    if (!line) return;
    const room = line.parentElement.querySelector("rect").width.baseVal.value - 8;
    const wide = line.textContent.length * 9 > room + 8;
    if (wide) {
      line.setAttribute("textLength", room);
      line.setAttribute("lengthAdjust", "spacingAndGlyphs");
    } else {
      line.removeAttribute("textLength");
      line.removeAttribute("lengthAdjust");
    }
  };
  const write = (place, text, kind) => {
    const { element } = place;
    mark(element, kind);
    if (place.text) {
      place.text.textContent = text;
      if (element.matches("data")) element.value = text;
      fit(element);
    }
    if (kind === "yours") element.dataset.yours = say("tip", told(), place.written);
    else delete element.dataset.yours;
  };
  const STATED = /^(holds|fails)/;
  const kindOf = (place, answer, before) => {
    if (answer === before) return "";
    if (answer === "fails") return "theirs";
    if (!STATED.test(before)) return place.text ? "yours" : "theirs";
    return !answer || place.element.matches(".formula") ? "theirs" : "";
  };

  const show = (answers) => {
    for (const [claim, answer] of answers) {
      if (answer === null) continue; // it is still being computed
      const before = base.get(claim);
      const kinds = answer === before ? [] : (places.get(claim) ?? []).map((place) =>
        kindOf(place, answer, before));
      if (kinds.includes("yours")) numbers.yours++;
      if (kinds.includes("theirs")) numbers.theirs++;
      if (answer === shown.get(claim)) continue;
      if (claim.startsWith("output ")) {
        const place = output(claim);
        if (place && answer === before) place.element.replaceChildren(...place.nodes);
        else if (place) place.element.textContent = cut(answer);
        if (place) mark(place.element, answer === before ? "" : "yours");
        continue;
      }
      if (claim.startsWith("drawn ")) {
        if (drawings.has(claim)) redraw(drawings.get(claim), answer, answer === before);
        continue;
      }
      for (const place of places.get(claim) ?? []) {
        const kind = kindOf(place, answer, before);
        write(place, kind === "yours" ? answer || "–" : place.written, kind);
      }
    }
    shown = new Map([...shown, ...[...answers].filter(([, answer]) => answer !== null)]);
  };
  const cut = (printed) => {
    const lines = printed.replace(/\n$/, "").split("\n");
    return lines.length > 400 ? lines.slice(0, 400).join("\n") + "\n…" : lines.join("\n");
  };

  let speaking = 0;
  const tell = (lines) => {
    for (const form of forms) {
      const status = form.querySelector(".turned");
      const said = lines.map((line) => make("p", {}, line));
      const own = knobs.some((knob) => knob.form === form && turned().includes(knob));
      status.replaceChildren(...(own || lines[0] === words.missing ? said : []));
    }
  };

  /// In the frame of the turn what fits a frame, the rest when the hand has rested for a moment. A
  /// program that takes long itself waits as a whole.
  const FRAME = 40; // milliseconds that a hand does not notice
  const REST = 200;
  let slow = 0; // turns in a row that took longer
  let rest = 0;
  const turn = () => {
    frame = 0;
    clearTimeout(rest);
    if (!engine) return;
    const given = inputs();
    if (!given.length) {
      halt();
      wait([]);
      apply({ stopped: "", answers: base });
      return;
    }
    let late = [...base.keys()];
    if (!edits.size && slow < 3) {
      const begun = performance.now();
      const answer = engine.turn(program, given, false);
      if (!answer) {
        tell([words.running]);
        more().then(turn, () => tell([words.missing]));
        return;
      }
      const result = apply(read(answer));
      slow = performance.now() - begun > FRAME ? slow + 1 : 0;
      late = late.filter((claim) => result.answers.get(claim) === null);
    } else {
      tell([words.running]);
    }
    if (late.length) rest = setTimeout(() => whole(given).then(apply).catch(() => {}), REST);
    wait(late);
  };
  const whole = async (given) => {
    const unknown = [...base].some(([, answer]) => answer === null);
    if (unknown) base = (await away([])).answers;
    const begun = performance.now();
    const result = await away(given);
    if (performance.now() - begun < FRAME) slow = 0; // the first turns of an engine are its slowest
    wait([]);
    return result;
  };
  const apply = (result) => {
    const mine = turned();
    const any = mine.length + edits.size > 0;
    numbers.yours = numbers.theirs = 0;
    show(result.answers);
    for (const place of left) mark(place.element, any ? "theirs" : "");
    for (const path of undrawn) mark(path, any ? "theirs" : "");
    for (const knob of knobs) {
      const own = mine.includes(knob);
      for (const place of places.get(knob.slider.dataset.claim) ?? []) {
        write(place, own ? knob.now : place.written, own ? "yours" : "");
      }
      knob.slider.parentElement.classList.toggle("yours", own);
    }
    for (const form of forms) form.querySelector("button").disabled = !mine.length;
    remind(any);
    clearTimeout(speaking);
    speaking = setTimeout(() => tell(sentences(result, any)), any ? 350 : 0);
    return result;
  };
  const sentences = (result, any) => {
    if (!any) return [];
    const lines = [];
    if (result.stopped) {
      const line = result.line ? " " + say("line", result.line) : "";
      lines.push(say("stopped", result.stopped + line, told()));
    } else if (!numbers.yours) {
      lines.push(words.same);
    }
    if (numbers.yours) {
      lines.push(count("yours", numbers.yours, told()));
    }
    const theirs = numbers.theirs + left.length;
    if (theirs) lines.push(count("theirs", theirs));
    return lines;
  };

  let frame = 0;
  const soon = () => {
    frame ||= requestAnimationFrame(turn);
  };

  for (const knob of knobs) {
    const set = (from, to) => {
      const value = from.value.trim();
      if (value === "" || !Number.isFinite(Number(value))) return;
      knob.now = value.replace(/^(-?)0+(?=\d)/, "$1"); // 007 is 7, which Python does not say
      to.value = value;
      load();
      soon();
    };
    knob.slider.addEventListener("input", () => set(knob.slider, knob.field));
    knob.field.addEventListener("input", () => set(knob.field, knob.slider));
  }
  for (const form of forms) {
    form.hidden = false;
    form.querySelector("button").disabled = true;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const knob of knobs) {
        knob.now = knob.slider.value = knob.field.value = knob.author;
      }
      soon();
    });
    form.addEventListener("pointerenter", load, { once: true });
    form.addEventListener("focusin", load, { once: true });
  }

  // ---- exercises keep the author's numbers, since their answers do

  const asked = [...document.querySelectorAll("section.exercise")].filter(
    (it) =>
      it.contains(after) ||
      after.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const remind = (any) => {
    for (const exercise of asked) {
      exercise.querySelector(":scope > .asked-with")?.remove();
      if (!any) continue;
      const note = make("p", { class: "asked-with" }, say("asked", told()));
      const title = exercise.querySelector(":scope > h2");
      if (title) title.after(note);
      else exercise.prepend(note);
    }
  };

  // ---- listings to be changed

  for (const listing of listings) {
    const block = listing.dataset.edit;
    const author = listing.querySelector("pre > code").textContent;
    const area = make("textarea", {
      id: block + "_e",
      "aria-label": words.edit,
      rows: author.split("\n").length + 1,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      wrap: "off",
    });
    area.value = author;
    const button = (word, type) => make("button", { type }, word);
    const run = button(words.run, "submit");
    const stop = button(words.stop, "button");
    const undo = button(words.undo, "reset");
    stop.disabled = undo.disabled = true;
    const status = make("div", { class: "turned", role: "status" });
    const form = make(
      "form",
      { class: "knobs edit" },
      area,
      make("p", {}, run, " ", stop, " ", undo),
      status,
    );
    listing.after(make("details", { class: "change" }, make("summary", {}, words.edit), form));
    area.addEventListener("focus", load, { once: true });
    const say_ = (text, printed) => {
      status.replaceChildren(make("p", {}, text));
      if (printed) {
        status.append(make("p", {}, words.printed), make("pre", { tabindex: "0" }, make("samp", {}, cut(printed))));
      }
    };
    let own = null; // the run that this listing waits for
    const ended = (text, printed) => {
      own = null;
      run.disabled = false;
      stop.disabled = true;
      undo.disabled = area.value === author && !edits.has(block);
      say_(text, printed);
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      load();
      run.disabled = true;
      stop.disabled = false;
      say_(words.running);
      const mine = (own = {});
      try {
        await waiting;
        if (own !== mine) return;
        if (area.value === author) edits.delete(block);
        else edits.set(block, area.value.replace(/\n?$/, "\n"));
        const result = apply(await whole(inputs()));
        if (own !== mine) return;
        const here = result.stopped && result.block === block;
        const text = here
          ? result.stopped + (result.line ? " " + say("line", result.line) : "")
          : words.ran;
        area.setAttribute("aria-invalid", String(Boolean(here)));
        ended(text, result.answers.get("output " + block));
      } catch (failed) {
        if (own === mine) ended(failed.message === "stopped" ? words.halted : words.missing);
      }
    });
    stop.addEventListener("click", () => {
      ended(words.halted);
      halt();
    });
    undo.addEventListener("click", (event) => {
      event.preventDefault();
      area.value = author;
      area.removeAttribute("aria-invalid");
      edits.delete(block);
      ended("");
      halt();
      if (engine) turn();
    });
  }
})();
