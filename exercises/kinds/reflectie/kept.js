/* In Naslag: what somebody thought in this step, as it stands on this phone; each text with the question it is about. */

import { html } from "/static/js/view.js";

const words = {
  quiet: "Dit staat op deze telefoon. Alleen wat u deelde, hebben anderen gelezen.",
};

export function Lookback({ room, step }) {
  const held = room.drafts.list().filter((draft) => draft.step === step.id && draft.about && draft.about.stays);
  if (held.length === 0) return null;
  held.sort((a, b) => (a.field < b.field ? -1 : 1));
  return html`<section class="stack stack--tight">
    <h2>${step.title}</h2>
    <p class="small muted">${words.quiet}</p>
    ${held.map((draft) => html`<div key=${draft.field} class="note"><p class="small">${draft.about.title}</p><p class="note-text" dir="auto">${draft.text}</p></div>`)}
  </section>`;
}
