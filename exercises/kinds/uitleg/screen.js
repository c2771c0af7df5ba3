/* A slide on the room's screen: a few words, as large as there is room for, and the question to the room under it. */

import { html } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { parts, Body, Asks } from "./slide.js";

export function heading(step) {
  const { lead } = parts(step);
  return lead ? { big: lead, small: step.title } : { big: step.title, small: step.group || "" };
}
export const count = () => null;

export default function Screen({ step }) {
  const { body, asks } = parts(step);
  return html`<div class="stage uitleg">
    <${Fit} class="uitleg-body prose" min=${28} max=${68}><${Body} nodes=${body} /></${Fit}>
    <${Asks} asks=${asks} />
  </div>`;
}
