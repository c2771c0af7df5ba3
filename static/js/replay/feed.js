/* In the window of one of the three screens, before its own script: hands it what the page around it says, and lets nothing out. */

const around = window.parent;
const own = (event) => event.source === around && event.origin === location.origin;
const tell = (message) => around.postMessage(message, location.origin);

addEventListener("still", ({ detail: { take, setClock, changed } }) => {
  addEventListener("message", (event) => {
    if (!own(event) || !event.data || event.data.to !== "picture") return;
    const { now, speed, patches } = event.data;
    if (now !== undefined) setClock(now, speed || 1e-9);
    (patches || []).forEach(take);
    changed();
    if (patches) seen();
  });
  tell({ from: "picture", ready: true });
});

/* Shown once it is drawn: not before it knows what to draw. */
let said = false;
function seen() {
  const page = document.getElementById("page");
  if (said) return;
  if (page.dataset.ready) {
    said = true;
    setTimeout(() => tell({ from: "picture", drawn: true }), 50);
  } else setTimeout(seen, 30);
}

/* Nothing leads anywhere from here, and nothing is typed: what somebody presses is answered in words by the page around. */
function hold(event) {
  event.preventDefault();
  event.stopPropagation();
}
addEventListener("click", (event) => event.target.closest && event.target.closest("a[href]") && hold(event), true);
for (const name of ["submit", "beforeinput", "dragstart"]) addEventListener(name, hold, true);
window.open = () => null;

/* The keys of the line of time work here too. */
const KEYS = new Set([" ", "ArrowLeft", "ArrowRight"]);
addEventListener(
  "keydown",
  (event) => {
    if (!KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.closest && event.target.closest("button, summary, select")) return;
    hold(event);
    tell({ from: "picture", key: event.key });
  },
  true,
);
