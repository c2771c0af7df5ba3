/* The checklist in words, and small things that the views share. */

export const SORTS = { organisation: "Organisaties", person: "Sleutelpersonen" };
export const ONE = { organisation: "Organisatie", person: "Sleutelpersoon" };
/* stand -> what the room reads; nothing said of it comes last but one */
export const STANDS = { table: "Aan tafel", invite: "Uitnodigen", "": "Nog niet besproken", none: "Niet nodig" };
export const HOW = { us: "dat zijn wij", know: "ik ken daar iemand" };
export const LONG = 120;
export const NO_SCORE = "De lijst is er om op ideeën te komen. Het is geen score.";

export const rows = (step, sort) => (step.state.rows || []).filter((row) => !sort || row.sort === sort);
export const said = (tie) => HOW[tie.how] + (tie.text ? ": " + tie.text : "");
/* Of one list: [stand, its rows], in the order in which the room reads them. */
export const groups = (step, sort) =>
  Object.keys(STANDS)
    .map((stand) => [stand, rows(step, sort).filter((row) => row.stand === stand)])
    .filter(([, found]) => found.length > 0);

/* Who always belongs and is not there yet, as a sentence; or "". */
export function absent(step) {
  const names = step.state.absent || [];
  if (names.length > 1) return "Gemeente en mantelzorgsteunpunt horen er altijd bij. Ze staan nog niet op ‘aan tafel’.";
  return names.length ? (names[0] === "Gemeente" ? "De gemeente" : "Het mantelzorgsteunpunt") + " hoort er altijd bij, en staat nog niet op ‘aan tafel’." : "";
}
