/* On the phone: every line of one list, with what becomes of it, and a small form to say who one knows there. */

import { html, useState } from "/static/js/view.js";
import { Choice, Field } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { HOW, SORTS, STANDS, rows, said } from "./words.js";

const words = {
  say: "Ken ik",
  adjust: "Pas aan",
  how: "Wat klopt?",
  which: "Welke is dat?",
  hint: "Bijvoorbeeld een praktijk of een school. Geen naam van een persoon.",
  send: "Stuur",
  take: "Neem terug",
  not: "Toch niet",
  choose: "Kies eerst wat klopt.",
  yours: "U zei: ",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw. ",
  names: {
    naam: "De begeleider ziet uw naam en organisatie erbij. Op de actielijst kan uw organisatie komen te staan.",
    organisatie: "De begeleider ziet uw organisatie erbij. Die kan ook op de actielijst komen te staan.",
  },
};

export function Lines({ room, step, sort }) {
  return html`<section class="stack stack--tight">
    <h2>${SORTS[sort]}</h2>
    <ul class="plain checklist-rows card">${rows(step, sort).map((row) => html`<li key=${row.id} class="checklist-row"><${Line} room=${room} step=${step} row=${row} /></li>`)}</ul>
    <p class="small muted">${words.names[step.settings.names] || ""}</p>
  </section>`;
}

function Line({ room, step, row }) {
  const mine = room.own("tie", { step: step.id, row: row.id })[0];
  const told = mine && mine.how ? mine : null;
  const field = "ken." + row.id;
  const [open, setOpen] = useState(room.draft(step.id, field) !== undefined);
  return html`<div class="checklist-head">
      <div class="checklist-grow">
        <p class="checklist-name" dir="auto">${row.name}</p>
        ${row.stand && html`<p class="small">${STANDS[row.stand]}</p>`}
        ${told && html`<p class="small checklist-told" dir="auto">${told.state === "waiting" ? words.waiting : "✓ "}${words.yours}${said(told)}</p>`}
      </div>
      ${!open && html`<button type="button" class="button button--small" aria-label=${(told ? words.adjust : words.say) + ": " + row.name} onClick=${() => setOpen(true)}>${told ? words.adjust : words.say}</button>`}
    </div>
    ${open && html`<${Say} room=${room} step=${step} row=${row} told=${told} field=${field} onDone=${() => setOpen(false)} />`}`;
}

function Say({ room, step, row, told, field, onDone }) {
  const { now, put, clear, send, busy } = useForm(room, step, field, { how: told ? told.how : "", text: told ? told.text || "" : "" });
  const [fault, setFault] = useState("");
  const done = () => {
    clear();
    onDone();
  };
  async function tell(how) {
    setFault("");
    const answer = await send("tie.tell", { step: step.id, row: row.id, how, text: how ? now.text.trim() : "" });
    if (answer.ok) done();
    else setFault(answer.say || "");
  }
  return html`<form
    class="stack"
    onSubmit=${(event) => {
      event.preventDefault();
      if (now.how) tell(now.how);
      else setFault(words.choose);
    }}
  >
    <${Choice} label=${words.how} options=${Object.entries(HOW).map(([id, text]) => ({ id, text }))} value=${now.how} onValue=${(how) => put({ how })} />
    <${Field} label=${words.which} hint=${words.hint} optional value=${now.text} onValue=${(text) => put({ text })} />
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <div class="row">
      <button type="submit" class="button button--main button--small" disabled=${busy}>${words.send}</button>
      ${told && html`<button type="button" class="link-button" onClick=${() => tell("")}>${words.take}</button>`}
      <button type="button" class="link-button" onClick=${done}>${words.not}</button>
    </div>
  </form>`;
}
