/* One's own notes with their state: adjust, withdraw, put back. */

import { html, useState, useDraft, keyOf, day, plural } from "../view.js";
import { Field } from "./field.js";
import { blockName } from "./note.js";
import { stateOf, maxLength } from "./writer.js";

const words = {
  adjust: "Aanpassen",
  withdraw: "Terugnemen",
  restore: "Toch weer plakken",
  withdrawn: "Teruggenomen. Niemand ziet dit briefje.",
  keep: "Bewaar de wijziging",
  cancel: "Laat zoals het was",
  cluster: (name) => "Hoort nu bij het groepje “" + name + "”",
  into: "Samengevoegd met een briefje dat erop lijkt",
  action: "Hieruit kwam een actie:",
  kept: "Hieruit kwam deze keer geen actie. Uw briefje is bewaard: het staat in het volledige verslag.",
  nobody: "nog van niemand",
  until: (date) => "voor " + date,
  pieces: ([done, all]) => done + " van " + plural(all, "subactie", "subacties") + " klaar",
  emptied: "De tekst is verwijderd.",
  amended: "De begeleider paste uw tekst aan. U kunt hem zelf weer aanpassen.",
  amendedShut: "De begeleider paste uw tekst aan.",
  away: "Gooi weg",
  empty: "Er staat nog niets. Typ eerst uw briefje.",
  long: (limit, used) => "Houd het korter dan " + limit + " tekens. Nu zijn het er " + used + ".",
};

export function OwnCards({ room, step, notes }) {
  return html`<ul class="plain stack stack--tight">
    ${notes.map((note) => html`<li key=${keyOf(note)}><${OwnNote} room=${room} note=${note} step=${step} /></li>`)}
  </ul>`;
}

const facts = (action) => [action.who || words.nobody, action.when && words.until(day(action.when)), action.status, action.pieces && words.pieces(action.pieces)].filter(Boolean).join(" · ");

export function OwnNote({ room, note, step }) {
  const field = "edit." + (note.cid || note.id);
  const held = room.draft(note.step, field);
  const [open, setOpen] = useState(held !== undefined);
  const [text, setText, clear] = useDraft(room, note.step, field, note.text);
  const [fault, setFault] = useState("");
  const limit = step ? maxLength(step) : 500;
  const unsent = !note.id;
  const fixed = note.redacted || room.meeting.state === "closed" || (unsent && note.tried);

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
      ${note.withdrawn ? words.withdrawn : stateOf(note)}
      ${note.block ? " · " + blockName(note.block) : ""}
    </p>
    ${note.amended && !note.redacted && html`<p class="own-became small">${fixed ? words.amendedShut : words.amended}</p>`}
    ${!note.withdrawn && (note.cluster || note.into) && html`<p class="own-became small">${note.into ? words.into : words.cluster(note.cluster)}</p>`}
    ${(note.actions || []).map((action, at) => html`<p key=${at} class="own-became small" dir="auto">${words.action} <strong>${action.what}</strong> · ${facts(action)}</p>`)}
    ${note.kept && html`<p class="own-became small">${words.kept}</p>`}
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
