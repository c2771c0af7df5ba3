/* A terugblik on the room's screen: how many are done, what is still open; one action large when the room is at it. */

import { html, plural } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { FINISHED, Mark, STATUSES, few, from, groups, inTurn, isOpen, listed, pieces } from "./words.js";

const words = {
  none: "Er staan geen acties meer open van eerdere bijeenkomsten.",
  of: (n) => plural(n, "actie", "acties") + " van eerder",
  names: { voltooid: "klaar", bezig: "bezig", "nog niet begonnen": "nog niet begonnen", vervallen: "vervallen" },
  more: (n) => "En nog " + plural(n, "actie", "acties") + " op uw telefoon",
  thanks: (who) => (who ? "Klaar. Dank u wel, " + who + "." : "Klaar. Dank u wel."),
  so: (n, all) => (n === 1 ? "De eerste van de " + all + " die klaar is." : n === all ? "Nu zijn ze alle " + all + " klaar." : n + " van de " + all + " zijn nu klaar."),
  over: "Vervallen. Dat mag ook.",
  obstacle: "Wat houdt ons tegen?",
  help: "Wat helpt?",
  which: (n, all) => "Actie " + n + " van " + all,
  news: "nieuw",
};
const SHOWN = [2, 1, 0, 3].map((at) => STATUSES[at]); /* what is done comes first */
const MOST = 14;
const ONE = 5; /* in one column */

export function count(step) {
  const n = (step.state.order || []).length;
  return n ? words.of(n) : null;
}

export default function Screen({ room, step }) {
  const all = listed(room, step);
  if (all.length === 0) return html`<div class="stage stage-center"><p class="lead">${words.none}</p></div>`;
  const at = all.find((action) => action.id === step.state.at);
  return at ? html`<${Large} key=${at.id} room=${room} step=${step} action=${at} all=${all} />` : html`<${All} step=${step} all=${all} />`;
}

function All({ step, all }) {
  const counts = step.state.counts || {};
  const there = SHOWN.filter((status) => counts[status]);
  const draw = (shown, left) => html`<div class=${"terugblik-groups" + (shown.length > ONE ? " terugblik-groups--two" : "")}>
      ${groups(shown, step.state.by).map(
        (group) => html`<section key=${group.key} class="terugblik-group">
          <h2 dir="auto">${group.name}</h2>
          <ul class="plain">${group.actions.map((action) => html`<${Row} key=${action.id} action=${action} />`)}</ul>
        </section>`,
      )}
    </div>
    ${left > 0 && html`<p class="terugblik-more">${words.more(left)}</p>`}`;
  return html`<div class="stage terugblik-all">
    <ul class="plain terugblik-counts">
      ${there.map((status) => html`<li key=${status} class=${"terugblik-count terugblik-count--" + STATUSES.indexOf(status)}><span class="terugblik-number num">${counts[status]}</span> <span>${words.names[status]}</span></li>`)}
    </ul>
    <div class="terugblik-bar-all" aria-hidden="true">${there.map((status) => html`<span key=${status} class=${"terugblik-part terugblik-part--" + STATUSES.indexOf(status)} style=${{ flexGrow: counts[status] }}></span>`)}</div>
    <${Few} items=${all} most=${MOST} max=${all.length > ONE ? 36 : 44} draw=${draw} />
  </div>`;
}

function Row({ action }) {
  const said = [action.status, ...few(action), pieces(action)].filter(Boolean);
  return html`<li class=${"terugblik-row" + (isOpen(action) ? "" : " terugblik-row--over")}>
    <${Mark} status=${action.status} />
    <div>
      <p class="terugblik-what" dir="auto">${action.what}</p>
      <p class="terugblik-facts" dir="auto">${said.join(" · ")}</p>
    </div>
  </li>`;
}

function Large({ room, step, action, all }) {
  const number = inTurn(room, step).findIndex((one) => one.id === action.id) + 1;
  const done = (step.state.counts || {})[FINISHED];
  const over = !isOpen(action);
  return html`<div class="stage terugblik-large">
    <p class="terugblik-from">${words.which(number, all.length)} · ${from(action)}</p>
    <${Fit} class="terugblik-one" min=${36} max=${96}>
      <p class="terugblik-one-what" dir="auto">${action.what}</p>
      ${few(action).length > 0 && html`<p class="terugblik-one-facts" dir="auto">${few(action).join(" · ")}</p>`}
      ${action.status === FINISHED
        ? html`<div class="terugblik-done"><${Mark} status=${action.status} /><div><p><strong dir="auto">${words.thanks(action.who)}</strong></p><p>${words.so(done, all.length)}</p></div></div>`
        : html`<p class="terugblik-status"><${Mark} status=${action.status} /> ${over ? words.over : action.status}</p>`}
      ${action.subs.length > 0 &&
      html`<ul class="plain terugblik-subs">
        ${action.subs.map((one) => html`<li key=${one.id} class=${"terugblik-sub" + (isOpen(one) ? "" : " terugblik-sub--over")}><${Mark} status=${one.status} /><span dir="auto">${[one.what, ...few(one)].join(" · ")}</span></li>`)}
      </ul>`}
      ${!over &&
      (action.obstacle || action.help) &&
      html`<div class="terugblik-two">
        ${action.obstacle && html`<div class="terugblik-box terugblik-box--clay"><p class="terugblik-ask">${words.obstacle}</p><p dir="auto">${action.obstacle}</p></div>`}
        ${action.help && html`<div class="terugblik-box terugblik-box--leaf"><p class="terugblik-ask">${words.help}</p><p dir="auto">${action.help}</p></div>`}
      </div>`}
    </${Fit}>
  </div>`;
}
