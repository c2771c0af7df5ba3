/* The phone's way to write a note, and one's own notes with their state: adjust, withdraw, put back. */

import { html, useState, useDraft, useRef, lanes, keyOf, block } from "../view.js";
import { Choice, Field, Pick } from "./field.js";
import { blockName } from "./note.js";
import { draftField, laneField } from "./draft.js";
export { SilentLine } from "./secret.js";
export { draftField, giveText } from "./draft.js";

const words = {
  label: "Uw briefje",
  lane: "Bij welke vraag hoort het?",
  block: "Bij welke bouwsteen hoort het?",
  noBlock: "Dat weet ik niet",
  button: "Plak op de muur",
  own: "Uw briefjes",
  none: "U hebt nog geen briefje geplakt.",
  saved: "Opgeslagen",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  adjust: "Aanpassen",
  withdraw: "Terugnemen",
  restore: "Toch weer plakken",
  withdrawn: "Teruggenomen. Niemand ziet dit briefje.",
  keep: "Bewaar de wijziging",
  cancel: "Laat zoals het was",
  cluster: (name) => "Hoort nu bij het groepje “" + name + "”",
  into: "Samengevoegd met een briefje dat erop lijkt",
  emptied: "De tekst is verwijderd.",
  returned: "Dit briefje is niet geplaatst.",
  back: "Zet terug in het veld",
  away: "Gooi weg",
  empty: "Er staat nog niets. Typ eerst uw briefje.",
  long: (limit, used) => "Houd het korter dan " + limit + " tekens. Nu zijn het er " + used + ".",
};

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

  const backs = room.outbox.returned().filter((entry) => entry.name === "note.post" && entry.body.step === step.id);
  const here = backs.filter((entry) => (entry.body.section || "") === (section || ""));

  return html`<div class="writer stack">
    ${rows.length > 1 && !fixed && html`<${Choice} label=${words.lane} options=${rows} value=${lane} onValue=${(id) => keepLane(id)} />`}
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
        }}
        onKeyDown=${(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            post();
          }
        }}
      />
    </div>
    ${blocks && html`<${Pick} label=${words.block} value=${chosen} onValue=${(value) => setChosen(Number(value))} options=${blockOptions(blocks)} />`}
    <button type="button" class="button button--main writer-post" onClick=${post} disabled=${busy}>${button || words.button}</button>
    ${here.map(
      (entry) => html`<div class="banner banner--clay stack stack--tight" key=${entry.cid} role="alert">
        <p><strong>${words.returned}</strong> ${entry.say}</p>
        <p class="note-text" dir="auto">${entry.body.text}</p>
        <div class="row">
          <button type="button" class="button button--small" onClick=${() => takeBack(room, entry, text, setText)}>${words.back}</button>
          <button type="button" class="link-button" onClick=${() => room.outbox.dismiss(entry.cid)}>${words.away}</button>
        </div>
      </div>`,
    )}
  </div>`;
}

const blockOptions = (blocks) => [
  { id: 0, text: words.noBlock },
  ...(Array.isArray(blocks) && blocks.length ? blocks : [1, 2, 3, 4, 5, 6, 7]).map((nr) => ({ id: nr, text: nr + ". " + block(nr) })),
];

/* A refused text goes back into the field, behind what stands there already. */
function takeBack(room, entry, text, setText) {
  setText(text.trim() ? text.trimEnd() + "\n" + entry.body.text : entry.body.text);
  room.outbox.dismiss(entry.cid);
}

export function OwnNotes({ room, step, where, title }) {
  const notes = room.own("note", where || { step: step.id }).slice().reverse();
  return html`<section class="own-notes stack stack--tight">
    <h2 class="own-title">${title || words.own}${notes.length ? " (" + notes.length + ")" : ""}</h2>
    ${notes.length === 0 && html`<p class="muted small">${words.none}</p>`}
    <ul class="plain stack stack--tight">
      ${notes.map((note) => html`<li key=${keyOf(note)}><${OwnNote} room=${room} note=${note} step=${step} /></li>`)}
    </ul>
  </section>`;
}

export function OwnNote({ room, note, step }) {
  const field = "edit." + (note.cid || note.id);
  const held = room.draft(note.step, field);
  const [open, setOpen] = useState(held !== undefined);
  const [text, setText, clear] = useDraft(room, note.step, field, note.text);
  const [fault, setFault] = useState("");
  const limit = step ? maxLength(step) : 500;
  const unsent = !note.id;
  const fixed = note.redacted || (unsent && note.tried);

  async function save() {
    const trimmed = text.trim();
    const used = Array.from(trimmed).length;
    if (!trimmed || used > limit) return setFault(trimmed ? words.long(limit, used) : words.empty);
    let sent = null;
    if (trimmed !== note.text) {
      const waiting = room.outbox.waiting().find((entry) => entry.cid === note.cid);
      if (unsent) {
        if (!waiting || !room.outbox.amend(note.cid, { ...waiting.body, text: trimmed })) return undefined;
      } else sent = room.send("note.edit", { note: note.id, text: trimmed });
    }
    setFault("");
    if (sent && !sent.kept) {
      const answer = await sent;
      if (!answer.ok) return setFault(answer.say || "");
    }
    clear();
    setOpen(false);
    return undefined;
  }
  function withdraw(on) {
    if (unsent) room.outbox.cancel(note.cid);
    else room.send("note.withdraw", { note: note.id, on });
  }

  const refused = room.outbox.returned().filter((entry) => entry.name === "note.edit" && entry.body.note === note.id);
  const classes = "note" + (note.block ? " note--b" + note.block : "") + (note.state === "waiting" ? " note--waiting" : "") + (note.withdrawn ? " note--hidden" : "");
  return html`<div class=${classes}>
    ${open && !fixed
      ? html`<${Field} label=${words.adjust} bare rows=${3} max=${limit} value=${text} fault=${fault} onValue=${setText} />
          <div class="row">
            <button type="button" class="button button--main button--small" onClick=${save}>${words.keep}</button>
            <button
              type="button"
              class="link-button"
              onClick=${() => {
                clear();
                setOpen(false);
              }}
            >
              ${words.cancel}
            </button>
          </div>`
      : html`<p class="note-text" dir="auto">${note.redacted ? words.emptied : note.text}</p>`}
    <p class="own-state small">
      ${note.withdrawn ? words.withdrawn : note.state === "waiting" ? words.waiting : "✓ " + words.saved}
      ${note.block ? " · " + blockName(note.block) : ""}
    </p>
    ${!note.withdrawn && (note.cluster || note.into) && html`<p class="own-became small">${note.into ? words.into : words.cluster(note.cluster)}</p>`}
    ${refused.map(
      (entry) => html`<div class="banner banner--clay small" key=${entry.cid} role="alert">
        ${entry.say} <span class="note-text" dir="auto">“${entry.body.text}”</span>
        <button type="button" class="link-button" onClick=${() => room.outbox.dismiss(entry.cid)}>${words.away}</button>
      </div>`,
    )}
    ${!fixed &&
    !open &&
    html`<div class="row own-tools">
      ${!note.withdrawn && html`<button type="button" class="link-button" onClick=${() => setOpen(true)}>${words.adjust}<span class="visually-hidden">: ${note.text}</span></button>`}
      <button type="button" class="link-button" onClick=${() => withdraw(!note.withdrawn)}>
        ${note.withdrawn ? words.restore : words.withdraw}<span class="visually-hidden">: ${note.text}</span>
      </button>
    </div>`}
  </div>`;
}
