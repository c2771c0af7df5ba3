/* Categories of instruments in words, and small things that the views share. */

import { block } from "/static/js/view.js";

export const CATEGORIES = {
  information: "Informatie en advies",
  education: "Educatie",
  psychoeducation: "Psycho-educatie en advisering",
  ehealth: "E-health",
  emotional: "Emotionele steun",
  guidance: "Persoonlijke begeleiding",
  selfhelp: "Zelfhulp",
  movement: "Bewegen",
  material: "Materiële hulp",
  financial: "Financiële regelingen",
  respite: "Vervangende mantelzorg en praktische hulp",
  light: "Lichttherapie",
  medication: "Medicatie",
  therapy: "Psychodynamische therapie",
  guideline: "Richtlijn",
  handbook: "Handreiking",
  workshop: "Workshop over de ketenaanpak",
  carers: "Vragenlijst voor mantelzorgers",
  partners: "Vragenlijst voor ketenpartijen",
  persona: "Persona",
  network: "Netwerkanalyse",
  other: "Anders",
};
export const LONG = 120;
export const OPEN = "nog te beleggen";

export const rows = (step) => step.state.blocks || [];
export const where = (number) => (number ? number + ". " + block(number) : "Geen of meer dan één bouwsteen");
/* The block that is large: the only one, or the one that was chosen. */
export const large = (step) => rows(step).find((row) => String(row.block) === step.state.at) || (rows(step).length === 1 ? rows(step)[0] : null);
export const blocks = (step) => rows(step).map((row) => ({ id: row.block, text: where(row.block) }));

/* What one can choose from: first what the handreiking names for the block, then the rest. */
export function categories(step, number) {
  const row = rows(step).find((one) => one.block === number);
  const first = row ? row.fits : [];
  const rest = Object.keys(CATEGORIES).filter((id) => !first.includes(id));
  return [{ id: "", text: "Dat weet ik niet" }, ...[...first, ...rest].map((id) => ({ id, text: CATEGORIES[id] }))];
}

/* An instrument of the keten with its row: who makes it and who does it, by name. */
export function tool(room, row) {
  const one = room.get(row.id) || { name: "" };
  return { ...one, id: row.id, row, executors: holders(room, row.executor), developers: holders(room, row.developer) };
}
export const tools = (room, row) => row.instruments.map((one) => tool(room, one));
export const holders = (room, ids) =>
  ids.map((id) => room.get(id)).filter(Boolean).map((role) => ({ ...role, org: (room.get(role.organisation) || {}).name || "" }));
export const names = (roles) => roles.map((role) => role.org).join(" en ");

/* For whom it is and of which category, on one line. */
export const about = (one) => [one.group ? "voor " + one.group : "", CATEGORIES[one.category] || ""].filter(Boolean).join(" · ");

/* The gap of a block in words: [what is said, of what], the most telling first. */
export function gaps(room, row) {
  const found = [];
  const bare = row.instruments.filter((one) => one.executor.length === 0).length;
  if (row.block && row.instruments.length === 0) found.push({ id: "empty", text: "Hier staat nog niets." });
  if (bare) found.push({ id: "bare", text: bare === 1 ? "Bij één instrument ontbreekt de uitvoerder." : "Bij " + bare + " instrumenten ontbreekt de uitvoerder." });
  return found;
}
export const lacking = (row) => row.missing.map((id) => CATEGORIES[id]);
export const missed = (room, step, number) => room.list("note", (note) => note.step === step.id && (note.block || 0) === number);
