// Turns the first knob of a page and says to the console how long a turn takes, in milliseconds: what
// the script does within the frame, and from its beginning until the frame is drawn.
addEventListener("load", async () => {
  const slider = document.querySelector(".knob input[type=range]");
  const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  const drawn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    });
  const turn = async (i) => {
    const loss = document.querySelector("#b2 .n");
    const before = loss.textContent;
    slider.value = ((i * 37) % 200) / 100;
    const begin = frame(); // callbacks of a frame run in the order in which they were asked for
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const end = frame();
    const begun = await begin;
    const ended = await end;
    const isNew = loss.textContent !== before; // else the page has left it to a worker
    return [ended - begun, (await drawn()) - begun, isNew];
  };
  for (let i = 1; !document.querySelector(".yours"); i++) await turn(i); // the engine comes
  for (let i = 0; i < 200; i++) {
    await turn(i); // and gets warm
    if (i % 20 === 19) await new Promise((done) => setTimeout(done, 600)); // the hand rests
  }
  const all = [];
  for (let i = 0; i < 200; i++) all.push(await turn(i));
  const say = (times) => {
    times.sort((a, b) => a - b);
    return [0.5, 0.95, 0.99].map((part) => times[Math.floor(part * times.length)].toFixed(1)).join(" ");
  };
  const late = all.filter(([, , isNew]) => !isNew).length;
  console.log(`measured ${late} ${say(all.map(([script]) => script))} ${say(all.map(([, whole]) => whole))} end`);
});
