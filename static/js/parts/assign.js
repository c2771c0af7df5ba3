/* For the control room: which organisation takes a place, and if one likes the name of a contact person. */

import { html } from "../view.js";
import { Field } from "./field.js";
import { useForm } from "./form.js";
import { NameField } from "./namefield.js";

const words = {
  organisation: "Organisatie",
  contact: "Aanspreekpunt",
  only: "Alleen u en het verslag met namen zien deze naam.",
  save: "Bewaar",
  cancel: "Laat zo",
};

/* With `role` who holds the place now is changed. What was typed is kept until it is stored. */
export function Assign({ room, step, slot, role, class: name, onDone }) {
  const first = { organisation: role ? role.org : "", contact: (role && role.contact) || "" };
  const { now, set, clear, send, busy, fault, of } = useForm(room, step, "wie." + (role ? role.id : slot), first);
  const done = () => {
    clear();
    onDone();
  };
  async function save(event) {
    event.preventDefault();
    const body = { organisation: now.organisation.trim(), contact: now.contact.trim() };
    if (role && body.organisation === first.organisation) delete body.organisation;
    const answer = role ? await send("role.edit", { role: role.id, ...body }) : await send("role.assign", { step: step.id, slot, ...body });
    if (answer.ok) done();
  }
  return html`<form class=${name} onSubmit=${save}>
    <div>
      <${NameField} label=${words.organisation} names=${room.list("organisation").map((one) => one.name)} value=${now.organisation} onValue=${set("organisation")} fault=${of("organisation")} first />
    </div>
    <${Field} label=${words.contact} hint=${words.only} optional value=${now.contact} onValue=${set("contact")} fault=${of("contact")} />
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${done}>${words.cancel}</button>
    </div>
  </form>`;
}
