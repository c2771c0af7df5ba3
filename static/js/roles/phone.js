/* A participant's page: three tabs, one room. What the first minute does not need comes a little later. */

import { html, render, useState, useEffect, useLayoutEffect, useRef, place, later, fetchLaters } from "../view.js";
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
};

/* What is loaded when it is asked for, or when the page has been quiet for a while. */
const others = {
  lookback: later((again) => import("../phone/lookback.js" + again).then((module) => module.Lookback)),
  about: later((again) => import("../phone/about.js" + again).then((module) => module.About)),
  gone: later((again) => import("../phone/gone.js" + again).then((module) => module.Gone)),
  left: later((again) => import("../phone/gone.js" + again).then((module) => module.Left)),
};

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

  if (gone) return html`<main class="phone-main stack" id="main"><${others[gone]} key=${gone} room=${room} /></main>`;
  const { nr, of } = step ? place(room, step) : {};
  return html`
    <header class="phone-head">
      <span class="phone-where">${step ? words.step(nr, of) : room.meeting.title || ""}</span>
      <${Saved} room=${room} />
    </header>
    <main class="phone-main" id="main">
      <div id="together" hidden=${tab !== "together"}><${Together} room=${room} hold=${hold} /></div>
      ${tab !== "together" && html`<${others[tab]} key=${tab} room=${room} />`}
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
    loadKinds(start.kinds, "phone", room.redraw).then(fetchLaters);
    document.querySelector('link[rel="icon"]').href = "/static/sign.svg";
  }, 4000 + Math.random() * 6000);
});
room.open();
