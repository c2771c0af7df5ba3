/* Where an organisation without a phone comes, ticked by the facilitator: one organisation, many places. */

import { html, useState, useSend } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Check, Field } from "/static/js/parts/field.js";
import { groups, name, places, visitors } from "./words.js";

const words = {
  title: "Namens iemand",
  organisation: "Van welke organisatie?",
  post: (n) => (n === 1 ? "Zet op 1 plek" : "Zet op " + n + " plekken"),
  cancel: "Laat zo",
};

export function Behalf({ room, step, onClose }) {
  const [organisation, setOrganisation] = useState("");
  const [slots, setSlots] = useState([]);
  const { send, busy, fault } = useSend(room);
  const already = (slot) => visitors(room, step, slot).some((one) => one.name.toLowerCase() === organisation.trim().toLowerCase());
  const tick = (slot, on) => setSlots(on ? [...slots, slot] : slots.filter((one) => one !== slot));
  async function save(event) {
    event.preventDefault();
    const answer = await send("place.mark", { step: step.id, organisation: organisation.trim(), slots });
    if (answer.ok) onClose();
  }
  return html`<${Dialog} title=${words.title} onClose=${onClose} wide>
    <form class="stack" onSubmit=${save}>
      <${Field} label=${words.organisation} list="vind-orgs" value=${organisation} onValue=${setOrganisation} fault=${fault ? fault.say : ""} first />
      <datalist id="vind-orgs">${room.list("organisation").map((one) => html`<option key=${one.id} value=${one.name}></option>`)}</datalist>
      ${groups(step).map(
        (group) => html`<fieldset key=${group.id} class="vind-ticks">
          <legend class="field-label">${name(group.id)}</legend>
          ${places(step, group.id).map((place) => html`<${Check} key=${place.id} label=${place.text} checked=${slots.includes(place.id) || already(place.id)} onCheck=${(on) => tick(place.id, on)} />`)}
        </fieldset>`,
      )}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || !slots.length || !organisation.trim()}>${words.post(slots.length)}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
