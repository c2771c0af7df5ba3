/* On the phone, under the form: one's own proposals, what the keten has in this block, and what people miss there. */

import { html, keyOf, useSend, useState } from "/static/js/view.js";
import { Field } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { OwnNotes } from "/static/js/parts/writer.js";
import { OPEN, about, lacking, missed, names, rows, tools, where } from "./words.js";

const words = {
  mine: "Uw voorstellen",
  saved: "✓ Opgeslagen. De begeleider leest het.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  listed: "✓ Staat op de lijst van de keten.",
  gone: "De begeleider legde dit voorstel opzij.",
  take: "Neem terug",
  adjust: "Pas aan",
  name: "Hoe heet het?",
  group: "Voor wie vooral?",
  save: "Bewaar",
  cancel: "Laat zo",
  have: (text) => "Wat is er al? " + text,
  none: "Hier staat nog niets op de lijst.",
  lacking: "Hier staat nog niets van: ",
  executor: "Uitvoerder: ",
  developer: "Ontwikkelaar: ",
  us: "Wij voeren dit uit",
  ours: "✓ U zei: wij voeren dit uit.",
  back: "Toch niet",
  yours: "Wat u miste",
  others: (n) => "Wat anderen missen (" + n + ")",
};

export function Below({ room, step, number }) {
  const mine = room.own("instrument", { step: step.id });
  const row = rows(step).find((one) => one.block === number);
  const own = room.own("note", { step: step.id });
  const others = missed(room, step, number).filter((note) => !own.some((one) => one.id === note.id));
  const list = row ? tools(room, row) : [];
  return html`<div class="stack stack--wide">
    ${mine.length > 0 &&
    html`<section class="stack stack--tight">
      <h2>${words.mine}</h2>
      <ul class="plain stack stack--tight">${mine.map((one) => html`<li key=${keyOf(one)}><${Own} room=${room} step=${step} one=${one} /></li>`)}</ul>
    </section>`}
    ${own.length > 0 && html`<${OwnNotes} room=${room} step=${step} title=${words.yours} />`}
    ${row &&
    html`<section class="stack stack--tight">
      <h2>${words.have(where(number))}</h2>
      ${list.length === 0 && html`<p>${words.none}</p>`}
      <ul class="plain stack stack--tight">${list.map((one) => html`<li key=${one.id} class=${"card instrumenten-card" + (number ? " instrumenten-card--b" + number : "")}><${Tool} room=${room} step=${step} one=${one} /></li>`)}</ul>
      ${row.missing.length > 0 && html`<p class="small"><strong>${words.lacking}</strong>${lacking(row).join(", ").toLowerCase()}.</p>`}
    </section>`}
    ${others.length > 0 &&
    html`<details class="card">
      <summary>${words.others(others.length)}</summary>
      <ul class="instrumenten-others">${others.map((note) => html`<li key=${note.id} dir="auto">${note.text}</li>`)}</ul>
    </details>`}
  </div>`;
}

function Own({ room, step, one }) {
  const { send, busy, fault } = useSend(room);
  const field = "instrument." + one.id;
  const [open, setOpen] = useState(room.draft(step.id, field) !== undefined);
  const free = one.id && one.proposal && !one.gone;
  const waits = one.state === "waiting";
  const state = one.gone ? words.gone : waits ? words.waiting : one.proposal || !one.id ? words.saved : words.listed;
  return html`<div class=${"note" + (one.block ? " note--b" + one.block : "") + (waits ? " note--waiting" : "")}>
    ${open && free
      ? html`<${Adjust} room=${room} step=${step} one=${one} field=${field} onDone=${() => setOpen(false)} />`
      : html`<p class="note-text" dir="auto">${one.name}</p>
          ${about(one) && html`<p class="small" dir="auto">${about(one)}</p>`}
          <p class="own-state small">${state}</p>
          ${free &&
          html`<p class="row">
            <button type="button" class="link-button" aria-label=${words.adjust + ": " + one.name} onClick=${() => setOpen(true)}>${words.adjust}</button>
            <button type="button" class="link-button" disabled=${busy} aria-label=${words.take + ": " + one.name} onClick=${() => send("instrument.remove", { instrument: one.id })}>${words.take}</button>
          </p>`}`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}

/* Other words for one's own proposal; what was typed is kept until it is stored. */
function Adjust({ room, step, one, field, onDone }) {
  const { now, set, clear, send, busy, fault } = useForm(room, step, field, { name: one.name, group: one.group || "" });
  const of = (name) => (fault && (fault.field || "name") === name ? fault.say : "");
  const done = () => {
    clear();
    onDone();
  };
  async function save(event) {
    event.preventDefault();
    const answer = await send("instrument.edit", { instrument: one.id, name: now.name.trim(), group: now.group.trim() });
    if (answer.ok) done();
  }
  return html`<form class="stack" onSubmit=${save}>
    <${Field} label=${words.name} value=${now.name} onValue=${set("name")} fault=${of("name")} />
    <${Field} label=${words.group} optional value=${now.group} onValue=${set("group")} fault=${of("group")} />
    <div class="row">
      <button type="submit" class="button button--main button--small" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${done}>${words.cancel}</button>
    </div>
  </form>`;
}

/* One of the keten: for whom, by whom; who carries it out can say so with one press. */
function Tool({ room, step, one }) {
  const { send, busy, fault } = useSend(room);
  const slot = "executor." + one.id;
  const said = room.own("offer", { step: step.id, slot })[0];
  const ours = said && said.how === "already";
  const tell = (how) => send("role.offer", { step: step.id, slot, how });
  return html`<div class="stack stack--tight">
    <p class="instrumenten-name" dir="auto">${one.name}</p>
    ${about(one) && html`<p class="small" dir="auto">${about(one)}</p>`}
    <p class="small" dir="auto">${words.executor}${one.executors.length ? names(one.executors) : html`<span class="instrumenten-open">${OPEN}</span>`}</p>
    ${one.developers.length > 0 && html`<p class="small" dir="auto">${words.developer}${names(one.developers)}</p>`}
    ${ours ? html`<p class="small instrumenten-told">${said.state === "waiting" ? words.waiting : words.ours}</p>` : null}
    <p><button type="button" class=${ours ? "link-button" : "button button--small"} disabled=${busy} aria-label=${(ours ? words.back : words.us) + ": " + one.name} onClick=${() => tell(ours ? "" : "already")}>${ours ? words.back : words.us}</button></p>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}
