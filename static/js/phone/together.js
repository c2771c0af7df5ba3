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
  on: "De zaal is al verder.",
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

const PATIENCE = 30000; /* ms without a keystroke after which the page goes along with the room */

/* The step to draw: the room's, unless somebody is in the middle of a sentence for the one before. */
function useHeld(room) {
  const id = room.current ? room.current.id : null;
  const [held, setHeld] = useState(null);
  const drawn = useRef(id);
  const typed = useRef(-PATIENCE);
  let keep = held;
  if (drawn.current && id !== drawn.current && !held) {
    const writing = isField(document.activeElement) && document.getElementById("together").contains(document.activeElement);
    keep = writing && performance.now() - typed.current < PATIENCE && room.seen(drawn.current) ? drawn.current : null;
  }
  const drafts = keep ? room.drafts.list().filter((draft) => draft.step === keep) : [];
  if (keep && (keep === id || drafts.length === 0)) keep = null;
  useEffect(() => {
    if (keep !== held) setHeld(keep);
    drawn.current = keep || id;
  });
  useEffect(() => {
    const note = () => (typed.current = performance.now());
    const look = () => (document.visibilityState === "hidden" || performance.now() - typed.current > PATIENCE) && setHeld(null);
    const timer = held ? setInterval(look, 1000) : null;
    document.addEventListener("input", note);
    return () => {
      clearInterval(timer);
      document.removeEventListener("input", note);
    };
  }, [held]);
  return {
    step: keep ? room.seen(keep) : room.current,
    draft: drafts.find((draft) => draft.about && draft.about.name) || null,
    held: Boolean(keep),
    letGo() {
      drawn.current = id;
      setHeld(null);
    },
  };
}

/* Sends half-typed text as what it was meant to be; it stays where it is until the phone or the house has it. */
function sendDraft(room, draft) {
  const sent = room.send(draft.about.name, { ...draft.about.body, [draft.about.field]: draft.text.trim() });
  const drop = () => room.clearDraft(draft.step, draft.field);
  if (sent.kept) drop();
  else sent.then((answer) => answer.ok && drop());
}

/* `hold({text, send, letGo})`: tells the page that the room has gone on while somebody is still writing. */
export function Together({ room, hold }) {
  const { step, held, draft, letGo } = useHeld(room);
  const name = held && draft ? draft.step + draft.field : "";
  useEffect(() => {
    hold(held ? { text: words.on + (draft ? " " + words.belongs(draft.about.title) : ""), send: draft && (() => sendDraft(room, room.drafts.list().find((one) => one.step === draft.step && one.field === draft.field) || draft)), letGo } : null);
  }, [held, name, room.meeting.step]);
  const state = room.meeting.state;
  if (state === "closed") return html`<${Closing} room=${room} />`;
  if (!step) return html`<${Waiting} room=${room} />`;
  const kind = kindOf(step.kind, room);
  const { big, small } = ((kind && kind.heading) || heading)(step, room);
  return html`<div class="stack">
    <${Old} room=${room} />
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
