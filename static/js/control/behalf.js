/* Notes on behalf of people without a phone: one per line, several at once. */

import { html, useState, lanes } from "../view.js";
import { Choice } from "../parts/field.js";
import { Lines } from "../parts/lines.js";

const words = {
  lane: "Bij welke vraag?",
  lines: "Briefjes",
  hint: "Zet elk briefje op een eigen regel. U mag ook een lijst plakken.",
  post: (n) => (n === 1 ? "Plak 1 briefje" : "Plak " + n + " briefjes"),
};

/* `more`: {section, block} that the kind wants with the notes. */
export function Behalf({ room, step, more, onClose }) {
  const rows = lanes(step);
  const [lane, setLane] = useState(rows.length ? rows[0].id : "1");
  return html`<${Lines} room=${room} step=${step} name="note.many" more=${{ lane, ...more }} label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose}>
    ${rows.length > 1 && html`<${Choice} label=${words.lane} options=${rows} value=${lane} onValue=${setLane} />`}
  </${Lines}>`;
}
