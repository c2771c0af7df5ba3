/* The agenda on the left: groups, steps, planned and real minutes; a press looks at a step, dragging moves it. */

import { html, useState, useEffect, useRef } from "../view.js";
import { Menu } from "../parts/menu.js";
import { Confirm } from "../parts/dialog.js";
import { useSort } from "../parts/sort.js";
import { EditStep, AddStep } from "./steps.js";
import { coming } from "./lookback.js";
import { spent } from "./time.js";

const words = {
  title: "Agenda",
  add: "Stap toevoegen",
  menu: "Wijzig deze stap",
  edit: "Titel, vragen en instellingen",
  earlier: "Zet eerder op de agenda",
  later: "Zet later op de agenda",
  after: "Voeg hierna een stap toe",
  remove: "Haal van de agenda",
  sure: (title) => "“" + title + "” van de agenda halen?",
  sureText: "Wat er al bij deze stap is geschreven, blijft bewaard. U kunt dit ongedaan maken.",
  yes: "Ja, haal weg",
  warning: "past niet",
  own: "eigen",
  done: "geweest",
  now: "nu in de zaal",
  looking: "u kijkt hier",
  minutes: (planned, real) => (real === null ? planned + " minuten gepland" : real + " van " + planned + " minuten"),
  coming: "Er komt nog een terugblik bij, als de deur opengaat.",
  total: (sum) => sum + " min in totaal",
};

const NARROW = 1000; /* px: the agenda has no column of its own (dialogs.css) */

export function Agenda({ room, looked, look }) {
  const [adding, setAdding] = useState(false);
  const list = useRef(null);
  const meeting = room.meeting;
  const steps = room.steps();
  const now = room.time();

  useSort(list, {
    group: "agenda",
    buttons: true,
    disabled: Boolean(room.start.trainee) /* the agenda is the facilitator's */,
    onDrop({ id, before }) {
      const rest = steps.filter((step) => step.id !== id);
      const at = before ? rest.findIndex((step) => step.id === before) : rest.length;
      const was = steps.findIndex((step) => step.id === id);
      if (at !== was) room.send("step.move", { step: id, after: at > 0 ? rest[at - 1].id : "" });
    },
  });

  /* the step in the room stays in sight when the facilitator goes on */
  useEffect(() => {
    const row = list.current && list.current.querySelector(".is-now");
    if (row && innerWidth > NARROW) row.scrollIntoView({ block: "nearest" });
  }, [meeting.step]);

  let group = null;
  return html`<nav class="agenda" aria-label=${words.title}>
    <h2 class="pane-title">${words.title}</h2>
    <ol class="plain agenda-list" ref=${list} data-list="agenda">
      ${steps.map((step) => {
        const head = step.group && step.group !== group && step.group !== step.title;
        group = step.group || group;
        const current = step.id === meeting.step;
        const seen = looked === step.id;
        const begun = Boolean(step.started_at);
        const real = begun || current ? Math.round(spent(step, meeting, now) / 60) : null;
        const over = real !== null && real > step.minutes;
        return html`<li key=${step.id} data-id=${step.id} class=${"agenda-row" + (current ? " is-now" : "") + (seen ? " is-seen" : "") + (begun && !current ? " is-done" : "")}>
          ${head && html`<span class="agenda-group">${step.group}</span>`}
          <button type="button" class="agenda-look" aria-current=${current ? "step" : undefined} onClick=${() => look(step.id)}>
            <span class="agenda-mark" aria-hidden="true">${current ? "▶" : begun ? "✓" : ""}</span>
            <span class="agenda-title">${step.title}${step.own && html` <span class="tag">${words.own}</span>`}${step.warning && html` <span class="agenda-warning">${words.warning}</span>`}</span>
            <span class=${"agenda-minutes num" + (over ? " is-over" : "")} aria-hidden="true">${real === null ? step.minutes : real + "/" + step.minutes}</span>
            <span class="visually-hidden">, ${words.minutes(step.minutes, real)}${current ? ", " + words.now : begun ? ", " + words.done : ""}${seen && !current ? ", " + words.looking : ""}</span>
          </button>
        </li>`;
      })}
    </ol>
    ${coming(room) > 0 && html`<p class="agenda-foot small">${words.coming}</p>`}
    <p class="agenda-foot">
      ${!room.start.trainee && html`<button type="button" class="button button--small" onClick=${() => setAdding(true)}>${words.add}</button>`}
      <span class="muted small">${words.total(steps.reduce((sum, step) => sum + (step.minutes || 0), 0))}</span>
    </p>
    ${adding && html`<${AddStep} room=${room} after=${steps.length ? steps[steps.length - 1].id : ""} onClose=${() => setAdding(false)} />`}
  </nav>`;
}

/* What can be changed about one step, as a menu beside its tools. */
export function StepMenu({ room, step, onGone }) {
  const [dialog, setDialog] = useState(null);
  const steps = room.steps();
  const at = steps.findIndex((one) => one.id === step.id);
  const current = step.id === room.meeting.step;
  const close = () => setDialog(null);
  const move = (after) => room.send("step.move", { step: step.id, after });
  const items = [
    { label: words.edit, run: () => setDialog("edit") },
    { label: words.earlier, run: () => move(at > 1 ? steps[at - 2].id : ""), disabled: at <= 0 },
    { label: words.later, run: () => move(steps[at + 1].id), disabled: at === steps.length - 1 },
    { label: words.after, run: () => setDialog("add") },
    { label: words.remove, danger: true, run: () => setDialog("remove"), disabled: current },
  ];
  return html`<${Menu} label=${words.menu} items=${items} />
    ${dialog === "edit" && html`<${EditStep} room=${room} step=${step} onClose=${close} />`}
    ${dialog === "add" && html`<${AddStep} room=${room} after=${step.id} onClose=${close} />`}
    ${dialog === "remove" &&
    html`<${Confirm}
      title=${words.sure(step.title)}
      text=${words.sureText}
      yes=${words.yes}
      danger
      onClose=${close}
      onYes=${() => {
        close();
        room.send("step.remove", { step: step.id }).then((answer) => answer.ok && onGone());
      }}
    />`}`;
}
