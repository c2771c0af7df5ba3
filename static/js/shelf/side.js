/* Beside the form: how far it is, the three screens, and the button that keeps it. */

import { html, plural } from "../view.js";
import { anchor } from "./form.js";

const words = {
  side: "Bewaren en bekijken",
  checking: "Even nakijken …",
  good: "In orde. U kunt dit bewaren.",
  left: (count) => "Nog " + plural(count, "ding", "dingen") + " te doen",
  more: (count) => "en nog " + plural(count, "ding", "dingen"),
  keep: "Bewaar",
  keeping: "Bewaren …",
  copy: "Bewaar als kopie",
  see: "Zo ziet het eruit",
  seeHint: "Opent in een ander venster. U hoeft het er niet voor te bewaren.",
  seeLater: "Dat kan zodra alles is ingevuld.",
  roles: { scherm: "Op het scherm", telefoon: "Op een telefoon", regie: "In de regie" },
  draft: "Wat u typt, blijft op deze computer staan tot u het bewaart.",
};

const MOST = 6; /* of what is still to do, so many are named */

/* `named(fault)`: what the field is called; `onGo(fault)` brings one there. */
export function Side({ told, busy, refused, dirty, named, onKeep, onCopy, onShow, onGo }) {
  const count = told ? told.faults.length : 0;
  const todo = told ? told.faults.filter((row, at, all) => all.findIndex((other) => named(other) === named(row)) === at) : [];
  const good = told && told.good;
  const waits = told && !told.faults.some((row) => row.field !== "niet_herleidbaar");
  return html`<aside class="own-side stack" aria-label=${words.side}>
    <div class="card stack">
      <p class=${"own-state" + (good ? " is-good" : "")} role="status">${!told ? words.checking : good ? words.good : words.left(count)}</p>
      ${count > 0 &&
      html`<ul class="plain own-todo">
        ${todo.slice(0, MOST).map((row) => html`<li key=${row.field + row.say}><button type="button" class="link-button" onClick=${() => onGo(row)}>${named(row)}</button></li>`)}
        ${todo.length > MOST && html`<li class="small muted">${words.more(todo.length - MOST)}</li>`}
      </ul>`}
      ${refused && html`<p class="field-fault" role="alert">${refused.say}</p>`}
      <button type="button" class="button button--main" disabled=${busy} onClick=${onKeep}>${busy ? words.keeping : words.keep}</button>
      ${refused && (refused.code === "changed" || refused.code === "weg") && html`<button type="button" class="button" onClick=${onCopy}>${words.copy}</button>`}
      ${dirty && html`<p class="small muted">${words.draft}</p>`}
    </div>
    <div class="card stack stack--tight">
      <h2 class="own-see">${words.see}</h2>
      <p class="small muted">${waits ? words.seeHint : words.seeLater}</p>
      ${Object.entries(words.roles).map(([role, text]) => html`<button type="button" key=${role} class="button button--small" disabled=${!waits} onClick=${() => onShow(role)}>${text}</button>`)}
    </div>
  </aside>`;
}

/* The first field with something to do gets the focus. */
export function goTo(faults) {
  for (const row of faults) {
    const name = row.field || "text";
    const place = document.getElementById(anchor(name)) || document.getElementById(anchor(name.replace(/\.\w+$/, "")));
    const field = place && place.querySelector("input, textarea, select, button");
    if (field) return field.focus();
  }
  return undefined;
}
