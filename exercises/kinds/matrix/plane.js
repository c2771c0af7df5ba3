/* The plane of effort (to the right) and impact (upwards): where points stand, and its drawing. */

import { html } from "/static/js/view.js";
import { WIDTH, HEIGHT, RADIUS, MIDDLE, across, up, placed } from "./layout.js";
import { QUADRANTS, numberOf } from "./quadrants.js";

const words = {
  effort: "moeite",
  impact: "effect",
  little: "weinig",
  much: "veel",
};
/* The points as {id, number, x, y, homeX, homeY, point}, the first to do on top; no two touch. */
export function spots(step) {
  const { order = [], points } = step.state;
  const found = placed(order.map((id) => points[id]));
  return order.map((id, index) => ({ id, number: numberOf(step, id), point: points[id], ...found[index] }));
}

/* `ranges(spot)`: draw where most of the room is; `mark(spot)`: more attributes of a point; `children` lie on top. */
export function Plane({ points, label, ranges = () => false, mark, svgRef, handlers = {}, children }) {
  const x = across(MIDDLE);
  const y = up(MIDDLE);
  const names = [
    ["eerst", 0, 0, x, y],
    ["plannen", x, 0, WIDTH - x, y],
    ["tussendoor", 0, y, x, HEIGHT - y],
    ["later", x, y, WIDTH - x, HEIGHT - y],
  ];
  return html`<svg class="matrix-plane" viewBox=${"-46 -4 " + (WIDTH + 50) + " " + (HEIGHT + 54)} role="group" aria-label=${label} ref=${svgRef} ...${handlers}>
    ${names.map(
      ([key, left, top, width, height]) => html`<g key=${key} aria-hidden="true">
        <rect class=${"matrix-box matrix-box--" + key} x=${left} y=${top} width=${width} height=${height} />
        <text class="matrix-quadrant" x=${left + 16} y=${top === 0 ? 36 : HEIGHT - 16}>${QUADRANTS[key]}</text>
      </g>`,
    )}
    <g aria-hidden="true" class="matrix-axes">
      <text x="0" y=${HEIGHT + 40}>${words.little}</text>
      <text x=${WIDTH / 2} y=${HEIGHT + 40} text-anchor="middle" class="matrix-axis">${words.effort}</text>
      <text x=${WIDTH} y=${HEIGHT + 40} text-anchor="end">${words.much}</text>
      <text transform=${"translate(-16 " + HEIGHT + ") rotate(-90)"}>${words.little}</text>
      <text transform=${"translate(-16 " + HEIGHT / 2 + ") rotate(-90)"} text-anchor="middle" class="matrix-axis">${words.impact}</text>
      <text transform="translate(-16 0) rotate(-90)" text-anchor="end">${words.much}</text>
    </g>
    ${points.map((spot) => (ranges(spot) ? html`<${Range} key=${"r" + spot.id} spot=${spot} />` : null))}
    ${points.map((spot) =>
      spot.x !== spot.homeX || spot.y !== spot.homeY
        ? html`<g key=${"l" + spot.id} class="matrix-tie" aria-hidden="true">
            <line x1=${spot.homeX} y1=${spot.homeY} x2=${spot.x} y2=${spot.y} />
            <circle cx=${spot.homeX} cy=${spot.homeY} r="4" />
          </g>`
        : null,
    )}
    ${points.map((spot) => html`<${Mark} key=${spot.id} spot=${spot} extra=${mark ? mark(spot) : {}} />`)} ${children}
  </svg>`;
}

/* Where most of the room is: one line for effort, one for impact; each a little aside, so that lines of two points show. */
function Range({ spot }) {
  const { effort_range: effort, impact_range: impact } = spot.point;
  if (!effort || !impact) return null;
  const aside = ((spot.number % 3) - 1) * 8;
  const y = spot.homeY + aside;
  const x = spot.homeX + aside;
  return html`<g class="matrix-range" aria-hidden="true">
    ${effort[0] !== effort[1] && html`<${Span} ends=${[across(effort[0]), y, across(effort[1]), y]} cap=${[0, 9]} />`}
    ${impact[0] !== impact[1] && html`<${Span} ends=${[x, up(impact[0]), x, up(impact[1])]} cap=${[9, 0]} />`}
  </g>`;
}

function Span({ ends: [x1, y1, x2, y2], cap: [dx, dy] }) {
  return html`<path d=${"M" + x1 + " " + y1 + "L" + x2 + " " + y2} class="matrix-span" />
    <path d=${"M" + (x1 - dx) + " " + (y1 - dy) + "L" + (x1 + dx) + " " + (y1 + dy) + "M" + (x2 - dx) + " " + (y2 - dy) + "L" + (x2 + dx) + " " + (y2 + dy)} />`;
}

function Mark({ spot, extra }) {
  const { class: name = "", ...rest } = extra;
  return html`<g class=${"matrix-point " + name} transform=${"translate(" + spot.x + " " + spot.y + ")"} aria-hidden="true" ...${rest}>
    <circle class="matrix-circle" r=${RADIUS} />
    <text class="matrix-number" y="9" text-anchor="middle">${spot.number}</text>
  </g>`;
}
