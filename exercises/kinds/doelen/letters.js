/* The letters of one goal, read; and the form in which they are answered, for the facilitator and for the writer. */

import { html, useState } from "/static/js/view.js";
import { Field, Pick } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { LETTERS, LONG, SHORT, choices, fixed, letterOf } from "./words.js";

const words = {
  text: "Het doel",
  block: "Waar hoort het bij?",
  save: "Bewaar",
  cancel: "Laat zo",
  free: "U hoeft niet alles te weten. Een leeg vak houdt niets tegen.",
  empty: "Er staat nog niets. Typ eerst het doel.",
};

/* The answers that there are; `all` also names what is still open. */
export function Letters({ goal, all }) {
  const rows = LETTERS.filter(([key]) => all || letterOf(goal, key));
  if (rows.length === 0) return null;
  return html`<dl class="doelen-letters">
    ${rows.map(
      ([key, letter, name, ask]) => html`<div class=${"doelen-letter" + (letterOf(goal, key) ? "" : " doelen-letter--open")} key=${key}>
        <dt><span class="doelen-cap" aria-hidden="true">${letter}</span> <span>${name}<span class="visually-hidden">: ${ask}</span></span></dt>
        <dd dir="auto">${letterOf(goal, key) || ask}</dd>
      </div>`,
    )}
  </dl>`;
}

/* `onDone` when it is stored or left; what was typed is kept until then, also over a refresh. */
export function Sharpen({ room, step, goal, onDone }) {
  const first = { text: goal.text, block: goal.block || 0 };
  LETTERS.forEach(([key]) => (first[key] = letterOf(goal, key)));
  const { now, set, clear, send, busy, fault, of } = useForm(room, step, "doel." + goal.id, first);
  const [empty, setEmpty] = useState(false);

  async function save(event) {
    event.preventDefault();
    if (busy) return;
    setEmpty(!now.text.trim());
    if (!now.text.trim()) return;
    const letters = {};
    LETTERS.forEach(([key]) => now[key].trim() !== first[key] && (letters[key] = now[key].trim()));
    const body = { goal: goal.id, letters };
    if (now.text.trim() !== first.text) body.text = now.text.trim();
    if (now.block !== first.block) body.block = now.block;
    const changed = Object.keys(letters).length || body.text || body.block !== undefined;
    if (changed && !(await send("goal.edit", body)).ok) return;
    clear();
    onDone();
  }
  const leave = () => {
    clear();
    onDone();
  };
  return html`<form class="stack doelen-sharpen" onSubmit=${save}>
    <${Field} label=${words.text} rows=${2} max=${LONG} value=${now.text} onValue=${set("text")} fault=${empty ? words.empty : of("text")} first />
    ${fixed(step) === null && html`<${Pick} label=${words.block} value=${now.block} onValue=${(value) => set("block")(Number(value))} options=${choices()} />`}
    <p class="small muted">${words.free}</p>
    <div class="doelen-asks">
      ${LETTERS.map(
        ([key, , name, ask]) => html`<${Field} key=${key} label=${ask} hint=${name} value=${now[key]} max=${now[key].length > SHORT - 60 ? SHORT : undefined} onValue=${set(key)} fault=${of(key)} />`,
      )}
    </div>
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${leave}>${words.cancel}</button>
    </div>
  </form>`;
}
