/* One's own notes, step by step, and what became of each: its group, its action, and how that stands. */

import { html, keyOf } from "../view.js";
import { OwnNote } from "../parts/ownnotes.js";

const words = {
  mine: "Uw briefjes en wat ermee gebeurde",
  none: "U hebt nog geen briefjes geplakt.",
};

export function Mine({ room }) {
  const notes = room.own("note");
  const steps = room.steps().filter((step) => notes.some((note) => note.step === step.id));
  return html`<section class="stack stack--tight">
    <h2>${words.mine}</h2>
    ${notes.length === 0 && html`<p class="muted">${words.none}</p>`}
    ${steps.map(
      (step) => html`<div class="stack stack--tight" key=${step.id}>
        <h3>${step.title}</h3>
        <ul class="plain stack stack--tight">
          ${notes.filter((note) => note.step === step.id).map((note) => html`<li key=${keyOf(note)}><${OwnNote} room=${room} note=${note} /></li>`)}
        </ul>
      </div>`,
    )}
  </section>`;
}
