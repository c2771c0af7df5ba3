/* The parts of a case in words, and what the three views share: who it is, where the room is, what was agreed. */

import { html, plural } from "/static/js/view.js";

/* part -> [name, what is asked when the step has no question of its own] */
export const PARTS = {
  story: ["Wat we weten", "Wat weten we van deze mantelzorger, en wat nog niet?"],
  partner: ["Partner in zorg", "Zij werkt samen met u. Wat is daarvoor nodig?"],
  seeker: ["Hulpvrager", "Zij heeft zelf hulp nodig. Welke?"],
  relation: ["Persoonlijke relatie", "Zij is partner, kind of vriend. Hoe blijft daar ruimte voor?"],
  expert: ["Expert", "Zij weet veel. Hoe gebruikt u dat?"],
  director: ["Casusregisseur", "Wie wordt casusregisseur voor deze mantelzorger?"],
  handover: ["Warme overdracht", "Wat is de eerste stap, en wie zet hem?"],
};
export const ORDER = Object.keys(PARTS);
export const WRITTEN = ORDER.filter((part) => part !== "director");
const ROLES = ["partner", "seeker", "relation", "expert"];

const words = {
  fictional: "fictief",
  changed: "zo verteld dat niemand te herkennen is",
  role: (nr) => "Rol " + nr + " van 4",
};
/* That nobody is really her or him: of a persona always, of an own case as far as the facilitator saw to it. */
export const Nobody = ({ one }) => html`<span class="tag">${one.persona ? words.fictional : words.changed}</span>`;

export const name = (part) => PARTS[part][0];
/* The step's own question of a part: its questions stand in the order of the parts that are written about. */
export function question(step, part) {
  const asked = (step.prompts || []).find((prompt) => prompt.id === String(WRITTEN.indexOf(part) + 1));
  return asked ? asked.text : PARTS[part][1];
}
export const roleLine = (part) => (ROLES.includes(part) ? words.role(ROLES.indexOf(part) + 1) : "");

/* Who it is about: {title, line, text, persona}; nothing before a case is chosen. */
export function about(step) {
  const { persona, title, text } = step.state || {};
  if (persona) return { title: persona.label, line: job(persona), text: persona.cares_for + ".", persona };
  return title ? { title, line: "", text } : null;
}
function job(persona) {
  const line = (persona.line || "").replace(/^\d+ jaar · /, "");
  return line.charAt(0).toUpperCase() + line.slice(1);
}
export const at = (step) => (step.state && step.state.at) || "story";
export const isOpen = (step, part) => (step.state.open || []).includes(part);
export const beside = (step, by) => ORDER[ORDER.indexOf(at(step)) + by];
export const written = (step, room, part) => (room.tally(step).parts || {})[part] || 0;
export const count = (n) => plural(n, "briefje", "briefjes");

/* True when something was agreed, or the room is where it is agreed. */
export const agreeing = (step) => ["director", "handover"].includes(at(step)) || Boolean(step.state.director || (step.state.first || {}).note);

export const orgName = (room, id) => (id && room.get(id) ? room.get(id).name : "");
/* The note of the first step, as far as this page may see it. */
export const firstNote = (room, step) => (step.state.first && room.get(step.state.first.note)) || null;
