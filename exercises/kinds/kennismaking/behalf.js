/* The answers of an organisation without a phone, asked and typed in by the facilitator: all three parts in one dialog. */

import { html, useState, useDraft, useSend } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Pick } from "/static/js/parts/field.js";
import { Contact, FIELDS, LISTS, Offer, bodyOf } from "./answers.js";
import { Together } from "./together.js";

const words = {
  title: "Namens een organisatie",
  who: "Welke organisatie?",
  hint: "Staat zij er niet bij? Zet haar dan eerst in de rij.",
  none: "Er is nog geen organisatie. Zet er eerst een in de rij.",
  parts: ["Contact", "Aanbod", "Samenwerking"],
  save: "Bewaar",
  cancel: "Laat zo",
};

export function Behalf({ room, step, organisation = "", onClose }) {
  const all = room.list("organisation");
  const [who, setWho] = useState(organisation || (all[0] || {}).id || "");
  return html`<${Dialog} title=${words.title} onClose=${onClose} wide>
    ${all.length === 0
      ? html`<p>${words.none}</p>`
      : html`<div class="stack">
          <${Pick} label=${words.who} hint=${words.hint} value=${who} onValue=${setWho} options=${all.map((one) => ({ id: one.id, text: one.name }))} />
          <${Form} key=${who} room=${room} step=${step} who=${who} onClose=${onClose} />
        </div>`}
  </${Dialog}>`;
}

/* What was typed for this organisation before, with what is half-typed over it. */
function Form({ room, step, who, onClose }) {
  const stored = room.list("introduction", (one) => one.step === step.id && one.organisation === who && one.on_behalf)[0] || {};
  const [held, keep, clear] = useDraft(room, step.id, "papier." + who, "");
  const { send, busy, fault } = useSend(room);
  const values = {};
  for (const field of FIELDS) values[field] = stored[field] || "";
  for (const field of LISTS) values[field] = stored[field] || [];
  Object.assign(values, held ? JSON.parse(held) : {});
  const answers = { values, set: (field, value) => keep(JSON.stringify(Object.assign(values, { [field]: value }))) };

  async function save(event) {
    event.preventDefault();
    const answer = await send("introduction.paper", { ...bodyOf(step, values), organisation: who });
    if (!answer.ok) return;
    clear();
    onClose();
  }
  return html`<form class="stack" onSubmit=${save}>
    ${[Contact, Offer, Together].map(
      (Part, at) => html`<fieldset class="choice stack stack--tight" key=${at}>
        <legend><h3>${words.parts[at]}</h3></legend>
        <${Part} room=${room} step=${step} answers=${answers} mine=${who} />
      </fieldset>`,
    )}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <div class="dialog-foot">
      <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
      <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
    </div>
  </form>`;
}
