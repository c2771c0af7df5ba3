/* On the phone, fetched when it is needed: who could be casusregisseur, and what the others wrote. */

import { html, useState } from "/static/js/view.js";
import { Choice } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { NameField } from "/static/js/parts/namefield.js";
import { NoteCard } from "/static/js/parts/note.js";
import { orgName } from "./words.js";

const words = {
  task: "De casusregisseur zorgt dat deze mantelzorger passende hulp krijgt, en blijft bellen. Kies altijd samen met de mantelzorger.",
  how: "Wat past?",
  fits: (org) => (org ? "Dat kunnen wij zijn: " + org : "Dat kan ik zijn"),
  other: "Het past beter bij …",
  which: "Welke organisatie?",
  send: "Stuur",
  take: "Neem terug",
  choose: "Kies eerst wat past.",
  yours: { fits: "U biedt zich aan.", other: (who) => "U zei: het past beter bij " + who + "." },
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  seen: "Biedt u zich aan? Dan ziet de zaal de naam van uw organisatie. Noemt u een ander, dan ziet alleen de begeleider dat.",
  others: (n) => "Wat anderen schreven (" + n + ")",
};
const SLOT = "case_director";

export function Offer({ room, step }) {
  const mine = room.own("offer", { step: step.id, slot: SLOT })[0];
  const told = mine && mine.how ? mine : null;
  const { now, put, clear, send, busy } = useForm(room, step, "casusregisseur", { how: told ? told.how : "", other: told ? told.other || "" : "" });
  const [fault, setFault] = useState("");
  const me = room.own("participant")[0];
  async function tell(how) {
    setFault("");
    const answer = await send("role.offer", { step: step.id, slot: SLOT, how, ...(how === "other" ? { other: now.other.trim() } : {}) });
    if (answer.ok) clear();
    else setFault(answer.say || "");
  }
  const options = [
    { id: "fits", text: words.fits(me ? orgName(room, me.org) : "") },
    { id: "other", text: words.other },
  ];
  return html`<form
    class="stack"
    onSubmit=${(event) => {
      event.preventDefault();
      if (now.how) tell(now.how);
      else setFault(words.choose);
    }}
  >
    <p>${words.task}</p>
    <${Choice} label=${words.how} options=${options} value=${now.how} onValue=${(how) => put({ how })} />
    ${now.how === "other" &&
    html`<${NameField} label=${words.which} names=${room.list("organisation").map((one) => one.name)} value=${now.other} onValue=${(other) => put({ other })} />`}
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy}>${words.send}</button>
      ${told && html`<button type="button" class="link-button" onClick=${() => tell("")}>${words.take}</button>`}
    </div>
    ${told && html`<p class="casus-told" dir="auto" role="status">${told.state === "waiting" ? words.waiting : "✓ " + (told.how === "other" ? words.yours.other(told.other) : words.yours.fits)}</p>`}
    <p class="small muted">${words.seen}</p>
  </form>`;
}

export function Others({ notes }) {
  return html`<details class="card casus-card">
    <summary>${words.others(notes.length)}</summary>
    <ul class="plain stack stack--tight">${notes.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} /></li>`)}</ul>
  </details>`;
}
