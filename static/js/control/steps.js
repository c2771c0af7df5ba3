/* Dialogs over the agenda: one step's title, minutes, questions and settings; a step from the shelf. */

import { html, useState, useSend } from "../view.js";
import { Dialog } from "../parts/dialog.js";
import { Field } from "../parts/field.js";
import { Settings, asked } from "./settings.js";

const words = {
  edit: "Stap bewerken",
  editHint: "Dit geldt alleen voor deze bijeenkomst.",
  title: "Titel",
  minutes: "Minuten",
  questions: "Vragen aan de zaal",
  question: (n) => "Vraag " + n,
  more: "Vraag erbij",
  others: "Andere vragen bij deze oefening",
  take: (text) => "Zet erbij: " + text,
  up: "Hoger",
  away: "Weg",
  save: "Bewaar",
  cancel: "Laat zo",
  add: "Stap toevoegen",
  after: (title) => "Komt na “" + title + "”.",
  first: "Komt vooraan.",
  find: "Zoek een oefening",
  none: "Geen oefening gevonden. Zoek op een ander woord.",
  put: "Zet erbij",
  own: "eigen",
  minutesOf: (n) => n + " min",
};

export function EditStep({ room, step, onClose }) {
  const [title, setTitle] = useState(step.title);
  const [minutes, setMinutes] = useState(String(step.minutes));
  const [prompts, setPrompts] = useState(step.prompts || []);
  const [values, setValues] = useState({});
  const rows = step.editable || [];
  const origin = (room.start.shelf || []).find((one) => one.exercise === step.exercise);
  const others = ((origin && origin.prompts) || []).filter((text) => !prompts.some((prompt) => prompt.text === text));
  const { send, busy, fault } = useSend(room);
  const set = (index, text) => setPrompts(prompts.map((prompt, at) => (at === index ? { ...prompt, text } : prompt)));
  const up = (index) => setPrompts([...prompts.slice(0, index - 1), prompts[index], prompts[index - 1], ...prompts.slice(index + 1)]);
  const named = ["title", "minutes", "prompts", ...rows.filter((row) => !row.locked).map((row) => row.field)];
  const of = (name) => (fault && fault.field === name ? fault.say : "");

  async function save(event) {
    event.preventDefault();
    const body = { step: step.id };
    const kept = prompts.filter((prompt) => prompt.text.trim());
    if (title.trim() !== step.title) body.title = title.trim();
    if (Number(minutes) !== step.minutes) body.minutes = Math.max(0, Math.min(600, Math.round(Number(minutes)) || 0));
    if (JSON.stringify(kept) !== JSON.stringify(step.prompts || [])) body.prompts = kept.map(({ id, text }) => (id ? { id, text: text.trim() } : { text: text.trim() }));
    const settings = asked(rows, values);
    if (Object.keys(settings).length) body.settings = settings;
    if (Object.keys(body).length === 1) return onClose();
    const answer = await send("step.edit", body);
    return answer.ok ? onClose() : undefined;
  }

  return html`<${Dialog} title=${words.edit} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <p class="muted">${words.editHint}</p>
      ${step.warning && html`<div class="banner banner--sun"><p>${step.warning.say}</p></div>`}
      <${Field} label=${words.title} value=${title} onValue=${setTitle} fault=${of("title")} />
      <div class="field--minutes"><${Field} label=${words.minutes} value=${minutes} onValue=${setMinutes} type="number" fault=${of("minutes")} /></div>
      <fieldset class="choice stack stack--tight">
        <legend class="field-label">${words.questions}</legend>
        ${prompts.map(
          (prompt, index) => html`<div class="row prompt-row" key=${prompt.id || "new" + index}>
            <div class="prompt-field"><${Field} label=${words.question(index + 1)} bare value=${prompt.text} onValue=${(text) => set(index, text)} /></div>
            <button type="button" class="button button--small" disabled=${index === 0} onClick=${() => up(index)}>${words.up}</button>
            <button type="button" class="button button--small" onClick=${() => setPrompts(prompts.filter((_, at) => at !== index))}>${words.away}</button>
          </div>`,
        )}
        ${of("prompts") && html`<span class="field-fault" role="alert">${of("prompts")}</span>`}
        <button type="button" class="button button--small" onClick=${() => setPrompts([...prompts, { text: "" }])}>${words.more}</button>
        ${others.length > 0 &&
        html`<details>
          <summary>${words.others}</summary>
          <ul class="plain stack stack--tight">
            ${others.map(
              (text) => html`<li key=${text} class="row row--apart">
                <span class="prompt-field">${text}</span>
                <button type="button" class="button button--small" aria-label=${words.take(text)} onClick=${() => setPrompts([...prompts, { text }])}>${words.put}</button>
              </li>`,
            )}
          </ul>
        </details>`}
      </fieldset>
      <${Settings} rows=${rows} values=${values} set=${(field, value) => setValues({ ...values, [field]: value })} of=${of} />
      ${fault && !named.includes(fault.field) && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}

export function AddStep({ room, after, onClose }) {
  const [asked, ask] = useState("");
  const { send, busy, fault } = useSend(room);
  const shelf = (room.start.shelf || []).filter((one) => (one.title + " " + one.kind).toLowerCase().includes(asked.trim().toLowerCase()));
  const before = room.get(after);
  async function add(exercise) {
    const answer = await send("step.add", { exercise, after });
    if (answer.ok) onClose();
  }
  return html`<${Dialog} title=${words.add} onClose=${onClose} wide>
    <div class="stack">
      <p class="muted">${before ? words.after(before.title) : words.first}</p>
      <${Field} label=${words.find} value=${asked} onValue=${ask} type="search" />
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      ${shelf.length === 0 && html`<p>${words.none}</p>`}
      <ul class="plain shelf">
        ${shelf.map(
          (one) => html`<li key=${one.exercise} class="shelf-row">
            <span class="shelf-title"><strong>${one.title}</strong> ${one.own && html`<span class="tag">${words.own}</span> `}<span class="muted small">${one.kind} · ${words.minutesOf(one.minutes)}</span></span>
            <button type="button" class="button button--small" disabled=${busy} onClick=${() => add(one.exercise)} aria-label=${words.put + ": " + one.title}>${words.put}</button>
          </li>`,
        )}
      </ul>
    </div>
  </${Dialog}>`;
}
