/* On the phone: the lines that one proposed, to adjust or to take back until they are in the list. */

import { html, keyOf, useDraft, useSend, useState } from "/static/js/view.js";
import { Field } from "/static/js/parts/field.js";
import { ONE } from "./words.js";

const words = {
  mine: "Uw voorstellen",
  saved: "✓ Opgeslagen. De begeleider leest het.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  listed: "✓ Staat in de lijst.",
  gone: "De begeleider legde dit voorstel opzij.",
  adjust: "Pas aan",
  take: "Neem terug",
  name: "Wie mist u?",
  save: "Bewaar",
  cancel: "Laat zo",
};

export function Mine({ room, step }) {
  const mine = room.own("partner", { step: step.id });
  if (mine.length === 0) return null;
  return html`<section class="stack stack--tight">
    <h2>${words.mine}</h2>
    <ul class="plain stack stack--tight">${mine.map((one) => html`<li key=${keyOf(one)}><${Own} room=${room} step=${step} one=${one} /></li>`)}</ul>
  </section>`;
}

function Own({ room, step, one }) {
  const { send, busy, fault } = useSend(room);
  const field = "regel." + one.id;
  const [open, setOpen] = useState(room.draft(step.id, field) !== undefined);
  const waits = one.state === "waiting";
  const state = one.gone ? words.gone : waits ? words.waiting : one.proposal || !one.id ? words.saved : words.listed;
  const free = one.id && one.proposal && !one.gone;
  if (open && free) return html`<div class="note"><${Adjust} room=${room} step=${step} one=${one} field=${field} onDone=${() => setOpen(false)} /></div>`;
  return html`<div class=${"note" + (waits ? " note--waiting" : "")}>
    <p class="note-text" dir="auto">${one.name}</p>
    <p class="small">${ONE[one.sort]}</p>
    <p class="own-state small">${state}</p>
    ${free &&
    html`<p class="row">
      <button type="button" class="link-button" aria-label=${words.adjust + ": " + one.name} onClick=${() => setOpen(true)}>${words.adjust}</button>
      <button type="button" class="link-button" disabled=${busy} aria-label=${words.take + ": " + one.name} onClick=${() => send("partner.remove", { partner: one.id })}>${words.take}</button>
    </p>`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}

/* Another name for one's own proposal; what was typed is kept until it is stored. */
function Adjust({ room, step, one, field, onDone }) {
  const [name, setName, clear] = useDraft(room, step.id, field, one.name);
  const { send, busy, fault } = useSend(room);
  const done = () => {
    clear();
    onDone();
  };
  async function save(event) {
    event.preventDefault();
    const answer = await send("partner.edit", { partner: one.id, name: name.trim() });
    if (answer.ok) done();
  }
  return html`<form class="stack" onSubmit=${save}>
    <${Field} label=${words.name} value=${name} onValue=${setName} fault=${fault ? fault.say : ""} />
    <div class="row">
      <button type="submit" class="button button--main button--small" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${done}>${words.cancel}</button>
    </div>
  </form>`;
}
