/* The six roles in words, and small things that the views share. */

import { block } from "/static/js/view.js";

/* role -> [name, what it does] */
export const ROLES = {
  chain_director: ["Ketenregisseur", "Brengt ons bij elkaar, is het eerste aanspreekpunt en volgt de acties. Hoeft niet alles zelf te doen."],
  information_point: ["Centraal informatiepunt", "Weet welke steun er is en houdt dat bij, voor de keten en voor mantelzorgers."],
  case_director: ["Casusregisseur", "Zorgt dat één mantelzorger passende hulp krijgt, houdt contact en draagt warm over."],
  quality_guardian: ["Kwaliteitsbewaker", "Kent de bouwsteen, kijkt of het aanbod past en zegt wat er ontbreekt."],
  developer: ["Ontwikkelaar", "Maakt of verbetert een instrument en vertelt de keten wat er is."],
  executor: ["Uitvoerder", "Werkt met het instrument en laat de maker weten wat beter kan."],
};
export const LEVELS = [
  ["keten", "Keten"],
  ["casus", "Casus"],
  ["bouwsteen", "Bouwsteen"],
  ["instrument", "Instrument"],
];
export const OPEN = "nog te beleggen";
export const PER_CARER = "per mantelzorger gekozen";
export const HOW = { already: "wij doen dit al", fits: "dit past bij ons", other: "dit past bij …" };

export const said = (offer) => (offer.how === "other" ? "dit past bij " + offer.other : HOW[offer.how]);
export const slots = (step, level) => (step.state.slots || []).filter((row) => !level || row.level === level);

/* What a place is called among the others of its level, and in full. */
export function place(room, row) {
  if (row.instrument) return ROLES[row.role][0] + " van " + (room.get(row.instrument) || {}).name;
  if (row.block) return row.block + ". " + block(row.block);
  return ROLES[row.role][0];
}
export const full = (room, row) => (row.block && !row.instrument ? ROLES[row.role][0] + " bouwsteen " + row.block + ", " + block(row.block) : place(room, row));

/* The roles that are held there, each with `org`: the name of the organisation. */
export const holders = (room, row) =>
  row.holders.map((id) => room.get(id)).filter(Boolean).map((role) => ({ ...role, org: (room.get(role.organisation) || {}).name || "" }));
export const names = (room, row) => holders(room, row).map((role) => role.org);
export const nobody = (row) => (row.role === "case_director" ? PER_CARER : OPEN);
export const expectations = (room, step, role) => room.list("note", { step: step.id, section: role });
