/* The checklist on the room's screen: two lists of their own, each by what becomes of it; or one of them large. */

import { html, plural } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { NO_SCORE, SORTS, STANDS, absent, groups, rows } from "./words.js";

const words = {
  ask: "Wie kent u? Zeg het op uw telefoon.",
  count: (table, invite) => table + " aan tafel · " + invite + " uitnodigen",

};

export const heading = (step) => {
  const at = step.state && step.state.at;
  return at ? { big: SORTS[at], small: step.title } : { big: step.title, small: step.group || "" };
};

export function count(step, room) {
  const { table = 0, invite = 0 } = room.tally(step);
  return table + invite ? words.count(table, invite) : null;
}

export default function Screen({ step }) {
  if (rows(step).length === 0) return null;
  const { at } = step.state;
  const shown = at ? [at] : Object.keys(SORTS);
  return html`<div class="stage checklist-stage">
    <${Fit} key=${at} class=${"checklist-lists" + (at ? " checklist-lists--one" : "")} min=${28} max=${at ? 52 : 42}>
      ${shown.map((sort) => html`<${List} key=${sort} step=${step} sort=${sort} alone=${Boolean(at)} />`)}
    </${Fit}>
    <div class="checklist-foot">
      ${absent(step) && html`<p class="checklist-absent">${absent(step)}</p>`}
      <p class="checklist-noscore">${NO_SCORE} ${words.ask}</p>
    </div>
  </div>`;
}

function List({ step, sort, alone }) {
  return html`<section class="checklist-list">
    ${!alone && html`<h2 class="checklist-sort">${SORTS[sort]}</h2>`}
    ${groups(step, sort).map(
      ([stand, found]) => html`<div key=${stand || "open"} class=${"checklist-group checklist-group--" + (stand || "open")}>
        <${alone ? "h2" : "h3"} class="checklist-what">${STANDS[stand]}</${alone ? "h2" : "h3"}>
        <ul class="plain checklist-names">${found.map((row) => html`<li key=${row.id} dir="auto">${row.name}</li>`)}</ul>
      </div>`,
    )}
  </section>`;
}
