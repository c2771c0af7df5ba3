/* Who it is, drawn, and what was agreed: on the screen and in the control room; on the phone it comes when it is needed. */

import { html } from "/static/js/view.js";
import { firstNote, orgName } from "./words.js";

const words = {
  portrait: (label) => "Getekend portret van " + label,
  nobody: "nog niet gekozen",
  director: "Casusregisseur",
  first: "Eerste stap",
  by: (who) => "door " + who,
};

export function Portrait({ persona }) {
  return html`<img class="casus-face" src=${"/portretten/" + persona.portrait} alt=${words.portrait(persona.label)} width="240" height="240" />`;
}

/* Who becomes casusregisseur and what happens first: the outcome, on screen and phone. */
export function Outcome({ room, step }) {
  const who = orgName(room, step.state.director);
  const note = firstNote(room, step);
  const by = orgName(room, step.state.first && step.state.first.organisation);
  return html`<dl class="casus-outcome">
    <div>
      <dt>${words.director}</dt>
      <dd class=${who ? "casus-agreed" : "casus-none"} dir="auto">${who || words.nobody}</dd>
    </div>
    <div>
      <dt>${words.first}</dt>
      <dd class=${note ? "casus-agreed" : "casus-none"} dir="auto">${note ? note.text : words.nobody}${note && by ? html` <span class="casus-by">${words.by(by)}</span>` : ""}</dd>
    </div>
  </dl>`;
}
