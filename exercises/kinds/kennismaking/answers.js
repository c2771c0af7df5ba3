/* What an organisation answers in a round of introductions: its fields, how they are asked, and the command's body. */

import { html, later } from "/static/js/view.js";
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
  has: "Met wie nu al?",
  wants: "Met wie zou u dat willen?",
  line: "Zet elke naam op een eigen regel.",
  table: "Kies uit wie er aan tafel zit",
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

/* A text with a name on each line, as a list. The line that is being typed keeps its spaces. */
export const lines = (text) => (text === "" ? [] : text.split("\n"));

/* The whole answer, tidied: an introduction is always given whole. */
export function bodyOf(step, values) {
  const body = { step: step.id };
  for (const field of FIELDS) body[field] = (values[field] || "").trim();
  body.offers = values.offers || [];
  body.funding = values.funding || [];
  const rows = (field, beside = []) => (values[field] || []).map((name, n) => [name.trim(), (beside[n] || "").trim()]).filter(([name]) => name).slice(0, MOST_NAMES);
  const has = rows("has", values.about);
  body.has = has.map(([name]) => name);
  body.about = has.map(([, what]) => what);
  body.wants = rows("wants").map(([name]) => name);
  body.apart = values.apart || [];
  return body;
}

export const isEmpty = (body) => ![...FIELDS, ...LISTS].some((field) => body[field].length);

/* False when something is longer than the house takes. */
export function ready(body) {
  const names = [...body.has, ...body.wants];
  return body.contact.length <= LONGEST_TEXT && body.how.length <= LONGEST_TEXT && names.every((name) => name.length <= LONGEST_NAME) && body.about.every((what) => what.length <= LONGEST_ABOUT);
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

/* One name on each line, until the list that finds them is there. */
const List = later(
  (again) => import("./partners.js" + again).then((module) => module.come()),
  ({ label, names, onRows }) => html`<${Field} label=${label} hint=${words.line} rows=${2} value=${names.join("\n")} onValue=${(text) => onRows(lines(text))} />`,
);

/* `two`: pairs of names of which the own organisation said that they are not the same. */
export function Together({ room, step, answers, mine, two }) {
  const { values, set } = answers;
  const table = room.list("organisation").filter((one) => one.id !== mine).map((one) => one.name);
  return ["has", "wants"].map((field) => {
    const names = values[field];
    /* without `about` each name keeps its own: as many lines are the same lines */
    const onRows = (list, about) => {
      set(field, list);
      if (field === "has") set("about", about || list.map((name, n) => values.about[list.length === names.length ? n : names.indexOf(name)] || ""));
    };
    return html`<div class="stack stack--tight" key=${field}>
      <${List}
        label=${words[field]}
        known=${[...table, ...(step.state.names || [])]}
        names=${names}
        about=${field === "has" ? values.about : null}
        two=${[...(two || []), ...values.apart]}
        onRows=${onRows}
        onApart=${(name) => set("apart", [...values.apart, name])}
      />
      ${table.length > 0 &&
      html`<details class="kennis-table-list">
        <summary>${words.table}</summary>
        ${table.map((name) => html`<${Check} key=${name} label=${name} checked=${names.includes(name)} onCheck=${(on) => onRows(on ? [name, ...names] : names.filter((one) => one !== name))} />`)}
      </details>`}
    </div>`;
  });
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
