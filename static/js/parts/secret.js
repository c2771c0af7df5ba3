/* What is not shown yet: the line that says what only the facilitator sees, closed cards for the room. */

import { html, plural } from "../view.js";

const words = {
  cards: (count) => plural(count, "briefje", "briefjes") + ", nog dicht",
  none: "Nog geen briefjes",
};

export function OnlyYou({ children }) {
  return html`<p class="banner banner--clay only-you">${children}</p>`;
}

/* As many closed cards as there are notes (at most 60 drawn), with the count in words. */
export function Closed({ count, sentence }) {
  const drawn = Math.min(count, 60);
  return html`<div class="closed">
    ${drawn > 0 && html`<div class="closed-cards" aria-hidden="true">${Array.from({ length: drawn }, (_, index) => html`<span class="closed-card" key=${index}></span>`)}</div>`}
    <p class="closed-line">${sentence || (count ? words.cards(count) : words.none)}</p>
  </div>`;
}
