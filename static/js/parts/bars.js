/* Counts as bars and dots, always with the number in words. */

import { html } from "../view.js";

export function Bar({ value, most, label }) {
  const share = most ? Math.round((100 * value) / most) : 0;
  return html`<div class="bar">
    <div class="bar-track" aria-hidden="true"><div class="bar-fill" style=${{ width: share + "%" }}></div></div>
    <span class="bar-label">${label === undefined ? value : label}</span>
  </div>`;
}

export function Dots({ count, most }) {
  return html`<span class="dots" role="img" aria-label=${count + " van " + most}>
    ${Array.from({ length: most }, (_, index) => html`<span key=${index} class=${"dot" + (index < count ? " dot--full" : "")}></span>`)}
  </span>`;
}
