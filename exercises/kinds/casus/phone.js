/* A case on the phone: who it is about, the part where the room is with its question, and who could be casusregisseur. */

import { html, useState, useRef, useEffect, lanes, prose, later } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Writer, OwnNotes, draftField } from "/static/js/parts/writer.js";
import { Nobody, ORDER, PARTS, about, agreeing, at, isOpen, name, question, roleLine } from "./words.js";

const words = {
  soon: "De begeleider kiest zo over wie we praten. Daarna kunt u schrijven.",
  who: "Over wie praten we?",
  read: (title) => "Lees het verhaal van " + title,
  told: "Lees de casus",
  part: "Liever een ander onderdeel?",
  here: " (nu in de zaal)",
  on: (part) => "De zaal is nu bij “" + part + "”.",
  along: "Ga mee",
  label: "Uw antwoord",
  own: "Uw briefjes hier",
  silent: "De anderen zien uw briefje pas als de begeleider deze briefjes toont.",
  open: "De briefjes liggen open. Wat u nu plakt, ziet iedereen.",
};
const Outcome = later((again) => import("./outcome.js" + again).then((module) => module.Outcome), () => null);
const Offer = later((again) => import("./offer.js" + again).then((module) => module.Offer));
const Others = later((again) => import("./offer.js" + again).then((module) => module.Others));

export function heading(step) {
  const one = about(step);
  return one ? { small: "", big: one.title } : { small: "", big: words.who };
}

export default function Phone({ room, step }) {
  return about(step) ? html`<${Case} room=${room} step=${step} />` : html`<p>${words.soon}</p>`;
}

/* Under which name half-typed text of a part is kept: the same as its Writer's. */
const lane = (step) => (lanes(step)[0] || { id: "1" }).id;
const field = (step, part) => draftField(lane(step), part);

/* The part to draw: the room's, unless somebody chose another or is in the middle of a sentence. */
function usePart(room, step) {
  const there = at(step);
  const [own, setOwn] = useState("");
  const drawn = useRef(there);
  let part = own;
  if (!part && there !== drawn.current && (room.draft(step.id, field(step, drawn.current)) || "").trim()) part = drawn.current;
  if (part === there) part = "";
  useEffect(() => {
    if (part !== own) setOwn(part);
    drawn.current = part || there;
  });
  return [part || there, (to) => ((drawn.current = to), setOwn(to === there ? "" : to))];
}

function Case({ room, step }) {
  const [part, go] = usePart(room, step);
  const there = at(step);
  const options = ORDER.map((id) => ({ id, text: name(id) + (id === there ? words.here : "") }));
  return html`<div class="stack casus-phone">
    <${Story} step=${step} />
    ${part !== there &&
    html`<div class="banner banner--sun row">
      <p>${words.on(name(there))}</p>
      <button type="button" class="button button--small" onClick=${() => go(there)}>${words.along}</button>
    </div>`}
    <section class="stack" key=${part}>
      <div>
        ${roleLine(part) && html`<p class="small muted">${roleLine(part)}</p>`}
        <h2>${name(part)}</h2>
      </div>
      <p class="casus-asks">${part === "director" ? PARTS.director[1] : question(step, part)}</p>
      ${part === "director" ? html`<${Offer} room=${room} step=${step} />` : html`<${Write} room=${room} step=${step} part=${part} />`}
    </section>
    ${agreeing(step) && html`<div class="card casus-card"><${Outcome} room=${room} step=${step} /></div>`}
    <${Pick} label=${words.part} options=${options} value=${part} onValue=${go} />
  </div>`;
}

function Story({ step }) {
  const { title, line, text, persona } = about(step);
  if (!persona)
    return html`<details class="casus-read">
      <summary>${words.told}</summary>
      <p class="casus-text" dir="auto">${text}</p>
    </details>`;
  return html`<div>
    <p>${line}. ${text} <${Nobody} one=${about(step)} /></p>
    <details class="casus-read">
      <summary>${words.read(title)}</summary>
      ${persona.sections.map((section) => html`<div key=${section.id} class="prose"><h3>${section.title}</h3>${prose(section.prose)}</div>`)}
    </details>
  </div>`;
}

function Write({ room, step, part }) {
  const open = isOpen(step, part);
  const mine = room.own("note", { step: step.id }).map((note) => note.id);
  const notes = open ? room.list("note", (note) => note.step === step.id && note.section === part && !mine.includes(note.id)) : [];
  return html`<${Writer} room=${room} step=${step} lane=${lane(step)} section=${part} label=${words.label} />
    <p class="small muted">${open ? words.open : words.silent}</p>
    <${OwnNotes} room=${room} step=${step} where=${{ step: step.id, section: part }} title=${words.own} />
    ${notes.length > 0 && html`<${Others} notes=${notes} />`}`;
}
