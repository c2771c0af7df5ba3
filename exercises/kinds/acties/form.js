/* One action in a dialog of the control room: all of form 4's columns, the building block, and pieces. */

import { html, useState, block } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Field, Pick } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { Owners, ownersOf } from "/static/js/parts/owners.js";
import { Past } from "/static/js/parts/past.js";
import { named } from "/static/js/parts/candidate.js";
import { STATUSES, after } from "./words.js";

const words = {
  make: "Nieuwe actie",
  edit: "Actie aanpassen",
  what: "Wat",
  who: "Wie",
  whoHint: "Kies uit de lijst, of typ een naam. Liefst een mens: dan weet iedereen wie er belt.",
  whole: "Dit is een deel van",
  when: "Voor wanneer",
  soon: [
    [7, "over 1 week"],
    [28, "over 4 weken"],
    [91, "over 3 maanden"],
  ],
  status: "Status",
  remarks: "Bijzonderheden, of voor welke mantelzorgers vooral",
  block: "Bouwsteen",
  noBlock: "Geen of meer dan één",
  parts: "Subacties",
  partsHint: "Is de actie groot? Zet elk stuk op een eigen regel. Wie en wanneer vult u daarna per stuk in.",
  from: "Komt uit",
  save: "Bewaar",
  put: "Zet op de lijst",
  cancel: "Laat zo",
};
const FIELDS = ["what", "who", "owners", "when", "status", "remarks", "block"];
const LONG = 500;

function filled(action, sources, room) {
  const one = sources && sources.length === 1 ? named(room, sources[0]) : null;
  const base = action || { what: one ? one.text : "", block: one ? one.block : 0 };
  return {
    what: base.what || "",
    ...ownersOf(base),
    when: base.when || "",
    status: base.status || STATUSES[0],
    remarks: base.remarks || "",
    block: base.block || 0,
    parts: "",
  };
}

/* What was typed is kept until it is saved or left on purpose, also when the page is opened again. */
export function ActionForm({ room, step, action, sources = [], onClose }) {
  const first = filled(action, sources, room);
  const { now, put, set, clear, send, busy, fault, of } = useForm(room, step, "actie." + (action ? action.id : "nieuw." + sources.join(".")), first);
  const [made, setMade] = useState("");
  const parts = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

  async function save(event) {
    event.preventDefault();
    const body = Object.fromEntries(FIELDS.map((name) => [name, typeof now[name] === "string" ? now[name].trim() : now[name]]));
    const known = action ? action.id : made; /* made already, when only the split was refused */
    const answer = known ? await send("action.edit", { action: known, ...body }) : await send("action.make", { step: step.id, ...body, sources });
    if (!answer.ok) return;
    const id = known || (answer.ids || [])[0];
    setMade(id);
    if (id && parts(now.parts).length) {
      const more = await send("action.split", { action: id, parts: parts(now.parts) });
      if (!more.ok) return;
    }
    clear();
    onClose();
  }
  const leave = () => {
    clear();
    onClose();
  };
  return html`<${Dialog} title=${action ? words.edit : words.make} onClose=${onClose} wide>
    <form class="stack" onSubmit=${save}>
      ${action && action.whole && html`<p class="acties-from"><strong>${words.whole}</strong> <span dir="auto">${action.whole}</span></p>`}
      ${sources.length > 0 &&
      html`<div class="acties-from">
        <strong>${words.from}</strong>
        <ul>
          ${sources.map((id) => html`<li key=${id} dir="auto">${named(room, id).text}</li>`)}
        </ul>
      </div>`}
      <${Field} label=${words.what} rows=${2} max=${LONG} value=${now.what} onValue=${set("what")} fault=${of("what")} first />
      <div class="acties-pair">
        <${Owners} room=${room} label=${words.who} hint=${words.whoHint} owners=${now.owners} who=${now.who} fault=${of("who")} onValue=${put} />
        <div>
          <${Field} label=${words.when} type="date" value=${now.when} onValue=${set("when")} fault=${of("when")} />
          <p class="row acties-soon">
            <${Past} when=${now.when} today=${step.state.today} />
            ${words.soon.map(([days, text]) => html`<button type="button" key=${days} class="link-button" onClick=${() => set("when")(after(room, days))}>${text}</button>`)}
          </p>
        </div>
      </div>
      <${Field} label=${words.remarks} value=${now.remarks} onValue=${set("remarks")} />
      <div class="acties-pair">
        <${Pick} label=${words.block} value=${now.block} onValue=${(value) => set("block")(Number(value))} options=${[{ id: 0, text: words.noBlock }, ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: n, text: n + ". " + block(n) }))]} />
        <${Pick} label=${words.status} value=${now.status} onValue=${set("status")} options=${STATUSES.map((status) => ({ id: status, text: status }))} />
      </div>
      ${!action && html`<${Field} label=${words.parts} hint=${words.partsHint} optional rows=${3} value=${now.parts} onValue=${set("parts")} />`}
      ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy}>${action ? words.save : words.put}</button>
        <button type="button" class="button" onClick=${leave}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
