/* Votes and marks on paper, typed in by the facilitator: how many people, and what stands behind each proposal. */

import { html, useDraft, useSend } from "../view.js";
import { Dialog } from "./dialog.js";
import { Field } from "./field.js";
import { named } from "./candidate.js";

const words = {
  again: "U kunt dit aanpassen zolang het niet gesloten is. Wat u bewaart, komt in de plaats van wat hier stond.",
  save: "Bewaar",
  cancel: "Laat zo",
};

/* `rows`: [{id, text}], by default what the step weighs. `columns`: [{key, label, mode}], a field behind each row. `typed` is
   what was stored: {people, cells: {id: {key: text}}}. `line(people, cells)` says in a sentence how it stands; `body(people,
   cells)` makes the command's body. */
export function Paper({ room, step, title, how, people: question, columns, rows, typed, line, name, body, onClose }) {
  const [held, keep, clear] = useDraft(room, step.id, "papier", "");
  const { send, busy, fault } = useSend(room);
  const { people, cells } = held ? JSON.parse(held) : typed;
  const set = (more) => keep(JSON.stringify({ people, cells, ...more }));
  const put = (id, key) => (text) => set({ cells: { ...cells, [id]: { ...cells[id], [key]: text } } });

  async function save(event) {
    event.preventDefault();
    const answer = await send(name, { step: step.id, people: Number(people) || 0, ...body(cells) });
    if (!answer.ok) return;
    clear();
    onClose();
  }
  const leave = () => {
    clear();
    onClose();
  };
  return html`<${Dialog} title=${title} onClose=${onClose} wide>
    <form class="stack" onSubmit=${save} novalidate>
      <p class="muted">${how}</p>
      <div class="field--number"><${Field} label=${question} value=${String(people || "")} onValue=${(text) => set({ people: text })} mode="numeric" first /></div>
      <div class="paper-rows">
        ${columns.length > 1 &&
        html`<p class="paper-row paper-head" aria-hidden="true">
          <span></span>
          ${columns.map((column) => html`<strong key=${column.key} class="paper-cell">${column.label}</strong>`)}
        </p>`}
        <ul class="plain">
          ${(rows || candidates(room, step)).map(
            ({ id, text }) => html`<li key=${id} class="paper-row">
              <span class="paper-text" dir="auto">${text}</span>
              ${columns.map(
                ({ key, label }) => html`<div class="paper-cell" key=${key}>
                  <${Field} bare label=${label + ": " + text} value=${(cells[id] || {})[key] || ""} onValue=${put(id, key)} mode="numeric" />
                </div>`,
              )}
            </li>`,
          )}
        </ul>
      </div>
      <p class="paper-line" aria-live="polite"><strong>${line(Number(people) || 0, cells)}</strong></p>
      <p class="small muted">${words.again}</p>
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
        <button type="button" class="button" onClick=${leave}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}

const candidates = (room, step) => (step.state.candidates || []).map((id) => ({ id, text: named(room, id).text }));

/* A number as typed: "3", " 3 " and "" (which is nothing). */
export const number = (text) => Math.round(Number(String(text || "").trim()) || 0);
