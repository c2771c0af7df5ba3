/* Where an organisation without a phone comes, ticked by the facilitator: one organisation, many places. */

import { html } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Check } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { NameField } from "/static/js/parts/namefield.js";
import { groups, name, places } from "./words.js";

const words = {
  title: "Namens iemand",
  organisation: "Van welke organisatie?",
  post: (n) => (n === 1 ? "Zet op 1 plek" : "Zet op " + n + " plekken"),
  cancel: "Laat zo",
};

/* What was typed and ticked is kept until it is stored, also when the dialog is closed. */
export function Behalf({ room, step, onClose }) {
  const { now, put, clear, send, busy, fault } = useForm(room, step, "bezoek", { organisation: "", slots: [] });
  const { organisation, slots } = now;
  const tick = (slot, on) => put({ slots: on ? [...slots, slot] : slots.filter((one) => one !== slot) });
  async function save(event) {
    event.preventDefault();
    const answer = await send("place.mark", { step: step.id, organisation: organisation.trim(), slots });
    if (!answer.ok) return;
    clear();
    onClose();
  }
  return html`<${Dialog} title=${words.title} onClose=${onClose} wide>
    <form class="stack" onSubmit=${save}>
      <${NameField} label=${words.organisation} names=${room.list("organisation").map((one) => one.name)} value=${organisation} onValue=${(text) => put({ organisation: text })} fault=${fault ? fault.say : ""} first />
      ${groups(step).map(
        (group) => html`<fieldset key=${group.id} class="vind-ticks">
          <legend class="field-label">${name(group.id)}</legend>
          <div>${places(step, group.id).map((place) => html`<${Check} key=${place.id} label=${place.text} checked=${slots.includes(place.id)} onCheck=${(on) => tick(place.id, on)} />`)}</div>
        </fieldset>`,
      )}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || !slots.length || !organisation.trim()}>${words.post(slots.length)}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
