/* What an organisation answers in a round of introductions: its fields, how they are asked, and the command's body. */

import { html } from "/static/js/view.js";
import { Field, Check } from "/static/js/parts/field.js";

const words = {
  contact: "Op welke manier?",
  number: "Met hoeveel mantelzorgers?",
  numberHint: "Uw eigen schatting, bijvoorbeeld: 15 per maand",
  frequency: "Hoe vaak?",
  frequencyHint: "Bijvoorbeeld: elke week",
  offers: "Kies wat past",
  how: "Hoe doet u dat?",
  funding: "Wie betaalt het?",
  long: "Dit is te lang. Houd “Waarover?” korter dan 120 tekens.",
  many: (count) => "In elke lijst passen " + MOST_NAMES + " namen. Hier staan er " + count + ". Haal er " + (count - MOST_NAMES) + " weg.",
};

export const FIELDS = ["contact", "number", "frequency", "how"];
export const LISTS = ["offers", "funding", "has", "about", "wants", "apart"]; /* about: beside each of has, on what */
/* the answers in whole sentences: what was half-typed is offered again later */
export const TOLD = ["contact", "how"];
const option = (id) => ({ id, text: id.charAt(0).toUpperCase() + id.slice(1) });
export const OFFERS = ["signaleren", "informeren", "monitoren", "ondersteunen", "doorverwijzen", "anders"].map(option);
export const FUNDING = ["gemeente", "zorgverzekeraar", "zorgkantoor", "eigen bijdrage mantelzorgers", "vrijwilligerswerk", "anders"].map(option);
const MOST_NAMES = 30;
const LONGEST_NAME = 300;
const LONGEST_TEXT = 8000;
const LONGEST_ABOUT = 120;

/* The whole answer, tidied: an introduction is always given whole. */
export function bodyOf(step, values) {
  const body = { step: step.id };
  for (const field of FIELDS) body[field] = (values[field] || "").trim();
  body.offers = values.offers || [];
  body.funding = values.funding || [];
  const rows = (field, beside = []) => (values[field] || []).map((name, n) => [name.trim(), (beside[n] || "").trim()]).filter(([name]) => name);
  const has = rows("has", values.about);
  body.has = has.map(([name]) => name);
  body.about = has.map(([, what]) => what);
  body.wants = rows("wants").map(([name]) => name);
  body.apart = (values.apart || []).filter((name) => name.length <= LONGEST_NAME).slice(-2 * MOST_NAMES);
  return body;
}

export const isEmpty = (body) => ![...FIELDS, ...LISTS].some((field) => body[field].length);

/* Why the house would not take it, or "". */
export function fault(body) {
  const names = [...body.has, ...body.wants];
  const most = Math.max(body.has.length, body.wants.length);
  if (most > MOST_NAMES) return words.many(most);
  const fits = body.contact.length <= LONGEST_TEXT && body.how.length <= LONGEST_TEXT && names.every((name) => name.length <= LONGEST_NAME) && body.about.every((what) => what.length <= LONGEST_ABOUT);
  return fits ? "" : words.long;
}

export function Contact({ answers }) {
  const { values, set } = answers;
  return html`
    <${Field} label=${words.contact} rows=${3} value=${values.contact} onValue=${(text) => set("contact", text)} />
    <${Field} label=${words.number} hint=${words.numberHint} value=${values.number} onValue=${(text) => set("number", text.slice(0, 80))} />
    <${Field} label=${words.frequency} hint=${words.frequencyHint} value=${values.frequency} onValue=${(text) => set("frequency", text.slice(0, 80))} />
  `;
}

export function Offer({ answers }) {
  const { values, set } = answers;
  return html`
    <${Checks} label=${words.offers} options=${OFFERS} chosen=${values.offers} onChosen=${(list) => set("offers", list)} />
    <${Field} label=${words.how} rows=${3} value=${values.how} onValue=${(text) => set("how", text)} />
    <${Checks} label=${words.funding} options=${FUNDING} chosen=${values.funding} onChosen=${(list) => set("funding", list)} />
  `;
}

function Checks({ label, options, chosen, onChosen }) {
  return html`<fieldset class="choice kennis-checks">
    <legend class="field-label">${label}</legend>
    ${options.map(
      (option) => html`<${Check}
        key=${option.id}
        label=${option.text}
        checked=${chosen.includes(option.id)}
        onCheck=${(on) => onChosen(options.map((one) => one.id).filter((id) => (id === option.id ? on : chosen.includes(id))))}
      />`,
    )}
  </fieldset>`;
}
