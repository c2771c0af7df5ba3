/* What people without a phone say of the case, typed in by the facilitator: one per line. */

import { html, useState } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";
import { WRITTEN, at, name } from "./words.js";

const words = {
  part: "Bij welk onderdeel?",
  lines: "Briefjes",
  hint: "Zet elk briefje op een eigen regel.",
  post: (n) => (n === 1 ? "Plak 1 briefje" : "Plak " + n + " briefjes"),
};

export function Behalf({ room, step, onClose }) {
  const [part, choose] = useState(WRITTEN.includes(at(step)) ? at(step) : WRITTEN[0]);
  return html`<${Lines} room=${room} step=${step} name="note.many" more=${{ section: part }} label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose}>
    <${Pick} label=${words.part} value=${part} onValue=${choose} options=${WRITTEN.map((id) => ({ id, text: name(id) }))} />
  </${Lines}>`;
}
