/* Voting on the room's screen: what one can choose while it is secret, and bars when it is shown. */

import { html, plural } from "/static/js/view.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { Few } from "/static/js/parts/few.js";
import { named } from "/static/js/parts/candidate.js";

const words = {
  empty: "Er is nog niets om over te stemmen",
  how: (dots, most) => plural(dots, "stip", "stippen") + " per persoon" + (most < dots ? ", hoogstens " + most + " op één voorstel" : ""),
  phone: "Kies op uw telefoon. De uitslag blijft dicht tot iedereen klaar is.",
  closed: "De stemming is gesloten. De uitslag komt zo.",
  voted: ["heeft gestemd", "hebben gestemd"],
  notes: (n) => plural(n, "briefje", "briefjes"),
  more: (n) => "en nog " + n + " op uw telefoon",
  rest: (n, given) => (n === 1 ? "Nog 1 ander voorstel" : "Nog " + n + " andere voorstellen") + (given ? " met samen " + plural(given, "stip", "stippen") : " zonder stippen"),
  votes: (n) => plural(n, "stip", "stippen"),
};
const BARS = 12;

export function count(step, room) {
  return withPaper(room.tally(step), words.voted[0], words.voted[1]);
}

export default function Screen({ room, step }) {
  const candidates = step.state.candidates || [];
  if (candidates.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  return step.revealed ? html`<${Outcome} room=${room} step=${step} />` : html`<${Choices} room=${room} step=${step} candidates=${candidates} />`;
}

/* Few proposals stand large below each other, many small in three columns. */
const columns = (n) => (n <= 4 ? 1 : n <= 12 ? 2 : 3);

function Choices({ room, step, candidates }) {
  const { dots = 3, most = 2 } = step.settings;
  const lines = candidates.length <= 12 ? 3 : candidates.length <= 21 ? 2 : 1;
  const draw = (shown, left) => html`
    <ul class=${"plain stemmen-list stemmen-list--" + columns(candidates.length) + " stemmen-lines--" + lines}>
      ${shown.map((id) => {
        const { text, notes } = named(room, id);
        return html`<li key=${id}><span class="stemmen-clip" dir="auto">${text}</span>${notes && lines > 1 ? html`<span class="stemmen-notes">${words.notes(notes.length)}</span>` : null}</li>`;
      })}
    </ul>
    ${left > 0 && html`<p class="stemmen-rest">${words.more(left)}</p>`}
  `;
  return html`<div class="stage">
    <p class="stemmen-how">${step.state.closed ? words.closed : html`<strong>${words.how(dots, Math.min(most, dots))}.</strong> ${words.phone}`}</p>
    <${Few} items=${candidates} max=${candidates.length <= 8 ? 56 : 44} draw=${draw} />
  </div>`;
}

function Outcome({ room, step }) {
  const { order = [], totals = {}, places = {} } = step.state;
  const loved = order.filter((id) => totals[id] > 0);
  const most = Math.min(BARS, order.length > BARS && loved.length ? loved.length : order.length);
  const top = Math.max(1, ...Object.values(totals));
  const draw = (shown) => {
    const rest = order.slice(shown.length);
    return html`<ol class=${"plain stemmen-lines--" + (shown.length <= 7 ? 2 : 1)}>
        ${shown.map(
          (id) => html`<li key=${id} class="stemmen-bar">
            <span class="stemmen-place num">${places[id]}</span>
            <span class="stemmen-clip" dir="auto">${named(room, id).text}</span>
            <span class="stemmen-track">
              <span class="stemmen-fill" aria-hidden="true" style=${{ width: Math.round((88 * totals[id]) / top) + "%" }}></span>
              <strong class="num">${totals[id]}<span class="visually-hidden"> ${totals[id] === 1 ? "stip" : "stippen"}</span></strong>
            </span>
          </li>`,
        )}
      </ol>
      ${rest.length > 0 &&
      html`<p class="stemmen-rest">${words.rest(
        rest.length,
        rest.reduce((sum, id) => sum + totals[id], 0),
      )}</p>`}`;
  };
  return html`<div class="stage"><${Few} items=${order} most=${most} max=${order.length <= 4 ? 56 : most <= 7 ? 46 : 38} draw=${draw} /></div>`;
}
