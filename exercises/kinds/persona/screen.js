/* A person on the room's screen: the face, where we are, one section at a time, one question; after the reveal the notes. */

import { html, useState, prose, keyOf } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { NoteCard } from "/static/js/parts/note.js";
import { pageOf } from "/static/js/parts/pages.js";
import { Card, Portrait, Sections, fictional, job, now, short, whereText, wrote, cards } from "./parts.js";

const words = {
  choose: "Over wie denken wij na?",
  chooseMore: "Deze mensen zijn fictief. Hun verhalen zijn herkenbaar.",
  today: "Vandaag denken wij na over",
  write: "Schrijf op uw telefoon.",
  part: (from, to, all) => "Briefje " + from + " tot en met " + to + " van " + all + ". Op uw telefoon staan ze allemaal.",
  full: "Niet alles past op dit scherm. Op uw telefoon staat alles.",
  none: "Hier is niets opgeschreven.",
};

export const frame = "bare";
export const count = () => null;
export function heading(step) {
  const { persona } = now(step);
  return { small: persona ? persona.label + ", " + fictional : step.title, big: step.title };
}

export default function Screen({ room, step }) {
  const { persona } = now(step);
  return persona ? html`<${Person} room=${room} step=${step} />` : html`<${Choice} step=${step} />`;
}

function Choice({ step }) {
  const carers = cards(step);
  const one = carers.length === 1;
  return html`<div class="stage persona-choice">
    <h1>${one ? words.today : words.choose}</h1>
    <ul class=${"plain persona-cards" + (one ? " persona-cards--one" : "")}>
      ${carers.map((card) => html`<li key=${card.id} class="card"><${Card} persona=${card} /></li>`)}
    </ul>
    <p>${words.chooseMore}</p>
  </div>`;
}

function Person({ room, step }) {
  const { place, open } = now(step);
  if (open) return html`<${Answers} key=${place} room=${room} step=${step} />`;
  return html`<${Story} room=${room} step=${step} />`;
}

/* Before the reveal: who it is, what this section tells, and what the room is asked. */
function Story({ room, step }) {
  const { persona, section, at, place } = now(step);
  const some = wrote(step, room, place);
  return html`<div class="stage persona-stage">
    <aside class="card persona-side">
      <${Portrait} persona=${persona} />
      <p class="persona-name">${persona.label}</p>
      <p class="persona-line">${job(persona)}</p>
      <p class="persona-line persona-for">${persona.cares_for}</p>
      <p><span class="tag">${fictional}</span></p>
      <${Sections} persona=${persona} section=${section} visited=${step.state.visited} />
    </aside>
    <div class="persona-main">
      <p class="screen-small">${whereText(at, persona)}</p>
      <h1>${section.title}</h1>
      <${Fit} class="persona-text" min=${30} max=${60}>${prose(section.prose)}</${Fit}>
      <div class="persona-asks">
        <p class="persona-question">${section.question}</p>
        <p class="persona-how">${words.write}${some ? " " + some + "." : ""}</p>
      </div>
    </div>
  </div>`;
}

/* After the reveal: the question, and what the room answered, a page at a time. */
function Answers({ room, step }) {
  const { persona, section, at, place } = now(step);
  const notes = room.list("note", { step: step.id, section: place });
  const { from, shown, to } = pageOf(notes, step.state.page);
  const [full, setFull] = useState(false);
  return html`<div class="stage persona-answers">
    <header class="persona-bar">
      <${Portrait} persona=${persona} />
      <div>
        <p class="screen-small">${whereText(at, persona)}: ${short(section)}</p>
        <h1>${section.question}</h1>
      </div>
    </header>
    ${shown.length
      ? html`<${Fit} tag="ul" class="plain persona-wall" min=${24} max=${46} onFull=${setFull}>${shown.map((note) => html`<li key=${keyOf(note)}><${NoteCard} note=${note} big /></li>`)}</${Fit}>`
      : html`<p class="persona-none muted">${words.none}</p>`}
    ${full ? html`<p class="screen-small">${words.full}</p>` : shown.length < notes.length && html`<p class="screen-small">${words.part(from + 1, to, notes.length)}</p>`}
  </div>`;
}
