/* A note as a card, on every screen. */

import { html, block } from "../view.js";

const words = {
  choose: "Kies dit briefje",
  menu: "Verplaats of wijzig",
  do: "Verplaats",
  hidden: "Verborgen voor de zaal",
  withdrawn: "Teruggenomen door de schrijver",
  late: "Later binnengekomen",
  behalf: "Namens iemand",
  amended: "Tekst aangepast in de regie",
  empty: "[verwijderd]",
};

/* The control room hands its menu to the cards at the start, so that a phone never loads it. */
let Menu = null;
export const giveMenu = (component) => (Menu = component);

/* How often a note was said: itself and what was merged into it. */
export function times(note) {
  const merged = Array.isArray(note.merged) ? note.merged.length : note.merged || 0;
  return merged + 1;
}

/* "Bouwsteen 2 · Preventie en vroegsignalering", or "" when the note has none. */
export const blockName = (number, long = false) => (number ? "Bouwsteen " + number + (long ? ": " + block(number) : "") : "");

export function NoteCard({ note, menu, foot, selected, onSelect, menuLabel, menuText, big }) {
  const classes = ["note", note.block ? "note--b" + note.block : "", note.hidden || note.withdrawn ? "note--hidden" : "", selected ? "note--chosen" : "", note.state === "waiting" ? "note--waiting" : "", big ? "note--big" : ""];
  const said = times(note);
  const lines = [
    note.block ? blockName(note.block) : "",
    said > 1 ? said + " keer genoemd" : "",
    note.by || note.org ? [note.by, note.org].filter(Boolean).join(", ") : "",
    note.on_behalf ? words.behalf : "",
    note.amended && !note.redacted ? words.amended : "",
    note.hidden ? words.hidden : "",
    note.withdrawn ? words.withdrawn : "",
    note.late ? words.late : "",
    foot || "",
  ].filter(Boolean);
  return html`<div class=${classes.filter(Boolean).join(" ")}>
    <div class="note-top">
      ${onSelect &&
      html`<input type="checkbox" class="note-check" checked=${Boolean(selected)} onChange=${(event) => onSelect(event.currentTarget.checked)} aria-label=${words.choose + ": " + note.text} />`}
      <p class="note-text" dir="auto">${note.redacted ? words.empty : note.text}</p>
    </div>
    ${(lines.length > 0 || (menu && Menu)) &&
    html`<div class="note-foot row row--apart">
      <span>${lines.map((line, index) => html`<span key=${index}>${index ? " · " : ""}<bdi>${line}</bdi></span>`)}</span>
      ${menu && Menu && html`<${Menu} label=${(menuLabel || words.menu) + ": " + note.text.slice(0, 60)} text=${menuText || words.do} items=${menu} small />`}
    </div>`}
  </div>`;
}
