/* Actions in the control room: offers to take over, the list to order and edit, and the ideas to make actions from. */

import { html, useRef, useState, useSend } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { useSort } from "/static/js/parts/sort.js";
import { useSelection } from "/static/js/parts/select.js";
import { Pick } from "/static/js/parts/field.js";
import { Candidate, named } from "/static/js/parts/candidate.js";
import { SplitDialog } from "/static/js/parts/split.js";
import { ActionForm } from "./form.js";
import { Advice, Offer, Pieces } from "./pieces.js";
import { STATUSES, facts, ordered, told } from "./words.js";

export { Behalf } from "./behalf.js";

const words = {
  fresh: "Nieuwe actie",
  offers: "Aangeboden",
  by: (name) => "door " + name,
  paper: "op papier",
  accept: "Zet op de lijst",
  adjust: "Pas aan",
  drop: "Niet op de lijst",
  list: "De lijst",
  how: "Verzetten: sleep aan het nummer, of gebruik de knop. De zaal ziet de lijst meteen.",
  most: "Hoeveel acties kunt u samen dragen tot de volgende keer?",
  mostHint: "Niet te veel tegelijk. Wat onder de streep staat, is geparkeerd: niet weg, wel later.",
  noLine: "Geen streep",
  split: "Knip op in subacties …",
  parked: "Geparkeerd voor later",
  none: "Nog geen actie. Maak er een uit een voorstel hieronder, of begin met een nieuwe.",
  do: "Verander …",
  up: "Eén plaats hoger",
  down: "Eén plaats lager",
  top: "Bovenaan",
  free: "Laat de plaats weer vrij",
  order: "Volgorde",
  status: "Status",
  away: "Haal van de lijst",
  trace: "Komt uit",
  noTrace: "Niet uit een briefje gemaakt",
  ideas: "Hier kan een actie van komen",
  noIdeas: "In de stap waar deze lijst op bouwt, hangt nog geen briefje.",
  make: "Maak een actie",
  makeOne: (n) => "Maak één actie van deze " + n,
  choose: "Kies",
  used: (n) => (n === 1 ? "al 1 actie" : "al " + n + " acties"),
  block: (n) => "Bouwsteen " + n,
};

export default function Control({ room, step }) {
  const [form, setForm] = useState(null); /* {action} to edit, {sources} to make, {split: action} */
  const list = ordered(room, step);
  return html`<div class="acties stack stack--wide">
    <${Offers} room=${room} edit=${(action) => setForm({ action })} />
    <section class="stack stack--tight">
      <div class="row row--apart">
        <h3>${words.list}${list.length ? " (" + list.length + ")" : ""}</h3>
        <button type="button" class="button" onClick=${() => setForm({ sources: [] })}>${words.fresh}</button>
      </div>
      ${list.length === 0 ? html`<p class="muted">${words.none}</p>` : html`<p class="small muted">${words.how}</p>`}
      ${list.length > 1 && html`<${Line} room=${room} step=${step} count=${list.length} />`}
      <${List} room=${room} list=${list} edit=${(action) => setForm({ action })} split=${(action) => setForm({ split: action })} />
    </section>
    <${Ideas} room=${room} step=${step} make=${(sources) => setForm({ sources })} />
    ${form && form.split && html`<${SplitDialog} key=${form.split.id} room=${room} step=${step} action=${form.split} pieces=${form.split.pieces} onClose=${() => setForm(null)} />`}
    ${form && !form.split && html`<${ActionForm} key=${form.action ? form.action.id : "nieuw" + form.sources.join()} room=${room} step=${step} action=${form.action} sources=${form.sources} onClose=${() => setForm(null)} />`}
  </div>`;
}

/* Where the line is drawn; everything stays on the list. */
function Line({ room, step, count }) {
  const { send, fault } = useSend(room);
  const most = step.state.most || 0;
  const options = [{ id: 0, text: words.noLine }, ...Array.from({ length: Math.max(count, most) }, (_, at) => ({ id: at + 1, text: String(at + 1) }))];
  return html`<div class="acties-carry">
    <${Pick} label=${words.most} hint=${words.mostHint} value=${most} onValue=${(value) => send("list.line", { step: step.id, most: Number(value) })} options=${options} />
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}

function Offers({ room, edit }) {
  const { send, busy, fault } = useSend(room);
  const offers = room.list("action", (action) => action.offered);
  if (offers.length === 0) return null;
  return html`<section class="banner banner--sun stack stack--tight">
    <h3>${words.offers} (${offers.length})</h3>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <ul class="plain stack stack--tight">
      ${offers.map(
        (action) => html`<li key=${action.id} class="acties-offer">
          <div>
            <p class="acties-what" dir="auto">${action.what}</p>
            <p class="small" dir="auto">${[...facts(action), action.by && words.by(action.by), action.on_behalf && words.paper].filter(Boolean).join(" · ")}</p>
          </div>
          <div class="row">
            <button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.accept + ": " + action.what} onClick=${() => send("action.accept", { action: action.id })}>${words.accept}</button>
            <button type="button" class="button button--small" aria-label=${words.adjust + ": " + action.what} onClick=${() => edit(action)}>${words.adjust}</button>
            <button type="button" class="button button--small" disabled=${busy} aria-label=${words.drop + ": " + action.what} onClick=${() => send("action.remove", { action: action.id })}>${words.drop}</button>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

function List({ room, list, edit, split }) {
  const { send, fault } = useSend(room);
  const rows = useRef(null);
  const rank = (id, place) => send("action.rank", { action: id, place });
  useSort(rows, {
    group: "acties",
    handle: ".acties-place",
    onDrop: ({ id, before }) => {
      const others = list.filter((action) => action.id !== id);
      const at = others.findIndex((action) => action.id === before);
      rank(id, (at < 0 ? others.length : at) + 1);
    },
  });
  return html`
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <ol class="plain acties-list" ref=${rows} data-list="acties">
      ${list.map(
        (action) => html`<li key=${action.id} data-id=${action.id} class=${"acties-row" + (action.parked ? " acties-row--parked" : "")}>
          <span class="acties-place acties-place--grip num">${action.place}</span>
          <${Details} room=${room} action=${action} split=${() => split(action)} />
          <${Menu} label=${words.do + " " + action.what} text=${words.do} items=${items(action, list, send, rank, edit, split)} small />
          <${Pieces} room=${room} action=${action} send=${send} edit=${edit} />
        </li>`,
      )}
    </ol>
  `;
}

function items(action, list, send, rank, edit, split) {
  const { id, place } = action;
  return [
    { label: words.adjust, run: () => edit(action) },
    { label: words.split, run: () => split(action) },
    { label: words.away, danger: true, run: () => send("action.remove", { action: id }) },
    { group: words.order, label: words.top, disabled: place === 1, run: () => rank(id, 1) },
    { group: words.order, label: words.up, disabled: place === 1, run: () => rank(id, place - 1) },
    { group: words.order, label: words.down, disabled: place === list.length, run: () => rank(id, place + 1) },
    { group: words.order, label: words.free, disabled: !action.hand, run: () => rank(id, null) },
    ...STATUSES.map((status) => ({ group: words.status, label: status, checked: action.status === status, run: () => send("action.edit", { action: id, status }) })),
  ];
}

function Details({ room, action, split }) {
  const more = [...told(room, action), action.block && words.block(action.block)].filter(Boolean);
  return html`<div class="acties-details">
    <p class="acties-what" dir="auto">${action.what}</p>
    ${more.length > 0 && html`<p dir="auto">${more.join(" · ")}</p>`}
    <${Advice} action=${action} />
    <${Offer} action=${action} split=${split} />
    ${action.remarks && html`<p class="small" dir="auto">${action.remarks}</p>`}
    ${action.parts &&
    action.parts.length > 0 &&
    html`<ul class="acties-parts">
      ${action.parts.map((part, index) => html`<li key=${index} dir="auto">${part}</li>`)}
    </ul>`}
    <p class="small muted">${action.parked && html`<strong>${words.parked}</strong> · `}${action.reason}</p>
    <${Trace} room=${room} action=${action} />
  </div>`;
}

/* The notes that the action came from; a group that is gone still has its notes. */
function Trace({ room, action }) {
  const notes = (action.trace || []).map((id) => room.get(id)).filter(Boolean);
  const groups = (action.sources || []).map((id) => room.get(id)).filter((one) => one && one.type === "cluster");
  if (notes.length === 0) return null;
  return html`<details class="acties-trace small">
    <summary>${words.trace} ${groups.length ? groups.map((group) => "“" + group.name + "”").join(", ") + " " : ""}(${notes.length})</summary>
    <ul>
      ${notes.map((note) => html`<li key=${note.id} dir="auto">${note.text}</li>`)}
    </ul>
  </details>`;
}

function Ideas({ room, step, make }) {
  const chosen = useSelection();
  const ideas = step.state.ideas || [];
  const there = chosen.ids.filter((id) => ideas.some((row) => row.id === id));
  const uses = (id) => room.list("action", (action) => !action.offered && (action.sources || []).includes(id)).length;
  return html`<section class="stack stack--tight">
    <div class="row row--apart">
      <h3>${words.ideas}</h3>
      ${there.length > 1 &&
      html`<button
        type="button"
        class="button button--main"
        onClick=${() => {
          make(there);
          chosen.clear();
        }}
      >
        ${words.makeOne(there.length)}
      </button>`}
    </div>
    ${ideas.length === 0 && html`<p class="muted">${words.noIdeas}</p>`}
    <ul class="plain acties-ideas">
      ${ideas.map((row) => {
        const { text } = named(room, row.id);
        const used = uses(row.id);
        return html`<li key=${row.id} class="acties-idea">
          <input type="checkbox" class="note-check" checked=${chosen.has(row.id)} onChange=${() => chosen.toggle(row.id)} aria-label=${words.choose + ": " + text} />
          <div>
            <${Candidate} room=${room} id=${row.id} />
            <p class="small muted">${row.reason}${used ? html` · <strong>${words.used(used)}</strong>` : ""}</p>
          </div>
          <button type="button" class="button button--small" aria-label=${words.make + ": " + text} onClick=${() => make([row.id])}>${words.make}</button>
        </li>`;
      })}
    </ul>
  </section>`;
}
