/* Briefjes on the room's screen: the questions with closed cards, then the wall, or one part of it large. */

import { html, useState, plural, heading as usual } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Closed } from "/static/js/parts/secret.js";
import { pageOf } from "/static/js/parts/pages.js";
import { largeOf, wallOf } from "./wall.js";

const words = {
  write: "Schrijf uw briefjes op uw telefoon. Eerst in stilte.",
  none: "Nog geen briefjes",
  closed: (n) => plural(n, "briefje", "briefjes") + ", nog dicht",
  empty: "Er hangt nog niets op de muur.",
  loose: "Los",
  looseTitle: "Losse briefjes",
  more: (n) => "en nog " + n,
  phone: "Op uw telefoon staat de hele muur.",
  part: (from, to, all) => "Briefje " + from + " tot en met " + to + " van " + all,
};
/* When the wall is too full at its least size, each part shows no more than this many notes, and says how many are left. */
const STAIRS = [200, 14, 10, 7, 5, 4, 3, 2, 1, 0];

export function heading(step, room) {
  const large = step.revealed ? largeOf(room, step) : null;
  if (!large) return usual(step, room);
  const prompt = large.text && step.prompts.length > 1 ? large.text : step.title;
  return { big: large.name || words.looseTitle, small: prompt };
}

export default function Screen({ room, step }) {
  if (!step.revealed) return html`<${Quiet} room=${room} step=${step} />`;
  const large = largeOf(room, step);
  if (large) return html`<${Large} key=${large.id} room=${room} step=${step} part=${large} />`;
  return html`<${Wall} room=${room} step=${step} />`;
}

/* Before the reveal: the questions, and how much is written under each; no text, no names. */
function Quiet({ room, step }) {
  const { notes = 0, lanes: counts = {} } = room.tally(step);
  if (step.prompts.length <= 1) {
    return html`<div class="stage stage-center briefjes-quiet">
      <${Closed} count=${notes} sentence=${notes ? words.closed(notes) : words.none} />
      <p class="briefjes-write">${words.write}</p>
    </div>`;
  }
  return html`<div class="stage briefjes-quiet">
    <${Fit} class=${"briefjes-questions briefjes-questions--" + Math.min(step.prompts.length, 4)} min=${28} max=${54}>
      ${step.prompts.map(
        (prompt) => html`<section key=${prompt.id} class="briefjes-question">
          <h2 class="briefjes-asked">${prompt.text}</h2>
          <${Closed} count=${Math.min(counts[prompt.id] || 0, 24)} sentence=${counts[prompt.id] ? words.closed(counts[prompt.id]) : words.none} />
        </section>`,
      )}
    </${Fit}>
    <p class="briefjes-write">${words.write}</p>
  </div>`;
}

function Wall({ room, step }) {
  const wall = wallOf(room, step);
  const all = wall.reduce((sum, lane) => sum + lane.all.length, 0);
  const signs = wall.map((lane) => [lane.loose.length, ...lane.groups.map((group) => group.notes.length)].join(".")).join(" ");
  const [stair, setStair] = useState({ of: signs, at: 0 });
  const at = stair.of === signs ? stair.at : 0;
  if (all === 0 && !wall.some((lane) => lane.groups.length)) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  const most = STAIRS[at];
  const fewer = (full) => full && at + 1 < STAIRS.length && setStair({ of: signs, at: at + 1 });
  const cut = most < STAIRS[0] && step.settings.wall_on_phone !== false;
  return html`<div class="stage">
    <${Fit} key=${at} class=${"briefjes-lanes briefjes-lanes--" + Math.min(wall.length, 4)} min=${28} max=${all <= 6 ? 48 : 40} onFull=${fewer}>
      ${wall.map((lane) => html`<${Lane} key=${lane.id} room=${room} lane=${lane} only=${wall.length === 1} lanes=${wall.length} most=${most} />`)}
    </${Fit}>
    ${cut && html`<p class="briefjes-foot">${words.phone}</p>`}
  </div>`;
}

/* How many columns of cards stand under one prompt. */
const columns = (lanes, all) => (lanes === 1 ? (all <= 2 ? 2 : all <= 9 ? 3 : 4) : lanes === 2 && all > 3 ? 2 : 1);

function Lane({ room, lane, only, lanes, most }) {
  const parts = lane.groups.filter((group) => group.notes.length);
  const grouped = parts.length > 0;
  return html`<section class="briefjes-lane">
    ${!only && html`<h2 class="briefjes-head"><span class="briefjes-asked">${lane.text}</span> <span class="num briefjes-number">${lane.all.length}</span></h2>`}
    <div class=${"briefjes-cards briefjes-cards--" + columns(lanes, lane.all.length)}>
      ${parts.map((group) => html`<${Part} key=${group.id} room=${room} name=${group.name} notes=${group.notes} most=${most} />`)}
      ${lane.loose.length > 0 && html`<${Part} key="los" room=${room} name=${grouped ? words.loose : ""} notes=${lane.loose} most=${most} />`}
    </div>
  </section>`;
}

function Part({ room, name, notes, most }) {
  const shown = notes.slice(0, most);
  const left = notes.length - shown.length;
  return html`<section class="briefjes-part">
    ${name && html`<h3 class="briefjes-name"><bdi>${name}</bdi> <span class="num briefjes-number">${notes.length}</span></h3>`}
    ${shown.map((note) => html`<div class="briefjes-card" key=${note.id}><${NoteCard} note=${note} room=${room} /></div>`)}
    ${left > 0 && shown.length > 0 && html`<p class="briefjes-left">${words.more(left)}</p>`}
  </section>`;
}

/* One group, or the loose notes of one prompt, a page at a time. */
function Large({ room, step, part }) {
  const { shown, from, to, pages } = pageOf(part.notes, step.state.page);
  if (!part.notes.length) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  return html`<div class="stage">
    <${Fit} class="briefjes-lanes briefjes-lanes--1" min=${28} max=${54}>
      <div class=${"briefjes-cards briefjes-cards--" + (shown.length <= 2 ? 2 : shown.length <= 6 ? 3 : 4)}>
        ${shown.map((note) => html`<div class="briefjes-card" key=${note.id}><${NoteCard} note=${note} room=${room} /></div>`)}
      </div>
    </${Fit}>
    ${pages > 1 && html`<p class="briefjes-foot">${words.part(from + 1, to, part.notes.length)}</p>`}
  </div>`;
}
