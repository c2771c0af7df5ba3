/* The report that lies ready on this phone, until a day; after that it says so. */

import { html, day } from "../view.js";

const words = {
  ready: "Het verslag staat klaar",
  until: (date) => "U kunt het ophalen tot en met " + date + ". Het is een Word-bestand.",
  fetch: "Haal het verslag op",
  names: "Er staan namen in van wie aan tafel zat. Geef het niet zomaar door.",
  over: "Het verslag ligt niet meer klaar",
  overText: (date) => "U kon het ophalen tot en met " + date + ". Vraag de begeleider of het nog kan.",
};

/* "2026-12-22", the last day, in words; noon, so that it is that day in every time zone of a phone. */
const named = (date) => day(Date.parse(date + "T12:00:00") / 1000);

export function Handout({ room }) {
  const handout = room.list("handout")[0];
  if (!handout) return null;
  if (room.time() >= handout.ends)
    return html`<section class="card stack stack--tight">
      <h2>${words.over}</h2>
      <p>${words.overText(named(handout.until))}</p>
    </section>`;
  return html`<section class="card stack stack--tight handout">
    <h2>${words.ready}</h2>
    <p>${words.until(named(handout.until))}</p>
    ${handout.names && html`<p class="small">${words.names}</p>`}
    <p><a class="button button--main button--wide" href=${"/tafel/" + room.ref + "/verslag.docx"} download>${words.fetch}</a></p>
  </section>`;
}
