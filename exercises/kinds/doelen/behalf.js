/* Goals of people without a phone, typed in by the facilitator: one per line. */

import { html, useState } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";
import { choices, fixed } from "./words.js";

const words = {
  lines: "Doelen",
  hint: "Zet elk doel op een eigen regel.",
  block: "Waar horen ze bij?",
  post: (n) => (n === 1 ? "Bewaar 1 doel" : "Bewaar " + n + " doelen"),
};

export function Behalf({ room, step, onClose }) {
  const one = fixed(step);
  const [chosen, choose] = useState(0);
  return html`<${Lines} room=${room} step=${step} name="goal.many" more=${{ block: one === null ? chosen : one }} label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose}>
    ${one === null && html`<${Pick} label=${words.block} value=${chosen} onValue=${(value) => choose(Number(value))} options=${choices()} />`}
  </${Lines}>`;
}
