/* What came in after a vote or a matrix began: the facilitator lets it in, one by one or all. */

import { html, useSend } from "../view.js";
import { named } from "./candidate.js";

const words = { all: "Neem alles op", one: "Neem op" };

export function LateOnes({ room, step, title, text }) {
  const { send, busy, fault } = useSend(room);
  const waiting = step.state.waiting || [];
  if (waiting.length === 0) return null;
  const include = (candidates) => send("weighing.include", { step: step.id, candidates });
  return html`<section class="banner banner--sun stack stack--tight">
    <div class="row row--apart">
      <h3>${title} (${waiting.length})</h3>
      ${waiting.length > 1 && html`<button type="button" class="button button--small" disabled=${busy} onClick=${() => include(waiting)}>${words.all}</button>`}
    </div>
    <p class="small">${text}</p>
    <ul class="plain stack stack--tight">
      ${waiting.map(
        (id) => html`<li key=${id} class="row row--apart">
          <span dir="auto">${named(room, id).text}</span>
          <button type="button" class="button button--small" disabled=${busy} aria-label=${words.one + ": " + named(room, id).text} onClick=${() => include([id])}>${words.one}</button>
        </li>`,
      )}
    </ul>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </section>`;
}
