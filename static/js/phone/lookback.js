/* The tab Naslag: the agenda, one's own notes and what became of them, the personas of this meeting. */

import { html, useState, useEffect, prose, later } from "../view.js";
import { kindOf } from "../kinds.js";
import { Handout } from "./handout.js";
import { Mine } from "./mine.js";

const words = {
  title: "Naslag",
  agenda: "De agenda",
  now: "nu",
  done: "geweest",
  personas: "De mensen over wie wij praten",
  fictional: "fictief",
  lookup: "Iets opzoeken",
  lookupHint: "Wat is een kwaliteitsbewaker? Zoek rollen, beroepen, woorden en meer.",
  lookupClose: "Terug naar uw naslag",
  noPersonas: "Als er een persona op de agenda staat, kunt u die hier nalezen.",
};

export function Lookback({ room }) {
  const [looking, look] = useState(false);
  if (looking)
    return html`<div class="stack">
      <h1>${words.lookup}</h1>
      <${Handbook} address=${"/tafel/" + room.ref + "/naslag.json"} />
      <p><button type="button" class="button" onClick=${() => look(false)}>${words.lookupClose}</button></p>
    </div>`;
  return html`<div class="stack stack--wide">
    <h1>${words.title}</h1>
    <${Handout} room=${room} />
    <section class="stack stack--tight">
      <p class="muted">${words.lookupHint}</p>
      <p><button type="button" class="button" onClick=${() => look(true)}>${words.lookup}</button></p>
    </section>
    <${Agenda} room=${room} />
    <${Mine} room=${room} />
    <${Seen} room=${room} />
    <${Personas} room=${room} />
  </div>`;
}

/* The handbook comes only when somebody opens it. */
const Handbook = later((again) => import("../parts/handbook.js" + again).then((module) => module.Handbook));

function Agenda({ room }) {
  const steps = room.steps();
  const now = steps.findIndex((step) => step.id === room.meeting.step);
  let group = "";
  return html`<section class="stack stack--tight">
    <h2>${words.agenda}</h2>
    <ol class="plain look-agenda">
      ${steps.map((step, index) => {
        const head = step.group && step.group !== group;
        group = step.group || group;
        const current = index === now;
        return html`<li key=${step.id} class=${current ? "is-now" : ""} aria-current=${current ? "step" : undefined}>
          ${head && html`<span class="look-group">${step.group}</span>`}
          <span class="look-step">${step.title}${current ? html` <span class="tag">${words.now}</span>` : step.started ? html` <span class="muted small">✓ ${words.done}</span>` : ""}</span>
        </li>`;
      })}
    </ol>
  </section>`;
}

/* What a kind wants to keep within reach of steps that this phone has seen, or of which it holds text that stays here. */
function Seen({ room }) {
  return room.steps().map((step) => {
    const stays = room.drafts.list().some((draft) => draft.step === step.id && draft.about && draft.about.stays);
    const known = room.seen(step.id) || (stays ? step : null);
    const kind = known ? kindOf(step.kind, room) : null;
    return kind && kind.Lookback ? html`<${kind.Lookback} key=${step.id} room=${room} step=${known} />` : null;
  });
}

let fetched = null;
function Personas({ room }) {
  const [personas, setPersonas] = useState(fetched || []);
  useEffect(() => {
    fetch("/tafel/" + room.ref + "/naslag", { credentials: "same-origin" })
      .then((reply) => (reply.ok ? reply.json() : { personas: [] }))
      .then((answer) => setPersonas((fetched = answer.personas || [])))
      .catch(() => {});
  }, [room.meeting.step]);
  return html`<section class="stack stack--tight">
    <h2>${words.personas}</h2>
    ${personas.length === 0 && html`<p class="muted">${words.noPersonas}</p>`}
    ${personas.map(
      (persona) => html`<details class="card persona-card" key=${persona.id}>
        <summary><strong>${persona.label}</strong><br /><span class="muted small">${persona.line} · ${words.fictional}</span></summary>
        ${persona.sections.map((section) => html`<div key=${section.id} class="prose"><h3>${section.title}</h3>${prose(section.prose)}</div>`)}
      </details>`,
    )}
  </section>`;
}
