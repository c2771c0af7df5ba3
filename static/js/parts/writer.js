/* The phone's way to write a note, and the list of one's own notes (their cards come with ownnotes.js). */

import { html, useState, useDraft, useRef, lanes, block, keyOf, later } from "../view.js";
import { Choice, Field, Pick, Returned, behind } from "./field.js";
import { draftField, laneField } from "./draft.js";
export { draftField, giveText } from "./draft.js";

const words = {
  silent: "De anderen zien uw briefje pas als de begeleider de muur toont.",
  open: "De muur is open. Wat u nu plakt, ziet iedereen.",
  label: "Uw briefje",
  lane: "Bij welke vraag hoort het?",
  block: "Bouwsteen",
  noBlock: "Dat weet ik niet",
  button: "Plak op de muur",
  own: "Uw briefjes",
  none: "U hebt nog geen briefje geplakt.",
  saved: "Opgeslagen",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  returned: "Dit briefje is niet geplaatst.",
  empty: "Er staat nog niets. Typ eerst uw briefje.",
  long: (limit, used) => "Houd het korter dan " + limit + " tekens. Nu zijn het er " + used + ".",
};

const FEW = 3; /* so many questions stand beneath each other; more would push field and button off a small phone */

export const maxLength = (step) => (step.settings && step.settings.max_length) || 280;

export function Writer({ room, step, lanes: given, lane: fixed, section, block: number, blocks, label, button, max }) {
  const rows = given || lanes(step);
  const laneDraft = laneField(section);
  const [kept, keepLane] = useDraft(room, step.id, laneDraft, "");
  const lane = fixed || (rows.some((row) => row.id === kept) ? kept : rows.length ? rows[0].id : "1");
  const [chosen, setChosen] = useState(number || 0);
  const meant = { step: step.id, lane };
  if (section) meant.section = section;
  if (blocks ? chosen : number) meant.block = blocks ? chosen : number;
  /* what the half-typed text would be, for when the room goes on before it is sent */
  const about = { title: step.title, name: "note.post", body: meant, field: "text" };
  const [text, setText, clear] = useDraft(room, step.id, draftField(lane, section), "", about);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef(null);
  const last = useRef({ at: -1000, busy: false });
  const limit = max || maxLength(step);
  const held = () => room.draft(step.id, draftField(lane, section)) || "";

  async function post() {
    const trimmed = held().trim();
    /* a thumb taps twice before the page is drawn again */
    if (last.current.busy || (!trimmed && performance.now() - last.current.at < 1000)) return undefined;
    const used = Array.from(trimmed).length;
    if (!trimmed || used > limit) return setFault(trimmed ? words.long(limit, used) : words.empty);
    setFault("");
    const sent = room.send("note.post", { ...meant, text: trimmed });
    room.typing(step.id, false);
    last.current.at = performance.now();
    if (sent.kept) {
      clear();
      if (field.current) field.current.focus();
      return undefined;
    }
    /* The phone cannot keep it: the field keeps the text until the house has it. */
    last.current.busy = true;
    setBusy(true);
    const answer = await sent;
    last.current.busy = false;
    setBusy(false);
    if (answer.ok && held().trim() === trimmed) clear();
    else if (!answer.ok) setFault(answer.say || "");
    return undefined;
  }

  return html`<div class="writer stack">
    ${rows.length > 1 && !fixed && html`<${rows.length > FEW ? Pick : Choice} label=${words.lane} options=${rows} value=${lane} onValue=${(id) => keepLane(id)} />`}
    <div class="writer-field">
      <${Field}
        label=${label || words.label}
        rows=${4}
        max=${limit}
        value=${text}
        inputRef=${field}
        fault=${fault}
        onValue=${(value) => {
          setText(value);
          if (fault) setFault("");
          room.typing(step.id, value.trim() !== "");
          OwnCards.come();
          Hint.come();
        }}
        onKeyDown=${(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            post();
          }
        }}
      />
      ${text.trim() && html`<${Hint} text=${text} />`}
    </div>
    ${blocks && html`<div class="writer-block"><${Pick} label=${words.block} value=${chosen} onValue=${(value) => setChosen(Number(value))} options=${blockOptions(blocks)} /></div>`}
    <button type="button" class="button button--main writer-post" onClick=${post} disabled=${busy}>${button || words.button}</button>
    <${Returned} room=${room} step=${step} name="note.post" title=${words.returned} text=${({ body }) => body.text} only=${({ body }) => (body.section || "") === (section || "")} onBack=${({ body }) => setText(behind(text, body.text))} />
  </div>`;
}

const blockOptions = (blocks) => [
  { id: 0, text: words.noBlock },
  ...(Array.isArray(blocks) && blocks.length ? blocks : [1, 2, 3, 4, 5, 6, 7]).map((nr) => ({ id: nr, text: nr + ". " + block(nr) })),
];

export function SilentLine({ step }) {
  return html`<p class="small muted">${step.revealed ? words.open : words.silent}</p>`;
}

/* Without a line the cards may not come; what somebody wrote, and that it waits, is seen all the same. */
export const stateOf = (note) => (note.state === "waiting" ? words.waiting : "✓ " + words.saved);
const bare = ({ notes }) => html`<ul class="plain stack stack--tight">
  ${notes.map((note) => html`<li key=${keyOf(note)} class=${"note" + (note.state === "waiting" ? " note--waiting" : "")}><p class="note-text" dir="auto">${note.text}</p><p class="own-state small">${stateOf(note)}</p></li>`)}
</ul>`;
const Hint = later((again) => import("./hints.js" + again).then((module) => module.Hint), () => null);
const OwnCards = later((again) => import("./ownnotes.js" + again).then((module) => module.OwnCards), bare);
export function OwnNotes({ room, step, where, title }) {
  const notes = room.own("note", where || { step: step.id }).slice().reverse();
  return html`<section class="own-notes stack stack--tight">
    <h2 class="own-title">${title || words.own}${notes.length ? " (" + notes.length + ")" : ""}</h2>
    ${notes.length ? html`<${OwnCards} room=${room} step=${step} notes=${notes} />` : html`<p class="muted small">${words.none}</p>`}
  </section>`;
}
