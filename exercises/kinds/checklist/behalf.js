/* Who people without a phone miss in a list, typed in by the facilitator: one per line. */

import { html, useState } from "/static/js/view.js";
import { Choice } from "/static/js/parts/field.js";
import { Lines } from "/static/js/parts/lines.js";
import { SORTS } from "./words.js";

const words = {
  which: "In welke lijst?",
  label: "Wie missen zij?",
  hint: "Zet elke organisatie of rol op een eigen regel. Ze komen bij de voorstellen.",
  post: (n) => (n === 1 ? "Bewaar 1 voorstel" : "Bewaar " + n + " voorstellen"),
};

export function Behalf({ room, step, onClose }) {
  const [sort, setSort] = useState(step.state.at || "organisation");
  return html`<${Lines} room=${room} step=${step} name="partner.many" more=${{ sort }} label=${words.label} hint=${words.hint} post=${words.post} onClose=${onClose}>
    <${Choice} label=${words.which} options=${Object.entries(SORTS).map(([id, text]) => ({ id, text }))} value=${sort} onValue=${setSort} />
  </${Lines}>`;
}
