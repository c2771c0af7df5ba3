/* What the kind of a step lets one change, drawn from its own list: numbers, words, choices, and switches. */

import { html } from "../view.js";
import { Check, Choice, Field, Pick } from "../parts/field.js";

const words = { on: "ja", off: "nee", legend: "Instellingen van deze oefening" };
const FEW = 3;

/* What differs from how it is, as the command takes it; a number that is none goes as it was typed, and is refused. */
export function asked(rows, values) {
  const found = {};
  for (const row of rows) {
    const value = values[row.field];
    if (value === undefined) continue;
    const said = row.type === "number" && String(value).trim() !== "" && Number.isInteger(Number(value)) ? Number(value) : value;
    if (said !== row.value) found[row.field] = said;
  }
  return found;
}

const inWords = (row) => {
  const option = (row.options || []).find((one) => one.id === row.value);
  return option ? option.text : row.type === "switch" ? (row.value ? words.on : words.off) : String(row.value);
};

/* `values` are what was changed so far; `of(field)` is the sentence of a refusal. */
export function Settings({ rows, values, set, of }) {
  if (!rows.length) return null;
  return html`<fieldset class="choice stack stack--tight">
    <legend class="field-label">${words.legend}</legend>
    ${rows.map((row) => html`<div class="setting" key=${row.field}><${One} row=${row} value=${row.field in values ? values[row.field] : row.value} set=${set} fault=${of(row.field)} /></div>`)}
  </fieldset>`;
}

function One({ row, value, set, fault }) {
  const put = (next) => set(row.field, next);
  if (row.locked) return html`<p>${row.label + (row.label.endsWith("?") ? "" : ":")} <strong>${inWords(row)}</strong><span class="field-hint">${row.locked}</span></p>`;
  if (row.type === "number") return html`<div class="field--number"><${Field} label=${row.label} hint=${row.hint} value=${String(value)} onValue=${put} mode="numeric" fault=${fault} /></div>`;
  if (row.type === "text") return html`<${Field} label=${row.label} hint=${row.hint} value=${value} onValue=${put} fault=${fault} />`;
  return html`${row.type === "switch" && html`<${Check} label=${row.label} checked=${value} onCheck=${put} />${row.hint && html`<span class="field-hint">${row.hint}</span>`}`}
  ${row.type === "choice" && row.options.length <= FEW && html`<${Choice} label=${row.label} options=${row.options} value=${value} onValue=${put} />`}
  ${row.type === "choice" &&
  row.options.length > FEW &&
  html`<${Pick} label=${row.label} hint=${row.hint} options=${row.options} value=${value} onValue=${(text) => put(row.options.find((one) => String(one.id) === text).id)} />`}
  ${fault && html`<span class="field-fault" role="alert">${fault}</span>`}`;
}
