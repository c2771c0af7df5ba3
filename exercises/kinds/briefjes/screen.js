/* Briefjes on the room's screen: the questions with closed cards, then the wall, or one part of it large. */

import { html, useState, plural, heading as usual } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Closed } from "/static/js/parts/secret.js";
import { pageOf } from "/static/js/parts/pages.js";
import { STAIRS, columnsOf, layOut } from "./layout.js";
import { largeOf, wallOf } from "./wall.js";

const words = {
  write: "Schrijf uw briefjes op uw telefoon. Eerst in stilte.",
  none: "Nog geen briefjes",
  closed: (n) => plural(n, "briefje", "briefjes") + ", nog dicht",
  empty: "Er hangt nog niets op de muur.",
  loose: "Los",
  looseTitle: "Losse briefjes",
  more: (n) => "en nog " + n,
  again: "vervolg",
  phone: "Op uw telefoon staat de hele muur.",
  askName: "Hoe noemen we dit groepje?",
  answer: "Kies of typ een naam op uw telefoon.",
  given: (n) => plural(n, "mens koos al.", "mensen kozen al."),
  part: (from, to, all) => "Briefje " + from + " tot en met " + to + " van " + all,
};

export function heading(step, room) {
  const large = step.revealed ? largeOf(room, step) : null;
  if (!large) return usual(step, room);
  if (asksFor(step, large)) return { big: words.askName, small: step.title };
  const prompt = large.text && step.prompts.length > 1 ? large.text : step.title;
  return { big: large.name || words.looseTitle, small: prompt };
}

const asksFor = (step, part) => step.state.naming && step.state.naming.group === part.id;

export default function Screen({ room, step }) {
  if (!step.revealed) return html`<${Quiet} room=${room} step=${step} />`;
  const large = largeOf(room, step);
  if (large) return html`<${Large} key=${large.id} room=${room} step=${step} part=${large} />`;
  return html`<${Wall} room=${room} step=${step} />`;
}

/* Four lanes stand side by side; five or six are calmer in two rows of three. */
const across = (lanes) => (lanes > 4 ? 3 : lanes);

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
    <${Fit} class=${"briefjes-questions briefjes-across--" + across(step.prompts.length)} min=${28} max=${step.prompts.length > 3 ? 44 : 54}>
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
  /* a fuller wall starts again at the top of the stairs */
  const signs = wall.map((lane) => [lane.loose.length, ...lane.groups.map((group) => group.notes.length)].join(".")).join(" ");
  const [stair, setStair] = useState({ of: signs, at: 0 });
  const at = stair.of === signs ? stair.at : 0;
  if (all === 0) return html`<div class="stage stage-center"><p class="lead">${words.empty}</p></div>`;
  const { share, by } = STAIRS[at];
  const fewer = (full) => full && at + 1 < STAIRS.length && setStair({ of: signs, at: at + 1 });
  const most = Math.max(...wall.map((lane) => lane.all.length));
  const size = most * Math.max(1, wall.length - 1) <= 4 ? 54 : all <= 8 ? 48 : 40;
  return html`<div class="stage">
    <${Fit} key=${at} class=${"briefjes-lanes briefjes-across--" + across(wall.length)} min=${28} max=${size} onFull=${fewer}>
      ${wall.map((lane) => html`<${Lane} key=${lane.id} room=${room} lane=${lane} lanes=${wall.length} share=${share} by=${by} />`)}
    </${Fit}>
    ${share < 9 && step.settings.wall_on_phone !== false && html`<p class="briefjes-foot">${words.phone}</p>`}
  </div>`;
}

function Lane({ room, lane, lanes, share, by }) {
  const groups = lane.groups.filter((group) => group.notes.length);
  const loose = lane.loose.length ? [{ id: "los", name: groups.length ? words.loose : "", notes: lane.loose }] : [];
  const columns = columnsOf(lanes, lane.all.length);
  const found = layOut([...groups, ...loose], { lanes, columns, share, by });
  return html`<section class="briefjes-lane">
    ${lanes > 1 && html`<h2 class="briefjes-head"><span class="briefjes-asked">${lane.text}</span> <span class="num briefjes-number">${lane.all.length}</span></h2>`}
    <div class=${"briefjes-cards briefjes-across--" + columns}>
      ${found.map((blocks, index) => html`<div class="briefjes-column" key=${index}>${blocks.map((one) => html`<${Block} key=${one.key} room=${room} one=${one} by=${by} tag=${lanes > 1 ? "h3" : "h2"} />`)}</div>`)}
    </div>
  </section>`;
}

function Block({ room, one, by, tag }) {
  if (one.name) return html`<${tag} class="briefjes-name"><bdi>${one.name}</bdi> <span class="num briefjes-number">${one.again ? words.again : one.count}</span></${tag}>`;
  if (one.left) return html`<p class="briefjes-left">${words.more(one.left)}</p>`;
  return html`<${NoteCard} note=${by ? one.note : { ...one.note, by: "", org: "" }} room=${room} />`;
}

/* One group, or the loose notes of one prompt, a page at a time. */
function Large({ room, step, part }) {
  const { shown, from, to, pages } = pageOf(part.notes, step.state.page);
  if (!part.notes.length) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  const columns = shown.length <= 2 ? 2 : shown.length <= 6 ? 3 : 4;
  const found = layOut([{ id: part.id, name: "", notes: shown }], { lanes: 1, columns, share: Infinity, by: true });
  return html`<div class="stage">
    <${Fit} class=${"briefjes-cards briefjes-across--" + columns} min=${28} max=${56}>
      ${found.map((blocks, index) => html`<div class="briefjes-column" key=${index}>${blocks.map((one) => html`<${Block} key=${one.key} room=${room} one=${one} by />`)}</div>`)}
    </${Fit}>
    ${asksFor(step, part) && html`<p class="briefjes-foot">${words.answer} ${step.state.naming.given > 0 && words.given(step.state.naming.given)}</p>`}
    ${pages > 1 && html`<p class="briefjes-foot">${words.part(from + 1, to, part.notes.length)}</p>`}
  </div>`;
}
