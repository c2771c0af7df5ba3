/* Whether all is kept: said in words, never while something is not. */

import { html } from "../view.js";

const words = {
  saved: "Opgeslagen",
  waiting: (count) => "Nog niet opgeslagen (" + count + ")",
  away: "Geen verbinding",
  trouble: "Geen verbinding. Uw tekst blijft bewaard.",
  opening: "Verbinden …",
  read: "Gelezen",
  unsafe: "Deze telefoon kan niets bewaren. Laat deze pagina open tot alles is opgeslagen.",
};

export function Saved({ room }) {
  const count = room.unsaved();
  const sort = !room.online && room.everOnline ? "away" : !room.online ? "opening" : count ? "waiting" : "saved";
  const text = sort === "waiting" ? words.waiting(count) : sort === "away" && count ? words.waiting(count) : words[sort];
  return html`<span class=${"saved saved--" + sort}>${sort === "saved" ? "✓ " : ""}${text}</span>`;
}

/* What was refused, in the server's sentence, until the person has read it. */
export function Refusal({ room }) {
  if (!room.fault || !room.fault.say) return null;
  return html`<div class="banner banner--clay refusal row" role="alert">
    <p>${room.fault.say}</p>
    <button type="button" class="button button--small" onClick=${() => room.forgive()}>${words.read}</button>
  </div>`;
}

/* The longer word under the header when the line is away or the phone keeps nothing. */
export function Trouble({ room }) {
  if (!room.outbox.safe) return html`<p class="banner banner--clay trouble">${words.unsafe}</p>`;
  if (!room.online && room.everOnline) return html`<p class="banner banner--sun trouble">${words.trouble}</p>`;
  return null;
}
