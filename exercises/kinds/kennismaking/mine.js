/* Who named no organisation at the door can still do so during the introductions. */

import { html, useDraft } from "/static/js/view.js";
import { NameField } from "/static/js/parts/namefield.js";

const words = {
  mine: "Van welke organisatie bent u?",
  hint: "Dan staat uw organisatie in de rij.",
  keep: "Bewaar",
};

export function Mine({ room, step }) {
  const [name, setName, clear] = useDraft(room, "me", "organisation", "");
  function save(event) {
    event.preventDefault();
    const sent = room.send("participant.edit", { organisation: name.trim() });
    if (sent.kept) clear();
    else sent.then((answer) => answer.ok && clear());
  }
  return html`<form class="stack stack--tight" onSubmit=${save}>
    <${NameField} label=${words.mine} hint=${words.hint} value=${name} onValue=${setName} names=${[...room.list("organisation").map((one) => one.name), ...(step.state.names || [])]} autocomplete="organization" />
    <button type="submit" class="button" disabled=${!name.trim()}>${words.keep}</button>
  </form>`;
}
