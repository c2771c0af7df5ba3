/* On the phone, under the field: one's own expectations by role, and what the others expect. */

import { html } from "/static/js/view.js";
import { OwnNotes } from "/static/js/parts/writer.js";
import { ROLES } from "./words.js";

const words = {
  own: (name) => "U over de " + name.toLowerCase(),
  others: (n) => "Wat anderen verwachten (" + n + ")",
};

export function Mine({ room, step }) {
  const mine = room.own("note", { step: step.id });
  const roles = Object.keys(ROLES).filter((role) => mine.some((note) => note.section === role));
  const others = room.list("note", (note) => note.step === step.id && !mine.some((own) => own.id === note.id));
  return html`<div class="stack">
    ${roles.map((role) => html`<${OwnNotes} key=${role} room=${room} step=${step} where=${{ step: step.id, section: role }} title=${words.own(ROLES[role][0])} />`)}
    ${others.length > 0 &&
    html`<details class="card">
      <summary>${words.others(others.length)}</summary>
      <ul class="rollen-others">${others.map((note) => html`<li key=${note.id} dir="auto"><strong>${(ROLES[note.section] || [""])[0]}:</strong> ${note.text}</li>`)}</ul>
    </details>`}
  </div>`;
}
