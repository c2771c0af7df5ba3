/* Instruments on the room's screen: the seven blocks at a glance with their gap, or one block with all that it has. */

import { html, plural, block } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { OPEN, gaps, lacking, large, missed, names, rows, tools, where } from "./words.js";

const words = {
  count: (instruments, proposals) => plural(instruments, "instrument", "instrumenten") + (proposals ? " · " + plural(proposals, "voorstel", "voorstellen") + " van telefoons" : ""),
  none: "nog niets",
  bare: (n) => (n === 1 ? "1 zonder uitvoerder" : n + " zonder uitvoerder"),
  executor: "uitvoerder",
  developer: "ontwikkelaar",
  guardian: "Kwaliteitsbewaker: ",
  empty: "Hier staat nog niets. Wat kent u?",
  write: "Schrijf het op uw telefoon.",
  gap: "Hier staat nog niets van",
  miss: "Wat mensen missen",
  more: (n) => "En nog " + plural(n, "instrument", "instrumenten") + " op uw telefoon",
  moreMissed: (n) => "En nog " + n + " op uw telefoon",
  and: (n) => "en nog " + n,
};
const MOST = 8; /* instruments of one block */
const GAPS = 6; /* categories by name */

export const heading = (step) => {
  const row = step.state && large(step);
  return row && step.state.blocks.length > 1 ? { big: where(row.block), small: step.title } : { big: step.title, small: row ? where(row.block) : step.group || "" };
};

export function count(step, room) {
  const { instruments = 0, proposals = 0 } = room.tally(step);
  return instruments || proposals ? words.count(instruments, proposals) : null;
}

export default function Screen({ room, step }) {
  if (!step.state.blocks) return null;
  const row = large(step);
  return row ? html`<${Large} key=${row.block} room=${room} step=${step} row=${row} />` : html`<${Overview} room=${room} step=${step} />`;
}

function Overview({ room, step }) {
  const shown = rows(step).filter((row) => row.block || row.instruments.length);
  return html`<div class="stage">
    <${Fit} class="instrumenten-overview" min=${28} max=${40}>
      ${shown.map((row) => html`<${Block} key=${row.block} room=${room} row=${row} />`)}
    </${Fit}>
  </div>`;
}

/* What fits of a block among the others: how many it has, the first names, and the gap in words. */
function Block({ room, row }) {
  const bare = row.instruments.filter((one) => one.executor.length === 0).length;
  const all = tools(room, row);
  const first = all.slice(0, 2).map((one) => one.name).join(", ") + (all.length > 2 ? ", " + words.and(all.length - 2) : "");
  return html`<section class="instrumenten-row">
    <span class=${"instrumenten-nr num instrumenten-nr--b" + row.block}>${row.block || "–"}</span>
    <div class="instrumenten-cell"><h2>${row.block ? block(row.block) : where(0)}</h2>${all.length > 0 && html`<p dir="auto" class="instrumenten-first">${first}</p>`}</div>
    <p class="instrumenten-gap">${all.length === 0 ? html`<span class="instrumenten-none">${words.none}</span>` : bare ? html`<span class="instrumenten-none">${words.bare(bare)}</span>` : ""}</p>
  </section>`;
}

/* One block: what there is on the left, the gap on the right. */
function Large({ room, step, row }) {
  const all = tools(room, row);
  const notes = missed(room, step, row.block).slice().reverse();
  const draw = (shown, left) => html`<ul class="plain instrumenten-list">${shown.map((one) => html`<${Tool} key=${one.id} one=${one} />`)}</ul>
    ${left > 0 && html`<p class="instrumenten-more">${words.more(left)}</p>`}`;
  const lack = lacking(row);
  const cards = (shown, left) => html`<ul class="plain instrumenten-notes">${shown.map((note) => html`<li key=${note.id} class=${"note" + (row.block ? " note--b" + row.block : "")}><p class="note-text" dir="auto">${note.text}</p></li>`)}</ul>
    ${left > 0 && html`<p class="instrumenten-more">${words.moreMissed(left)}</p>`}`;
  return html`<div class="stage instrumenten-large">
    <div class="instrumenten-side">
      ${all.length ? html`<${Few} items=${all} most=${MOST} min=${28} max=${60} draw=${draw} />` : html`<div class="stage-center"><p class="lead">${words.empty}</p><p>${words.write}</p></div>`}
    </div>
    <div class="instrumenten-side instrumenten-right">
      ${lack.length > 0 && all.length > 0 && html`<p class="instrumenten-lack"><strong>${words.gap}</strong> ${lack.slice(0, GAPS).join(" · ")}${lack.length > GAPS ? " · " + words.and(lack.length - GAPS) : ""}</p>`}
      ${gaps(room, row).filter((gap) => gap.id === "bare").map((gap) => html`<p key=${gap.id} class="instrumenten-lack">${gap.text}</p>`)}
      ${notes.length > 0 && html`<p class="instrumenten-ask">${words.miss}</p><${Few} items=${notes} most=${8} min=${28} max=${40} draw=${cards} />`}
    </div>
  </div>`;
}

function Tool({ one }) {
  const who = (part, roles) => html`<span class="instrumenten-who"><span class="instrumenten-part">${part}</span> ${roles.length ? html`<span dir="auto">${names(roles)}</span>` : html`<span class="instrumenten-none">${OPEN}</span>`}</span>`;
  return html`<li class="instrumenten-tool">
    <p class="instrumenten-name" dir="auto">${one.name}${one.group ? html` <span class="instrumenten-for">voor ${one.group}</span>` : ""}</p>
    <p class="instrumenten-makers">${who(words.executor, one.executors)}${one.developers.length > 0 && who(words.developer, one.developers)}</p>
  </li>`;
}
