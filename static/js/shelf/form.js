/* One field of the form with what is wrong with it and what may point at somebody; and groups of fields. */

import { html, useName } from "../view.js";
import { Field } from "../parts/field.js";
import { Steps } from "./steps.js";

const words = {
  trace: (say, found) => "Hier staat misschien " + say + ": “" + found + "”. ",
  instead: (text) => "Maak er “" + text + "” van",
  none: "Bij deze soort valt niets in te stellen.",
  faces: "Kies een tekening. Een foto kan niet: die zou van een echt mens zijn.",
};
export const anchor = (name) => "veld-" + name.replace(/[^\w-]/g, "-");

function Choice({ field, value, onValue, fault }) {
  const id = useName("choice");
  const says = [field.hint && id + "-hint", fault && id + "-fault"].filter(Boolean).join(" ") || undefined;
  const known = field.options.some((option) => option.id === value);
  return html`<div class="field">
    <label class="field-label" for=${id}>${field.label}</label>
    ${field.hint && html`<span class="field-hint" id=${id + "-hint"}>${field.hint}</span>`}
    <select class="input" id=${id} aria-describedby=${says} aria-invalid=${fault ? "true" : undefined} onChange=${(event) => onValue(event.currentTarget.value)}>
      ${!known && html`<option value=${value} selected>${value}</option>`}
      ${field.options.map((option) => html`<option key=${option.id} value=${option.id} selected=${option.id === value}>${option.text}</option>`)}
    </select>
    ${fault && html`<span class="field-fault" id=${id + "-fault"} role="alert">${fault}</span>`}
  </div>`;
}

/* Several of a list: what is chosen is kept one per line. */
function Ticks({ field, value, onValue, fault }) {
  const id = useName("ticks");
  const chosen = value.split("\n").filter(Boolean);
  const flip = (one) => onValue(field.options.map((option) => option.id).filter((other) => (other === one) !== chosen.includes(other)).join("\n"));
  return html`<fieldset class="choice" aria-describedby=${fault ? id : undefined}>
    <legend class="field-label">${field.label}</legend>
    <div class="own-ticks">
      ${field.options.map((option) => html`<label class="check" key=${option.id}><input type="checkbox" checked=${chosen.includes(option.id)} onChange=${() => flip(option.id)} /><span>${option.text}</span></label>`)}
    </div>
    ${fault && html`<span class="field-fault" id=${id} role="alert">${fault}</span>`}
  </fieldset>`;
}

function Faces({ field, value, onValue, fault }) {
  const name = useName("face");
  return html`<fieldset class="choice">
    <legend class="field-label">${field.label}</legend>
    <span class="field-hint">${words.faces}</span>
    <div class="own-faces">
      ${field.options.map(
        (option) => html`<label class="own-face" key=${option.id}>
          <input type="radio" name=${name} checked=${option.id === value} onChange=${() => onValue(option.id)} />
          <img src=${"/portretten/" + option.id} alt=${option.text} width="88" height="88" />
        </label>`,
      )}
    </div>
    ${fault && html`<span class="field-fault" role="alert">${fault}</span>`}
  </fieldset>`;
}

function drawn(field, shared) {
  if (field.type === "choice") return html`<${Choice} field=${field} ...${shared} />`;
  if (field.type === "tick") return html`<${Ticks} field=${field} ...${shared} />`;
  if (field.type === "face") return html`<${Faces} field=${field} ...${shared} />`;
  const number = field.type === "number";
  return html`<${Field} label=${field.label} hint=${field.hint} optional=${field.optional} rows=${field.type === "text" ? field.rows : undefined} type="text" mode=${number ? "numeric" : undefined} ...${shared} />`;
}

/* `form`: {values, set(name, text), fault(name), traces(name), touch(name)} */
export function Row({ field, form }) {
  const value = form.values[field.name] === undefined ? field.first || "" : form.values[field.name];
  const set = (text) => form.set(field.name, text);
  const shared = { value, onValue: set, fault: form.fault(field.name) };
  return html`<div class=${"own-field" + (field.type === "number" ? " own-field--short" : "")} id=${anchor(field.name)} onFocusOut=${() => form.touch(field.name)}>
    ${drawn(field, shared)}
    ${form.traces(field.name).map(
      (trace) => html`<div class="own-trace" role="status" key=${trace.name + trace.found}>
        <p>${words.trace(trace.say, trace.found)}</p>
        ${trace.instead && html`<button type="button" class="button button--small" onClick=${() => set(value.split(trace.found).join(trace.instead))}>${words.instead(trace.instead)}</button>`}
      </div>`,
    )}
  </div>`;
}

export function Group({ group, form, start }) {
  const name = useName("group");
  const fields = group.settings ? start.settings[form.values.soort] || [] : group.fields;
  return html`<section class="card stack own-group" aria-labelledby=${name}>
    <div class="stack stack--tight"><h2 id=${name}>${group.title}</h2>${group.about && html`<p class="own-asked">${group.about}</p>`}</div>
    ${group.steps && html`<${Steps} form=${form} exercises=${start.exercises} />`}
    ${group.settings && fields.length === 0 && html`<p class="muted">${words.none}</p>`}
    ${fields.map((field) => (field.tucked ? html`<details class="own-more" key=${field.name} open=${Boolean(form.values[field.name])}><summary>${field.label}</summary><${Row} field=${field} form=${form} /></details>` : html`<${Row} key=${field.name} field=${field} form=${form} />`))}
  </section>`;
}
