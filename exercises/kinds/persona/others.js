/* What the others wrote in this section, once it lies open. */

import { html, keyOf } from "/static/js/view.js";
import { NoteCard } from "/static/js/parts/note.js";

const words = { title: (count) => "Wat anderen schreven (" + count + ")" };

export function Others({ notes }) {
  return html`<section class="stack stack--tight">
    <h2>${words.title(notes.length)}</h2>
    <ul class="plain stack stack--tight">${notes.map((note) => html`<li key=${keyOf(note)}><${NoteCard} note=${note} /></li>`)}</ul>
  </section>`;
}
