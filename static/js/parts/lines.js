/* What people without a phone wrote on cards, typed in by the facilitator: one per line, many at once. */

import { html, useState, useSend, useDraft } from "../view.js";
import { Dialog } from "./dialog.js";
import { Field, Pick } from "./field.js";

const words = {
  title: "Namens iemand",
  organisation: "Van welke organisatie?",
  unknown: "Weet ik niet",
  cancel: "Laat zo",
};

/* `name` is the command and `more` what goes along with {step, lines}; `children` stands above the field. What was
   typed is kept until it is stored, also when the dialog is closed. */
export function Lines({ room, step, title, name, more, label, hint, post, children, onClose }) {
  const [organisation, setOrganisation] = useState("");
  const [text, setText, clear] = useDraft(room, step.id, "behalf");
  const { send, busy, fault } = useSend(room);
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const anonymous = step.settings && step.settings.names === "anoniem";
  const organisations = [{ id: "", text: words.unknown }, ...room.list("organisation").map((one) => ({ id: one.id, text: one.name }))];

  async function save(event) {
    event.preventDefault();
    const body = { step: step.id, lines, ...more };
    if (organisation && !anonymous) body.organisation = organisation;
    const answer = await send(name, body);
    if (!answer.ok) return;
    clear();
    onClose();
  }
  return html`<${Dialog} title=${title || words.title} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      ${children}
      <${Field} label=${label} hint=${hint} rows=${7} value=${text} onValue=${setText} fault=${fault ? fault.say : ""} first />
      ${!anonymous && html`<${Pick} label=${words.organisation} value=${organisation} onValue=${setOrganisation} options=${organisations} />`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || lines.length === 0}>${post(lines.length)}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
