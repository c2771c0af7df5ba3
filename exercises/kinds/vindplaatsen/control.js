/* Finding places in the control room: per group the places with who comes there; add, correct, put one group large. */

import { html, useDraft, useSend, useState } from "/static/js/view.js";
import { Field } from "/static/js/parts/field.js";
import { NameField } from "/static/js/parts/namefield.js";
import { Menu } from "/static/js/parts/menu.js";
import { NOBODY, groups, name, names, open, places, visitors } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  overview: "Toon het overzicht",
  gaps: (n) => (n === 0 ? "Op elke plek komt iemand." : "Op " + n + (n === 1 ? " plek" : " plekken") + " komt nog niemand. Vraag wie daar de weg kent."),
  large: "Zet groot op het scherm",
  now: "Nu groot op het scherm",
  have: (one) => one.all - one.open + " van " + one.all,
  do: "Wijzig",
  off: (org) => "Haal weg: " + org,
  drop: "Haal deze plek van de lijst",
  back: "Zet terug op de lijst",
  own: "eigen plek",
  gone: "van de lijst gehaald",
  add: "Plek erbij",
  put: "Zet erbij",
  who: "Organisatie erbij",
};
const LONG = 80;
const look = (room, step, at) => room.send("place.look", { step: step.id, at });

export const tools = (step, room) => [{ label: words.overview, pressed: !step.state.at, run: () => look(room, step, "") }];

/* The remote walks through the groups once one of them is large. */
export function walk(step, room) {
  const all = groups(step).map((one) => one.id);
  const here = all.indexOf(step.state.at);
  if (here < 0) return {};
  return { next: () => look(room, step, all[here + 1] || ""), back: () => look(room, step, all[here - 1] || "") };
}

export default function Control({ room, step }) {
  if (!groups(step).length) return null;
  return html`<div class="stack stack--wide">
    <p class="muted">${words.gaps(open(step))}</p>
    ${groups(step).map((group) => html`<${Group} key=${group.id} room=${room} step=${step} group=${group} />`)}
  </div>`;
}

function Group({ room, step, group }) {
  const now = step.state.at === group.id;
  return html`<section class=${"card vind-group" + (now ? " vind-group--now" : "")}>
    <div class="vind-head">
      <h3>${name(group.id)} <span class="muted small num">${words.have(group)}</span></h3>
      <button type="button" class="button button--small" aria-pressed=${String(now)} aria-label=${(now ? words.now : words.large) + ": " + name(group.id)} onClick=${() => look(room, step, now ? "" : group.id)}>${now ? words.now : words.large}</button>
    </div>
    <ul class="plain vind-list">${places(step, group.id, true).map((place) => html`<li key=${place.id}><${Place} room=${room} step=${step} place=${place} /></li>`)}</ul>
    <${Add} room=${room} step=${step} group=${group.id} />
  </section>`;
}

function Place({ room, step, place }) {
  const [open_, setOpen] = useState(false);
  const { send, fault } = useSend(room);
  const here = visitors(room, step, place.id);
  const items = [
    ...(place.gone ? [] : [{ label: words.who, run: () => setOpen(true) }]),
    ...here.map((org) => ({ label: words.off(org.name), run: () => send("place.mark", { step: step.id, organisation: org.name, slots: [place.id], on: false }) })),
    ...(place.own ? [{ label: place.gone ? words.back : words.drop, danger: !place.gone, run: () => send("place.drop", { step: step.id, slot: place.id, on: !place.gone }) }] : []),
  ];
  return html`<div class="vind-row vind-row--plain">
      <span class="vind-told">
        <span class="vind-place" dir="auto">${place.text}${place.own ? html` <span class="muted small">(${place.gone ? words.gone : words.own})</span>` : ""}</span>
        ${!place.gone && (here.length ? html`<span dir="auto">${names(room, step, place.id).join(", ")}</span>` : html`<span class="vind-none">${NOBODY}</span>`)}
      </span>
      <${Menu} label=${words.do + " " + place.text} text=${words.do} items=${items} small />
    </div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`} ${open_ && html`<${Who} room=${room} step=${step} place=${place} onDone=${() => setOpen(false)} />`}`;
}

/* One more organisation at a place. */
function Who({ room, step, place, onDone }) {
  const [text, setText, clear] = useDraft(room, step.id, "wie." + place.id, "");
  const { send, busy, fault } = useSend(room);
  async function save(event) {
    event.preventDefault();
    const answer = await send("place.mark", { step: step.id, organisation: text.trim(), slots: [place.id] });
    if (answer.ok) (clear(), onDone());
  }
  return html`<form class="vind-add" onSubmit=${save}>
    <${NameField} label=${words.who} names=${room.list("organisation").map((one) => one.name)} value=${text} onValue=${setText} fault=${fault ? fault.say : ""} first />
    <button type="submit" class="button" disabled=${busy || !text.trim()}>${words.put}</button>
  </form>`;
}

function Add({ room, step, group }) {
  const [text, setText, clear] = useDraft(room, step.id, "plek." + group, "");
  const { send, busy, fault } = useSend(room);
  async function save(event) {
    event.preventDefault();
    const answer = await send("place.add", { step: step.id, group, name: text.trim() });
    if (answer.ok) clear();
  }
  return html`<form class="vind-add" onSubmit=${save}>
    <${Field} label=${words.add} max=${LONG} value=${text} onValue=${setText} fault=${fault ? fault.say : ""} />
    <button type="submit" class="button" aria-label=${words.put + ": " + name(group)} disabled=${busy || !text.trim()}>${words.put}</button>
  </form>`;
}
