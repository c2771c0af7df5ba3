/* The map on the room's screen: one calm drawing that grows with the four steps. */

import { html, plural } from "/static/js/view.js";
import { SORTS, SortMark } from "/static/js/parts/table.js";
import { Few } from "/static/js/parts/few.js";
import { ChainMap } from "./map.js";
import { STAGES, mapOf } from "./words.js";
import { ZOOMS } from "./zooms.js";

const words = {
  empty: "Nog niemand op de kaart. Zeg op uw telefoon met wie u samenwerkt.",
  count: (n, looked) => plural(n, "lijn", "lijnen") + " op de kaart" + (looked ? ", " + looked + " nagekeken" : ""),
  keys: { firm: "beide, of samen getekend", said: "één van de twee", good: "gaat goed", improve: "kan beter", missing: "ontbreekt nog", wanted: "iemand wil dit graag" },
  outside: "nog niet aan tafel",
  since: (title) => "Sinds " + title,
  same: "Er veranderde nog niets op de kaart. Wat wordt onze eerste stap?",
  changes: { came: "Nu aan tafel, en toen niet", closed: "Deze lijn ontbrak, en is er nu", new: "Nieuwe lijn", firmer: "Nu van twee kanten", better: "Dit kon beter, en gaat nu goed", away: "Toen aan tafel, en nu niet", left: "Doet niet meer mee", weaker: "Nu nog maar van één kant", worse: "Dit ging goed, en kan nu beter", gone: "Deze lijn is er niet meer", wanted: "Deze lijn missen wij nu", dropped: "Deze lijn missen wij niet meer" },
  glad: ["came", "closed", "new", "firmer", "better"],
  with: (a, b) => a + " met " + b,
  more: (n) => "En nog " + n + ". Alles staat in het verslag.",
};

export const frame = "bare"; /* the map takes all the room there is */
export const heading = (step) => ({ big: STAGES[step.state.stage] || step.title, small: step.title });
export const count = (step) => (step.state.gist && step.state.stage > 1 ? words.count(step.state.gist.there, step.state.gist.looked) : null);

export default function Screen({ step }) {
  if (!step.state.scene) return null;
  const map = mapOf(step);
  if (!map.guests.length) return html`<div class="stage"><h1>${STAGES[step.state.stage]}</h1><p class="lead">${words.empty}</p></div>`;
  if (step.state.stage === 5) return html`<${Progress} step=${step} />`;
  const { scene, stage, lines } = step.state;
  return html`<div class="stage net-stage">
    <h1>${STAGES[stage]}${lines && html` <span class="net-zoom">${ZOOMS[lines].say(scene.curves.length)}</span>`}</h1>
    <${ChainMap} step=${step} bare=${stage === 1 && !lines} />
  </div>`;
}

/* The key stands beside the code, so that the map has all the height there is; only what is on the map now is in it. */
export function Beside({ step }) {
  const { scene, stage, lines } = step.state;
  if (!scene || stage === 5) return null;
  const map = mapOf(step);
  const bare = stage === 1 && !lines;
  const sorts = Object.keys(SORTS).filter((sort) => map.guests.some((guest) => guest.sort === sort));
  const looks = bare ? [] : Object.keys(words.keys).filter((look) => scene.curves.some((line) => line.look === look));
  return html`<ul class="plain net-key">
    ${sorts.map((sort) => html`<li key=${sort}><${SortMark} sort=${sort} /> ${SORTS[sort].name}</li>`)}
    ${map.guests.some((guest) => guest.outside) && html`<li><svg class="sort-mark" viewBox="-12 -12 24 24" aria-hidden="true"><circle class="net-outside" r="9" /></svg> ${words.outside}</li>`}
    ${looks.map((look) => html`<li key=${look}><svg class="net-sample" viewBox="0 0 60 20" aria-hidden="true"><path class=${"net-line net-line--" + look} d="M2 10H58" /></svg> ${words.keys[look]}</li>`)}
  </ul>`;
}

/* Small steps, what there is to be glad of first. */
function Progress({ step }) {
  const { since, changes } = step.state;
  const rows = Object.keys(words.changes).flatMap((key) => (changes[key] || []).map((one) => ({ id: key + one, key, text: Array.isArray(one) ? words.with(one[0], one[1]) : one })));
  const draw = (shown, left) => html`<ul class="plain net-progress">${shown.map((row) => html`<li key=${row.id} class=${words.glad.includes(row.key) ? "net-glad" : ""}><p class="net-what">${words.changes[row.key]}</p><p class="net-who" dir="auto">${row.text}</p></li>`)}</ul>${left > 0 && html`<p>${words.more(left)}</p>`}`;
  return html`<div class="stage net-told">
    <h1>${STAGES[5]}</h1>
    <p class="lead">${words.since(since.title)}</p>
    ${rows.length ? html`<${Few} items=${rows} most=${12} min=${28} max=${64} draw=${draw} />` : html`<p class="lead">${words.same}</p>`}
  </div>`;
}
