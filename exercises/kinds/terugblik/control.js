/* A terugblik in the control room: go through the actions, take over what people say, write down what is in the way. */

import { html, plural, useSend, useState } from "/static/js/view.js";
import { Choice, Field } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { Menu } from "/static/js/parts/menu.js";
import { Owners, ownersOf } from "/static/js/parts/owners.js";
import { Past } from "/static/js/parts/past.js";
import { SplitDialog } from "/static/js/parts/split.js";
import { History } from "./history.js";
import { FINISHED, Mark, STATUSES, facts, from, groups, inTurn, isOpen, listed } from "./words.js";

const words = {
  none: "Er staan geen acties meer open van eerdere bijeenkomsten. Ga gerust verder.",
  by: { bouwsteen: "Per bouwsteen", wie: "Per persoon" },
  all: "Toon alle acties",
  next: "Volgende actie groot",
  sum: (counts, all) => (counts[FINISHED] || 0) + " van " + plural(all, "actie", "acties") + " klaar. De zaal ziet wat u hier kiest.",
  change: "Verander …",
  split: "Knip op in subacties …",
  adjust: "Pas aan …",
  shut: "Klaar",
  subs: "Subacties",
  large: "Zet groot op het scherm",
  now: "Nu op het scherm",
  status: "Hoe staat het?",
  when: "Nieuwe datum",
  who: "Wie",
  obstacle: "Wat houdt ons tegen?",
  help: "Wat helpt?",
  save: "Bewaar",
  undo: "Laat zo",
  said: "Op de telefoon",
  somebody: "Iemand zonder naam",
  take: "Neem over",
  leave: "Laat",
};
const FIELDS = ["obstacle", "help", "when"];
const LONG = 500;

const look = (room, step, action) => room.send("look.at", { step: step.id, action });

/* The action after the one that is on the screen, and the one before it ("" is all of them). */
function around(step, room) {
  const turn = inTurn(room, step).map((action) => action.id);
  const at = turn.indexOf(step.state.at);
  return { next: at + 1 < turn.length ? turn[at + 1] : null, back: at > 0 ? turn[at - 1] : "" };
}

export function walk(step, room) {
  if (!step.state.at) return {};
  const { next, back } = around(step, room);
  return { next: () => look(room, step, next || ""), back: () => look(room, step, back) };
}

export function tools(step, room) {
  if (!(step.state.order || []).length) return [];
  const { next } = around(step, room);
  const group = (by) => ({ label: words.by[by], pressed: step.state.by === by, run: () => room.send("look.group", { step: step.id, by }) });
  return [
    { label: words.next, main: true, disabled: !next, run: () => look(room, step, next) },
    { label: words.all, disabled: !step.state.at, run: () => look(room, step, "") },
    group("bouwsteen"),
    group("wie"),
  ];
}

export default function Control({ room, step }) {
  const all = listed(room, step);
  if (all.length === 0) return html`<p class="muted">${words.none}</p>`;
  const at = all.find((action) => action.id === step.state.at);
  const others = all.filter((action) => action !== at);
  return html`<div class="stack stack--wide">
    <p class="muted">${words.sum(step.state.counts || {}, all.length)}</p>
    ${at && html`<ul class="plain" key="now"><${Row} key=${at.id} room=${room} step=${step} action=${at} /></ul>`}
    ${groups(others, step.state.by).map(
      (group) => html`<section key=${group.key} class="stack stack--tight">
        <h3 dir="auto">${group.name}</h3>
        <ul class="plain stack stack--tight">${group.actions.map((action) => html`<${Row} key=${action.id} room=${room} step=${step} action=${action} />`)}</ul>
      </section>`,
    )}
  </div>`;
}

function Row({ room, step, action, below }) {
  const { send, fault } = useSend(room);
  const [splitting, setSplitting] = useState(false);
  const [editing, setEditing] = useState(false);
  const now = step.state.at === action.id;
  const told = room.list("progress", (one) => one.action === action.id && one.step === step.id && !one.taken && !one.left);
  const items = [
    ...(below ? [{ label: editing ? words.shut : words.adjust, run: () => setEditing(!editing) }] : [{ label: words.large, disabled: now, run: () => look(room, step, action.id) }]),
    ...(action.under ? [] : [{ label: words.split, run: () => setSplitting(true) }]),
    ...STATUSES.map((status) => ({ group: words.status, label: status, checked: action.status === status, run: () => send("action.follow", { action: action.id, status }) })),
  ];
  return html`<li class=${below ? "terugblik-sub terugblik-sub--whole" : "card terugblik-card" + (now ? " terugblik-card--now" : "")}>
    <div class="terugblik-row">
      <${Mark} status=${action.status} />
      <div class="terugblik-grow">
        <p class="terugblik-what" dir="auto">${action.what}</p>
        <p class="small" dir="auto">${[action.status, ...facts(action)].join(" · ")}</p>
        ${!now && isOpen(action) && action.obstacle && html`<p class="small" dir="auto">${words.obstacle} ${action.obstacle}</p>`}
        ${!now && isOpen(action) && action.help && html`<p class="small" dir="auto">${words.help} ${action.help}</p>`}
        ${!below && html`<p class="small muted" dir="auto">${now ? html`<strong>${words.now}</strong> · ` : ""}${from(action)}</p>`}
      </div>
      <${Menu} label=${words.change + " " + action.what} text=${words.change} items=${items} small />
    </div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${told.map((one) => html`<${Told} key=${one.id} room=${room} one=${one} />`)}
    ${(now || editing) && html`<${Editor} room=${room} step=${step} action=${action} />`}
    ${action.subs.length > 0 && html`<ul class="plain terugblik-subs" aria-label=${words.subs}>${action.subs.map((one) => html`<${Row} key=${one.id} room=${room} step=${step} action=${one} below=${true} />`)}</ul>`}
    ${splitting && html`<${SplitDialog} room=${room} step=${step} action=${action} pieces=${action.parts || []} onClose=${() => setSplitting(false)} />`}
    <${History} rows=${action.history || []} meeting=${room.meeting.id} />
  </li>`;
}

function Told({ room, one }) {
  const { send, busy, fault } = useSend(room);
  const who = [one.by, one.org].filter(Boolean).join(", ") || words.somebody;
  const take = () => {
    const body = { action: one.action, told: one.id, status: one.status };
    for (const name of ["obstacle", "help"]) if (one[name]) body[name] = one[name];
    return send("action.follow", body);
  };
  return html`<div class="banner banner--sun terugblik-told">
    <div>
      <p dir="auto"><strong>${who}:</strong> ${one.status}</p>
      ${one.obstacle && html`<p class="small" dir="auto">${words.obstacle} ${one.obstacle}</p>`} ${one.help && html`<p class="small" dir="auto">${words.help} ${one.help}</p>`}
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    </div>
    <div class="row">
      <button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.take + ": " + who + ", " + one.status} onClick=${take}>${words.take}</button>
      <button type="button" class="button button--small" disabled=${busy} aria-label=${words.leave + ": " + who + ", " + one.status} onClick=${() => send("progress.leave", { progress: one.id })}>${words.leave}</button>
    </div>
  </div>`;
}

/* The status at once; the rest when it is saved. What was typed is kept until then. */
function Editor({ room, step, action }) {
  const first = { ...Object.fromEntries(FIELDS.map((name) => [name, action[name] || ""])), ...ownersOf(action) };
  const { now, typed, begun, put, set, clear, send, busy, fault, of } = useForm(room, step, "terugblik." + action.id, first);
  async function save(event) {
    event.preventDefault();
    const body = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]));
    const answer = await send("action.follow", { action: action.id, ...body });
    if (answer.ok) clear();
  }
  return html`<form class="stack terugblik-editor" onSubmit=${save}>
    <${Choice} label=${words.status} options=${STATUSES.map((id) => ({ id, text: id }))} value=${action.status} onValue=${(status) => send("action.follow", { action: action.id, status })} />
    <div class="terugblik-pair">
      <${Field} label=${words.obstacle} rows=${2} max=${LONG} value=${now.obstacle} onValue=${set("obstacle")} fault=${of("obstacle")} />
      <${Field} label=${words.help} rows=${2} max=${LONG} value=${now.help} onValue=${set("help")} fault=${of("help")} />
      <${Owners} room=${room} label=${words.who} owners=${now.owners} who=${now.who} fault=${of("who")} onValue=${put} />
      <div>
        <${Field} label=${words.when} type="date" value=${now.when} onValue=${set("when")} fault=${of("when")} />
        <${Past} when=${typed.when} before=${action.when} today=${step.state.today} />
      </div>
    </div>
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy || !begun}>${words.save}</button>
      ${begun && html`<button type="button" class="link-button" onClick=${clear}>${words.undo}</button>`}
    </div>
  </form>`;
}
