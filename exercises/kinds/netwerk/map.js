/* The map itself: our table with everybody around it, drawn from what the house worked out. */

import { html } from "/static/js/view.js";
import { Shape } from "/static/js/parts/table.js";
import { MARKS, drawn, mapOf, other } from "./words.js";

const words = {
  picture: (guests, lines) => "De kaart: " + guests + " organisaties, " + lines + " lijnen. De lijst hieronder zegt hetzelfde.",
};

/* `focus`: a guest with its neighbours, or a sort; `bare`: without the lines; `onGrab` lets a guest be dragged. */
export function ChainMap({ step, bare, onGrab, label }) {
  const { scene, focus } = step.state;
  if (!scene) return null;
  const map = mapOf(step);
  const lines = bare ? [] : scene.curves;
  const near = lit(map, focus, step.state.lines && scene.curves);
  const dim = (id) => (near && !near.has(id) ? " net-dim" : "");
  const between = (line) => (near && !(near.has(line.a) && near.has(line.b) && (map.get(focus) ? line.a === focus || line.b === focus : true)) ? " net-dim" : "");
  const [wide, high] = scene.size;
  return html`<svg class="net-map" viewBox=${"0 0 " + wide + " " + high} role="img" aria-label=${label || words.picture(map.guests.length, map.links.filter(drawn).length)} style=${{ "--net-thin": scene.thin }}>
    <ellipse class="net-table" cx=${wide / 2} cy=${high / 2} rx=${scene.across} ry=${scene.down} />
    ${lines.map((line) => html`<path key=${line.a + line.b} class=${"net-line net-line--" + line.look + between(line)} d=${line.path} />`)}
    ${lines.map((line) => MARKS[line.look] && line.look !== "missing" && html`<${Sign} key=${line.a + line.b} line=${line} size=${scene.sign} dim=${between(line)} />`)}
    ${map.guests.filter((guest) => scene.seats[guest.id]).map((guest) => html`<${Guest} key=${guest.id} guest=${guest} seat=${scene.seats[guest.id]} dim=${dim(guest.id)} onGrab=${onGrab} />`)}
  </svg>`;
}

/* Who is lit: a guest with its neighbours, all of one sort, who has a line of the sort that is looked at, or everybody. */
function lit(map, focus, zoomed) {
  if (!focus) return zoomed ? new Set(zoomed.flatMap((line) => [line.a, line.b])) : null;
  if (!map.get(focus)) return new Set(map.guests.filter((guest) => guest.sort === focus).map((guest) => guest.id));
  const near = map.links.filter((link) => drawn(link) && (link.a === focus || link.b === focus));
  return new Set([focus, ...near.map((link) => other(link, focus))]);
}

function Guest({ guest, seat, dim, onGrab }) {
  const [x, y] = seat.at;
  const grab = onGrab && ((event) => onGrab(event, guest));
  return html`<g class=${"net-guest" + dim + (guest.spot >= 0 ? " net-guest--spot" : "") + (grab ? " net-guest--loose" : "")} onPointerDown=${grab}>
    <${Shape} sort=${guest.sort} x=${seat.x} y=${seat.y} size=${(seat.size * 0.62) / 10} look=${guest.outside ? " net-outside" : ""} />
    <text class="net-name" font-size=${seat.size} text-anchor=${seat.anchor}>
      ${seat.lines.map((line, number) => html`<tspan key=${number} x=${x} y=${y + number * seat.size * 1.18}>${line}</tspan>`)}
    </text>
  </g>`;
}

/* A tick on what goes well, an exclamation mark on what can be better. */
export function Sign({ line, size, dim }) {
  const [x, y] = line.sign;
  const tick = [[-0.5, 0], [-0.1, 0.4], [0.5, -0.4]].map(([a, b]) => x + a * size + "," + (y + b * size)).join(" ");
  return html`<g class=${"net-sign net-sign--" + line.look + dim}>
    <circle cx=${x} cy=${y} r=${size} />
    ${line.look === "good" ? html`<polyline points=${tick} />` : html`<path d=${`M${x} ${y - size * 0.55}V${y + size * 0.1}M${x} ${y + size * 0.4}V${y + size * 0.55}`} />`}
  </g>`;
}
