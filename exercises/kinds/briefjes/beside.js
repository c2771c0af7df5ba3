/* What does not hang on the wall: notes to look at first, hidden ones, and those that were taken back. */

import { html, plural } from "/static/js/view.js";
import { may } from "/static/js/parts/may.js";
import { NoteCard } from "/static/js/parts/note.js";
import { besideOf } from "./wall.js";

const words = {
  waiting: (n) => "Te bekijken (" + n + ")",
  waitingText: "Deze briefjes komen pas op de muur als u ze toont.",
  show: "Toon",
  showAll: (n) => "Toon alle " + n,
  keep: "Toon niet",
  beside: (n) => "Niet op de muur (" + n + ")",
  hidden: (n) => plural(n, "briefje is", "briefjes zijn") + " verborgen voor de zaal.",
  back: "Toon weer",
  edit: "Pas aan …",
  redact: "Maak voorgoed leeg …",
  what: (word, note) => word + ": " + note.text.slice(0, 60),
};

function Button({ word, note, run, main }) {
  return html`<button type="button" class=${"button button--small" + (main ? " button--main" : "")} aria-label=${words.what(word, note)} onClick=${run}>${word}</button>`;
}

export function Waiting({ desk }) {
  const { room, step, ask } = desk;
  const { waiting } = besideOf(room, step);
  if (waiting.length === 0) return null;
  const show = (notes, on) => room.send("note.hide", { notes: notes.map((note) => note.id), on });
  return html`<section class="card stack stack--tight">
    <div class="row row--apart">
      <h3>${words.waiting(waiting.length)}</h3>
      ${waiting.length > 1 && html`<button type="button" class="button button--small button--main" onClick=${() => show(waiting, false)}>${words.showAll(waiting.length)}</button>`}
    </div>
    <p class="small muted">${words.waitingText}</p>
    <ul class="plain briefjes-list briefjes-list--wide">
      ${waiting.map(
        (note) => html`<li key=${note.id}>
          <${NoteCard} note=${{ ...note, hidden: false }} room=${room} />
          <div class="row briefjes-under">
            <${Button} word=${words.show} note=${note} main run=${() => show([note], false)} />
            <${Button} word=${words.edit} note=${note} run=${() => ask({ what: "edit", note })} />
            <${Button} word=${words.keep} note=${note} run=${() => show([note], true)} />
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

export function Beside({ desk }) {
  const { room, step, ask } = desk;
  const { hidden, gone } = besideOf(room, step);
  const all = [...hidden, ...gone];
  if (all.length === 0) return null;
  return html`<details class="briefjes-beside">
    <summary>${words.beside(all.length)}</summary>
    <ul class="plain briefjes-list briefjes-list--wide">
      ${all.map(
        (note) => html`<li key=${note.id}>
          <${NoteCard} note=${note} room=${room} />
          ${!note.redacted &&
          html`<div class="row briefjes-under">
            ${note.hidden && !note.withdrawn && html`<${Button} word=${words.back} note=${note} run=${() => room.send("note.hide", { notes: [note.id], on: false })} />`}
            ${may(room, "note.redact") && html`<${Button} word=${words.redact} note=${note} run=${() => ask({ what: "redact", note })} />`}
          </div>`}
        </li>`,
      )}
    </ul>
  </details>`;
}
