/* Goals on the room's screen: the question, the proposals, one goal large with its five letters, or what the keten chose. */

import { html, plural } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { Closed } from "/static/js/parts/secret.js";
import { pageOf } from "/static/js/parts/pages.js";
import { LETTERS, groups, lacking, letterOf, over, proposals, weighed, where } from "./words.js";

const words = {
  ours: "Onze doelen",
  sharpen: "Hoe maken we dit doel scherp?",
  start: "Schrijf op uw telefoon een doel.",
  written: (n) => plural(n, "doel", "doelen") + " opgeschreven",
  count: (goals, adopted) => (adopted ? plural(adopted, "doel", "doelen") + " van de keten" : plural(goals, "voorstel", "voorstellen")),
  none: "De keten koos nog geen doel.",
  noLoose: "Alle voorstellen zijn gekozen.",
  part: (from, to, all) => "Voorstel " + from + " tot en met " + to + " van " + all,
  more: (n) => "En nog " + plural(n, "doel", "doelen") + " op uw telefoon",
  advice: "Drie is het advies. Meer mag.",
  open: (n) => (n === 1 ? "Nog één vraag open" : "Nog " + n + " vragen open"),
  sharp: "Alle vijf de vragen zijn beantwoord",
  chosen: "Gekozen door de keten",
  block: (n) => "Bouwsteen " + n,
  stands: { gehaald: "✓ Gehaald", losgelaten: "Losgelaten" },
};
const MOST = 12;
const ONE = 4; /* in one column */

export function heading(step, room) {
  const [prompt] = step.prompts || [];
  const state = step.state || {};
  const small = step.title;
  if (state.at && room.get(state.at)) return { big: words.sharpen, small };
  if (state.wall === "doelen") return { big: words.ours, small };
  return prompt ? { big: prompt.text, small } : { big: step.title, small: step.group || "" };
}

export function count(step, room) {
  const { goals = 0, adopted = 0 } = room.tally(step);
  return goals ? words.count(goals, adopted) : null;
}

export default function Screen({ room, step }) {
  const { wall, at } = step.state;
  const large = at && room.get(at);
  if (large) return html`<${Large} key=${at} goal=${large} />`;
  if (wall === "doelen") return html`<${Ours} room=${room} step=${step} />`;
  if (wall === "voorstellen") return html`<${Wall} room=${room} step=${step} />`;
  const { goals = 0 } = room.tally(step);
  return html`<div class="stage stage-center doelen-closed"><${Closed} count=${goals} sentence=${goals ? words.written(goals) : words.start} /></div>`;
}

function Wall({ room, step }) {
  const all = proposals(room, step);
  const { shown, from, to } = pageOf(all, step.state.page, weighed);
  if (all.length === 0) return html`<div class="stage stage-center"><p class="lead">${room.tally(step).goals ? words.noLoose : words.start}</p></div>`;
  return html`<div class="stage">
    <${Fit} tag="ul" class="plain doelen-wall" min=${24} max=${46}>
      ${shown.map(
        (goal) => html`<li key=${goal.id}>
          <div class=${"note" + (goal.block ? " note--b" + goal.block : "")}>
            <p class="note-text" dir="auto">${goal.text}</p>
            ${goal.block > 0 && html`<p class="note-foot">${words.block(goal.block)}</p>`}
          </div>
        </li>`,
      )}
    </${Fit}>
    ${shown.length < all.length && html`<p class="screen-small">${words.part(from + 1, to, all.length)}</p>`}
  </div>`;
}

/* One goal, and the five questions beside it: what has an answer stands there, what has none is asked. */
function Large({ goal }) {
  const open = lacking(goal).length;
  return html`<div class="stage doelen-large">
    <div class="doelen-left">
      <p class="doelen-where">${where(goal.block)}${goal.adopted ? " · " + words.chosen : ""}</p>
      <${Fit} class="doelen-one" min=${36} max=${84}><p class="doelen-text" dir="auto">${goal.text}</p></${Fit}>
      <p class="doelen-open">${open ? words.open(open) : "✓ " + words.sharp}</p>
    </div>
    <${Fit} class="doelen-five" min=${28} max=${40}>
      <dl>
        ${LETTERS.map(
          ([key, letter, name, ask]) => html`<div class=${"doelen-row" + (letterOf(goal, key) ? " doelen-row--done" : "")} key=${key}>
            <dt><span class="doelen-cap" aria-hidden="true">${letter}</span><span class="visually-hidden">${name}</span></dt>
            <dd>
              <p class="doelen-ask">${ask}</p>
              ${letterOf(goal, key) && html`<p class="doelen-answer" dir="auto">${letterOf(goal, key)}</p>`}
            </dd>
          </div>`,
        )}
      </dl>
    </${Fit}>
  </div>`;
}

/* The first three of each group come before what is more than the advice: that is left out first when it does not fit. */
function Ours({ room, step }) {
  const all = groups(room, step);
  const flat = all.flatMap((group) => group.goals.map((goal, index) => ({ goal, block: group.block, number: index + 1 })));
  if (flat.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  const more = all.filter((group) => over(step, group)).map((group) => group.block);
  const first = flat.filter((row) => row.number <= step.state.advice);
  const ranked = [...first, ...flat.filter((row) => !first.includes(row))];
  const draw = (shown, left) => {
    const rows = flat.filter((row) => shown.includes(row));
    const columns = rows.length > ONE ? sides(rows) : [rows];
    return html`<div class=${"doelen-groups" + (columns.length > 1 ? " doelen-groups--two" : "")}>
        ${columns.map((side, index) => html`<div key=${index} class="doelen-side">${runs(side).map((run) => html`<${Group} key=${run.block} run=${run} more=${more.includes(run.block)} />`)}</div>`)}
      </div>
      ${left > 0 && html`<p class="doelen-more">${words.more(left)}</p>`}`;
  };
  return html`<div class="stage"><${Few} items=${ranked} most=${MOST} max=${flat.length > ONE ? 50 : 60} draw=${draw} /></div>`;
}

/* Rows next to each other of one block. */
function runs(rows) {
  const found = [];
  rows.forEach((row) => {
    if (!found.length || found[found.length - 1].block !== row.block) found.push({ block: row.block, rows: [] });
    found[found.length - 1].rows.push(row);
  });
  return found;
}

/* Two columns: cut between two groups where that leaves about half, else in the middle of one. */
function sides(rows) {
  const half = Math.ceil(rows.length / 2);
  const cuts = rows.map((row, index) => index).filter((index) => index > 0 && rows[index].block !== rows[index - 1].block);
  const near = cuts.sort((a, b) => Math.abs(a - half) - Math.abs(b - half))[0];
  const cut = near !== undefined && Math.abs(near - half) <= rows.length / 4 ? near : half;
  return [rows.slice(0, cut), rows.slice(cut)];
}

function Group({ run, more }) {
  return html`<section class=${"doelen-group" + (run.block ? " doelen-group--b" + run.block : "")}>
    <h2>${where(run.block)}</h2>
    <ul class="plain">${run.rows.map((row) => html`<${Row} key=${row.goal.id} goal=${row.goal} number=${row.number} />`)}</ul>
    ${more && html`<p class="doelen-advice">${words.advice}</p>`}
  </section>`;
}

function Row({ goal, number }) {
  const stand = words.stands[goal.stand];
  const facts = [stand, letterOf(goal, "timed")].filter(Boolean);
  return html`<li class=${"doelen-line" + (stand ? " doelen-line--over" : "")}>
    <span class="doelen-number num" aria-hidden="true">${number}</span>
    <div>
      <p class="doelen-text doelen-clip" dir="auto">${goal.text}</p>
      ${facts.length > 0 && html`<p class="doelen-facts" dir="auto">${facts.join(" · ")}</p>`}
    </div>
  </li>`;
}
