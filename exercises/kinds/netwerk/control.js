/* The map in the control room: the drawing, the four steps, and everything as a list with menus. */

import { html, plural, useState, useSend } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { ChainMap } from "./map.js";
import { Gist } from "./gist.js";
import { Gone, GuestRow } from "./guests.js";
import { Moments } from "./moments.js";
import { usePlacing } from "./placing.js";
import { MARKS, STAGES, drawn, linksOf, mapOf, sortName } from "./words.js";
import { ZOOMS } from "./zooms.js";
export { Behalf } from "./behalf.js";

const words = {
  step: (n) => n + ". " + STAGES[n],
  everybody: "Toon de hele kaart",
  filter: "Welke organisaties ziet de zaal?",
  zoom: "Welke lijnen ziet de zaal?",
  allLines: "Alle lijnen",
  all: "Iedereen",
  list: "De kaart als lijst",
  draw: "Een lijn tekenen of beoordelen",
  a: "Van",
  b: "Naar",
  how: "Hoe staat het?",
  there: "werken samen",
  none: "staat er niet",
  choose: "Kies een organisatie",
  put: "Zet op de kaart",
  lines: (n) => plural(n, "lijn", "lijnen"),
  empty: "Er staat nog niemand op de kaart. Organisaties komen erop als iemand van hen meedoet, of als iemand hen noemt.",
};

const look = (room, step, stage, focus = "", lines = "") => room.send("network.look", { step: step.id, stage, focus, lines });

const stages = (step) => (step.state.since ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]);

export const tools = (step, room) => stages(step).map((stage) => ({ label: words.step(stage), pressed: step.state.stage === stage, run: () => look(room, step, stage) }));

/* The remote walks through the four steps before it leaves. */
export function walk(step, room) {
  const { stage, focus, lines } = step.state;
  if (focus || lines) return { next: () => look(room, step, stage), back: () => look(room, step, stage) };
  return { next: stage < stages(step).length ? () => look(room, step, stage + 1) : null, back: stage > 1 ? () => look(room, step, stage - 1) : null };
}

export default function Control({ room, step }) {
  const placing = usePlacing(room, step);
  if (!step.state.scene) return null;
  const map = mapOf(step);
  if (!map.guests.length) return html`<p class="muted">${words.empty}</p>`;
  const sorts = [...new Set(map.guests.map((guest) => guest.sort))];
  const { stage, lines } = step.state;
  const focus = (value) => look(room, step, stage, value, lines);
  const zoom = (value) => look(room, step, stage, step.state.focus, value);
  return html`<div class="stack stack--wide">
    <div class="card" ref=${placing.frame}><${ChainMap} step=${step} onGrab=${placing.grab} /></div>
    ${step.state.stage === 5 && html`<${Moments} room=${room} step=${step} />`}
    <div class="net-form">
      <${Filter} map=${map} sorts=${sorts} focus=${step.state.focus} onFocus=${focus} />
      <${Pick} label=${words.zoom} value=${lines || ""} options=${[{ id: "", text: words.allLines }, ...Object.entries(ZOOMS).map(([id, one]) => ({ id, text: one.pick }))]} onValue=${zoom} />
    </div>
    <p role="status">${lines ? ZOOMS[lines].say(step.state.scene.curves.length) : ""}</p>
    <${Gist} room=${room} step=${step} map=${map} />
    <${Draw} room=${room} step=${step} map=${map} />
    <section class="stack">
      <h3>${words.list}</h3>
      <ul class="plain net-rows">${map.guests.map((guest) => html`<${GuestRow} key=${guest.id} room=${room} step=${step} map=${map} guest=${guest} lines=${linksOf(map, guest.id).filter((link) => drawn(link) || link.ideas || link.torn || link.wished)} onFocus=${focus} onPlace=${placing.open} />`)}</ul>
    </section>
    <${Gone} room=${room} step=${step} />
    ${placing.dialog}
  </div>`;
}

function Filter({ map, sorts, focus, onFocus }) {
  const options = [{ id: "", text: words.all }, ...sorts.map((sort) => ({ id: sort, text: sortName(sort) })), ...map.guests.map((guest) => ({ id: guest.id, text: guest.name }))];
  return html`<${Pick} label=${words.filter} value=${focus || ""} options=${options} onValue=${onFocus} />`;
}

/* What nobody said can be drawn by hand; what is on the map gets another judgement. */
function Draw({ room, step, map }) {
  const { send, busy, fault } = useSend(room);
  const [line, setLine] = useState({ a: "", b: "", mark: "there" });
  const options = [{ id: "", text: words.choose }, ...map.guests.map((guest) => ({ id: guest.id, text: guest.name }))];
  const marks = [{ id: "there", text: words.there }, ...Object.entries(MARKS).map(([id, text]) => ({ id, text })), { id: "none", text: words.none }];
  async function put(event) {
    event.preventDefault();
    const answer = await send("network.mark", { step: step.id, ...line });
    if (answer.ok) setLine({ ...line, b: "" });
  }
  const pick = (field, label, choices) => html`<${Pick} label=${label} value=${line[field]} options=${choices} onValue=${(value) => setLine({ ...line, [field]: value })} />`;
  return html`<form class="stack stack--tight" onSubmit=${put}>
    <h3>${words.draw}</h3>
    <div class="net-form">
      ${pick("a", words.a, options)} ${pick("b", words.b, options)} ${pick("mark", words.how, marks)}
      <button type="submit" class="button" disabled=${busy || !line.a || !line.b}>${words.put}</button>
    </div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </form>`;
}
