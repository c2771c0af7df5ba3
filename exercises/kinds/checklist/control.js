/* The checklist in the control room: say of each line what becomes of it, invite in one press, take proposals over. */

import { html, useDraft, useState, useSend } from "/static/js/view.js";
import { Choice, Field } from "/static/js/parts/field.js";
import { Menu } from "/static/js/parts/menu.js";
import { NO_SCORE, ONE, SORTS, STANDS, absent, rows, said } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  both: "Toon beide lijsten",
  large: (name) => "Toon " + name.toLowerCase() + " groot",
  waits: (n) => (n === 1 ? "Er wacht 1 voorstel op u." : "Er wachten " + n + " voorstellen op u."),
  proposals: "Voorstellen",
  adopt: "Zet in de lijst",
  aside: "Leg opzij",
  invite: "Maak er een actie van",
  listed: "✓ Staat op de actielijst",
  change: "Verander …",
  edit: "Andere naam",
  away: "Haal weg",
  name: "Naam",
  own: "Regel erbij",
  which: "In welke lijst?",
  save: "Bewaar",
  cancel: "Laat zo",
  by: (who) => (who || "Iemand zonder organisatie") + ": ",
  stands: { table: "Aan tafel", invite: "Uitnodigen", none: "Niet nodig" },
  clear: "Nog eens drukken maakt het weer leeg.",
};

const look = (room, step, at) => room.send("partner.look", { step: step.id, at });

export function notice(step, room) {
  const { proposals = 0 } = room.tally(step);
  return proposals ? words.waits(proposals) : null;
}

export const tools = (step, room) => [
  { label: words.both, pressed: !step.state.at, run: () => look(room, step, "") },
  ...Object.entries(SORTS).map(([sort, name]) => ({ label: words.large(name), pressed: step.state.at === sort, run: () => look(room, step, sort) })),
];

/* The remote goes from one list to the other, and after that back to both. */
export function walk(step, room) {
  const all = Object.keys(SORTS);
  const here = all.indexOf(step.state.at);
  if (here < 0) return {};
  return { next: () => look(room, step, all[here + 1] || ""), back: () => look(room, step, all[here - 1] || "") };
}

export default function Control({ room, step }) {
  const [open, setOpen] = useState(""); /* the line whose name is changed */
  const loose = room.list("partner", (one) => one.step === step.id && one.proposal);
  if (rows(step).length === 0) return null;
  return html`<div class="stack stack--wide">
    ${absent(step) && html`<p class="banner banner--clay">${absent(step)}</p>`}
    <p class="muted">${NO_SCORE} ${words.clear}</p>
    ${loose.length > 0 &&
    html`<section class="stack stack--tight">
      <h3>${words.proposals} (${loose.length})</h3>
      <ul class="plain stack stack--tight">${loose.map((one) => html`<${Proposal} key=${one.id} room=${room} one=${one} />`)}</ul>
    </section>`}
    <div class="checklist-both">
      ${Object.entries(SORTS).map(
        ([sort, name]) => html`<section key=${sort} class="card checklist-card">
          <h3>${name}</h3>
          <ul class="plain checklist-rows">${rows(step, sort).map((row) => html`<${Row} key=${row.id} room=${room} step=${step} row=${row} open=${open === row.id} setOpen=${(on) => setOpen(on ? row.id : "")} />`)}</ul>
        </section>`,
      )}
    </div>
    <${Add} room=${room} step=${step} />
  </div>`;
}

function Row({ room, step, row, open, setOpen }) {
  const { send, busy, fault } = useSend(room);
  const ties = room.list("tie", { step: step.id, row: row.id });
  const own = row.partner === row.id;
  const items = [
    { label: words.edit, run: () => setOpen(true) },
    { label: words.away, danger: true, run: () => send("partner.remove", { partner: row.id }) },
  ];
  return html`<li class="checklist-row">
    <div class="checklist-head">
      <p class="checklist-name checklist-grow" dir="auto">${row.name} ${own && html`<${Menu} label=${words.change + " " + row.name} text=${words.change} items=${items} small />`}</p>
      <div class="row checklist-stands" role="group" aria-label=${row.name}>
        ${Object.entries(words.stands).map(
          ([stand, text]) => html`<button type="button" key=${stand} class=${"button button--small checklist-stand" + (row.stand === stand ? " checklist-stand--on" : "")} aria-pressed=${String(row.stand === stand)} aria-label=${text + ": " + row.name} disabled=${busy} onClick=${() => send("partner.mark", { step: step.id, row: row.id, stand: row.stand === stand ? "" : stand })}>${row.stand === stand ? "✓ " : ""}${text}</button>`,
        )}
        ${row.stand === "invite" && (row.action ? html`<span class="small checklist-listed">${words.listed}</span>` : html`<button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.invite + ": " + row.name} onClick=${() => send("partner.invite", { step: step.id, row: row.id })}>${words.invite}</button>`)}
      </div>
    </div>
    ${ties.map((one) => html`<p key=${one.id} class="small checklist-tie" dir="auto">${words.by([one.by, one.org].filter(Boolean).join(", "))}${said(one)}</p>`)}
    ${open && html`<${Rename} room=${room} step=${step} row=${row} onDone=${() => setOpen(false)} />`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </li>`;
}

function Rename({ room, step, row, onDone }) {
  const { send, busy, fault } = useSend(room);
  const [name, setName, clear] = useDraft(room, step.id, "naam." + row.id, row.name);
  const done = () => {
    clear();
    onDone();
  };
  async function save(event) {
    event.preventDefault();
    const answer = await send("partner.edit", { partner: row.id, name: name.trim() });
    if (answer.ok) done();
  }
  return html`<form class="stack stack--tight" onSubmit=${save}>
    <${Field} label=${words.name} value=${name} onValue=${setName} fault=${fault ? fault.say : ""} first />
    <div class="row">
      <button type="submit" class="button button--main button--small" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${done}>${words.cancel}</button>
    </div>
  </form>`;
}

function Proposal({ room, one }) {
  const { send, busy, fault } = useSend(room);
  const who = [one.by, one.org].filter(Boolean).join(", ");
  return html`<li class="checklist-offer">
    <div>
      <p class="checklist-name" dir="auto">${one.name}</p>
      <p class="small" dir="auto">${[ONE[one.sort], who].filter(Boolean).join(" · ")}</p>
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    </div>
    <div class="row">
      <button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.adopt + ": " + one.name} onClick=${() => send("partner.adopt", { partner: one.id })}>${words.adopt}</button>
      <button type="button" class="link-button" aria-label=${words.aside + ": " + one.name} onClick=${() => send("partner.remove", { partner: one.id })}>${words.aside}</button>
    </div>
  </li>`;
}

function Add({ room, step }) {
  const { send, busy, fault } = useSend(room);
  const [name, setName, clear] = useDraft(room, step.id, "regel", "");
  const [sort, setSort] = useState("organisation");
  async function add(event) {
    event.preventDefault();
    const answer = await send("partner.add", { step: step.id, sort, name: name.trim() });
    if (answer.ok) clear();
  }
  return html`<form class="card stack" onSubmit=${add}>
    <h3>${words.own}</h3>
    <${Choice} label=${words.which} options=${Object.entries(SORTS).map(([id, text]) => ({ id, text }))} value=${sort} onValue=${setSort} />
    <${Field} label=${words.name} value=${name} onValue=${setName} fault=${fault ? fault.say : ""} />
    <p><button type="submit" class="button" disabled=${busy || !name.trim()}>${words.save}</button></p>
  </form>`;
}
