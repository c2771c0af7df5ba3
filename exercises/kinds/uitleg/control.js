/* What the room sees now, in the facilitator's own size. The coaching stands beside it. */

import { html } from "/static/js/view.js";
import { parts, Body, Asks } from "./slide.js";

const words = {
  sees: "Dit ziet de zaal",
  empty: "Op deze dia staat alleen de titel.",
};

export default function Control({ step }) {
  const { lead, body, asks } = parts(step);
  return html`<section class="card uitleg uitleg-mirror stack">
    <h2 class="uitleg-sees">${words.sees}</h2>
    <p class="uitleg-title">${lead || step.title}</p>
    ${body.length ? html`<div class="uitleg-body prose"><${Body} nodes=${body} /></div>` : !asks.length && html`<p class="muted">${words.empty}</p>`}
    <${Asks} asks=${asks} />
  </section>`;
}
