/* The round on the room's screen: who speaks now, large; who is next; the table; everybody in the row. */

import { html, useState } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { TableSign, SortMark } from "/static/js/parts/table.js";
import { Name } from "./name.js";
import { inWords, round } from "./round.js";

const words = {
  now: "Aan het woord",
  next: "Daarna",
  last: "Dit is de laatste in de rij",
  first: "Als eerste",
  soon: "Wij stellen ons aan elkaar voor",
  each: (seconds) => "Elke organisatie krijgt " + inWords(seconds) + ".",
  over: "De ronde is klaar",
  overText: "Vul op uw telefoon gerust nog aan.",
  thanks: "Welkom, allemaal.",
  nobody: "Schuif aan. Uw organisatie verschijnt hier vanzelf.",
  answered: (some, all) => some + " van " + all + (all === 1 ? " organisatie" : " organisaties") + " vulde op de telefoon iets in",
  answeredMany: (some, all) => some + " van " + all + " organisaties vulden op de telefoon iets in",
  before: (count) => count + " geweest",
  status: { now: "nu", done: "geweest", skipped: "komt nog", waiting: "" },
};

export const heading = (step) => ({ big: step.title, small: step.group || "" });
export function count(step, room) {
  const { answered = 0, organisations = 0 } = room.tally(step);
  if (!answered) return null;
  const all = Math.max(organisations, answered);
  return answered === 1 ? words.answered(answered, all) : words.answeredMany(answered, all);
}

export default function Screen({ room, step }) {
  const { rows, now, next, over, seconds } = round(step, room);
  return html`<div class="stage kennis-stage">
    <div class="kennis-top">
      <div class="kennis-now">
        <p class="kennis-label">${now ? words.now : over ? words.over : words.soon}</p>
        <${Fit} class="kennis-speaker" min=${48} max=${116}>
          ${now ? html`<p><bdi>${now.name}</bdi></p>` : html`<p>${over ? words.thanks : words.each(seconds)}</p>`}
        </${Fit}>
        <p class="kennis-next">${now || !over ? html`<${Next} now=${now} next=${next} />` : step.settings.questions && words.overText}</p>
      </div>
      <div class="kennis-table"><${TableSign} room=${room} /></div>
    </div>
    ${rows.length > 0 ? html`<${Row} key=${rows.length} rows=${rows} />` : html`<p class="lead">${words.nobody}</p>`}
  </div>`;
}

function Next({ now, next }) {
  if (!next) return now ? words.last : null;
  return html`${now ? words.next : words.first}: <strong><${Name} organisation=${next} /></strong>`;
}

/* Everybody in the row; when that is too much for the screen, who has spoken becomes a number. */
function Row({ rows }) {
  const [short, setShort] = useState(false);
  const done = rows.filter((row) => row.status === "done").length;
  const shown = short ? rows.filter((row) => row.status !== "done") : rows;
  return html`<${Fit} tag="ol" class="plain kennis-row" min=${24} max=${34} onFull=${(full) => full && setShort(true)}>
    ${short && done > 0 && html`<li key="done" class="kennis-chip is-done">✓ ${words.before(done)}</li>`}
    ${shown.map(
      (row) => html`<li key=${row.id} class=${"kennis-chip is-" + row.status} aria-current=${row.status === "now" ? "true" : undefined}>
        ${row.status === "done" ? html`<span aria-hidden="true">✓</span>` : html`<${SortMark} sort=${row.sort} />`} <bdi>${row.name}</bdi>
        ${words.status[row.status] && html`<span class=${row.status === "skipped" ? "" : "visually-hidden"}> (${words.status[row.status]})</span>`}
      </li>`,
    )}
  </${Fit}>`;
}
