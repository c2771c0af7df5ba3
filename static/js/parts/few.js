/* As many things as fit on the room's screen at a readable size; the rest is only counted. */

import { html, useState } from "../view.js";
import { Fit } from "./fit.js";

/* `items`: all of them, the most important first; `most`: never more than this; `draw(shown, left)` draws some of them and
   says how many are left. The text grows and shrinks as in Fit; what still does not fit at `min` is left out from the end. */
export function Few({ items, most = 100, min = 28, max, draw }) {
  const [cut, setCut] = useState({ of: items.length, to: most });
  const to = cut.of === items.length ? cut.to : most;
  const shown = items.slice(0, Math.min(most, to));
  const fewer = (full) => full && shown.length > 1 && setCut({ of: items.length, to: shown.length - 1 });
  return html`<${Fit} key=${shown.length} min=${min} max=${max} onFull=${fewer}>${draw(shown, items.length - shown.length)}</${Fit}>`;
}
