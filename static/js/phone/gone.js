/* When this seat is no longer there: what was not sent is shown once more, so that nothing is lost. */

import { html } from "../view.js";
import { typed } from "../outbox.js";

const words = {
  gone: "Uw plek aan tafel is er niet meer",
  goneText: "De begeleider heeft uw plek weggehaald, of u bent op een ander toestel weggegaan.",
  unsent: "Dit was nog niet verstuurd. Neem het over als u het wilt bewaren.",
  again: "Meld u opnieuw aan",
  left: "U bent van tafel",
  leftText: "Uw naam en uw plek zijn gewist, hier en op deze telefoon. Wat u schreef, blijft hangen zonder uw naam.",
};

export function Gone({ room }) {
  const texts = [...room.outbox.waiting(), ...room.outbox.offered(), ...room.outbox.returned()].flatMap((entry) => typed(entry.body)).concat(room.drafts.list().map((draft) => draft.text));
  return html`
    <h1>${words.gone}</h1>
    <p>${words.goneText}</p>
    ${texts.filter(Boolean).length > 0 && html`<p>${words.unsent}</p>`}
    ${texts.filter(Boolean).map((text, index) => html`<p class="note note-text" dir="auto" key=${index}>${text}</p>`)}
    <p><a class="button button--main" href="/">${words.again}</a></p>
  `;
}

export function Left() {
  return html`
    <h1>${words.left}</h1>
    <p class="lead">${words.leftText}</p>
    <p><a class="button" href="/">${words.again}</a></p>
  `;
}
