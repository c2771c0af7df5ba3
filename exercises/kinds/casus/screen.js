/* A case on the room's screen: who it is and where we are on the left, one part at a time on the right. */

import { html, prose } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Closed } from "/static/js/parts/secret.js";
import { Outcome, Portrait } from "./outcome.js";
import { Nobody, ORDER, PARTS, about, at, count as counted, isOpen, name, orgName, question, roleLine, written } from "./words.js";

const words = {
  choose: "Over wie praten we?",
  soon: "Wij praten over iemand die niet echt bestaat. Haar verhaal is wel herkenbaar.",
  write: "Schrijf op uw telefoon.",
  none: "Hier is niets opgeschreven.",
  left: (n) => "En nog " + counted(n) + " op uw telefoon",
  task: "Zorgt dat één mantelzorger passende hulp krijgt, houdt contact, en draagt warm over: samen met de mantelzorger.",
  offering: "Dit bieden zich aan",
  nobody: "Bied uw organisatie aan op uw telefoon.",
  some: (n) => (n === 1 ? "1 mens zei iets over deze rol." : n + " mensen zeiden iets over deze rol."),
};

export const frame = "bare";
export const count = () => null;
export function heading(step) {
  const one = about(step);
  return { small: one ? step.title : "", big: one ? one.title : words.choose };
}

export default function Screen({ room, step }) {
  const one = about(step);
  if (!one)
    return html`<div class="stage stage-center">
      <h1>${words.choose}</h1>
      <p class="lead">${words.soon}</p>
    </div>`;
  return html`<div class="stage casus-stage">
    <aside class="card casus-side">
      ${one.persona && html`<${Portrait} persona=${one.persona} />`}
      <p class="casus-name" dir="auto">${one.title}</p>
      ${one.persona && html`<p class="casus-for">${one.text}</p>`}
      <p><${Nobody} one=${one} /></p>
      <${Places} step=${step} />
    </aside>
    <${Part} key=${at(step)} room=${room} step=${step} one=${one} />
  </div>`;
}

/* The parts; where the room is, and which lie open. */
function Places({ step }) {
  return html`<ol class="plain casus-places">
    ${ORDER.map((part) => {
      const now = part === at(step);
      const done = !now && (part === "director" ? step.state.director : isOpen(step, part));
      return html`<li key=${part} class=${now ? "is-now" : done ? "is-done" : ""} aria-current=${now ? "step" : undefined}><span class="casus-tick" aria-hidden="true">${done ? "✓" : ""}</span>${name(part)}</li>`;
    })}
  </ol>`;
}

function Part({ room, step, one }) {
  const part = at(step);
  const last = part === "director" || part === "handover";
  return html`<div class="casus-main">
    ${roleLine(part) && html`<p class="screen-small">${roleLine(part)}</p>`}
    <h1>${name(part)}</h1>
    <p class="casus-question">${part === "director" ? PARTS.director[1] : question(step, part)}</p>
    ${part === "director" ? html`<${Director} room=${room} step=${step} />` : html`<${Notes} room=${room} step=${step} part=${part} one=${one} />`}
    ${last && html`<${Outcome} room=${room} step=${step} />`}
  </div>`;
}

function Notes({ room, step, part, one }) {
  const n = written(step, room, part);
  if (!isOpen(step, part))
    return html`${part === "story" && html`<${Told} one=${one} />`}
      <div class="casus-closed"><${Closed} count=${n} sentence=${n ? undefined : words.write} /></div>`;
  const notes = room.list("note", { step: step.id, section: part });
  if (!notes.length) return html`<p class="casus-empty muted">${words.none}</p>`;
  const draw = (shown, left) => html`<ul class="plain casus-wall">${shown.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} big /></li>`)}</ul>
    ${left > 0 && html`<p class="casus-more">${words.left(left)}</p>`}`;
  return html`<div class="casus-notes"><${Few} items=${notes.slice().reverse()} most=${12} min=${28} max=${44} draw=${draw} /></div>`;
}

/* What is told of the carer: how it goes now, or the facilitator's own words. */
function Told({ one }) {
  const now = one.persona && one.persona.sections.find((section) => section.id === "huidige_situatie");
  return html`<${Fit} class="casus-text" min=${28} max=${48}>${now ? prose(now.prose) : html`<p dir="auto">${one.persona ? "" : one.text}</p>`}</${Fit}>`;
}

function Director({ room, step }) {
  const names = (step.state.offering || []).map((id) => orgName(room, id)).filter(Boolean);
  const n = step.state.offers || 0;
  return html`<${Fit} class="casus-text" min=${28} max=${48}>
    <p>${words.task}</p>
    ${names.length > 0
      ? html`<p class="casus-offering">${words.offering}</p>
          <ul class="plain casus-names">${names.map((text) => html`<li key=${text} dir="auto">${text}</li>`)}</ul>`
      : html`<p class="casus-offering">${n ? words.some(n) : words.nobody}</p>`}
  </${Fit}>`;
}
