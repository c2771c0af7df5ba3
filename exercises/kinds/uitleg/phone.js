/* The same slide on the phone, to read along in one's own time. */

import { html } from "/static/js/view.js";
import { parts, Body, Asks } from "./slide.js";

const words = {
  listen: "U hoeft nu niets te typen. Luister en kijk mee.",
  again: "Nog eens lezen",
};

export function heading(step) {
  const { lead } = parts(step);
  return lead ? { big: lead, small: step.title } : { big: step.title, small: step.group || "" };
}

export default function Phone({ step }) {
  const { body, asks } = parts(step);
  return html`<div class="uitleg stack">
    <div class="uitleg-body prose"><${Body} nodes=${body} /></div>
    <${Asks} asks=${asks} />
    <p class="muted">${words.listen}</p>
  </div>`;
}

/* In Naslag: the slides that this phone has seen. */
export function Lookback({ step }) {
  const { lead, body, asks } = parts(step);
  if (!body.length && !lead) return null;
  return html`<details class="card uitleg-again">
    <summary><strong>${step.title}</strong><br /><span class="muted small">${words.again}</span></summary>
    <div class="uitleg stack">
      ${lead && html`<p class="lead"><strong>${lead}</strong></p>`}
      <div class="uitleg-body prose"><${Body} nodes=${body} /></div>
      <${Asks} asks=${asks} />
    </div>
  </details>`;
}
