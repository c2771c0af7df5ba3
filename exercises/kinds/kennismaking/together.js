/* With whom an organisation works, and with whom it would: names, and those who sit here as check boxes. Fetched after the
   first picture. */

import { html, later } from "/static/js/view.js";
import { Check, Field } from "/static/js/parts/field.js";

const words = {
  has: "Met wie nu al?",
  wants: "Met wie zou u dat willen?",
  line: "Zet elke naam op een eigen regel.",
  table: "Kies uit wie er aan tafel zit",
};

/* A text with a name on each line, as a list. The line that is being typed keeps its spaces. */
const lines = (text) => (text === "" ? [] : text.split("\n"));

/* One name on each line, until the list that finds them is there. */
const List = later(
  (again) => import("./partners.js" + again).then((module) => module.come()),
  ({ label, names, onRows }) => html`<${Field} label=${label} hint=${words.line} rows=${2} value=${names.join("\n")} onValue=${(text) => onRows(lines(text))} />`,
);
List.come(); /* who is here, is about to need it */

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
