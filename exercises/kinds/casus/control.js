/* A case in the control room: choose somebody, walk the parts, read, show, and settle who does what. */

import { html, useState, prose, keyOf } from "/static/js/view.js";
import { Emptying } from "/static/js/parts/emptying.js";
import { may } from "/static/js/parts/may.js";
import { Menu } from "/static/js/parts/menu.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Chosen, Director, First, Own } from "./settle.js";
import { Portrait } from "./outcome.js";
import { Nobody, ORDER, PARTS, about, at, beside, count, isOpen, name, question, roleLine, written } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  choose: "Over wie praat u?",
  hint: "Kies een persona, of schrijf zelf een casus. De zaal ziet daarna wie het is.",
  proposal: "voorstel",
  take: (label) => "Kies " + label,
  other: "Andere casus",
  parts: "Onderdelen",
  back: "Vorig onderdeel",
  next: "Volgend onderdeel",
  show: "Toon deze briefjes",
  hide: "Verberg deze briefjes weer",
  only: (n) => "Alleen u ziet deze briefjes. De zaal weet alleen: " + count(n) + ".",
  nobody: "Kies eerst een casus. De zaal wacht nog.",
  none: "Bij dit onderdeel is nog niets geschreven.",
  came: (n) => "Briefjes bij dit onderdeel (" + n + ")",
  story: (title) => "Het verhaal van " + title,
  speaker: "Toelichting (alleen voor u)",
  do: "Wijzig",
  first: "Maak dit de eerste stap",
  hideNote: "Verberg voor de zaal",
  showNote: "Toon weer aan de zaal",
  redact: "Maak voorgoed leeg …",
};

export const mayBehalf = (step) => Boolean(about(step));

export function notice(step, room) {
  if (!about(step)) return words.nobody;
  const n = written(step, room, at(step));
  return n && !isOpen(step, at(step)) ? words.only(n) : null;
}

const go = (room, step, part) => part && (() => room.send("case.look", { step: step.id, at: part }));

export function tools(step, room) {
  if (!about(step)) return [];
  const [before, after, here] = [beside(step, -1), beside(step, 1), at(step)];
  const open = isOpen(step, here);
  return [
    { label: words.back, run: go(room, step, before) || (() => {}), disabled: !before },
    { label: words.next, run: go(room, step, after) || (() => {}), disabled: !after, main: true },
    ...(here === "director" ? [] : [{ label: open ? words.hide : words.show, run: () => room.send("case.open", { step: step.id, part: here, on: !open }) }]),
  ];
}

/* The remote walks the parts before it goes on to another step. */
export function walk(step, room) {
  return about(step) ? { back: go(room, step, beside(step, -1)), next: go(room, step, beside(step, 1)) } : {};
}

export default function Control({ room, step }) {
  return about(step) ? html`<${Case} room=${room} step=${step} />` : html`<${Choice} room=${room} step=${step} />`;
}

function Choice({ room, step }) {
  return html`<section class="stack casus-control">
    <h3>${words.choose}</h3>
    <p class="muted">${words.hint}</p>
    <ul class="plain casus-cards">
      ${(step.personas || []).map(
        (card) => html`<li key=${card.id} class="card">
          <div class="casus-person">
            <${Portrait} persona=${card} />
            <div><p class="casus-name">${card.label}</p><p class="small">${card.cares_for}</p></div>
          </div>
          ${card.id === step.settings.persona && html`<span class="tag">${words.proposal}</span>`}
          <button type="button" class=${"button" + (card.id === step.settings.persona ? " button--main" : "")} onClick=${() => room.send("case.choose", { step: step.id, persona: card.id })}>${words.take(card.label)}</button>
        </li>`,
      )}
    </ul>
    <${Own} room=${room} step=${step} />
  </section>`;
}

function Case({ room, step }) {
  const one = about(step);
  const part = at(step);
  const choices = (step.personas || []).map((card) => ({ label: card.label, checked: Boolean(one.persona) && card.id === one.persona.id, run: () => room.send("case.choose", { step: step.id, persona: card.id }) }));
  return html`<div class="stack casus-control">
    <div class="casus-head">
      ${one.persona && html`<${Portrait} persona=${one.persona} />`}
      <div class="casus-grow">
        <h3 dir="auto">${one.title} <${Nobody} one=${one} /></h3>
        ${one.persona && html`<p class="muted small">${one.line}. ${one.text}</p>`}
      </div>
      ${choices.length > 0 && html`<${Menu} label=${words.other} items=${choices} small />`}
    </div>
    <${Chosen} room=${room} step=${step} />
    <div class="sections">
      <nav class="casus-steps" aria-label=${words.parts}>
        <ol class="plain">
          ${ORDER.map((id) => {
            const n = written(step, room, id);
            const done = id === "director" ? step.state.director : isOpen(step, id);
            return html`<li key=${id}>
              <button type="button" class="sections-one" aria-current=${id === part ? "step" : undefined} onClick=${go(room, step, id)}>
                <span class="casus-tick" aria-hidden="true">${done ? "✓" : ""}</span><span>${name(id)}</span>${n > 0 && html`<span class="num sections-count">${n}</span>`}
              </button>
            </li>`;
          })}
        </ol>
      </nav>
      <div class="stack casus-grow">
        <section class="card stack stack--tight">
          ${roleLine(part) && html`<p class="small muted">${roleLine(part)}</p>`}
          <h3>${name(part)}</h3>
          <p class="casus-asks">${part === "director" ? PARTS.director[1] : question(step, part)}</p>
        </section>
        ${part === "director" && html`<${Director} room=${room} step=${step} />`} ${part === "handover" && html`<${First} room=${room} step=${step} />`}
        ${part === "story" && (one.persona ? html`<${Story} one=${one} />` : html`<p class="casus-text" dir="auto">${one.text}</p>
              <${Own} room=${room} step=${step} />`)} ${part !== "director" && html`<${Notes} key=${part} room=${room} step=${step} part=${part} />`}
      </div>
    </div>
  </div>`;
}

/* The nine sections to tell from, and the speaker notes. */
function Story({ one }) {
  return html`<details class="card">
    <summary>${words.story(one.title)}</summary>
    ${one.persona.sections.map((section) => html`<div key=${section.id} class="prose"><h4>${section.title}</h4>${prose(section.prose)}</div>`)}
    ${one.persona.notes && one.persona.notes.length > 0 && html`<div class="prose"><h4>${words.speaker}</h4>${prose(one.persona.notes)}</div>`}
  </details>`;
}

function Notes({ room, step, part }) {
  const [empty, setEmpty] = useState(null);
  const notes = room.list("note", { step: step.id, section: part });
  if (!notes.length) return html`<p class="muted">${words.none}</p>`;
  const first = (step.state.first || {}).note;
  const menu = (note) => [
    ...(part === "handover" ? [{ label: words.first, checked: note.id === first, disabled: note.hidden || note.withdrawn || note.redacted, run: () => room.send("case.hand", { step: step.id, note: note.id }) }] : []),
    { label: note.hidden ? words.showNote : words.hideNote, run: () => room.send("note.hide", { notes: [note.id], on: !note.hidden }) },
    ...(may(room, "note.redact") ? [{ group: " ", label: words.redact, danger: true, disabled: note.redacted, run: () => setEmpty(note) }] : []),
  ];
  return html`<section class="stack stack--tight">
    <h3>${words.came(notes.length)}</h3>
    <ul class="plain casus-cards">${notes.map((note) => html`<li key=${keyOf(note)}><${NoteCard} note=${note} menu=${menu(note)} menuText=${words.do} /></li>`)}</ul>
    ${empty &&
    html`<${Emptying} room=${room} note=${empty} onClose=${() => setEmpty(null)} />`}
  </section>`;
}
