/* Roles in the control room: every place with who holds it and what people offer, instruments, and expectations per role. */

import { html, block, useState, useSend, useDraft } from "/static/js/view.js";
import { Field, Pick } from "/static/js/parts/field.js";
import { Menu } from "/static/js/parts/menu.js";
import { NoteCard } from "/static/js/parts/note.js";
import { Assign } from "/static/js/parts/assign.js";
import { LEVELS, ROLES, expectations, full, holders, nobody, place, said, slots } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  overview: "Toon het overzicht",
  open: (n) => (n === 0 ? "Elke rol heeft een naam." : (n === 1 ? "Eén rol is" : n + " rollen zijn") + " nog te beleggen. Dat is ook een uitkomst."),
  large: "Zet groot op het scherm",
  now: "Nu groot op het scherm",
  assign: "Wijs toe",
  also: "Nog iemand",
  change: "Verander …",
  edit: "Andere organisatie of naam",
  away: "Haal weg",
  give: (org) => "Wijs toe aan " + org,
  by: (who) => (who ? who + ": " : ""),
  expects: (n) => "Wat mensen verwachten (" + n + ")",
  hide: "Verberg voor de zaal",
  show: "Toon weer aan de zaal",
  tool: "Instrument erbij",
  toolName: "Naam van het instrument",
  block: "Bouwsteen",
  none: "Geen of meer dan één",
  add: "Zet erbij",
  noTools: "Nog geen instrumenten. Zet er een bij, dan komen er een ontwikkelaar en een uitvoerder in het overzicht.",
  toolAway: "Haal het instrument weg",
  from: (origin) => "uit " + origin.title,
  contact: "alleen u ziet deze naam",
};

const look = (room, step, role) => room.send("role.look", { step: step.id, role });

export const tools = (step, room) => [{ label: words.overview, pressed: !step.state.at, run: () => look(room, step, "") }];

/* The remote walks through the six roles once one of them is large. */
export function walk(step, room) {
  const all = Object.keys(ROLES);
  const here = all.indexOf(step.state.at);
  if (here < 0) return {};
  return { next: () => look(room, step, all[here + 1] || ""), back: () => look(room, step, all[here - 1] || "") };
}

export default function Control({ room, step }) {
  const [open, setOpen] = useState(""); /* the place, or the holder, whose form is open */
  if (!step.state.slots) return null;
  const row = (one) => html`<${Place} key=${one.id} room=${room} step=${step} row=${one} open=${open} setOpen=${setOpen} />`;
  return html`<div class="stack stack--wide">
    <p class="muted">${words.open(step.state.gaps)}</p>
    ${LEVELS.map(
      ([level, name]) => html`<section key=${level} class="stack stack--tight">
        <h3>${name}</h3>
        ${level === "instrument" ? html`<${Tools} room=${room} step=${step} row=${row} />` : level === "bouwsteen" ? html`<${Role} room=${room} step=${step} role="quality_guardian"><ul class="plain rollen-places">${slots(step, level).map(row)}</ul></${Role}>` : slots(step, level).map((one) => html`<${Role} key=${one.id} room=${room} step=${step} role=${one.role}><ul class="plain rollen-places">${row(one)}</ul></${Role}>`)}
      </section>`,
    )}
  </div>`;
}

/* A role as a card: what it does, its places, what people expect of it. */
function Role({ room, step, role, children }) {
  const [name, what] = ROLES[role];
  const now = step.state.at === role;
  const notes = expectations(room, step, role);
  return html`<div class=${"card rollen-role" + (now ? " rollen-role--now" : "")}>
    <div class="rollen-head">
      <div class="rollen-grow">
        <h4>${name}</h4>
        <p class="small">${what}</p>
      </div>
      <button type="button" class="button button--small" aria-pressed=${String(now)} aria-label=${(now ? words.now : words.large) + ": " + name} onClick=${() => look(room, step, now ? "" : role)}>${now ? words.now : words.large}</button>
    </div>
    ${children}
    ${notes.length > 0 &&
    html`<details class="rollen-expects">
      <summary>${words.expects(notes.length)}</summary>
      <ul class="plain rollen-cards">
        ${notes.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} menuText=${words.change} menuLabel=${words.change + " " + note.text} menu=${[{ label: note.hidden ? words.show : words.hide, run: () => room.send("note.hide", { notes: [note.id], on: !note.hidden }) }]} /></li>`)}
      </ul>
    </details>`}
  </div>`;
}

function Place({ room, step, row, open, setOpen }) {
  const { send, busy, fault } = useSend(room);
  const here = holders(room, row);
  const offers = room.list("offer", (one) => one.step === step.id && one.slot === row.id);
  const free = offers.filter((one) => !here.some((role) => role.org === fitting(one)));
  const close = () => setOpen("");
  const single = !row.block && !row.instrument;
  return html`<li class="rollen-place">
    <div class="rollen-head">
      <div class="rollen-grow">
        ${!single && html`<p class="rollen-name" dir="auto">${place(room, row)}</p>`}
        ${here.length === 0 && html`<p class="rollen-open">${nobody(row)}</p>`}
        ${here.map((role) => html`<${Holder} key=${role.id} room=${room} step=${step} row=${row} role=${role} open=${open === role.id} setOpen=${setOpen} />`)}
      </div>
      <button type="button" class="button button--small" aria-expanded=${String(open === row.id)} aria-label=${(here.length ? words.also : words.assign) + ": " + full(room, row)} onClick=${() => setOpen(open === row.id ? "" : row.id)}>${here.length ? words.also : words.assign}</button>
    </div>
    ${open === row.id && html`<${Assign} room=${room} step=${step} slot=${row.id} class="rollen-add" onDone=${close} />`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${free.length > 0 &&
    html`<ul class="plain rollen-offers">
      ${free.map((one) => {
        const org = fitting(one);
        return html`<li key=${one.id} class="rollen-offer">
          <span dir="auto">${words.by([one.by, one.org].filter(Boolean).join(", "))}${said(one)}</span>
          ${org && html`<button type="button" class="button button--small" disabled=${busy} aria-label=${words.give(org) + ": " + full(room, row)} onClick=${() => send("role.assign", { step: step.id, slot: row.id, organisation: org })}>${words.give(org)}</button>`}
        </li>`;
      })}
    </ul>`}
  </li>`;
}

/* The organisation that an offer means: the other one that was named, or that of who says it. */
const fitting = (offer) => (offer.how === "other" ? offer.other : offer.org) || "";

function Holder({ room, step, row, role, open, setOpen }) {
  const { send } = useSend(room);
  const items = [
    { label: words.edit, run: () => setOpen(role.id) },
    { label: words.away, danger: true, run: () => send("role.remove", { role: role.id }) },
  ];
  return html`<div class="rollen-holder">
      <p dir="auto"><strong>${role.org}</strong>${role.contact && html` · ${role.contact} <span class="small muted">(${words.contact})</span>`}${role.origin && html` <span class="small muted">· ${words.from(role.origin)}</span>`}</p>
      <${Menu} label=${words.change + " " + role.org + ", " + full(room, row)} text=${words.change} items=${items} small />
    </div>
    ${open && html`<${Assign} room=${room} step=${step} slot=${row.id} role=${role} class="rollen-add" onDone=${() => setOpen("")} />`}`;
}

function Tools({ room, step, row }) {
  const { send, busy, fault } = useSend(room);
  const [name, setName, clear] = useDraft(room, step.id, "instrument", "");
  const [number, setNumber] = useState(step.block || 0);
  const tools = (step.state.instruments || []).map((id) => room.get(id)).filter(Boolean);
  async function add(event) {
    event.preventDefault();
    const answer = await send("instrument.add", { step: step.id, name: name.trim(), block: number });
    if (answer.ok) clear();
  }
  return html`<div class="stack stack--tight">
    ${tools.length === 0 && html`<p class="muted">${words.noTools}</p>`}
    ${tools.map(
      (tool) => html`<div key=${tool.id} class="card rollen-role">
        <div class="rollen-head">
          <div class="rollen-grow">
            <h4 dir="auto">${tool.name}</h4>
            ${tool.block > 0 && html`<p class="small">${tool.block}. ${block(tool.block)}</p>`}
          </div>
          <${Menu} label=${words.change + " " + tool.name} text=${words.change} items=${[{ label: words.toolAway, danger: true, run: () => send("instrument.remove", { instrument: tool.id }) }]} small />
        </div>
        <ul class="plain rollen-places">${slots(step, "instrument").filter((one) => one.instrument === tool.id).map(row)}</ul>
      </div>`,
    )}
    <form class="rollen-add" onSubmit=${add}>
      <${Field} label=${words.toolName} value=${name} onValue=${setName} fault=${fault && fault.field ? fault.say : ""} />
      <${Pick} label=${words.block} value=${number} onValue=${(value) => setNumber(Number(value))} options=${[{ id: 0, text: words.none }, ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: n, text: n + ". " + block(n) }))]} />
      <button type="submit" class="button" disabled=${busy || !name.trim()}>${words.add}</button>
    </form>
    ${["developer", "executor"].map((role) => expectations(room, step, role).length > 0 && html`<${Role} key=${role} room=${room} step=${step} role=${role} />`)}
  </div>`;
}
