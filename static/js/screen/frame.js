/* The frame around a step on the room's screen: where we are, the question, the clock, who answered, how to join still. */

import { html, heading, place, plural, grouped, spoken } from "../view.js";
import { StepView, kindOf } from "../kinds.js";
import { Clock } from "../parts/clock.js";
import { Qr } from "../parts/qr.js";
import { Fit } from "../parts/fit.js";
import { picture } from "./welcome.js";

const words = {
  step: (nr, of) => "Stap " + nr + " van " + of,
  wrote: (some, all) => some + " van " + all + (all === 1 ? " heeft" : " hebben") + " iets geschreven",
  notes: (n) => plural(n, "briefje", "briefjes"),
  typing: (n) => (n === 1 ? "1 mens typt nog" : n + " mensen typen nog"),
  join: "Nog meedoen?",
  qr: "QR-code om mee te doen",
  away: "Even geen verbinding met de regie",
};

/* The counter under the clock, from the tally. */
export function count(step, room) {
  const tally = room.tally(step);
  if (!tally.notes || tally.writers === undefined) return null;
  return words.wrote(tally.writers, Math.max(tally.people || 0, tally.writers));
}

export function StepFrame({ room, step, door }) {
  const kind = kindOf(step.kind, room) || {};
  const bare = kind.frame === "bare";
  const { nr, of } = place(room, step);
  const lines = (kind.heading || heading)(step, room);
  const where = words.step(nr, of) + (lines.small ? " · " + lines.small : "");
  const counter = (kind.count || count)(step, room);
  return html`<div class=${"frame" + (bare ? " frame--bare" : "")}>
    <header class="frame-head">
      <div class="frame-title">
        <p class="screen-small">${where}</p>
        ${!bare && html`<${Fit} tag="h1" class="frame-big" min=${40} max=${step.revealed ? 56 : 72}>${lines.big}</${Fit}>`}
      </div>
      <div class="frame-clock">
        <${Clock} timer=${step.timer} room=${room} big />
        ${counter && html`<p class="frame-count">${counter}</p>`}
      </div>
    </header>
    <main class="frame-stage" id="main"><${StepView} key=${step.id} room=${room} step=${step} /></main>
    <${Foot} room=${room} step=${step} door=${door} />
  </div>`;
}

function Foot({ room, step, door }) {
  const { notes } = room.tally(step);
  const { Beside } = kindOf(step.kind, room) || {}; /* what a kind puts in the room beside the code, such as a key */
  const said = [notes ? words.notes(notes) : "", room.typists ? words.typing(room.typists) : ""].filter(Boolean).join(" · ");
  return html`<footer class="frame-foot">
    ${door.code
      ? html`<div class="foot-join">
          <${Qr} src=${picture(room, "deur", door)} alt=${words.qr} />
          <p>${words.join} <strong>${spoken(door.url)}</strong> <span class="foot-dot">·</span> <strong class="num foot-code">${grouped(door.code)}</strong></p>
        </div>`
      : html`<span></span>`}
    ${Beside && html`<${Beside} step=${step} />`}
    <p class="foot-said">${!room.online && room.everOnline ? html`<span class="foot-away">${words.away}</span>` : said}</p>
  </footer>`;
}
