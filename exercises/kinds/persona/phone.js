/* The phone in a persona step: the question of the section, a note for it, and whose story it is. */

import { html, useState, useRef, useEffect, later } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Writer, OwnNotes, draftField } from "/static/js/parts/writer.js";
import { Card, Portrait, Told, fictional, job, now, placeOf, cards } from "./parts.js";

const words = {
  who: "Over wie denken wij na?",
  soon: "De begeleider kiest zo een van deze mensen. Zij zijn fictief; hun verhalen zijn herkenbaar.",
  read: "Lees mee",
  section: "Liever een ander onderdeel?",
  here: " (nu in de zaal)",
  on: (title) => "De zaal is nu bij “" + title + "”.",
  along: "Ga mee",
  unfinished: (title) => "U was nog bezig bij “" + title + "”.",
  finish: "Maak af",
  silent: "De anderen zien uw briefje pas als de begeleider deze briefjes toont.",
  open: "De briefjes liggen open. Wat u nu plakt, ziet iedereen.",
  label: "Uw antwoord",
  own: "Uw briefjes hier",
};
const LANE = "1";
const Others = later((again) => import("./others.js" + again).then((module) => module.Others));
export const takesNotes = true;

export function heading(step) {
  const { persona } = now(step);
  return persona ? { small: "", big: persona.label } : { small: "", big: words.who };
}

export default function Phone({ room, step }) {
  return now(step).persona ? html`<${Person} room=${room} step=${step} />` : html`<${Waiting} step=${step} />`;
}

function Waiting({ step }) {
  return html`<div class="stack">
    <p>${words.soon}</p>
    <ul class="plain stack persona-cards">${cards(step).map((card) => html`<li key=${card.id} class="card"><${Card} persona=${card} /></li>`)}</ul>
  </div>`;
}

/* Everything that can be written about: this persona's sections whole, and the names of what came before. */
function known(step) {
  const found = new Map();
  for (const one of [...((step.state && step.state.others) || []), now(step).persona]) {
    one.sections.forEach((section) => found.set(placeOf(one, section), { persona: one, section }));
  }
  return found;
}

/* The place to draw: the room's, unless somebody chose another or is in the middle of a sentence. */
function usePlace(room, step) {
  const { place } = now(step);
  const [own, setOwn] = useState(null);
  const drawn = useRef(place);
  let at = own;
  if (!at && place !== drawn.current && (room.draft(step.id, draftField(LANE, drawn.current)) || "").trim()) at = drawn.current;
  if (at === place || (at && !known(step).has(at))) at = null;
  useEffect(() => {
    if (at !== own) setOwn(at);
    drawn.current = at || place;
  });
  return [at || place, (to) => ((drawn.current = to), setOwn(to === place ? null : to))];
}

function Person({ room, step }) {
  const { persona, place: room_place } = now(step);
  const [place, go] = usePlace(room, step);
  const all = known(step);
  const { persona: who, section } = all.get(place);
  const away = place !== room_place;
  const open = away ? (step.state.shown || []).includes(place) : step.revealed;
  const mine = new Set(room.own("note", { step: step.id }).map((note) => note.id));
  const notes = open ? room.list("note", (note) => note.step === step.id && note.section === place && !mine.has(note.id)) : [];
  const half = room.drafts.list().filter((draft) => draft.step === step.id && draft.field.startsWith(draftField(LANE, "")) && draft.field !== draftField(LANE, place));
  const options = persona.sections.map((one) => ({ id: placeOf(persona, one), text: one.title + (placeOf(persona, one) === room_place ? words.here : "") }));
  if (who.id !== persona.id) options.unshift({ id: place, text: who.label + ": " + section.title });

  return html`<div class="stack persona-phone">
    ${half
      .map((draft) => ({ ...draft, to: draft.field.slice(draftField(LANE, "").length) }))
      .filter((draft) => all.has(draft.to))
      .map(
        (draft) => html`<div class="banner banner--sun row" key=${draft.field}>
          <p>${words.unfinished(all.get(draft.to).section.title)}</p>
          <button type="button" class="button button--small" onClick=${() => go(draft.to)}>${words.finish}</button>
        </div>`,
      )}
    <div class="persona-top">
      ${who.portrait && html`<${Portrait} persona=${who} />`}
      <div>
        ${who.id !== persona.id && html`<p class="persona-name">${who.label}</p>`} ${who.line && html`<p>${job(who)}</p>`}
        <p><span class="tag">${fictional}</span></p>
      </div>
    </div>
    ${section.prose &&
    html`<details class="persona-read" key=${"read" + place}>
      <summary>${words.read}: ${section.title}</summary>
      <p class="persona-cares">${who.cares_for}.</p>
      <${Told} section=${section} />
    </details>`}
    <h2 class="persona-asks">${section.question}</h2>
    <${Writer} key=${place} room=${room} step=${step} lane=${LANE} section=${place} blocks=${true} label=${words.label} />
    <p class="small muted">${open ? words.open : words.silent}</p>
    ${away &&
    html`<div class="banner banner--sun row">
      <p>${words.on((all.get(room_place) || { section: {} }).section.title)}</p>
      <button type="button" class="button button--small" onClick=${() => go(room_place)}>${words.along}</button>
    </div>`}
    <${OwnNotes} room=${room} step=${step} where=${{ step: step.id, section: place }} title=${words.own} />
    ${notes.length > 0 && html`<${Others} notes=${notes} />`}
    <${Pick} label=${words.section} options=${options} value=${place} onValue=${go} />
  </div>`;
}
