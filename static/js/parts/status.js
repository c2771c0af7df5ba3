/* Whether all is kept: said in words, never while something is not. */

import { html } from "../view.js";

const words = {
  saved: "Opgeslagen",
  waiting: (count) => "Nog niet opgeslagen (" + count + ")",
  away: "Geen verbinding. Uw tekst blijft bewaard.",
  opening: "Verbinden …",
  unsafe: "Deze telefoon kan niets bewaren. Laat deze pagina open tot alles is opgeslagen.",
};

export function Saved({ room }) {
  const count = room.outbox.waiting().length;
  const sort = !room.online && room.everOnline ? "away" : !room.online ? "opening" : count ? "waiting" : "saved";
  const text = sort === "waiting" ? words.waiting(count) : sort === "away" && count ? words.waiting(count) : words[sort];
  return html`<span class=${"saved saved--" + sort}>${sort === "saved" ? "✓ " : ""}${text}</span>`;
}

/* The longer word under the header when the line is away or the phone keeps nothing. */
export function Trouble({ room }) {
  if (!room.outbox.safe) return html`<p class="banner banner--clay trouble">${words.unsafe}</p>`;
  if (!room.online && room.everOnline) return html`<p class="banner banner--sun trouble">${words.away}</p>`;
  return null;
}
