/* A big action in pieces: each with what, who and when. Lines that were typed together are a first proposal. */

import { html, useDraft, useSend } from "../view.js";
import { Dialog } from "./dialog.js";
import { Field } from "./field.js";
import { Owners } from "./owners.js";

const words = {
  title: "Knip op in subacties",
  intro: "Een grote actie komt eerder af in kleine stukken. Elk stuk krijgt een eigen naam en datum.",
  whole: "De hele actie",
  piece: (n) => "Subactie " + n,
  what: "Wat",
  who: "Wie",
  when: "Voor wanneer",
  more: "Nog een subactie",
  save: (n) => (n === 1 ? "Maak 1 subactie" : "Maak " + n + " subacties"),
  cancel: "Laat heel",
};
const EMPTY = { what: "", who: "", owners: [], when: "" };
const LONG = 500;
const MOST = 20;

/* What was typed is kept until it is stored, or left on purpose. */
export function SplitDialog({ room, step, action, pieces = [], onClose }) {
  const first = pieces.length ? pieces.map((what) => ({ ...EMPTY, what })) : [EMPTY, EMPTY];
  const [held, keep, clear] = useDraft(room, step.id, "knip." + action.id, "");
  const now = held ? JSON.parse(held) : first;
  const { send, busy, fault } = useSend(room);
  const set = (at, fields) => keep(JSON.stringify(now.map((one, index) => (index === at ? { ...one, ...fields } : one))));
  const parts = now.filter((one) => one.what.trim()).map((one) => ({ ...one, what: one.what.trim() }));
  async function save(event) {
    event.preventDefault();
    const answer = await send("action.split", { action: action.id, parts });
    if (!answer.ok) return;
    clear();
    onClose();
  }
  const leave = () => {
    clear();
    onClose();
  };
  return html`<${Dialog} title=${words.title} onClose=${onClose} wide>
    <form class="stack" onSubmit=${save}>
      <p>${words.intro}</p>
      <p><strong>${words.whole}:</strong> <span dir="auto">${action.what}</span></p>
      ${now.map(
        (one, at) => html`<fieldset key=${at} class="split-piece stack stack--tight">
          <legend class="field-label">${words.piece(at + 1)}</legend>
          <${Field} label=${words.what} rows=${1} max=${one.what.length > LONG - 100 ? LONG : undefined} value=${one.what} onValue=${(what) => set(at, { what })} first=${at === 0} />
          <div class="split-pair">
            <${Owners} room=${room} label=${words.who} owners=${one.owners} who=${one.who} onValue=${(value) => set(at, value)} />
            <${Field} label=${words.when} type="date" value=${one.when} onValue=${(when) => set(at, { when })} />
          </div>
        </fieldset>`,
      )}
      ${now.length < MOST && html`<p><button type="button" class="button button--small" onClick=${() => keep(JSON.stringify([...now, EMPTY]))}>${words.more}</button></p>`}
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || parts.length === 0}>${words.save(parts.length)}</button>
        <button type="button" class="button" onClick=${leave}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}
