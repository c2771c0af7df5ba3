/* My organisation in the middle, with who is around it: a drawing of what the list below it says. */

import { html, plural, useEffect, useMemo, useState } from "/static/js/view.js";
import { dress } from "/static/js/parts/dress.js";
import { Shape } from "/static/js/parts/table.js";
import { Sign } from "./map.js";
import { MOST, around } from "./around.js";
import { MARKS, drawn, linksOf, lookOf, other } from "./words.js";

const words = {
  label: (name, n) => "Een tafel met " + name + " in het midden en " + plural(n, "organisatie", "organisaties") + " eromheen. De lijst hieronder zegt hetzelfde.",
  more: (n) => "En nog " + n + " in de lijst hieronder.",
};

const SIGN = 20; /* pixels from the middle of a mark */

/* How wide a text is, in the letters of this page. */
function ruler() {
  const pen = document.createElement("canvas").getContext("2d");
  const face = getComputedStyle(document.body).fontFamily;
  return (text, size) => {
    pen.font = size + "px " + face;
    return pen.measureText(text).width;
  };
}

function Name({ lines, at, anchor, size, step, strong }) {
  return html`<text class=${"net-name" + (strong ? " net-name--own" : "")} font-size=${size} text-anchor=${anchor}>
    ${lines.map((line, number) => html`<tspan key=${number} x=${at[0].toFixed(1)} y=${(at[1] + number * step).toFixed(1)}>${line}</tspan>`)}
  </text>`;
}

export function Own({ map, own }) {
  const [ready, setReady] = useState(0);
  useEffect(() => {
    dress("/static/css/table.css");
    document.fonts.ready.then(() => setReady(1)); /* measured with the letters in which it is drawn */
  }, []);
  const links = linksOf(map, own.id).filter(drawn);
  const rows = map.guests.flatMap((guest) => links.filter((link) => other(link, own.id) === guest.id).map((link) => ({ guest, link })));
  const shape = rows.map(({ guest }) => guest.name).join("\n");
  const plan = useMemo(() => around(own.name, rows.map(({ guest }) => guest.name), ruler()), [own.name, shape, ready]);
  if (!rows.length) return null;
  const shown = rows.slice(0, MOST).map((row, number) => ({ ...row, seat: plan.seats[number], look: lookOf(row.link) }));
  const { x, y } = plan.own;
  /* a sign stands near its neighbour, free of the name in the middle */
  const sign = ({ guest, seat, look }) => {
    const part = 1 - SIGN / Math.hypot(seat.x - x, seat.y - y);
    return MARKS[look] && look !== "missing" && html`<${Sign} key=${guest.id} line=${{ look, sign: [x + (seat.x - x) * part, y + (seat.y - y) * part] }} size=${7} dim="" />`;
  };
  return html`<div class="net-mine">
    <svg class="net-map net-map--own" viewBox=${"0 0 " + plan.wide + " " + plan.high.toFixed(1)} role="img" aria-label=${words.label(own.name, shown.length)}>
      <ellipse class="net-table" cx=${plan.table.x} cy=${plan.table.y} rx=${plan.table.across} ry=${plan.table.down} />
      ${shown.map(({ guest, seat, look }) => html`<path key=${guest.id} class=${"net-line net-line--" + look} d=${`M${x} ${y}L${seat.x.toFixed(1)} ${seat.y.toFixed(1)}`} />`)}
      ${shown.map(
        ({ guest, seat }) => html`<g key=${guest.id}>
          <${Shape} sort=${guest.sort} x=${seat.x} y=${seat.y} size=${plan.mark / 10} look=${guest.outside ? " net-outside" : ""} />
          <${Name} ...${seat} size=${plan.letter} step=${plan.line} />
        </g>`,
      )}
      <${Shape} sort=${own.sort} x=${x} y=${y} size=${(plan.mark * 1.2) / 10} />
      <${Name} ...${plan.own} anchor="middle" size=${plan.own.letter} step=${plan.own.line} strong />
      ${shown.map(sign)}
    </svg>
    ${rows.length > MOST && html`<p class="small muted">${words.more(rows.length - MOST)}</p>`}
  </div>`;
}
