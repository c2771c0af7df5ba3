/* The persona in the control room: choose a person, walk the sections, read what comes in, show it to the room. */

import { html, block, useState, prose, keyOf } from "/static/js/view.js";
import { Emptying } from "/static/js/parts/emptying.js";
import { may } from "/static/js/parts/may.js";
import { Menu } from "/static/js/parts/menu.js";
import { NoteCard } from "/static/js/parts/note.js";
import { pageOf } from "/static/js/parts/pages.js";
import { Card, Portrait, Told, fictional, job, now, placeOf, short, whereText, wrote, cards } from "./parts.js";

const words = {
  choose: "Wie staat centraal?",
  hint: "De zaal ziet nu deze zelfde kaarten. Laat de mensen mee kiezen. Klik daarna op een persoon.",
  proposal: "voorstel",
  take: (label) => "Kies " + label,
  other: "Andere persona",
  sections: "Onderdelen",
  back: "Vorig onderdeel",
  next: "Volgend onderdeel",
  show: "Toon deze briefjes",
  hide: "Verberg deze briefjes weer",
  only: (count) => "Alleen u ziet de briefjes bij dit onderdeel. De zaal weet alleen: " + count + ".",
  nobody: "De zaal ziet de kaarten. Kies een persona om te beginnen.",
  none: "Bij dit onderdeel is nog niets geschreven.",
  came: (count) => "Briefjes bij dit onderdeel (" + count + ")",
  one: "briefje",
  many: "briefjes",
  speaker: (label) => "Toelichting bij " + label + " (alleen voor u)",
  hideNote: "Verberg voor de zaal",
  showNote: "Toon weer aan de zaal",
  noBlock: "Geen bouwsteen",
  blocks: "Bouwsteen",
  do: "Wijzig",
  redact: "Maak voorgoed leeg …",
  asks: "Vraag aan de zaal",
  part: (from, to, all) => "Het scherm toont briefje " + from + " tot en met " + to + " van " + all + ".",
  more: "Toon de volgende",
  fewer: "Toon de vorige",
};

/* The section before (-1) or after (+1) the one on the screen, or undefined at either end. */
const beside = (step, by) => {
  const { persona, at } = now(step);
  return persona && persona.sections[at + by];
};

export function notice(step, room) {
  const { persona, place, open } = now(step);
  if (!persona) return words.nobody;
  const some = wrote(step, room, place);
  return open || !some ? null : words.only(some);
}

export function tools(step, room) {
  if (!now(step).persona) return [];
  const go = (section) => () => room.send("persona.show", { step: step.id, section: section.id });
  const before = beside(step, -1);
  const after = beside(step, 1);
  return [
    { label: words.back, run: before ? go(before) : () => {}, disabled: !before },
    { label: words.next, run: after ? go(after) : () => {}, disabled: !after, main: true },
    { label: step.revealed ? words.hide : words.show, run: () => room.send("step.reveal", { step: step.id, on: !step.revealed }) },
  ];
}

export const takesNotes = true;
/* Notes on behalf of somebody go to where the room is. */
export const behalf = (step) => ({ section: now(step).place });

/* The remote walks the sections before it goes on to another step. */
export function walk(step, room) {
  const go = (section) => section && (() => room.send("persona.show", { step: step.id, section: section.id }));
  return { back: go(beside(step, -1)), next: go(beside(step, 1)) };
}

export default function Control({ room, step }) {
  return now(step).persona ? html`<${Person} room=${room} step=${step} />` : html`<${Choice} room=${room} step=${step} />`;
}

function Choice({ room, step }) {
  return html`<section class="stack persona-control">
    <h3>${words.choose}</h3>
    <p class="muted">${words.hint}</p>
    <ul class="plain persona-cards">
      ${cards(step).map(
        (card) => html`<li key=${card.id} class="card">
          <${Card} persona=${card} />
          ${card.id === step.settings.persona && html`<span class="tag persona-proposal">${words.proposal}</span>`}
          <button type="button" class=${"button" + (card.id === step.settings.persona ? " button--main" : "")} onClick=${() => room.send("persona.choose", { step: step.id, persona: card.id })}>
            ${words.take(card.label)}
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

function Person({ room, step }) {
  const { persona, section, at } = now(step);
  const choices = cards(step).map((card) => ({
    label: card.label + ", " + card.cares_for.charAt(0).toLowerCase() + card.cares_for.slice(1),
    checked: card.id === persona.id,
    run: () => room.send("persona.choose", { step: step.id, persona: card.id }),
  }));
  return html`<div class="stack persona-control">
    <div class="persona-head">
      <${Portrait} persona=${persona} />
      <div class="persona-who">
        <h3>${persona.label} <span class="tag">${fictional}</span></h3>
        <p class="muted small">${job(persona)}. ${persona.cares_for}.</p>
      </div>
      ${choices.length > 1 && html`<${Menu} label=${words.other} items=${choices} small />`}
    </div>
    <div class="sections">
      <${Steps} room=${room} step=${step} />
      <div class="stack persona-here">
        <section class="card stack stack--tight">
          <p class="small muted">${whereText(at, persona)}</p>
          <h3>${section.title}</h3>
          <${Told} section=${section} />
          <p class="persona-asks"><span class="visually-hidden">${words.asks}: </span>${section.question}</p>
        </section>
        <${Notes} room=${room} step=${step} />
      </div>
    </div>
    <details class="card persona-speaker">
      <summary>${words.speaker(persona.label)}</summary>
      <div class="prose">${prose(persona.notes)}</div>
    </details>
  </div>`;
}

/* The nine sections as buttons, with how many notes there are. */
function Steps({ room, step }) {
  const { persona, section } = now(step);
  const places = room.tally(step).places || {};
  const visited = step.state.visited || [];
  return html`<nav class="persona-steps" aria-label=${words.sections}>
    <ol class="plain">
      ${persona.sections.map((one) => {
        const place = placeOf(persona, one);
        const count = (places[place] || {}).notes || 0;
        const current = one.id === section.id;
        return html`<li key=${one.id}>
          <button type="button" class="sections-one" aria-current=${current ? "step" : undefined} onClick=${() => room.send("persona.show", { step: step.id, section: one.id })}>
            <span class="persona-tick" aria-hidden="true">${!current && visited.includes(place) ? "✓" : ""}</span>
            <span>${short(one)}</span>
            ${count > 0 && html`<span class="num sections-count">${count}</span><span class="visually-hidden"> ${count === 1 ? words.one : words.many}</span>`}
          </button>
        </li>`;
      })}
    </ol>
  </nav>`;
}

function Notes({ room, step }) {
  const { place } = now(step);
  const [empty, setEmpty] = useState(null);
  const notes = room.list("note", { step: step.id, section: place }).filter((note) => !note.into);
  if (!notes.length) return html`<p class="muted">${words.none}</p>`;
  const menu = (note) => [
    { label: note.hidden ? words.showNote : words.hideNote, run: () => room.send("note.hide", { notes: [note.id], on: !note.hidden }) },
    ...[1, 2, 3, 4, 5, 6, 7, 0].map((nr) => ({
      group: words.blocks,
      label: nr ? nr + ". " + block(nr) : words.noBlock,
      checked: (note.block || 0) === nr,
      run: () => room.send("note.block", { notes: [note.id], block: nr }),
    })),
    ...(may(room, "note.redact") ? [{ group: " ", label: words.redact, danger: true, disabled: note.redacted, run: () => setEmpty(note) }] : []),
  ];
  const seen = notes.filter((note) => !note.hidden && !note.withdrawn && !note.redacted);
  const { page, pages, from, to } = pageOf(seen, step.state.page);
  const turn = (by) => room.send("persona.turn", { step: step.id, page: page + by });
  return html`<section class="stack stack--tight">
    <h3>${words.came(notes.length)}</h3>
    ${step.revealed &&
    pages > 1 &&
    html`<div class="row">
      <span>${words.part(from + 1, to, seen.length)}</span>
      <button type="button" class="button button--small" disabled=${page === 0} onClick=${() => turn(-1)}>${words.fewer}</button>
      <button type="button" class="button button--small" disabled=${page === pages - 1} onClick=${() => turn(1)}>${words.more}</button>
    </div>`}
    <ul class="plain persona-notes">${notes.map((note) => html`<li key=${keyOf(note)}><${NoteCard} note=${note} room=${room} menu=${menu(note)} menuText=${words.do} /></li>`)}</ul>
    ${empty &&
    html`<${Emptying} room=${room} note=${empty} onClose=${() => setEmpty(null)} />`}
  </section>`;
}
