/* Planning on the room's screen: the dates with how many can, never who; then the one date, large. */

import { html } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { Few } from "/static/js/parts/few.js";
import { Counts, When, countsOf, isBest } from "./counts.js";

const words = {
  empty: "Pak uw agenda er vast bij",
  soon: "De begeleider zet zo data klaar.",
  phone: "Geef op uw telefoon aan wanneer u kunt: ja, misschien of nee.",
  given: ["heeft antwoord gegeven", "hebben antwoord gegeven"],
  best: "past de meeste mensen",
  chosen: "Wij zien elkaar weer op",
  take: "Op uw telefoon zet u de datum in uw agenda.",
  more: (n) => "en nog " + n + " op uw telefoon",
};

export function count(step, room) {
  return (step.state.dates || []).length ? withPaper(room.tally(step), ...words.given) : null;
}

export default function Screen({ room, step }) {
  const { dates = [], chosen } = step.state;
  const one = dates.find((date) => date.id === chosen);
  if (one) return html`<${Chosen} one=${one} />`;
  if (dates.length === 0) return html`<div class="stage stage-center"><p class="planning-big">${words.empty}</p><p class="lead">${words.soon}</p></div>`;
  const { voters = 0, people = 0 } = room.tally(step);
  const draw = (shown, left) => html`
    <ul class="plain planning-rows">
      ${shown.map(
        (date) => html`<li key=${date.id} class=${"planning-row" + (isBest(room, step, date.id) ? " planning-row--best" : "")}>
          <${When} date=${date}>${isBest(room, step, date.id) && html`<p class="planning-best">${words.best}</p>`}</${When}>
          <${Counts} counts=${countsOf(room, step, date.id)} most=${Math.max(people, voters)} />
        </li>`,
      )}
    </ul>
    ${left > 0 && html`<p class="planning-more">${words.more(left)}</p>`}
  `;
  return html`<div class="stage planning-stage">
    <p class="planning-how"><strong>${words.phone}</strong></p>
    <${Few} items=${dates} max=${dates.length <= 4 ? 48 : 38} draw=${draw} />
  </div>`;
}

function Chosen({ one }) {
  return html`<div class="stage planning-stage planning-last">
    <p class="planning-again">${words.chosen}</p>
    <div class="planning-box"><${Fit} min=${44} max=${104}><${When} date=${one} /></${Fit}></div>
    <p class="planning-how">${words.take}</p>
  </div>`;
}
