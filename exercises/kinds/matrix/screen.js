/* The matrix on the room's screen: an empty plane while it is secret, numbered points when it is shown, a list beside it. */

import { html, plural } from "/static/js/view.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { Few } from "/static/js/parts/few.js";
import { named } from "/static/js/parts/candidate.js";
import { Plane, spots } from "./plane.js";
import { BECAUSE, QUADRANTS } from "./quadrants.js";

const words = {
  empty: "Er is nog niets om op het schema te zetten",
  rated: ["heeft cijfers gegeven", "hebben cijfers gegeven"],
  put: (some, all) => some + " van " + plural(all, "voorstel", "voorstellen") + " op het schema",
  phone: "Geef op uw telefoon bij elk voorstel twee cijfers van 1 tot 5.",
  help: "Effect: hoeveel helpt het een mantelzorger? Moeite: hoeveel kost het ons?",
  closed: "De begeleider heeft het gesloten. Het schema komt zo.",
  together: "Waar hoort dit? Praat mee, de begeleider zet het neer.",
  divided: "verdeeld",
  cross: "Stippellijn: daar zit het grootste deel van de zaal",
  ring: "Streepjesrand: hierover is de zaal verdeeld",
  more: (n) => "En nog " + n + " op uw telefoon",
  label: (n) => "Schema van effect tegen moeite, met " + plural(n, "punt", "punten"),
};
const LISTED = 16;
const ASKED = 9;
const CROSSES = 8; /* with more points than this, lines for where people are would hide them */

export function count(step, room) {
  const candidates = (step.state.candidates || []).length;
  if (!candidates) return null;
  if (step.settings.by === "begeleider") return words.put((step.state.order || []).length, candidates);
  return withPaper(room.tally(step), words.rated[0], words.rated[1]);
}

export default function Screen({ room, step }) {
  const { candidates = [], order, closed } = step.state;
  if (candidates.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  const points = order ? spots(step) : [];
  const ranges = (spot) => points.length <= CROSSES && spot.point.spread > 1;
  const divided = points.some((spot) => spot.point.spread > 2);
  return html`<div class="stage matrix-stage">
    <div class="matrix-left">
      <${Plane} points=${points} label=${words.label(points.length)} ranges=${ranges} mark=${ring} />
    </div>
    <div class="matrix-right">
      ${points.length ? html`<${Listed} room=${room} points=${points} />` : html`<${Ask} room=${room} step=${step} candidates=${candidates} closed=${closed} />`}
      ${points.some(ranges) && html`<p class="matrix-key"><span class="matrix-dash" aria-hidden="true"></span> ${words.cross}</p>`}
      ${divided && !points.some(ranges) && html`<p class="matrix-key"><span class="matrix-ringed" aria-hidden="true"></span> ${words.ring}</p>`}
    </div>
  </div>`;
}

const ring = (spot) => ({ class: spot.point.spread > 2 ? "matrix-point--divided" : "" });

function Ask({ room, step, candidates, closed }) {
  const by = step.settings.by === "begeleider";
  const draw = (shown, left) => html`
    <p class="matrix-ask"><strong>${closed ? words.closed : by ? words.together : words.phone}</strong></p>
    ${!closed && !by && html`<p class="matrix-ask">${words.help}</p>`}
    <ul class=${"matrix-asked plain" + (candidates.length > ASKED ? " matrix-tight" : "")}>
      ${shown.map((id) => html`<li key=${id}><span class="matrix-clip" dir="auto">${named(room, id).text}</span></li>`)}
    </ul>
    ${left > 0 && html`<p class="matrix-more">${words.more(left)}</p>`}
  `;
  return html`<${Few} items=${candidates} most=${ASKED} max=${40} draw=${draw} />`;
}

function Listed({ room, points }) {
  const draw = (shown, left) => html`<div class=${points.length > 8 ? "matrix-tight" : ""}>
    ${Object.keys(QUADRANTS)
      .map((key) => [key, shown.filter((spot) => spot.point.quadrant === key)])
      .filter(([, here]) => here.length)
      .map(
        ([key, here]) => html`<section key=${key} class="matrix-group">
          <h2 class="matrix-head">${QUADRANTS[key]}<span class="matrix-because"> ${BECAUSE[key]}</span></h2>
          <ol class="plain matrix-rows">
            ${here.map(
              (spot) => html`<li key=${spot.id}>
                <span class="matrix-nr num">${spot.number}</span>
                <span class="matrix-clip" dir="auto">${named(room, spot.id).text}</span>
                ${spot.point.spread > 2 && html`<span class="matrix-divided">${words.divided}</span>`}
              </li>`,
            )}
          </ol>
        </section>`,
      )}
    ${left > 0 && html`<p class="matrix-more">${words.more(left)}</p>`}
  </div>`;
  return html`<${Few} items=${points} most=${LISTED} max=${38} draw=${draw} />`;
}
