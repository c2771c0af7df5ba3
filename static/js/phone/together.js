/* The tab Meedoen: the step that the room is at, and text that belongs to a step that has passed. */

import { html, useState, useEffect, useRef, heading, later } from "../view.js";
import { StepView, kindOf } from "../kinds.js";

const words = {
  welcome: (name) => (name ? "Welkom, " + name : "Welkom aan tafel"),
  soon: "U bent er. De begeleider begint zo.",
  lay: "U kunt uw telefoon gerust even neerleggen. Wat u moet doen, verschijnt hier vanzelf.",
  here: (n) => (n === 1 ? "U bent de eerste aan tafel." : "Er zitten nu " + n + " mensen aan tafel."),
  over: "De bijeenkomst is afgesloten",
  thanks: "Bedankt voor uw inbreng. Bij Naslag ziet u wat er met uw briefjes is gebeurd.",
  on: "De zaal is al verder.",
  belongs: (title) => "Uw tekst hoort bij “" + title + "”.",
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
export function sendDraft(room, draft) {
  const sent = room.send(draft.about.name, { ...draft.about.body, [draft.about.field]: draft.text.trim() });
  const drop = () => room.clearDraft(draft.step, draft.field);
  if (sent.kept) drop();
  else sent.then((answer) => answer.ok && drop());
}

/* Text of another step, of another day, or that was refused: seldom there, so loaded when it is. */
const Left = later((again) => import("./left.js" + again).then((module) => module.Left));
const isLeft = (room, step) =>
  room.outbox.offered().length > 0 || (!step && room.outbox.returned().length > 0) || room.drafts.list().some((draft) => draft.about && draft.about.name && (!step || draft.step !== step.id));

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
    ${isLeft(room, step) && html`<${Left} room=${room} step=${step} held=${held} />`}
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

/* The report, when the facilitator left it ready. */
const Handout = later((again) => import("./handout.js" + again).then((module) => module.Handout));

/* What became of one's own notes. */
const Mine = later((again) => import("./mine.js" + again).then((module) => module.Mine));

function Closing({ room }) {
  return html`<div class="stack">
    <h1>${words.over}</h1>
    <p class="lead">${words.thanks}</p>
    ${room.list("handout").length > 0 && html`<${Handout} room=${room} />`}
    ${isLeft(room) && html`<${Left} room=${room} />`}
    ${room.own("note").length > 0 && html`<${Mine} room=${room} />`}
  </div>`;
}
