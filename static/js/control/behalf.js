/* Notes on behalf of people without a phone: one per line, several at once. */

import { html, useState, useSend, useDraft, lanes } from "../view.js";
import { Dialog } from "../parts/dialog.js";
import { Choice, Field, Pick } from "../parts/field.js";

const words = {
  title: "Namens iemand",
  lane: "Bij welke vraag?",
  lines: "Briefjes",
  hint: "Zet elk briefje op een eigen regel. U mag ook een lijst plakken.",
  organisation: "Van welke organisatie?",
  unknown: "Weet ik niet",
  post: (n) => (n === 1 ? "Plak 1 briefje" : "Plak " + n + " briefjes"),
  cancel: "Laat zo",
};

/* `more`: {section, block} that the kind wants with the notes. */
export function Behalf({ room, step, more, onClose }) {
  const rows = lanes(step);
  const [lane, setLane] = useState(rows.length ? rows[0].id : "1");
  const [organisation, setOrganisation] = useState("");
  const [text, setText, clear] = useDraft(room, step.id, "behalf");
  const { send, busy, fault } = useSend(room);
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const anonymous = step.settings && step.settings.names === "anoniem";

  async function post(event) {
    event.preventDefault();
    const body = { step: step.id, lane, lines, ...more };
    if (organisation && !anonymous) body.organisation = organisation;
    const answer = await send("note.many", body);
    if (!answer.ok) return;
    clear();
    onClose();
  }
  return html`<${Dialog} title=${words.title} onClose=${onClose}>
    <form class="stack" onSubmit=${post}>
      ${rows.length > 1 && html`<${Choice} label=${words.lane} options=${rows} value=${lane} onValue=${setLane} />`}
      <${Field} label=${words.lines} hint=${words.hint} rows=${7} value=${text} onValue=${setText} fault=${fault ? fault.say : ""} first />
      ${!anonymous && html`<${Pick} label=${words.organisation} value=${organisation} onValue=${setOrganisation} options=${[{ id: "", text: words.unknown }, ...room.list("organisation").map((one) => ({ id: one.id, text: one.name }))]} />`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || lines.length === 0}>${words.post(lines.length)}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
