/* Goals on the room's screen: the question, the proposals, one goal large with its five letters, or what the keten chose. */

import { html, plural } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { Closed } from "/static/js/parts/secret.js";
import { pageOf } from "/static/js/parts/pages.js";
import { LETTERS, groups, lacking, letterOf, over, proposals, where } from "./words.js";

const words = {
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
  const { shown, from, to } = pageOf(all, step.state.page);
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

function Ours({ room, step }) {
  const all = groups(room, step);
  const flat = all.flatMap((group) => group.goals.map((goal) => ({ ...goal, block: group.block })));
  if (flat.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  const more = all.filter((group) => over(step, group)).map((group) => group.block);
  const draw = (shown, left) => {
    const parts = all.map((group) => ({ ...group, goals: shown.filter((goal) => goal.block === group.block) })).filter((group) => group.goals.length);
    const columns = shown.length > ONE && parts.length > 1 ? sides(parts) : [parts];
    return html`<div class=${"doelen-groups" + (columns.length > 1 ? " doelen-groups--two" : "")}>
        ${columns.map((side, index) => html`<div key=${index} class="doelen-side">${side.map((group) => html`<${Group} key=${group.block} group=${group} more=${more.includes(group.block)} />`)}</div>`)}
      </div>
      ${left > 0 && html`<p class="doelen-more">${words.more(left)}</p>`}`;
  };
  return html`<div class="stage"><${Few} items=${flat} most=${MOST} max=${flat.length > ONE ? 42 : 56} draw=${draw} /></div>`;
}

/* Two columns of groups: what is of the whole keten stands alone on the left, else each gets about half of the goals. */
function sides(parts) {
  const half = parts.reduce((sum, group) => sum + group.goals.length, 0) / 2;
  let cut = 1;
  let seen = parts[0].goals.length;
  while (parts[0].block && cut < parts.length - 1 && seen < half) seen += parts[cut++].goals.length;
  return [parts.slice(0, cut), parts.slice(cut)];
}

function Group({ group, more }) {
  return html`<section class=${"doelen-group" + (group.block ? " doelen-group--b" + group.block : "")}>
    <h2>${where(group.block)}</h2>
    <ol class="plain">${group.goals.map((goal, index) => html`<${Row} key=${goal.id} goal=${goal} number=${index + 1} />`)}</ol>
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
