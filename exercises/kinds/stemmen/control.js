/* Voting in the control room: how many voted, never what, until the outcome is shown to everybody. */

import { html, plural } from "/static/js/view.js";
import { Bar } from "/static/js/parts/bars.js";
import { Candidate } from "/static/js/parts/candidate.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { weighingTools } from "/static/js/parts/weighing.js";
import { LateOnes } from "/static/js/parts/late.js";

export { Behalf } from "./behalf.js";
export const mayBehalf = (step) => !step.revealed && !step.state.closed && (step.state.candidates || []).length > 0;

const words = {
  secret: (tally) => "Ook u ziet de uitslag nog niet. " + withPaper(tally, "heeft gestemd", "hebben gestemd") + ".",
  shut: "De stemming is dicht. Toon de uitslag als de zaal eraan toe is.",
  show: "Sluit en toon de uitslag",
  showNow: "Toon de uitslag",
  close: "Sluit de stemming",
  open: "Laat weer stemmen",
  again: "Verberg de uitslag en stem verder",
  empty: "Er is niets om over te stemmen: in de stap waar deze stemming op bouwt, hangt nog geen briefje.",
  list: (n) => "Hier kiest de zaal uit (" + n + ")",
  outcome: "De uitslag",
  given: (n, people) => plural(people, "mens", "mensen") + " gaven samen " + plural(n, "stip", "stippen") + ".",
  votes: (n) => plural(n, "stip", "stippen"),
  late: "Nog niet in de stemming",
  lateText: "Dit kwam binnen toen de stemming al begonnen was.",
};

export function notice(step, room) {
  if (step.revealed || !(step.state.candidates || []).length) return null;
  return (step.state.closed ? words.shut + " " : "") + words.secret(room.tally(step));
}

export const tools = (step, room) => (!(step.state.candidates || []).length ? [] : weighingTools(step, room, words));

export default function Control({ room, step }) {
  const candidates = step.state.candidates || [];
  return html`<div class="stemmen stack">
    <${LateOnes} room=${room} step=${step} title=${words.late} text=${words.lateText} />
    ${candidates.length === 0 && html`<p class="muted">${words.empty}</p>`}
    ${candidates.length > 0 && (step.revealed ? html`<${Outcome} room=${room} step=${step} />` : html`<${Choices} room=${room} candidates=${candidates} />`)}
  </div>`;
}

function Choices({ room, candidates }) {
  return html`<section class="stack stack--tight">
    <h3>${words.list(candidates.length)}</h3>
    <ul class="plain stemmen-cards">
      ${candidates.map((id) => html`<li key=${id} class="note"><${Candidate} room=${room} id=${id} /></li>`)}
    </ul>
  </section>`;
}

function Outcome({ room, step }) {
  const { order = [], totals = {}, given = 0 } = step.state;
  const top = Math.max(1, ...Object.values(totals));
  return html`<section class="stack stack--tight">
    <h3>${words.outcome}</h3>
    <p class="muted">${words.given(given, room.tally(step).voters || 0)}</p>
    <ol class="plain stemmen-result">
      ${order.map(
        (id) => html`<li key=${id}>
          <${Candidate} room=${room} id=${id} />
          <${Bar} value=${totals[id]} most=${top} label=${words.votes(totals[id])} />
        </li>`,
      )}
    </ol>
  </section>`;
}
