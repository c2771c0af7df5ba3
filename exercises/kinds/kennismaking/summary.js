/* What was saved, with a way back to each part. Fetched after the first picture. */

import { html } from "/static/js/view.js";

const words = {
  thanks: "Dank u wel. Uw antwoorden zijn bewaard.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  adjust: "Aanpassen",
  nothing: "Niets ingevuld",
};

export function Summary({ saved, titles, top, go }) {
  const one = saved || {};
  const told = [
    [one.contact, one.number, one.frequency],
    [(one.offers || []).join(", "), one.how, (one.funding || []).join(", ")],
    [withWhat(one).join(", "), (one.wants || []).join(", ")],
  ].map((texts) => texts.filter(Boolean).join(" · "));
  return html`<div class="card stack">
    <h2 class="kennis-part" tabindex="-1" ref=${top}>${one.state === "waiting" ? words.waiting : words.thanks}</h2>
    ${told.map(
      (text, index) => html`<div key=${index}>
        <h3>${titles[index]}</h3>
        <p dir="auto" class=${text ? "note-text" : "muted"}>${text || words.nothing}</p>
        <button type="button" class="link-button" onClick=${() => go(index)}>${words.adjust}<span class="visually-hidden">: ${titles[index]}</span></button>
      </div>`,
    )}
  </div>`;
}

/* With whom it works, each with on what behind it. */
export const withWhat = ({ has = [], about = [] }) => has.map((name, n) => (about[n] ? name + " (" + about[n] + ")" : name));
