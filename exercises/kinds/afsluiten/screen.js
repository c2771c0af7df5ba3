/* Commitments on the room's screen: closed until the reveal, then as cards, a page at a time. */

import { html, useState } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { Closed } from "/static/js/parts/secret.js";
import { pageOf } from "/static/js/parts/pages.js";
import { withPaper } from "/static/js/parts/turnout.js";

const words = {
  wrote: ["heeft al iets opgeschreven", "hebben al iets opgeschreven"],
  none: "Schrijf op uw telefoon wat u zelf gaat doen.",
  empty: "Er zijn nog geen voornemens.",
  full: "Niet alles past op dit scherm. In het verslag staat alles.",
  part: (from, to, all) => "Voornemen " + from + " tot en met " + to + " van " + all,
};

const wrote = ({ answered = 0, people = 0, paper = 0 }) => (answered ? withPaper({ voters: answered, people, paper }, ...words.wrote) : null);

export const count = (step, room) => (step.revealed ? wrote(room.tally(step)) : null);

export default function Screen({ room, step }) {
  if (!step.revealed) {
    const tally = room.tally(step);
    return html`<div class="stage afsluiten-closed"><${Closed} count=${tally.promised || 0} sentence=${wrote(tally) || words.none} /></div>`;
  }
  return html`<${Wall} room=${room} step=${step} />`;
}

function Wall({ room, step }) {
  const [full, setFull] = useState(false);
  const all = room.list("commitment", { step: step.id });
  const { shown, from, to } = pageOf(all, (step.state || {}).page);
  if (!all.length) return html`<div class="stage afsluiten-closed"><p class="closed-line">${words.empty}</p></div>`;
  return html`<div class="stage">
    <${Fit} tag="ul" class="plain afsluiten-wall" min=${24} max=${46} onFull=${setFull}>
      ${shown.map((one) => html`<li key=${one.id}><${Card} one=${one} /></li>`)}
    </${Fit}>
    ${full ? html`<p class="screen-small">${words.full}</p>` : shown.length < all.length && html`<p class="screen-small">${words.part(from + 1, to, all.length)}</p>`}
  </div>`;
}

function Card({ one }) {
  const who = [one.by, one.org].filter(Boolean).join(", ");
  return html`<div class="note">
    <p class="note-text" dir="auto">${one.text}</p>
    ${who && html`<p class="note-foot"><bdi>${who}</bdi></p>`}
  </div>`;
}
