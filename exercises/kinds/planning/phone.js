/* Planning on the phone: yes, maybe or no under each date; afterwards the date, for one's own calendar. */

import { html, useSend } from "/static/js/view.js";

const words = {
  empty: "De begeleider zet zo data klaar. Pak uw agenda er vast bij.",
  how: "Kunt u? Geef bij elke datum antwoord. Het scherm toont alleen aantallen, geen namen.",
  marks: [
    { value: 3, text: "Ja" },
    { value: 2, text: "Misschien" },
    { value: 1, text: "Nee" },
  ],
  done: (n, of) => (n === of ? "U gaf bij elke datum antwoord. Dank u wel." : "Nog " + (of - n) + " van " + of + " te gaan."),
  saved: "✓ Opgeslagen. U kunt nog veranderen tot er een datum gekozen is.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  chosen: "Wij zien elkaar weer op",
  take: "Zet in mijn agenda",
  others: "Uw antwoorden",
  answers: { 3: "ja", 2: "misschien", 1: "nee" },
  none: "geen antwoord",
};

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

const mine = (room, step) => room.own("ballot", { step: step.id })[0] || { choices: {} };

/* The refusal of an answer that came too late stands above whatever the phone shows by then. */
export default function Phone({ room, step }) {
  const { send, fault } = useSend(room);
  const { dates = [], chosen } = step.state;
  const one = dates.find((date) => date.id === chosen);
  return html`<div class="planning stack">
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${one && html`<${Chosen} room=${room} step=${step} one=${one} />`}
    ${!one && dates.length === 0 && html`<p class="lead">${words.empty}</p>`}
    ${!one && dates.length > 0 && html`<${Dates} room=${room} step=${step} dates=${dates} send=${send} />`}
  </div>`;
}

/* The day and the hours, also where only a line of text may stand. */
const Words = ({ date }) => html`<span class="planning-label">${date.on}</span>${date.hours && html`<span class="planning-hours"> ${date.hours}</span>`}`;

function Dates({ room, step, dates, send }) {
  const own = mine(room, step);
  const done = dates.filter((date) => own.choices[date.id]).length;
  const give = (id, value) => send("ballot.cast", { step: step.id, choices: { ...own.choices, [id]: value } });
  return html`
    <p>${words.how}</p>
    ${dates.map(
      (date) => html`<fieldset key=${date.id} class="planning-date">
        <legend class="planning-legend"><${Words} date=${date} /></legend>
        <div class="planning-three">
          ${words.marks.map(
            (mark) => html`<button
              type="button"
              key=${mark.value}
              class="button planning-mark"
              aria-pressed=${own.choices[date.id] === mark.value ? "true" : "false"}
              onClick=${() => give(date.id, mark.value)}
            >
              ${mark.text}
            </button>`,
          )}
        </div>
      </fieldset>`,
    )}
    <p class="planning-done"><strong>${words.done(done, dates.length)}</strong></p>
    ${own.state && html`<p class=${"small " + (own.state === "waiting" ? "planning-unsaved" : "muted")} aria-live="polite">${own.state === "waiting" ? words.waiting : words.saved}</p>`}
  `;
}

function Chosen({ room, step, one }) {
  const { choices } = mine(room, step);
  return html`
    <div class="planning-chosen">
      <p>${words.chosen}</p>
      <p><${Words} date=${one} /></p>
      <a class="button button--main" href=${"/tafel/" + room.ref + "/afspraak/" + step.id + ".ics"} download>${words.take}</a>
    </div>
    <h2>${words.others}</h2>
    <ul class="plain stack stack--tight">
      ${step.state.dates.map((date) => html`<li key=${date.id}><${Words} date=${date} />: <strong>${words.answers[choices[date.id]] || words.none}</strong></li>`)}
    </ul>
  `;
}
