/* Planning in the control room: propose dates with one press or by hand, see how many can, choose one. */

import { html, useDraft, useSend } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { Field } from "/static/js/parts/field.js";
import { Counts, When, countsOf, isBest } from "./counts.js";

export { Behalf } from "./behalf.js";
export const mayBehalf = (step) => !step.state.chosen && (step.state.dates || []).length > 0;

const words = {
  propose: "Stel een datum voor",
  day: "Dag",
  start: "Van",
  end: "Tot",
  add: "Zet op de lijst",
  quick: "Of kies er een; de tijden hierboven gaan mee:",
  list: "De data",
  none: "Er staan nog geen data. Drie tot vijf is genoeg.",
  choose: "Kies deze",
  chosen: "Gekozen",
  best: "past de meeste mensen",
  drop: "Haal van de lijst",
  menu: (label) => "Wijzig: " + label,
  do: "Wijzig",
  letGo: "Laat de keuze los",
  left: "Weggehaald",
  back: "Zet terug",
  only: "U ziet alleen aantallen, net als de zaal. Niemand ziet wie wanneer kan.",
  take: "Zet de gekozen datum in uw agenda",
  next: (label) => "De volgende keer: " + label,
};

export default function Control({ room, step }) {
  const { dates = [], left = [], proposals = [], chosen } = step.state;
  const one = dates.find((date) => date.id === chosen);
  return html`<div class="planning stack">
    ${one &&
    html`<div class="banner banner--leaf planning-agreed">
      <p><strong>${words.next(one.label)}</strong></p>
      <p class="row">
        ${!room.start.trainee && html`<a class="button" href=${"/regie/" + room.ref + "/afspraak/" + step.id + ".ics"} download>${words.take}</a>`}
        <button type="button" class="button" onClick=${() => room.send("date.choose", { step: step.id, date: "" })}>${words.letGo}</button>
      </p>
    </div>`}
    ${!one && html`<${Proposing} room=${room} step=${step} proposals=${proposals} />`}
    <section class="stack stack--tight">
      <h3>${words.list}</h3>
      ${dates.length === 0 ? html`<p class="muted">${words.none}</p>` : html`<p class="small muted">${words.only}</p>`}
      <ul class="plain planning-list">
        ${dates.map((date) => html`<li key=${date.id}><${Row} room=${room} step=${step} date=${date} chosen=${chosen} /></li>`)}
      </ul>
    </section>
    ${left.length > 0 &&
    html`<section class="stack stack--tight">
      <h3>${words.left}</h3>
      <ul class="plain stack stack--tight">
        ${left.map(
          (date) => html`<li key=${date.id} class="row">
            <span class="muted">${date.label}</span>
            <button type="button" class="button button--small" onClick=${() => room.send("date.drop", { step: step.id, date: date.id, on: false })}>${words.back}<span class="visually-hidden"> ${date.label}</span></button>
          </li>`,
        )}
      </ul>
    </section>`}
  </div>`;
}

/* The fields keep what was typed until the date stands on the list. */
function Proposing({ room, step, proposals }) {
  const { start: from = "", end: to = "" } = step.settings;
  const [day, setDay, clear] = useDraft(room, step.id, "~day");
  const [start, setStart] = useDraft(room, step.id, "~start", from);
  const [end, setEnd] = useDraft(room, step.id, "~end", to);
  const { send, busy, fault } = useSend(room);
  const said = (field) => (fault && fault.field === field ? fault.say : "");
  const put = (on) => send("date.propose", { step: step.id, day: on, start, end });
  async function submit(event) {
    event.preventDefault();
    const answer = await put(day);
    if (answer.ok) clear();
  }
  return html`<form class="card stack stack--tight" onSubmit=${submit}>
    <h3>${words.propose}</h3>
    <div class="planning-fields">
      <${Field} label=${words.day} type="date" value=${day} onValue=${setDay} fault=${said("day")} />
      <${Field} label=${words.start} type="time" value=${start} onValue=${setStart} />
      <${Field} label=${words.end} type="time" value=${end} onValue=${setEnd} fault=${said("end")} />
      <button type="submit" class="button button--main" disabled=${busy || !day}>${words.add}</button>
    </div>
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${proposals.length > 0 && html`<p class="small muted">${words.quick}</p>`}
    ${proposals.map(
      (group) => html`<div key=${group.label} role="group" aria-label=${group.label} class="planning-quick">
        <span class="small">${group.label}</span>
        ${group.days.map((one) => html`<button type="button" key=${one.day} class="button button--small" disabled=${busy} onClick=${() => put(one.day)}>${one.label}</button>`)}
      </div>`,
    )}
  </form>`;
}

function Row({ room, step, date, chosen }) {
  const { voters = 0, people = 0 } = room.tally(step);
  const is = date.id === chosen;
  const put = (id) => room.send("date.choose", { step: step.id, date: id });
  const items = is ? [{ label: words.letGo, run: () => put("") }] : [{ label: words.drop, run: () => room.send("date.drop", { step: step.id, date: date.id }) }];
  return html`<div class=${"planning-row" + (is ? " planning-row--chosen" : "")}>
    <${When} date=${date}>${isBest(room, step, date.id) && html`<p class="small planning-best">${words.best}</p>`}</${When}>
    <${Counts} counts=${countsOf(room, step, date.id)} most=${Math.max(people, voters)} />
    <div class="planning-acts">
      ${is ? html`<strong>${words.chosen}</strong>` : html`<button type="button" class="button button--small" onClick=${() => put(date.id)}>${words.choose}<span class="visually-hidden">: ${date.label}</span></button>`}
      <${Menu} label=${words.menu(date.label)} text=${words.do} items=${items} small />
    </div>
  </div>`;
}
