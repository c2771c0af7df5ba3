/* What the three views of a persona share: who it is, where we are in the nine sections, one section. */

import { html, prose, plural } from "/static/js/view.js";

const words = {
  fictional: "fictief",
  own: "eigen",
  portrait: (label) => "Getekend portret van " + label,
  short: {
    leeftijd: "Wie is het",
    persoonlijke_situatie: "Thuis",
    werk: "Werk",
    huidige_situatie: "Hoe gaat het nu",
    profiel: "Wat voor mens",
    informatievoorziening_en_zoekgedrag: "Informatie zoeken",
    behoeften_en_verlangens: "Wat zou helpen",
    pijn_angst_frustraties_belemmeringen: "Waar het knelt",
    ondersteuning: "Wat er al is",
  },
  where: (nr, of) => "Onderdeel " + nr + " van " + of,
  writing: (some, all) => some + " van " + all + (some === 1 ? " schreef" : " schreven") + " al iets",
  notes: (count) => plural(count, "briefje", "briefjes"),
};

export const fictional = words.fictional;

/* Who can be chosen: everybody, or only whom the facilitator settled on in the agenda. */
export function cards(step) {
  const { choice = true, persona } = step.settings || {};
  return (step.personas || []).filter((card) => choice || !persona || card.id === persona);
}
/* A section's name in a word or two, for lists; the section's own title where it is not one of the nine. */
export const short = (section) => words.short[section.id] || section.title;

export function Portrait({ persona }) {
  return html`<img class="persona-face" src=${"/portretten/" + persona.portrait} alt=${words.portrait(persona.label)} width="240" height="240" />`;
}

/* What somebody does; the age in the line stands in the label already. */
export function job(persona) {
  const line = (persona.line || "").replace(/^\d+ jaar · /, "");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/* "Ank (60)", who she or he is, and for whom she or he cares. */
export function Card({ persona }) {
  return html`<div class="persona-person">
    <${Portrait} persona=${persona} />
    <div class="persona-who">
      <p class="persona-name">${persona.label}${persona.own && html` <span class="tag">${words.own}</span>`}</p>
      <p class="persona-line">${job(persona)}</p>
      <p class="persona-cares">${persona.cares_for}</p>
    </div>
  </div>`;
}

/* Where a step is: the persona, the section with its number, its place, and whether the notes there are open. */
export function now(step) {
  const { persona, section: id, place = "" } = step.state || {};
  if (!persona || typeof persona !== "object") return { place: "" };
  const at = persona.sections.findIndex((section) => section.id === id);
  return { persona, section: persona.sections[at], at, place, open: Boolean(step.revealed) };
}
export const placeOf = (persona, section) => persona.id + "." + section.id;

/* Who wrote here, in words: people when the step knows them, else notes; "" when nobody did. */
export function wrote(step, room, place) {
  const tally = room.tally(step);
  const here = (tally.places || {})[place];
  if (!here || !here.notes) return "";
  return here.writers ? words.writing(here.writers, Math.max(tally.people || 0, here.writers)) : words.notes(here.notes);
}

/* The nine sections, the visited ones ticked, the current one marked. */
export function Sections({ persona, section, visited }) {
  const seen = new Set(visited || []);
  return html`<ol class="plain persona-sections">
    ${persona.sections.map((one) => {
      const current = one.id === section.id;
      const done = !current && seen.has(placeOf(persona, one));
      return html`<li key=${one.id} class=${current ? "is-now" : done ? "is-done" : ""} aria-current=${current ? "step" : undefined}>
        <span class="persona-tick" aria-hidden="true">${done ? "✓" : ""}</span>${short(one)}
      </li>`;
    })}
  </ol>`;
}

export const whereText = (at, persona) => words.where(at + 1, persona.sections.length);

export const Told = ({ section }) => html`<div class="persona-told prose">${prose(section.prose)}</div>`;
