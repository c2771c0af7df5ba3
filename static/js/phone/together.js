/* The tab Meedoen: the step that the room is at, and text that belongs to a step that has passed. */

import { html, useState, useEffect, useRef, heading } from "../view.js";
import { StepView, kindOf } from "../kinds.js";
import { giveText } from "../parts/draft.js";
import { typed } from "../outbox.js";

const words = {
  welcome: (name) => (name ? "Welkom, " + name : "Welkom aan tafel"),
  soon: "U bent er. De begeleider begint zo.",
  lay: "U kunt uw telefoon gerust even neerleggen. Wat u moet doen, verschijnt hier vanzelf.",
  here: (n) => (n === 1 ? "U bent de eerste aan tafel." : "Er zitten nu " + n + " mensen aan tafel."),
  over: "De bijeenkomst is afgesloten",
  thanks: "Bedankt voor uw inbreng. Bij Naslag ziet u wat er met uw briefjes is gebeurd.",
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

const isField = (node) => node && (node.tagName === "TEXTAREA" || (node.tagName === "INPUT" && !/radio|checkbox|button/.test(node.type)));

/* The step to draw: the room's, unless somebody is in the middle of a sentence for the one before. */
function useHeld(room) {
  const current = room.current;
  const [held, setHeld] = useState(null);
  const drawn = useRef(current ? current.id : null);
  const id = current ? current.id : null;
  let keep = held;
  if (drawn.current && id !== drawn.current && !held) {
    const typing = isField(document.activeElement) && document.activeElement.value.trim() !== "" && document.getElementById("together").contains(document.activeElement);
    keep = typing && room.seen(drawn.current) ? drawn.current : null;
  }
  const unfinished = keep && room.drafts.list().some((draft) => draft.step === keep);
  if (keep && (keep === id || !unfinished)) keep = null;
  useEffect(() => {
    if (keep !== held) setHeld(keep);
    drawn.current = keep || id;
  });
  return { step: keep ? room.seen(keep) : current, held: Boolean(keep), letGo: () => ((drawn.current = id), setHeld(null)) };
}

/* `hold(step, letGo)`: tells the page that the room has gone on while somebody is still writing. */
export function Together({ room, hold }) {
  const { step, held, letGo } = useHeld(room);
  useEffect(() => hold(held ? { letGo } : null), [held, room.meeting.step]);
  const state = room.meeting.state;
  if (state === "closed") return html`<${Closing} room=${room} />`;
  if (!step) return html`<${Waiting} room=${room} />`;
  const kind = kindOf(step.kind, room);
  const { big, small } = ((kind && kind.heading) || heading)(step, room);
  return html`<div class="stack">
    <${Old} room=${room} /><${Back} room=${room} step=${step} />
    ${!held && html`<${Left} room=${room} step=${step} />`}
    <div>
      ${small && html`<p class="step-small">${small}</p>`}
      <h1 class="step-big">${big}</h1>
    </div>
    <${StepView} key=${step.id} room=${room} step=${step} />
  </div>`;
}

function Waiting({ room }) {
  const me = room.own("participant")[0] || {};
  return html`<div class="stack waiting">
    <h1>${words.welcome(me.name)}</h1>
    <p class="lead">${words.soon}</p>
    ${room.here > 0 && html`<p>${words.here(room.here)}</p>`}
    <p class="muted">${words.lay}</p>
  </div>`;
}

function Closing({ room }) {
  return html`<div class="stack">
    <h1>${words.over}</h1>
    <p class="lead">${words.thanks}</p>
    <${Old} room=${room} /><${Back} room=${room} />
    <${Left} room=${room} />
  </div>`;
}

/* Half-typed text of other steps. */
function Left({ room, step }) {
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
          onClick=${() => {
            const sent = room.send(draft.about.name, { ...draft.about.body, [draft.about.field]: draft.text.trim() });
            if (sent.kept) drop(draft);
            else sent.then((answer) => answer.ok && drop(draft));
          }}
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

/* What was refused and belongs to another step than the one that is drawn (its own view shows what is refused there). */
function Back({ room, step }) {
  const stepOf = ({ body }) => body.step || (room.own("note", { id: body.note })[0] || {}).step;
  const entries = room.outbox.returned().filter((entry) => !step || stepOf(entry) !== step.id);
  return entries.map(
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
