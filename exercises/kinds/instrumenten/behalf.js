/* What people without a phone know of or miss, typed in by the facilitator: one per line. */

import { html, useState } from "/static/js/view.js";
import { Choice, Pick } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";
import { blocks, large } from "./words.js";

const words = {
  mode: "Wat typt u over?",
  modes: [
    { id: "have", text: "Wat er al is" },
    { id: "miss", text: "Wat ontbreekt" },
  ],
  block: "Welke bouwsteen?",
  have: { label: "Instrumenten", hint: "Zet elke naam op een eigen regel. Ze komen bij de voorstellen.", post: (n) => (n === 1 ? "Bewaar 1 voorstel" : "Bewaar " + n + " voorstellen") },
  miss: { label: "Wat ontbreekt", hint: "Zet elk antwoord op een eigen regel.", post: (n) => (n === 1 ? "Bewaar 1 antwoord" : "Bewaar " + n + " antwoorden") },
};

export function Behalf({ room, step, onClose }) {
  const all = blocks(step);
  const shown = large(step);
  const [mode, setMode] = useState("have");
  const [number, choose] = useState(shown ? shown.block : all[0].id);
  const more = mode === "have" ? { block: number } : { lane: "1", block: number, section: "b" + number };
  const said = words[mode];
  return html`<${Lines} room=${room} step=${step} name=${mode === "have" ? "instrument.many" : "note.many"} more=${more} label=${said.label} hint=${said.hint} post=${said.post} onClose=${onClose}>
    <${Choice} label=${words.mode} options=${words.modes} value=${mode} onValue=${setMode} />
    ${all.length > 1 && html`<${Pick} label=${words.block} value=${number} onValue=${(value) => choose(Number(value))} options=${all} />`}
  </${Lines}>`;
}
