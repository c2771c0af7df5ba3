/* What a person wrote and the house does not have: half-typed in another step, older than a day, or refused. */

import { html, useState } from "../view.js";
import { kindOf } from "../kinds.js";
import { giveText } from "../parts/draft.js";
import { typed } from "../outbox.js";
import { sendDraft } from "./together.js";

const words = {
  belongs: (title) => "Uw tekst hoort bij “" + title + "”.",
  there: "Plak hem daar alsnog",
  hereInstead: "Zet hem in deze stap",
  away: "Gooi weg",
  sure: "Zeker weten?",
  yes: "Ja, gooi weg",
  no: "Nee, bewaar",
  old: "Deze tekst is van een dag of langer geleden en nog niet verstuurd.",
  send: "Verstuur alsnog",
  refused: "Deze tekst is niet geplaatst.",
  again: "Probeer het nog eens",
};

/* `step`: the one that is drawn (none when the meeting is over); `held`: it is kept in front of somebody who is typing. */
export function Left({ room, step, held }) {
  return html`<${Old} room=${room} />${!step && html`<${Back} room=${room} />`}${!held && html`<${Half} room=${room} step=${step} />`}`;
}

/* Half-typed text of other steps. */
function Half({ room, step }) {
  const [asked, ask] = useState(null);
  const drafts = room.drafts.list().filter((draft) => draft.about && draft.about.name && (!step || draft.step !== step.id));
  const kind = step ? kindOf(step.kind, room) : null;
  const drop = (draft) => room.clearDraft(draft.step, draft.field);
  return html`${drafts.map(
    (draft) => html`<section class="card left stack stack--tight" key=${draft.step + draft.field}>
      <p><strong>${words.belongs(draft.about.title)}</strong></p>
      <p class="note-text left-text" dir="auto">${draft.text}</p>
      <div class="row">
        <button
          type="button"
          class="button button--main button--small"
          onClick=${() => sendDraft(room, draft)}
        >
          ${words.there}
        </button>
        ${kind &&
        kind.takesNotes &&
        html`<button
          type="button"
          class="button button--small"
          onClick=${() => {
            giveText(room, step, draft.text.trim());
            drop(draft);
          }}
        >
          ${words.hereInstead}
        </button>`}
        ${asked === draft.step + draft.field
          ? html`<span>${words.sure}</span>
              <button type="button" class="button button--small button--danger" onClick=${() => drop(draft)}>${words.yes}</button>
              <button type="button" class="link-button" onClick=${() => ask(null)}>${words.no}</button>`
          : html`<button type="button" class="link-button" onClick=${() => ask(draft.step + draft.field)}>${words.away}</button>`}
      </div>
    </section>`,
  )}`;
}

/* What waits for more than a day: only the person decides. */
function Old({ room }) {
  return room.outbox.offered().map(
    (entry) => html`<section class="card left stack stack--tight" key=${entry.cid}>
      <p><strong>${words.old}</strong></p>
      <p class="note-text left-text" dir="auto">${entry.body.text || entry.body.what || ""}</p>
      <div class="row">
        <button type="button" class="button button--main button--small" onClick=${() => room.outbox.resend(entry.cid)}>${words.send}</button>
        <button type="button" class="link-button" onClick=${() => room.outbox.cancel(entry.cid)}>${words.away}</button>
      </div>
    </section>`,
  );
}

/* What was refused, when the meeting is over (before that the view of its step shows it). */
function Back({ room }) {
  return room.outbox.returned().map(
    (entry) => html`<section class="banner banner--clay stack stack--tight" role="alert" key=${entry.cid}>
      <p><strong>${words.refused}</strong> ${entry.say}</p>
      ${typed(entry.body).map((text, index) => html`<p class="note-text" dir="auto" key=${index}>${text}</p>`)}
      <div class="row">
        <button
          type="button"
          class="button button--small"
          onClick=${() => {
            room.outbox.dismiss(entry.cid);
            room.send(entry.name, entry.body);
          }}
        >
          ${words.again}
        </button>
        <button type="button" class="link-button" onClick=${() => room.outbox.dismiss(entry.cid)}>${words.away}</button>
      </div>
    </section>`,
  );
}
