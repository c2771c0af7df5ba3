/* What a phone answers in a round of introductions: its fields, and the command's body that is made of them. */

export const FIELDS = ["contact", "number", "frequency", "how"];
export const LISTS = ["offers", "funding", "has", "wants"];
/* the answers in whole sentences: what was half-typed is offered again later */
export const TOLD = ["contact", "how"];
const option = (id) => ({ id, text: id.charAt(0).toUpperCase() + id.slice(1) });
export const OFFERS = ["signaleren", "informeren", "monitoren", "ondersteunen", "doorverwijzen", "anders"].map(option);
export const FUNDING = ["gemeente", "zorgverzekeraar", "zorgkantoor", "eigen bijdrage mantelzorgers", "vrijwilligerswerk", "anders"].map(option);
const MOST_NAMES = 30;
const LONGEST_NAME = 300;
const LONGEST_TEXT = 8000;

/* A text with a name on each line, as a list. The line that is being typed keeps its spaces. */
export const lines = (text) => (text === "" ? [] : text.split("\n"));

/* The whole answer, tidied: an introduction is always given whole. */
export function bodyOf(step, values) {
  const body = { step: step.id };
  for (const field of FIELDS) body[field] = (values[field] || "").trim();
  body.offers = values.offers || [];
  body.funding = values.funding || [];
  for (const field of ["has", "wants"]) {
    body[field] = (values[field] || [])
      .map((name) => name.trim())
      .filter(Boolean)
      .slice(0, MOST_NAMES);
  }
  return body;
}

export const isEmpty = (body) => ![...FIELDS, ...LISTS].some((field) => body[field].length);

/* False when something is longer than the house takes. */
export function ready(body) {
  const names = [...body.has, ...body.wants];
  return body.contact.length <= LONGEST_TEXT && body.how.length <= LONGEST_TEXT && names.every((name) => name.length <= LONGEST_NAME);
}
