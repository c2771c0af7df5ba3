/* The matrix in the control room: counts while it is secret; afterwards points to move by menu, by keyboard and by hand. */

import { html, plural } from "/static/js/view.js";
import { Candidate } from "/static/js/parts/candidate.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { weighingTools } from "/static/js/parts/weighing.js";
import { LateOnes } from "/static/js/parts/late.js";
import { Board } from "./board.js";

export { Behalf } from "./behalf.js";
export const mayBehalf = (step) => !byHand(step) && !step.revealed && !step.state.closed && (step.state.candidates || []).length > 0;

const words = {
  secret: (tally) => "Ook u ziet het schema nog niet. " + withPaper(tally, "heeft cijfers gegeven", "hebben cijfers gegeven") + ".",
  shut: "Het geven van cijfers is dicht.",
  show: "Sluit en toon het schema",
  showNow: "Toon het schema",
  close: "Sluit het geven van cijfers",
  open: "Laat weer cijfers geven",
  again: "Verberg het schema en ga door",
  empty: "Er is niets om te plaatsen: in de stap waar dit schema op bouwt, hangt nog geen briefje.",
  list: (n) => "Hier geeft de zaal cijfers aan (" + n + ")",
  late: "Nog niet op de lijst",
  lateText: "Dit kwam binnen toen deze stap al begonnen was.",
  put: (some, all) => "De zaal ziet meteen wat u plaatst. " + some + " van " + plural(all, "voorstel staat", "voorstellen staan") + " op het schema.",
};
const byHand = (step) => step.settings.by === "begeleider";

export function notice(step, room) {
  const candidates = step.state.candidates || [];
  if (!candidates.length || byHand(step) || step.revealed) return null;
  return (step.state.closed ? words.shut + " " : "") + words.secret(room.tally(step));
}

export const tools = (step, room) => (byHand(step) || !(step.state.candidates || []).length ? [] : weighingTools(step, room, words));

export default function Control({ room, step }) {
  const { candidates = [], order } = step.state;
  return html`<div class="matrix stack">
    <${LateOnes} room=${room} step=${step} title=${words.late} text=${words.lateText} />
    ${candidates.length === 0 && html`<p class="muted">${words.empty}</p>`}
    ${candidates.length > 0 && byHand(step) && html`<p>${words.put((order || []).length, candidates.length)}</p>`}
    ${candidates.length > 0 && (order ? html`<${Board} room=${room} step=${step} />` : html`<${Choices} room=${room} candidates=${candidates} />`)}
  </div>`;
}

function Choices({ room, candidates }) {
  return html`<section class="stack stack--tight">
    <h3>${words.list(candidates.length)}</h3>
    <ul class="plain matrix-cards">
      ${candidates.map((id) => html`<li key=${id} class="note"><${Candidate} room=${room} id=${id} /></li>`)}
    </ul>
  </section>`;
}
