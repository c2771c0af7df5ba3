/* What the facilitator settles: a case in own words, who becomes casusregisseur, who takes the first step. */

import { html, useDraft, useSend, useState } from "/static/js/view.js";
import { Field } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { NameField } from "/static/js/parts/namefield.js";
import { Hint } from "/static/js/parts/hints.js";
import { Outcome } from "./outcome.js";
import { firstNote, orgName } from "./words.js";

const words = {
  own: "Of schrijf zelf een casus",
  change: "Verander de casus",
  careful: "Vertel zo dat niemand te herkennen is. Verander naam, leeftijd, plaats en gezin.",
  title: "Hoe heet de casus?",
  titleHint: "Een verzonnen naam is genoeg.",
  text: "Wat is er aan de hand?",
  take: "Neem deze casus",
  save: "Bewaar",
  offers: "Wat mensen zeggen",
  none: "Nog niemand biedt zich aan. U kunt ook zelf iemand kiezen.",
  by: (who) => (who ? who + ": " : ""),
  fits: "dit kunnen wij zijn",
  other: (who) => "dit past beter bij " + who,
  choose: (who) => "Kies " + who,
  now: (who) => who + " is gekozen",
  field: "Casusregisseur wordt",
  away: "Laat de keuze los",
  firstNone: "Kies hieronder een briefje bij Wijzig: “Maak dit de eerste stap”.",
  first: "De eerste stap",
  who: "Wie zet deze stap?",
  firstAway: "Toch een andere stap",
};
const MOST = { title: 120, text: 2000 };

/* What was typed is kept until it is stored. */
export function Own({ room, step }) {
  const { title = "", text = "" } = step.state;
  const { now, begun, set, clear, send, busy, fault, of } = useForm(room, step, "casus", { title, text });
  async function save(event) {
    event.preventDefault();
    const answer = await send("case.tell", { step: step.id, title: now.title, text: now.text });
    if (answer.ok) clear();
  }
  return html`<details class="card" open=${begun}>
    <summary>${title ? words.change : words.own}</summary>
    <form class="stack" onSubmit=${save}>
      <p>${words.careful}</p>
      <${Field} label=${words.title} hint=${words.titleHint} max=${MOST.title} value=${now.title} onValue=${set("title")} fault=${of("title")} />
      <${Field} label=${words.text} rows=${6} max=${MOST.text} value=${now.text} onValue=${set("text")} fault=${of("text")} />
      <${Hint} text=${now.title + "\n" + now.text} />
      ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div><button type="submit" class="button button--main" disabled=${busy}>${title ? words.save : words.take}</button></div>
    </form>
  </details>`;
}

export const Chosen = ({ room, step }) => html`<div class="card casus-card"><${Outcome} room=${room} step=${step} /></div>`;

/* A field with the organisations at hand: `send(name)` stores the choice, "" lets go of it. */
function Who({ room, step, field, label, value, store, away }) {
  const [held, keep, clear] = useDraft(room, step.id, field, "");
  const { send, busy, fault } = useSend(room);
  const [name, body] = store;
  async function put(organisation) {
    const answer = await send(name, { ...body, organisation });
    if (answer.ok) clear();
  }
  return html`<form
    class="casus-add"
    onSubmit=${(event) => {
      event.preventDefault();
      put((held || value).trim());
    }}
  >
    <div>
      <${NameField} label=${label} names=${room.list("organisation").map((one) => one.name)} value=${held || value} onValue=${keep} fault=${fault ? fault.say : ""} />
    </div>
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy || !(held || value).trim()}>${words.save}</button>
      ${value && html`<button type="button" class="link-button" onClick=${() => put("")}>${away}</button>`}
    </div>
  </form>`;
}

export function Director({ room, step }) {
  const [fault, setFault] = useState("");
  const offers = room.list("offer", { step: step.id });
  const chosen = orgName(room, step.state.director);
  const fitting = (one) => (one.how === "other" ? one.other : one.org) || "";
  async function take(organisation) {
    const answer = await room.send("case.settle", { step: step.id, organisation });
    setFault(answer.ok ? "" : answer.say);
  }
  return html`<section class="stack">
    <h3>${words.offers}</h3>
    ${offers.length === 0 && html`<p class="muted">${words.none}</p>`}
    <ul class="plain casus-offers">
      ${offers.map((one) => {
        const who = fitting(one);
        return html`<li key=${one.id} class="casus-offer">
          <span dir="auto">${words.by([one.by, one.org].filter(Boolean).join(", "))}${one.how === "other" ? words.other(one.other) : words.fits}</span>
          ${who && html`<button type="button" class="button button--small" aria-pressed=${String(who === chosen)} onClick=${() => take(who)}>${who === chosen ? words.now(who) : words.choose(who)}</button>`}
        </li>`;
      })}
    </ul>
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <${Who} room=${room} step=${step} field="casusregisseur" label=${words.field} value=${chosen} store=${["case.settle", { step: step.id }]} away=${words.away} />
  </section>`;
}

export function First({ room, step }) {
  const note = firstNote(room, step);
  if (!note) return html`<p class="muted">${words.firstNone}</p>`;
  return html`<section class="card stack stack--tight">
    <h3>${words.first}</h3>
    <p dir="auto">${note.text}</p>
    <${Who} room=${room} step=${step} field="eerste" label=${words.who} value=${orgName(room, step.state.first.organisation)} store=${["case.hand", { step: step.id, note: note.id }]} away=${words.away} />
    <div><button type="button" class="link-button" onClick=${() => room.send("case.hand", { step: step.id })}>${words.firstAway}</button></div>
  </section>`;
}
