/* The matrix on the room's screen: an empty plane while it is secret, numbered points when it is shown, a list beside it. */

import { html, plural } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { named } from "/static/js/parts/candidate.js";
import { Plane, spots } from "./plane.js";
import { BECAUSE, QUADRANTS } from "./quadrants.js";

const words = {
  empty: "Er is nog niets om op het schema te zetten",
  rated: (some, all) => some + " van " + all + (all === 1 ? " heeft" : " hebben") + " cijfers gegeven",
  put: (some, all) => some + " van " + plural(all, "voorstel", "voorstellen") + " op het schema",
  phone: "Geef op uw telefoon bij elk voorstel twee cijfers van 1 tot 5.",
  help: "Effect: hoeveel helpt het een mantelzorger? Moeite: hoeveel kost het ons?",
  closed: "De begeleider heeft het gesloten. Het schema komt zo.",
  together: "Waar hoort dit? Praat mee, de begeleider zet het neer.",
  divided: "verdeeld",
  cross: "Stippellijn: daar zit het grootste deel van de zaal",
  more: (n) => "En nog " + n + " op uw telefoon",
  label: (n) => "Schema van effect tegen moeite, met " + plural(n, "punt", "punten"),
};
const LISTED = 14; /* what fits beside the plane at 28 px */
const NARROW = 9; /* from here on one line each */

export function count(step, room) {
  const candidates = (step.state.candidates || []).length;
  if (!candidates) return null;
  if (step.settings.by === "begeleider") return words.put((step.state.order || []).length, candidates);
  const { voters = 0, people = 0 } = room.tally(step);
  return people || voters ? words.rated(voters, Math.max(people, voters)) : null;
}

export default function Screen({ room, step }) {
  const { candidates = [], order, closed } = step.state;
  if (candidates.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  const points = order ? spots(step.state) : [];
  const many = points.length > 8;
  const ranges = (spot) => spot.point.spread > (many ? 2 : 1);
  return html`<div class="stage matrix-stage">
    <div class="matrix-left">
      <${Plane} points=${points} label=${words.label(points.length)} ranges=${ranges} />
    </div>
    <div class="matrix-right">
      ${order && order.length
        ? html`<${Listed} room=${room} step=${step} points=${points} />`
        : html`<${Ask} room=${room} step=${step} candidates=${candidates} closed=${closed} />`}
      ${points.some(ranges) && html`<p class="matrix-key"><span class="matrix-dash" aria-hidden="true"></span> ${words.cross}</p>`}
    </div>
  </div>`;
}

function Ask({ room, step, candidates, closed }) {
  const shown = candidates.slice(0, 8);
  const by = step.settings.by === "begeleider";
  return html`<${Fit} min=${28} max=${40}>
    <p class="matrix-ask"><strong>${closed ? words.closed : by ? words.together : words.phone}</strong></p>
    ${!closed && !by && html`<p class="matrix-ask">${words.help}</p>`}
    <ul class="matrix-asked plain">
      ${shown.map((id) => html`<li key=${id}><span class="matrix-clip" dir="auto">${named(room, id).text}</span></li>`)}
    </ul>
    ${candidates.length > shown.length && html`<p class="matrix-more">${words.more(candidates.length - shown.length)}</p>`}
  </${Fit}>`;
}

function Listed({ room, points }) {
  const shown = points.slice(0, points.length > LISTED ? LISTED - 1 : LISTED);
  const groups = Object.keys(QUADRANTS)
    .map((key) => ({ key, here: shown.filter((spot) => spot.point.quadrant === key) }))
    .filter((group) => group.here.length);
  return html`<${Fit} min=${28} max=${38}>
    <div class=${shown.length >= NARROW ? "matrix-tight" : ""}>
      ${groups.map(
        (group) => html`<section key=${group.key} class="matrix-group">
          <h2 class="matrix-head">${QUADRANTS[group.key]}<span class="matrix-because"> ${BECAUSE[group.key]}</span></h2>
          <ol class="plain matrix-rows">
            ${group.here.map(
              (spot) => html`<li key=${spot.id}>
                <span class="matrix-nr num">${spot.number}</span>
                <span class="matrix-clip" dir="auto">${named(room, spot.id).text}</span>
                ${spot.point.spread > 2 && html`<span class="matrix-divided">${words.divided}</span>`}
              </li>`,
            )}
          </ol>
        </section>`,
      )}
      ${points.length > shown.length && html`<p class="matrix-more">${words.more(points.length - shown.length)}</p>`}
    </div>
  </${Fit}>`;
}
