// Loads the page anew where the book was built again, at the same place; shows findings over it.
(() => {
  "use strict";
  const place = "perilla-place:" + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo(0, Number(kept)));
  }
  // What is said of the chapter on the screen comes first, where both are errors or warnings.
  const chapter = location.pathname.split("/").pop().replace(/\.html$/, "");
  const ordered = (text) => {
    const rank = (finding) => {
      const [, file, level] = finding.match(/^(.*?):\d+:\d+: (\w+)/) ?? [];
      return (level === "error" ? 0 : 2) +
        (file?.split("/").pop().startsWith(chapter + ".") ? 0 : 1);
    };
    return text.split(/\n(?=\S)/).sort((one, other) => rank(one) - rank(other)).join("\n");
  };
  let shown = null;
  const show = (text) => {
    if (shown !== null) {
      shown.remove();
      shown = null;
    }
    if (text === "") {
      return;
    }
    shown = document.createElement("pre");
    shown.setAttribute("role", "alert");
    shown.textContent = ordered(text);
    Object.assign(shown.style, {
      position: "fixed", inset: "0 0 auto 0", maxHeight: "60vh", overflow: "auto", margin: "0",
      padding: "1rem", zIndex: "9999", background: "#2b1116", color: "#ffe9e9",
      font: "14px/1.45 ui-monospace, monospace", borderBottom: "4px solid #d33",
      whiteSpace: "pre-wrap",
    });
    document.body.append(shown);
  };
  const events = new EventSource("/-/events");
  let first = null;
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    show(news.findings);
    if (first !== null && news.build !== first && news.findings === "") {
      sessionStorage.setItem(place, String(scrollY));
      location.reload();
    }
    if (news.findings === "") {
      first = news.build;
    }
  };
})();
