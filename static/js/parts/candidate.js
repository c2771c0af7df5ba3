/* What is voted on, rated, or made into an action: a group of notes with its name, or one note. */

import { html, plural } from "../view.js";

const words = {
  notes: (n) => plural(n, "briefje", "briefjes"),
  gone: "Dit is er niet meer",
};

const counts = (note) => note && !note.hidden && !note.withdrawn && !note.redacted && !note.into;

/* The notes of a group that count, in order. */
export const inside = (room, cluster) => (cluster.notes || []).map((id) => room.get(id)).filter(counts);

/* {text, notes} of a candidate: `notes` has the group's notes, and is null for a loose note. */
export function named(room, id) {
  const one = room.get(id);
  if (!one) return { text: words.gone, notes: null };
  return one.type === "cluster" ? { text: one.name, notes: inside(room, one), block: one.block } : { text: one.text, notes: null, block: one.block };
}

/* The candidate as text; a group opens on its notes. `plain`: no notes to open, only how many there are. */
export function Candidate({ room, id, plain, tag = "p" }) {
  const { text, notes } = named(room, id);
  const said = notes && words.notes(notes.length);
  return html`<div class=${"candidate" + (notes ? " candidate--group" : "")}>
    <${tag} class="candidate-text" dir="auto">${text}</${tag}>
    ${notes && plain && html`<p class="candidate-notes small muted">${said}</p>`}
    ${notes &&
    !plain &&
    notes.length > 0 &&
    html`<details class="candidate-notes small">
      <summary>${said}<span class="visually-hidden"> in ${text}</span></summary>
      <ul>
        ${notes.map((note) => html`<li key=${note.id} dir="auto">${note.text}</li>`)}
      </ul>
    </details>`}
  </div>`;
}
