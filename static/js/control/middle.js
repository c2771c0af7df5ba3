/* The middle: the step, its clock, its tools, the line that says what only the facilitator sees, the kind's own view. */

import { html, useState, heading, place } from "../view.js";
import { StepView, kindOf } from "../kinds.js";
import { Clock, left } from "../parts/clock.js";
import { OnlyYou } from "../parts/secret.js";
import { Behalf } from "./behalf.js";
import { StepMenu } from "./agenda.js";

const words = {
  step: (nr, of) => "Stap " + nr + " van " + of,
  looking: (title) => "U kijkt naar een andere stap. De zaal is bij “" + title + "”.",
  lookingFirst: "U kijkt vooruit. De zaal ziet nog het welkom.",
  here: "Ga hierheen met de zaal",
  back: "Terug naar de zaal",
  behalf: "Namens iemand",
  dark: "Het scherm in de zaal is zwart.",
  start: (minutes) => "Start de klok: " + minutes + " min",
  pause: "Pauze",
  on: "Verder",
  more: "+1 min",
  stop: "Klok weg",
};

export function Middle({ room, step, looking, go, back }) {
  const [behalf, setBehalf] = useState(false);
  const kind = kindOf(step.kind, room) || {};
  const lines = (kind.heading || heading)(step, room);
  const { nr, of } = place(room, step);
  const notice = kind.notice ? kind.notice(step, room) : null;
  const tools = kind.tools ? kind.tools(step, room) : [];
  const typed = kind.Behalf && (!kind.mayBehalf || kind.mayBehalf(step, room));
  const current = room.current;
  return html`<section class="middle">
    ${looking &&
    html`<div class="banner banner--sun row looking">
      <p>${current ? words.looking(current.title) : words.lookingFirst}</p>
      <span class="row">
        ${room.meeting.state === "open" && html`<button type="button" class="button button--small" onClick=${() => go(step.id)}>${words.here}</button>`}
        <button type="button" class="button button--small" onClick=${back}>${words.back}</button>
      </span>
    </div>`}
    ${room.meeting.blank && html`<${OnlyYou}>${words.dark}</${OnlyYou}>`}
    <header class="middle-head">
      <div class="middle-title">
        <p class="muted small">${words.step(nr, of)}${lines.small ? " · " + lines.small : ""}</p>
        <h2 class="middle-big">${lines.big}</h2>
      </div>
      ${!looking && html`<${Timer} room=${room} step=${step} />`}
    </header>
    <div class="row middle-tools">
      ${tools.map(
        (tool) => html`<button type="button" key=${tool.label} class=${"button" + (tool.main ? " button--main" : "")} aria-pressed=${tool.pressed === undefined ? undefined : String(tool.pressed)} disabled=${tool.disabled} onClick=${tool.run}>
          ${tool.label}
        </button>`,
      )}
      ${(kind.takesNotes || typed) && html`<button type="button" class="button" onClick=${() => setBehalf(true)}>${words.behalf}</button>`}
      ${!room.start.trainee && html`<${StepMenu} room=${room} step=${step} onGone=${back} />`}
    </div>
    ${notice && html`<${OnlyYou}>${notice}</${OnlyYou}>`}
    <div class="middle-view"><${StepView} key=${step.id} room=${room} step=${step} /></div>
    ${behalf && kind.Behalf && html`<${kind.Behalf} room=${room} step=${step} onClose=${() => setBehalf(false)} />`}
    ${behalf && kind.takesNotes && html`<${Behalf} room=${room} step=${step} more=${kind.behalf ? kind.behalf(step, room) : {}} onClose=${() => setBehalf(false)} />`}
  </section>`;
}

/* The clock and what can be done with it; it closes nothing. */
function Timer({ room, step }) {
  const timer = step.timer;
  const send = (what, seconds) => room.send("step.timer", seconds === undefined ? { step: step.id, do: what } : { step: step.id, do: what, seconds });
  if (!timer) return html`<button type="button" class="button" onClick=${() => send("start", (step.minutes || 5) * 60)}>${words.start(step.minutes || 5)}</button>`;
  const still = timer.until === null || timer.until === undefined;
  return html`<div class="timer">
    <${Clock} timer=${timer} room=${room} big />
    <span class="row timer-tools">
      ${still ? html`<button type="button" class="button button--small" onClick=${() => send("start", Math.round(Math.max(60, left(timer, room.time()))))}>${words.on}</button>` : html`<button type="button" class="button button--small" onClick=${() => send("pause")}>${words.pause}</button>`}
      <button type="button" class="button button--small" onClick=${() => send("add", 60)}>${words.more}</button>
      <button type="button" class="button button--small" onClick=${() => send("stop")}>${words.stop}</button>
    </span>
  </div>`;
}

