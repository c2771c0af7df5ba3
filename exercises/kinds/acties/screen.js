/* Actions on the room's screen: the list in its order with the reason of each place; before the first, the best ideas. */

import { html, plural } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { named } from "/static/js/parts/candidate.js";
import { doneOf, ordered, subactions, told } from "./words.js";

const words = {
  start: "Welke pakken we als eerste op?",
  none: "Nog geen actie. Wie begint?",
  count: (n) => plural(n, "actie", "acties") + " op de lijst",
  more: (n) => "En nog " + plural(n, "actie", "acties") + " op uw telefoon",
  ideas: (n) => (n === 1 ? "En nog 1 ander voorstel" : "En nog " + n + " andere voorstellen"),
  parts: (n) => plural(n, "subactie", "subacties"),
  open: "nog niemand",
  parked: (n) => "Geparkeerd voor later: " + plural(n, "actie", "acties"),
};
const ONE = 5; /* in one column */
const MOST = 12;
const IDEAS = 6;

export function count(step) {
  const n = (step.state.order || []).length;
  return n ? words.count(n) : null;
}

export default function Screen({ room, step }) {
  const all = ordered(room, step);
  const list = all.filter((action) => !action.parked);
  const parked = all.length - list.length;
  if (all.length === 0) return html`<${Ideas} room=${room} step=${step} />`;
  const two = list.length > ONE;
  const draw = (shown, left) => {
    const half = two ? Math.ceil(shown.length / 2) : shown.length;
    const parts = [shown.slice(0, half), shown.slice(half)].filter((part) => part.length);
    return html`<div class=${(two ? "acties-columns--two" : "") + (list.length > 8 ? " acties-columns--tight" : "")}>
        ${parts.map((part, index) => html`<ol class="plain acties-column" key=${index} start=${index ? half + 1 : 1}>${part.map((action) => html`<${Row} key=${action.id} room=${room} action=${action} />`)}</ol>`)}
      </div>
      ${left > 0 && html`<p class="acties-more">${words.more(left)}</p>`}
      ${parked > 0 && html`<p class="acties-more acties-parked">${words.parked(parked)}</p>`}`;
  };
  return html`<div class="stage"><${Few} items=${list} most=${MOST} max=${two ? 40 : 46} draw=${draw} /></div>`;
}

function Row({ room, action }) {
  const facts = told(room, action);
  const subs = subactions(room, action);
  const old = action.parts || []; /* of a book from before */
  const pieces = subs.length ? [doneOf(subs)] : old.length ? [words.parts(old.length)] : [];
  const said = [...(action.who || facts.length > 0 ? [] : [words.open]), ...facts, ...pieces];
  return html`<li class="acties-line">
    <span class="acties-place num">${action.place}</span>
    <div>
      <p class="acties-what acties-clip" dir="auto">${action.what}</p>
      <p class="acties-facts acties-clip1" dir="auto">${said.join(" · ")}</p>
      <p class="acties-why">${action.reason}</p>
    </div>
  </li>`;
}

function Ideas({ room, step }) {
  const ideas = step.state.ideas || [];
  if (ideas.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  const draw = (shown, left) => html`
    <p class="acties-ask"><strong>${words.start}</strong></p>
    <ol class="plain">
      ${shown.map(
        (row) => html`<li key=${row.id} class="acties-line">
          <span class="acties-place num">${row.place}</span>
          <div>
            <p class="acties-what acties-clip" dir="auto">${named(room, row.id).text}</p>
            <p class="acties-why">${row.reason}</p>
          </div>
        </li>`,
      )}
    </ol>
    ${left > 0 && html`<p class="acties-more">${words.ideas(left)}</p>`}
  `;
  return html`<div class="stage"><${Few} items=${ideas} most=${IDEAS} max=${44} draw=${draw} /></div>`;
}
