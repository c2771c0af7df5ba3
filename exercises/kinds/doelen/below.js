/* Under the phone's field: one's own goals to make sharper, the goals of the keten, and what the others propose. */

import { html, useState, keyOf } from "/static/js/view.js";
import { Letters, Sharpen } from "./letters.js";
import { groups, lacking, missing, proposals, where } from "./words.js";

const words = {
  mine: "Wat u voorstelde",
  chosen: "✓ Gekozen. Dit doel is nu van de keten.",
  gone: "De begeleider haalde dit doel van de lijst.",
  saved: "✓ Opgeslagen",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  sharper: "Maak het scherper",
  adjust: "Pas aan",
  ours: "Onze doelen",
  others: "Alle voorstellen",
  more: "Wat precies, hoe en wanneer",
  from: (title) => "uit " + title,
};

export function Below({ room, step }) {
  const mine = room.own("goal", { step: step.id });
  const ours = groups(room, step);
  const loose = proposals(room, step).filter((goal) => !mine.some((own) => own.id === goal.id));
  return html`<div class="stack stack--wide">
    ${mine.length > 0 &&
    html`<section class="stack stack--tight">
      <h2>${words.mine}</h2>
      <ul class="plain stack stack--tight">${mine.map((goal) => html`<li key=${keyOf(goal)}><${Own} room=${room} step=${step} goal=${goal} /></li>`)}</ul>
    </section>`}
    ${ours.length > 0 &&
    html`<section class="stack">
      <h2>${words.ours}</h2>
      ${ours.map(
        (group) => html`<div key=${group.block} class="stack stack--tight">
          <h3>${where(group.block)}</h3>
          <ul class="plain stack stack--tight">${group.goals.map((goal) => html`<li key=${goal.id} class="card doelen-card"><${Read} goal=${goal} /></li>`)}</ul>
        </div>`,
      )}
    </section>`}
    ${loose.length > 0 &&
    html`<section class="stack stack--tight">
      <h2>${words.others}</h2>
      <ul class="plain stack stack--tight">
        ${loose.map((goal) => html`<li key=${goal.id} class=${"note" + (goal.block ? " note--b" + goal.block : "")}><p class="note-text" dir="auto">${goal.text}</p><p class="small">${where(goal.block)}</p></li>`)}
      </ul>
    </section>`}
  </div>`;
}

/* A goal of the keten: what it says, how it stands, and what is known of it. */
function Read({ goal }) {
  const said = [goal.stand, goal.origin && words.from(goal.origin.title)].filter(Boolean);
  return html`<div class="stack stack--tight">
    <p class="doelen-text" dir="auto">${goal.text}</p>
    <p class="small">${said.join(" · ")}</p>
    ${lacking(goal).length < 5 &&
    html`<details>
      <summary class="small">${words.more}<span class="visually-hidden">: ${goal.text}</span></summary>
      <${Letters} goal=${goal} />
    </details>`}
  </div>`;
}

function Own({ room, step, goal }) {
  const [open, setOpen] = useState(room.draft(step.id, "doel." + goal.id) !== undefined);
  const state = goal.gone ? words.gone : goal.adopted ? words.chosen : goal.state === "waiting" ? words.waiting : words.saved;
  const free = goal.id && !goal.adopted && !goal.gone;
  return html`<div class=${"note" + (goal.block ? " note--b" + goal.block : "") + (goal.state === "waiting" ? " note--waiting" : "")}>
    ${open && goal.id
      ? html`<${Sharpen} room=${room} step=${step} goal=${goal} onDone=${() => setOpen(false)} />`
      : html`<p class="note-text" dir="auto">${goal.text}</p>
          <p class="small">${where(goal.block)}</p>
          ${!goal.adopted && html`<${Letters} goal=${goal} />`}
          <p class="own-state small">${state}</p>
          ${free && html`<p class="small">${missing(goal)}</p>
            <p><button type="button" class="button button--small" aria-label=${(lacking(goal).length ? words.sharper : words.adjust) + ": " + goal.text} onClick=${() => setOpen(true)}>${lacking(goal).length ? words.sharper : words.adjust}</button></p>`}`}
  </div>`;
}
