/* What people without a phone expect of a role, typed in by the facilitator: one per line. */

import { html, useState } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";
import { ROLES } from "./words.js";

const words = {
  role: "Welke rol?",
  lines: "Verwachtingen",
  hint: "Zet elke verwachting op een eigen regel.",
  post: (n) => (n === 1 ? "Bewaar 1 verwachting" : "Bewaar " + n + " verwachtingen"),
};

export function Behalf({ room, step, onClose }) {
  const [role, choose] = useState(step.state.at || "chain_director");
  return html`<${Lines} room=${room} step=${step} name="note.many" more=${{ lane: "1", section: role }} label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose}>
    <${Pick} label=${words.role} value=${role} onValue=${choose} options=${Object.entries(ROLES).map(([id, [text]]) => ({ id, text }))} />
  </${Lines}>`;
}
