/* Commitments and opinions from cards, typed in by the facilitator; and putting one right. */

import { html, useState, useSend } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Choice, Field } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";

const words = {
  what: "Wat staat er op de kaartjes?",
  fields: [
    { id: "text", text: "Voornemens" },
    { id: "worth", text: "Wat men eraan had" },
    { id: "better", text: "Wat beter kan" },
  ],
  lines: "Kaartjes",
  hint: "Zet elk kaartje op een eigen regel. Een voornemen telt als één mens op papier.",
  post: (n) => (n === 1 ? "Bewaar 1 kaartje" : "Bewaar " + n + " kaartjes"),
  right: "Verbeter de tekst",
  promise: "Voornemen",
  save: "Bewaar",
  cancel: "Laat zo",
};

export function Behalf({ room, step, onClose }) {
  const [field, setField] = useState("text");
  return html`<${Lines} room=${room} step=${step} name="commitment.many" more=${{ field }} label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose}>
    <${Choice} label=${words.what} options=${words.fields} value=${field} onValue=${setField} />
  </${Lines}>`;
}

export function Right({ room, one, onClose }) {
  const [text, setText] = useState(one.text);
  const { send, busy, fault } = useSend(room);
  async function save(event) {
    event.preventDefault();
    const answer = await send("commitment.edit", { commitment: one.id, text });
    if (answer.ok) onClose();
  }
  return html`<${Dialog} title=${words.right} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <${Field} label=${words.promise} rows=${4} value=${text} onValue=${setText} max=${500} fault=${fault ? fault.say : ""} first />
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
