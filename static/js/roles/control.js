/* The control room: agenda left, the room in the middle, the cheat sheet right, back and next below. */

import { html, render, useState, useEffect, useRef } from "../view.js";
import { createRoom, readStart } from "../room.js";
import { loadKinds, kindOf } from "../kinds.js";
import { createLive } from "../parts/live.js";
import { Menu } from "../parts/menu.js";
import { giveMenu } from "../parts/note.js";
import { Refusal } from "../parts/status.js";
import { Agenda } from "../control/agenda.js";
import { Middle } from "../control/middle.js";
import { Begin, Over } from "../control/begin.js";
import { Cheat } from "../control/cheat.js";
import { People } from "../control/people.js";
import { Door } from "../control/door.js";
import { Top } from "../control/top.js";
import { Bar, neighbours } from "../control/bar.js";
import { listen } from "../control/keys.js";
import { standAside } from "../control/elsewhere.js";
import { Baton, looking as looksOn } from "../control/baton.js";
import { Naslag, OnScreen, turnSheet } from "../control/handbook.js";

const words = {
  panes: { cheat: "Spiekbrief", handbook: "Naslag", people: "Mensen", door: "Meedoen" },
  right: "Hulp bij deze stap",
  messages: "Meldingen",
  away: "Geen verbinding met Ketentafel op deze computer. Wat u doet, wordt verstuurd zodra het weer kan.",
  gone: "Deze regie is niet meer geldig",
  goneText: "Open de regie opnieuw met de link van deze computer.",
  guest: "Meekijken",
  lost: "Geen verbinding met Ketentafel. Wat u ziet, is van daarnet.",
  losing: "Geen verbinding met Ketentafel. Duurt het langer dan twintig seconden, dan gaat het stokje vanzelf terug.",
  soon: "De zaal is nog niet begonnen",
  soonText: "Straks ziet u hier de eerste stap. U hoeft nu niets te doen.",
  ended: "U kijkt niet meer mee",
  endedText: "De bijeenkomst is afgesloten, of de begeleider trok uw link in. U hoeft niets meer te doen. Dank u wel voor het meekijken.",
};

const FOR_GUESTS = ["cheat", "handbook"]; /* who runs one step needs neither the people nor the door */

function Control({ room }) {
  const [looked, look] = useState(null);
  const [pane, setPane] = useState("cheat");
  const [gone, setGone] = useState(false);
  const [, redraw] = useState(0);
  useEffect(() => room.onChange(() => redraw((n) => n + 1)), []);
  room.gone = () => setGone(true);

  const { title, step: id, state } = room.meeting;
  useEffect(() => {
    document.title = (title ? title + " · " : "") + (room.start.trainee ? words.guest : "Regie");
  }, [title]);

  const deeds = useRef({});
  const go = (step) => {
    look(null);
    if (step && step !== room.meeting.step) room.send("meeting.go", { step });
  };
  /* A kind may have places of its own within a step (the sections of a persona): the remote goes there first. */
  const within = (deed) => {
    const current = room.current;
    const kind = current ? kindOf(current.kind, room) : null;
    const run = kind && kind.walk && kind.walk(current, room)[deed];
    if (run) run();
    return Boolean(run);
  };
  deeds.current = {
    next: () => turnSheet(room, 1) || within("next") || (neighbours(room).next && room.meeting.state !== "planned" && go(neighbours(room).next.id)),
    back: () => turnSheet(room, -1) || within("back") || (neighbours(room).back && go(neighbours(room).back.id)),
    blank: () => room.send("meeting.blank", { on: !room.meeting.blank }),
  };
  useEffect(() => listen(room.ref, (deed) => !room.elsewhere && !looksOn(room) && deeds.current[deed] && deeds.current[deed]()), []);

  const guest = room.start.trainee;
  if (gone) return html`<main class="gone stack" id="main"><h1>${guest ? words.ended : words.gone}</h1><p>${guest ? words.endedText : words.goneText}</p></main>`;
  const still = looksOn(room);
  const scrolls = still ? { tabindex: 0 } : {}; /* with nothing in it to go to, a column is scrolled by keys itself */
  const panes = Object.entries(words.panes).filter(([name]) => !guest || FOR_GUESTS.includes(name));
  const looking = looked && looked !== id ? room.get(looked) : null;
  const step = looking || room.current;
  const warnings = [...(room.now.warn || []), room.now.door && room.now.door.warning].filter(Boolean);
  const told = !room.online || warnings.length > 0 || room.fault;
  return html`
    <${Top} room=${room} />
    <div class="strip" role=${told ? "region" : undefined} aria-label=${told ? words.messages : undefined}>
      ${!room.online && room.everOnline && html`<p class="banner banner--clay">${!guest ? words.away : still ? words.lost : words.losing}</p>`}
      ${warnings.map((warning) => html`<p class="banner banner--clay" role="alert" key=${warning}>${warning}</p>`)}
      <${Refusal} room=${room} />
      <${Baton} room=${room} />
      <fieldset class="hands" disabled=${still} role="presentation"><${OnScreen} room=${room} /></fieldset>
    </div>
    <div class=${"columns" + (still ? " is-still" : "")}>
      <div class="column column--left" ...${scrolls}><fieldset class="hands" disabled=${still} role="presentation"><${Agenda} room=${room} looked=${looked || id} look=${(one) => look(one === id ? null : one)} /></fieldset></div>
      <main class="column column--middle" id="main" ...${scrolls}>
        <fieldset class="hands" disabled=${still} role="presentation">
        ${state === "closed" && !looking ? html`<${Over} room=${room} />` : step ? html`<${Middle} key=${step.id} room=${room} step=${step} looking=${Boolean(looking)} go=${go} back=${() => look(null)} />` : guest ? html`<section class="begin stack"><h2>${words.soon}</h2><p>${words.soonText}</p></section>` : html`<${Begin} room=${room} />`}
        </fieldset>
      </main>
      <aside class="column column--right" aria-label=${words.right}>
        <div class="panes">
          ${panes.map(
            ([name, text]) => html`<button type="button" key=${name} class="pane" aria-pressed=${String(pane === name)} onClick=${() => setPane(name)}>${text}</button>`,
          )}
        </div>
        ${pane === "cheat" && html`<${Cheat} room=${room} step=${step || room.steps()[0]} />`} ${pane === "handbook" && html`<${Naslag} room=${room} />`} ${pane === "people" && html`<fieldset class="hands" disabled=${still} role="presentation"><${People} room=${room} /></fieldset>`} ${pane === "door" && html`<${Door} room=${room} />`}
      </aside>
    </div>
    <fieldset class="hands hands--bar" disabled=${still} role="presentation"><${Bar} room=${room} go=${go} blank=${() => deeds.current.blank()} /></fieldset>
  `;
}

giveMenu(Menu);
const start = readStart();
if (start.trainee) document.documentElement.dataset.guest = "";
const room = createRoom(start);
room.say = createLive(document.getElementById("live"));
const app = document.getElementById("page");
standAside(room);
loadKinds(start.kinds, "control", room.redraw).then(() => {
  app.textContent = "";
  render(html`<${Control} room=${room} />`, app);
  app.dataset.ready = "yes";
});
room.open();
