/* Labelled fields with their error beside them, choices as pills, a select, a check box; and what comes back to a field. */

import { html, useName } from "../view.js";

const words = {
  optional: "(mag leeg blijven)",
  count: (used, max) => used + " van " + max + " tekens",
  over: (over) => over + (over === 1 ? " teken te veel" : " tekens te veel"),
};

export function Field({ label, hint, fault, value, onValue, rows, max, type = "text", list, autocomplete, optional, onKeyDown, inputRef, spellcheck, mode, wide, first, bare }) {
  const id = useName("field");
  const used = Array.from(value || "").length;
  const over = max && used > max;
  const says = [hint && id + "-hint", fault && id + "-fault", max && id + "-count"].filter(Boolean).join(" ") || undefined;
  const shared = {
    id,
    class: "input",
    value: value || "",
    onInput: (event) => onValue(event.currentTarget.value),
    onKeyDown,
    ref: inputRef,
    "aria-invalid": fault || over ? "true" : undefined,
    "aria-describedby": says,
    "data-first": first ? "" : undefined,
    dir: "auto",
  };
  return html`<div class=${"field" + (wide ? " field--wide" : "")}>
    <label class=${bare ? "visually-hidden" : "field-label"} for=${id}>${label} ${optional && html`<span class="muted field-optional">${words.optional}</span>`}</label>
    ${hint && html`<span class="field-hint" id=${id + "-hint"}>${hint}</span>`}
    ${rows
      ? html`<textarea ...${shared} rows=${rows} spellcheck=${spellcheck === undefined ? true : spellcheck}></textarea>`
      : html`<input ...${shared} type=${type} list=${list} autocomplete=${autocomplete || "off"} inputmode=${mode} />`}
    ${max && html`<span class=${"field-count num small" + (over ? " field-count--over" : " muted")} id=${id + "-count"}>${over ? words.over(used - max) : words.count(used, max)}</span>`}
    ${fault && html`<span class="field-fault" id=${id + "-fault"} role="alert">${fault}</span>`}
  </div>`;
}

/* Radio buttons that look like pills. `options`: [{id, text}] */
export function Choice({ label, options, value, onValue, hideLabel }) {
  const name = useName("choice");
  return html`<fieldset class="choice">
    <legend class=${hideLabel ? "visually-hidden" : "field-label"}>${label}</legend>
    <div class="choice-row">
      ${options.map(
        (option) => html`<label class="choice-pill" key=${option.id}>
          <input type="radio" name=${name} value=${option.id} checked=${option.id === value} onChange=${() => onValue(option.id)} />
          <span>${option.text}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

export function Pick({ label, options, value, onValue, hint }) {
  const id = useName("pick");
  return html`<div class="field">
    <label class="field-label" for=${id}>${label}</label>
    ${hint && html`<span class="field-hint" id=${id + "-hint"}>${hint}</span>`}
    <select class="input" id=${id} aria-describedby=${hint ? id + "-hint" : undefined} onChange=${(event) => onValue(event.currentTarget.value)}>
      ${options.map((option) => html`<option key=${option.id} value=${option.id} selected=${String(option.id) === String(value)}>${option.text}</option>`)}
    </select>
  </div>`;
}

export function Check({ label, checked, onCheck }) {
  return html`<label class="check"><input type="checkbox" checked=${checked} onChange=${(event) => onCheck(event.currentTarget.checked)} /><span>${label}</span></label>`;
}

const returned = { back: "Zet terug in het veld", away: "Gooi weg" };

/* What the house sent back, until it is in its field again or thrown away. `name`: of which command; `title`: what it is,
   in this kind's words; `text(entry)`: what was typed; `onBack(entry)`: puts it back; `only(entry)`: which ones. */
export function Returned({ room, step, name, title, text, back, only, onBack }) {
  const entries = room.outbox.returned().filter((entry) => entry.name === name && entry.body.step === step.id && (!only || only(entry)));
  const restore = (entry) => {
    onBack(entry);
    room.outbox.dismiss(entry.cid);
  };
  return entries.map(
    (entry) => html`<div class="banner banner--clay stack stack--tight" key=${entry.cid} role="alert">
      <p><strong>${title}</strong> ${entry.say}</p>
      ${text && html`<p class="note-text" dir="auto">${text(entry)}</p>`}
      <div class="row">
        <button type="button" class="button button--small" onClick=${() => restore(entry)}>${back || returned.back}</button>
        <button type="button" class="link-button" onClick=${() => room.outbox.dismiss(entry.cid)}>${returned.away}</button>
      </div>
    </div>`,
  );
}

/* A text that came back stands behind what was typed meanwhile. */
export const behind = (typed, text) => (typed.trim() ? typed.trimEnd() + "\n" + text : text);
