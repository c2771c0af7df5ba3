/* A day that is over is asked about beside its field, and stops nothing. `before`: the day that stood there already. */

import { html } from "../view.js";

const words = { past: "Deze dag is al voorbij. Klopt dat?" };

export function Past({ when, before, today }) {
  return when && when !== before && today && when < today ? html`<span class="past" role="status">${words.past}</span>` : null;
}
