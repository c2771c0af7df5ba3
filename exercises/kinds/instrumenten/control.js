/* Instruments in the control room: per block what there is and by whom, proposals to take over, the gap, one's own. */

import { html, useState, useSend } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Assign } from "/static/js/parts/assign.js";
import { Describe } from "./forms.js";
import { OPEN, about, gaps, holders, lacking, missed, rows, tools as toolsOf, where } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  overview: "Toon alle bouwstenen",
  large: "Zet groot op het scherm",
  now: "Nu groot op het scherm",
  elsewhere: (n) => (n === 1 ? "Bij andere bouwstenen staat nog 1 instrument." : "Bij andere bouwstenen staan nog " + n + " instrumenten."),
  waits: (n) => (n === 1 ? "Er wacht 1 voorstel op u." : "Er wachten " + n + " voorstellen op u."),
  none: "Hier staat nog niets.",
  proposals: "Voorstellen",
  adopt: "Zet op de lijst",
  aside: "Leg opzij",
  change: "Verander …",
  edit: "Pas aan",
  back: "Maak er weer een voorstel van",
  away: "Haal van de lijst",
  add: "Instrument erbij",
  executor: "Uitvoerder",
  developer: "Ontwikkelaar",
  guardian: "Kwaliteitsbewaker",
  assign: "Wijs toe",
  also: "Nog een",
  drop: "Haal weg",
  give: (org) => "Wijs toe aan " + org,
  by: (who) => (who || "Iemand zonder organisatie") + ": ",
  says: { already: "wij voeren dit uit", fits: "dit past bij ons", other: "dit past bij " },
  lacking: "Hier staat nog niets van: ",
  misses: (n) => "Wat mensen missen (" + n + ")",
  hide: "Verberg voor de zaal",
  show: "Toon weer aan de zaal",
  from: (origin) => "uit " + origin.title,
  only: "alleen u ziet deze naam",
};

const look = (room, step, at) => room.send("instrument.look", { step: step.id, at });
const waiting = (room, step, number) => room.list("instrument", (one) => one.step === step.id && one.proposal && (one.block || 0) === number);

export function notice(step, room) {
  const { proposals = 0 } = room.tally(step);
  return proposals ? words.waits(proposals) : null;
}

export const tools = (step, room) => (rows(step).length > 1 ? [{ label: words.overview, pressed: !step.state.at, run: () => look(room, step, "") }] : []);

/* The remote walks through the blocks once one of them is large. */
export function walk(step, room) {
  const all = rows(step).map((row) => String(row.block));
  const here = all.indexOf(step.state.at);
  if (here < 0 || all.length < 2) return {};
  return { next: () => look(room, step, all[here + 1] || ""), back: () => look(room, step, all[here - 1] || "") };
}

export default function Control({ room, step }) {
  const [open, setOpen] = useState(""); /* the form that is open: an id, or what it adds */
  if (!step.state.blocks) return null;
  return html`<div class="stack stack--wide">
    ${step.state.elsewhere > 0 && html`<p class="muted">${words.elsewhere(step.state.elsewhere)}</p>`}
    ${rows(step).map((row) => html`<${Block} key=${row.block} room=${room} step=${step} row=${row} open=${open} setOpen=${setOpen} />`)}
  </div>`;
}

function Block({ room, step, row, open, setOpen }) {
  const now = step.state.at === String(row.block);
  const all = toolsOf(room, row);
  const loose = waiting(room, step, row.block);
  const notes = missed(room, step, row.block);
  const adding = "erbij." + row.block;
  return html`<section class=${"card instrumenten-block" + (now ? " instrumenten-block--now" : "")}>
    <div class="instrumenten-head">
      <h3 class="instrumenten-grow">${where(row.block)}</h3>
      ${rows(step).length > 1 && html`<button type="button" class="button button--small" aria-pressed=${String(now)} aria-label=${(now ? words.now : words.large) + ": " + where(row.block)} onClick=${() => look(room, step, now ? "" : String(row.block))}>${now ? words.now : words.large}</button>`}
    </div>
    ${row.block > 0 && html`<${Who} room=${room} step=${step} slot=${"quality_guardian." + row.block} ids=${row.guardians} label=${words.guardian} of=${where(row.block)} open=${open} setOpen=${setOpen} />`}
    ${all.length > 0 && html`<ul class="plain instrumenten-list">${all.map((one) => html`<${Tool} key=${one.id} room=${room} step=${step} one=${one} open=${open} setOpen=${setOpen} />`)}</ul>`}
    ${gaps(room, row).map((gap) => html`<p key=${gap.id} class="instrumenten-open">${gap.text}</p>`)}
    ${row.missing.length > 0 && all.length > 0 && html`<p class="small"><strong>${words.lacking}</strong>${lacking(row).join(", ").toLowerCase()}.</p>`}
    ${loose.length > 0 &&
    html`<h4>${words.proposals} (${loose.length})</h4>
      <ul class="plain stack stack--tight">${loose.map((one) => html`<${Proposal} key=${one.id} room=${room} step=${step} one=${one} open=${open} setOpen=${setOpen} />`)}</ul>`}
    ${notes.length > 0 &&
    html`<details>
      <summary>${words.misses(notes.length)}</summary>
      <ul class="plain instrumenten-cards">
        ${notes.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} menuText=${words.change} menuLabel=${words.change + " " + note.text} menu=${[{ label: note.hidden ? words.show : words.hide, run: () => room.send("note.hide", { notes: [note.id], on: !note.hidden }) }]} /></li>`)}
      </ul>
    </details>`}
    ${open === adding
      ? html`<${Describe} room=${room} step=${step} number=${row.block} field=${adding} onDone=${() => setOpen("")} />`
      : html`<p><button type="button" class="button button--small" aria-label=${words.add + ": " + where(row.block)} onClick=${() => setOpen(adding)}>${words.add}</button></p>`}
  </section>`;
}

/* One of the keten: what it is, who carries it out, who made it. */
function Tool({ room, step, one, open, setOpen }) {
  const { send, fault } = useSend(room);
  const items = [
    { label: words.edit, run: () => setOpen(one.id) },
    one.step === step.id && { label: words.back, run: () => send("instrument.adopt", { instrument: one.id, on: false }) },
    { label: words.away, danger: true, run: () => send("instrument.remove", { instrument: one.id }) },
  ].filter(Boolean);
  const offers = room.list("offer", (offer) => offer.step === step.id && offer.slot === "executor." + one.id);
  const said = [about(one), one.origin && words.from(one.origin)].filter(Boolean).join(" · ");
  return html`<li class="instrumenten-tool">
    <div class="instrumenten-head">
      <div class="instrumenten-grow">
        <p class="instrumenten-name" dir="auto">${one.name}</p>
        ${said && html`<p class="small muted" dir="auto">${said}</p>`}
      </div>
      <${Menu} label=${words.change + " " + one.name} text=${words.change} items=${items} small />
    </div>
    ${open === one.id && html`<${Describe} room=${room} step=${step} one=${one} number=${one.block || 0} field=${one.id} onDone=${() => setOpen("")} />`}
    <${Who} room=${room} step=${step} slot=${"executor." + one.id} ids=${one.row.executor} label=${words.executor} of=${one.name} offers=${offers} open=${open} setOpen=${setOpen} />
    <${Who} room=${room} step=${step} slot=${"developer." + one.id} ids=${one.row.developer} label=${words.developer} of=${one.name} open=${open} setOpen=${setOpen} />
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </li>`;
}

/* A place with who has it; what people offer for it is one press away. */
function Who({ room, step, slot, ids, label, of, offers = [], open, setOpen }) {
  const { send, busy, fault } = useSend(room);
  const here = holders(room, ids);
  const fitting = (offer) => (offer.how === "other" ? offer.other : offer.org) || "";
  const free = offers.filter((one) => !here.some((role) => role.org === fitting(one)));
  return html`<div class="instrumenten-place">
    <div class="instrumenten-head">
      <p class="instrumenten-grow"><span class="small muted">${label}:</span> ${here.length === 0 && html`<span class="instrumenten-open">${OPEN}</span>`}
        ${here.map((role) => html`<span key=${role.id} class="instrumenten-holder"><strong dir="auto">${role.org}</strong>${role.contact && html` <span dir="auto">${role.contact}</span> <span class="small muted">(${words.only})</span>`} <button type="button" class="link-button" aria-label=${words.drop + ": " + role.org + ", " + label + " " + of} onClick=${() => send("role.remove", { role: role.id })}>${words.drop}</button></span>`)}
      </p>
      <button type="button" class="button button--small" aria-expanded=${String(open === slot)} aria-label=${(here.length ? words.also : words.assign) + ": " + label + " " + of} onClick=${() => setOpen(open === slot ? "" : slot)}>${here.length ? words.also : words.assign}</button>
    </div>
    ${open === slot && html`<${Assign} room=${room} step=${step} slot=${slot} class="instrumenten-form" onDone=${() => setOpen("")} />`}
    ${free.map((one) => html`<div key=${one.id} class="instrumenten-offer">
        <span dir="auto">${words.by([one.by, one.org].filter(Boolean).join(", "))}${words.says[one.how]}${one.other || ""}</span>
        ${fitting(one) && html`<button type="button" class="button button--small" disabled=${busy} aria-label=${words.give(fitting(one)) + ": " + of} onClick=${() => send("role.assign", { step: step.id, slot, organisation: fitting(one) })}>${words.give(fitting(one))}</button>`}
      </div>`)}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}

function Proposal({ room, step, one, open, setOpen }) {
  const { send, busy, fault } = useSend(room);
  const who = [one.by, one.org].filter(Boolean).join(", ");
  const makers = [one.executor && words.executor.toLowerCase() + ": " + one.executor, one.developer && words.developer.toLowerCase() + ": " + one.developer];
  const said = [about(one), ...makers, who].filter(Boolean).join(" · ");
  return html`<li class="instrumenten-offer">
    <div class="instrumenten-grow">
      <p class="instrumenten-name" dir="auto">${one.name}</p>
      ${said && html`<p class="small" dir="auto">${said}</p>`}
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    </div>
    <div class="row">
      <button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.adopt + ": " + one.name} onClick=${() => send("instrument.adopt", { instrument: one.id })}>${words.adopt}</button>
      <button type="button" class="button button--small" aria-expanded=${String(open === one.id)} aria-label=${words.edit + ": " + one.name} onClick=${() => setOpen(open === one.id ? "" : one.id)}>${words.edit}</button>
      <button type="button" class="link-button" aria-label=${words.aside + ": " + one.name} onClick=${() => send("instrument.remove", { instrument: one.id })}>${words.aside}</button>
    </div>
    ${open === one.id && html`<${Describe} room=${room} step=${step} one=${one} number=${one.block || 0} field=${one.id} onDone=${() => setOpen("")} />`}
  </li>`;
}
