/* Who does it: people and organisations of the keten to choose from, as many as are needed, and free text besides. */

import { html, useName } from "../view.js";
import { Field } from "./field.js";

const words = {
  hint: "Kies uit de lijst, of typ een naam. Meer dan één mag.",
  away: (name) => "Haal weg: " + name,
  left: "iemand die niet meer aan tafel zit",
  at: (name, role) => name + ", " + role,
};
const ROLES = { chain_director: "ketenregisseur", information_point: "centraal informatiepunt", case_director: "casusregisseur", quality_guardian: "kwaliteitsbewaker", developer: "ontwikkelaar", executor: "uitvoerder" };

/* [{id, text}]: who sits at the table, the contact people of roles, and the organisations; each name once. */
export function candidates(room) {
  const org = (id) => (room.get(id) || {}).name || "";
  const people = room.list("participant").filter((one) => one.name).map((one) => ({ id: one.id, text: one.org ? one.name + " (" + org(one.org) + ")" : one.name }));
  const contacts = room.list("role").filter((one) => one.contact).map((one) => ({ id: one.id, text: words.at(one.contact + " (" + org(one.organisation) + ")", ROLES[one.slot.split(".")[0]]) }));
  const organisations = room.list("organisation").map((one) => ({ id: one.id, text: one.name }));
  const all = [...people, ...contacts, ...organisations];
  return all.filter((one, at) => all.findIndex((other) => other.text === one.text) === at);
}

/* `owners`: ids that were chosen; `who`: what is typed. A name that is in the list becomes a choice as soon as it is whole. */
export function Owners({ room, label, hint, owners, who, fault, onValue }) {
  const list = useName("owners");
  const all = candidates(room);
  const text = (id) => (all.find((one) => one.id === id) || { text: words.left }).text;
  function typed(value) {
    const found = all.find((one) => one.text === value.trim() && owners.indexOf(one.id) < 0);
    onValue(found ? { owners: [...owners, found.id], who: "" } : { owners, who: value });
  }
  return html`<div class="owners">
    <${Field} label=${label} hint=${hint || words.hint} value=${who} onValue=${typed} fault=${fault} list=${list} />
    <datalist id=${list}>${all.filter((one) => owners.indexOf(one.id) < 0).map((one) => html`<option key=${one.id} value=${one.text}></option>`)}</datalist>
    ${owners.length > 0 &&
    html`<ul class="plain row owners-chosen">
      ${owners.map(
        (id) => html`<li key=${id} class="tag owners-one">
          <span dir="auto">${text(id)}</span>
          <button type="button" class="owners-away" aria-label=${words.away(text(id))} onClick=${() => onValue({ owners: owners.filter((one) => one !== id), who })}>×</button>
        </li>`,
      )}
    </ul>`}
  </div>`;
}

/* What an action has now, as the fields of a form. */
export const ownersOf = (action) => ({ owners: (action && action.owners) || [], who: (action && (action.owners ? action.typed : action.who)) || "" });
