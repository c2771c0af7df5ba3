/* Roles on the phone: who has which, what fits whom, and what one expects of a role. */

import { html, useDraft, useState, later } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Writer } from "/static/js/parts/writer.js";
import { ROLES } from "./words.js";

const words = {
  intro: "Doet u een rol al? Of past er een bij u, of bij een ander? Zeg het hier.",
  expect: "Wat verwacht u van deze rol?",
  role: "Welke rol?",
  label: "Uw verwachting",
  send: "Stuur",
  open: "Iedereen kan dit lezen.",
};
const Places = later((again) => import("./places.js" + again).then((module) => module.Places));
const Mine = later((again) => import("./mine.js" + again).then((module) => module.Mine));

export default function Phone({ room, step }) {
  return html`<div class="stack stack--wide">
    <p>${words.intro}</p>
    <${Places} room=${room} step=${step} />
    <${Expect} room=${room} step=${step} />
  </div>`;
}

function Expect({ room, step }) {
  const [first] = useState(step.state.at || "chain_director"); /* stays, whatever the room goes on to: somebody may be typing */
  const [kept, choose] = useDraft(room, step.id, "~rol", "");
  const role = ROLES[kept] ? kept : first;
  return html`<section class="stack">
    <h2>${words.expect}</h2>
    <${Pick} label=${words.role} value=${role} onValue=${choose} options=${Object.entries(ROLES).map(([id, [text]]) => ({ id, text }))} />
    <p class="small">${ROLES[role][1]}</p>
    <${Writer} key=${role} room=${room} step=${step} lane="1" section=${role} label=${words.label} button=${words.send} />
    <p class="small muted">${words.open}</p>
    <${Mine} room=${room} step=${step} />
  </section>`;
}
