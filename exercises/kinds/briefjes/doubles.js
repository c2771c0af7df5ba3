/* Doubles: pairs that probably say the same, with the words that show why. The house finds them, the facilitator decides. */

import { html, useState, plural } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { NoteCard } from "/static/js/parts/note.js";

const words = {
  title: "Briefjes die op elkaar lijken",
  hint: "Ketentafel vergelijkt alleen de woorden, op deze computer. U beslist. Alle teksten blijven bewaard.",
  none: "Geen twee briefjes lijken genoeg op elkaar.",
  left: (n) => plural(n, "paar", "paren") + " te bekijken",
  shared: (list) => "Zelfde woorden: " + list.join(", "),
  merge: "Voeg samen",
  apart: "Laat apart",
  mergeThis: (text) => "Voeg samen: " + text,
  apartThis: (text) => "Laat apart: " + text,
  done: "Klaar",
};

export function Doubles({ desk, onClose, onDone }) {
  const { room, step } = desk;
  const [busy, setBusy] = useState(false);
  const pairs = ((step.state || {}).alike || []).filter((pair) => pair.notes.every((id) => room.get(id)));
  async function tell(name, body) {
    setBusy(true);
    await room.send(name, body);
    setBusy(false);
  }
  return html`<${Dialog} title=${words.title} onClose=${onClose} wide>
    <div class="stack">
      <p class="muted">${words.hint}</p>
      <p role="status"><strong>${pairs.length ? words.left(pairs.length) : words.none}</strong></p>
      <ul class="plain stack">
        ${pairs.map(({ notes: [first, second], words: same }) => {
          const one = room.get(first);
          const other = room.get(second);
          return html`<li key=${first + second} class="briefjes-pair stack stack--tight">
            <div class="briefjes-two"><${NoteCard} note=${one} room=${room} /><${NoteCard} note=${other} room=${room} /></div>
            <div class="row row--apart">
              <span class="small muted">${words.shared(same)}</span>
              <span class="row">
                <button type="button" class="button button--small" aria-label=${words.mergeThis(one.text)} disabled=${busy} onClick=${() => tell("note.merge", { into: first, notes: [second] })}>${words.merge}</button>
                <button type="button" class="button button--small" aria-label=${words.apartThis(one.text)} disabled=${busy} onClick=${() => tell("notes.apart", { step: step.id, notes: [first, second] })}>${words.apart}</button>
              </span>
            </div>
          </li>`;
        })}
      </ul>
      <div class="dialog-foot"><button type="button" class="button" onClick=${onDone}>${words.done}</button></div>
    </div>
  </${Dialog}>`;
}
