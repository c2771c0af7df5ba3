/* Actions that people without a phone offer on cards, typed in by the facilitator: offers like those from phones. */

import { html } from "/static/js/view.js";
import { Lines } from "/static/js/parts/lines.js";

const words = {
  lines: "Aangeboden acties",
  hint: "Zet elke actie op een eigen regel. Ze komen onder Aangeboden; van daar zet u ze op de lijst.",
  post: (n) => (n === 1 ? "Bewaar 1 aanbod" : "Bewaar " + n + " keer een aanbod"),
};

export function Behalf({ room, step, onClose }) {
  return html`<${Lines} room=${room} step=${step} name="action.many" label=${words.lines} hint=${words.hint} post=${words.post} onClose=${onClose} />`;
}
