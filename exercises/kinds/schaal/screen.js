/* The scale on the room's screen: the statements while it is secret; then what the room said of all, or of one, large. */

import { html, plural } from "/static/js/view.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { Level, Spread, apart, highest, words as said } from "./spread.js";

const words = {
  empty: "Er staan nog geen stellingen klaar",
  phone: "Geef op uw telefoon bij elke zin een cijfer. Niemand ziet wie wat geeft.",
  closed: "Het is gesloten. De uitslag komt zo.",
  given: ["heeft antwoord gegeven", "hebben antwoord gegeven"],
  more: (n) => "en nog " + plural(n, "zin", "zinnen") + " op uw telefoon",
};
const ONE_COLUMN = 5;
const ROOMY = 3; /* rows below each other at which a statement has three lines */

export function count(step, room) {
  return step.prompts.length ? withPaper(room.tally(step), ...words.given) : null;
}

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

export default function Screen({ step }) {
  const { rows, large } = step.state;
  if (step.prompts.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  if (!rows) return html`<${Asked} step=${step} />`;
  const one = step.prompts.find((prompt) => prompt.id === large);
  return one ? html`<${Large} step=${step} prompt=${one} row=${rows[one.id]} />` : html`<${All} step=${step} rows=${rows} />`;
}

function Asked({ step }) {
  const draw = (shown, left) => html`
    <ol class=${"plain schaal-asked" + (step.prompts.length > 6 ? " schaal-asked--2" : "")}>
      ${shown.map((prompt) => html`<li key=${prompt.id} dir="auto">${prompt.text}</li>`)}
    </ol>
    ${left > 0 && html`<p class="schaal-rest">${words.more(left)}</p>`}
  `;
  return html`<div class="stage schaal-stage">
    <p class="schaal-how"><strong>${step.state.closed ? words.closed : words.phone}</strong></p>
    <${Few} items=${step.prompts} max=${step.prompts.length <= 6 ? 52 : 40} draw=${draw} />
    <p class="schaal-legend">${said.ends(step.settings)}</p>
  </div>`;
}

function All({ step, rows }) {
  const most = highest(rows);
  const columns = step.prompts.length > ONE_COLUMN ? 2 : 1;
  const high = Math.ceil(step.prompts.length / columns);
  return html`<div class="stage schaal-stage">
    <ol class=${"plain schaal-all schaal-all--" + columns + (high <= ROOMY ? " schaal-all--roomy" : "")} style=${{ gridTemplateRows: "repeat(" + high + ", minmax(0, 1fr))" }}>
      ${step.prompts.map((prompt) => {
        const row = rows[prompt.id];
        return html`<li key=${prompt.id} class=${"schaal-row" + (apart(row) ? " schaal-row--apart" : "")}>
          <div class="schaal-words">
            <p class="schaal-text" dir="auto">${prompt.text}</p>
            <p><${Level} row=${row} brief=${columns > 1 && high > ROOMY} /></p>
          </div>
          <${Spread} row=${row} most=${most} />
        </li>`;
      })}
    </ol>
    <p class="schaal-legend">${said.ends(step.settings)}</p>
  </div>`;
}

function Large({ step, prompt, row }) {
  return html`<div class="stage schaal-stage schaal-large">
    <div class="schaal-title"><${Fit} min=${34} max=${64}><p class="schaal-text" dir="auto">${prompt.text}</p></${Fit}></div>
    <${Spread} row=${row} most=${row.few ? 1 : Math.max(...row.marks)} />
    <p class="schaal-verdict"><${Level} row=${row} strong /></p>
    <p class="schaal-legend">${said.ends(step.settings)}${row.earlier ? " " + said.earlier(row.earlier) : ""}</p>
  </div>`;
}
