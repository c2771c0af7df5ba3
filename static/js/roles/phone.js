/* A participant's page: three tabs, one room. What the first minute does not need comes a little later. */

import { html, render, useState, useEffect, useLayoutEffect, useRef, place } from "../view.js";
import { createRoom, readStart } from "../room.js";
import { loadKinds } from "../kinds.js";
import { createLive } from "../parts/live.js";
import { Saved, Trouble, Refusal } from "../parts/status.js";
import { Together } from "../phone/together.js";

const words = {
  tabs: { together: "Meedoen", lookback: "Naslag", about: "Over u" },
  nav: "Onderdelen",
  step: (nr, of) => "Stap " + nr + " van " + of,
  next: (title) => "Nieuwe stap: " + title,
  there: "Plak hem daar alsnog",
  along: "Ga mee",
  loading: "Even laden …",
  missing: "Dit deel is nog niet geladen. Probeer het zo nog eens.",
};

/* What is loaded when it is asked for, or when the page has been quiet for a while. */
const later = {
  lookback: () => import("../phone/lookback.js").then((module) => module.Lookback),
  about: () => import("../phone/about.js").then((module) => module.About),
  gone: () => import("../phone/gone.js").then((module) => module.Gone),
  left: () => import("../phone/gone.js").then((module) => module.Left),
};
function Later({ room, name }) {
  const [View, setView] = useState(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    later[name]().then(
      (view) => setView(() => view),
      () => setMissing(true),
    );
  }, [name]);
  return View ? html`<${View} room=${room} />` : html`<p class="muted">${missing ? words.missing : words.loading}</p>`;
}

function Phone({ room }) {
  const [tab, setTab] = useState("together");
  const scrolls = useRef({});
  const [gone, setGone] = useState("");
  const [held, hold] = useState(null);
  const [, redraw] = useState(0);
  useEffect(() => room.onChange(() => redraw((n) => n + 1)), []);
  room.gone = () => setGone((before) => before || "gone");
  room.left = () => setGone("left");

  const step = room.current;
  const title = step ? step.title : room.meeting.title;
  const told = useRef(step ? step.id : null);
  useEffect(() => {
    document.title = (title ? title + " · " : "") + "Ketentafel";
    if (step && step.id !== told.current) room.say(words.next(step.title), "step");
    told.current = step ? step.id : null;
  }, [step ? step.id : null, title]);

  function go(to) {
    scrolls.current[tab] = window.scrollY;
    setTab(to);
  }
  useLayoutEffect(() => window.scrollTo(0, scrolls.current[tab] || 0), [tab]);

  if (gone) return html`<main class="phone-main stack" id="main"><${Later} key=${gone} name=${gone} room=${room} /></main>`;
  const { nr, of } = step ? place(room, step) : {};
  return html`
    <header class="phone-head">
      <span class="phone-where">${step ? words.step(nr, of) : room.meeting.title || ""}</span>
      <${Saved} room=${room} />
    </header>
    <main class="phone-main" id="main">
      <div id="together" hidden=${tab !== "together"}><${Together} room=${room} hold=${hold} /></div>
      ${tab !== "together" && html`<${Later} key=${tab} name=${tab} room=${room} />`}
    </main>
    <footer class="dock">
      <${Trouble} room=${room} />
      <${Refusal} room=${room} />
      ${held &&
      html`<div class="banner banner--sun held">
        <p>${held.text}</p>
        <div class="row">
          ${held.send && html`<button type="button" class="button button--small" onClick=${held.send}>${words.there}</button>`}
          <button type="button" class="button button--small" onClick=${held.letGo}>${words.along}</button>
        </div>
      </div>`}
      <nav class="tabs" aria-label=${words.nav}>
        ${Object.entries(words.tabs).map(
        ([name, text]) => html`<button type="button" key=${name} class="tab" aria-current=${tab === name ? "page" : undefined} onClick=${() => go(name)}>${text}</button>`,
        )}
      </nav>
    </footer>
  `;
}

const start = readStart();
const room = createRoom(start);
room.say = createLive(document.getElementById("live"));
const app = document.getElementById("page");
loadKinds(room.current ? [room.current.kind] : [], "phone", room.redraw).then(() => {
  app.textContent = "";
  render(html`<${Phone} room=${room} />`, app);
  app.dataset.ready = "yes";
  /* thirty phones do not come for the rest at the same moment */
  setTimeout(() => {
    loadKinds(start.kinds, "phone", room.redraw);
    Object.values(later).forEach((load) => load().catch(() => {}));
  }, 4000 + Math.random() * 6000);
});
room.open();
