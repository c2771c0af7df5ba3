/* In Naslag: what somebody thought in this step, as it stands on this phone. */

import { html, lanes } from "/static/js/view.js";

const words = {
  title: (step) => step.title,
  quiet: "Dit staat op deze telefoon. Alleen wat u deelde, hebben anderen gelezen.",
};

export function Lookback({ room, step }) {
  const rows = lanes(step).map((lane) => ({ ...lane, said: (room.draft(step.id, "denk." + lane.id) || "").trim() })).filter((lane) => lane.said);
  if (rows.length === 0) return null;
  return html`<section class="stack stack--tight">
    <h2>${words.title(step)}</h2>
    <p class="small muted">${words.quiet}</p>
    ${rows.map((lane) => html`<div key=${lane.id} class="note"><p class="small">${lane.text}</p><p class="note-text" dir="auto">${lane.said}</p></div>`)}
  </section>`;
}
