/* The cheat sheet: what only the facilitator reads, tied to the clock. */

import { html, prose } from "../view.js";
import { schedule, spent } from "./time.js";
import { PilotCards } from "./handbook.js";

const words = {
  title: "Uw spiekbrief",
  goal: "Doel",
  ask: "Vraag",
  pitfall: "Let op",
  late: "Als u achterloopt",
  notes: "Achtergrond",
  nothing: "Bij deze stap staat niets op de spiekbrief.",
  nowLate: "U loopt nu achter. Dit kan korter:",
  source: "Bron",
};

export function Cheat({ room, step }) {
  const coaching = (step && step.coaching) || {};
  const now = room.time();
  const behind = schedule(room.steps(), room.meeting, now).drift > 180 || (step && step.minutes && spent(step, room.meeting, now) > step.minutes * 60);
  const parts = ["goal", "ask", "pitfall"].filter((name) => filled(coaching[name]));
  return html`<section class="cheat stack">
    <h2 class="pane-title">${words.title}</h2>
    ${!step || (parts.length === 0 && !filled(coaching.late) && !filled(coaching.notes)) ? html`<p class="muted">${words.nothing}</p>` : null}
    ${behind && filled(coaching.late) && html`<div class="banner banner--clay prose"><h3>${words.nowLate}</h3>${prose(coaching.late)}</div>`}
    ${parts.map((name) => html`<div class="prose" key=${name}><h3>${words[name]}</h3>${prose(coaching[name])}</div>`)}
    ${!behind && filled(coaching.late) && html`<div class="prose"><h3>${words.late}</h3>${prose(coaching.late)}</div>`}
    ${filled(coaching.notes) && html`<div class="banner banner--sun prose"><h3>${words.notes}</h3>${prose(coaching.notes)}</div>`}
    <${PilotCards} block=${step ? step.block : 0} />
    ${step && step.source && html`<p class="muted small">${words.source}: ${step.source}</p>`}
  </section>`;
}

const filled = (nodes) => Array.isArray(nodes) && nodes.length > 0;
