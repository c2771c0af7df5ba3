/* Our sign: the table whose seats fill. Every sort of organisation has a shape and a colour, never colour alone. */

import { html, plural, useNow } from "../view.js";

export const SORTS = {
  gemeente: { name: "Gemeente", shape: "square", class: "sort-gemeente" },
  steunpunt: { name: "Mantelzorgsteunpunt", shape: "house", class: "sort-steunpunt" },
  zorg: { name: "Zorg", shape: "plus", class: "sort-zorg" },
  welzijn: { name: "Welzijn", shape: "diamond", class: "sort-welzijn" },
  huisarts: { name: "Huisarts", shape: "triangle", class: "sort-huisarts" },
  ggz: { name: "Ggz", shape: "hexagon", class: "sort-ggz" },
  jeugd: { name: "Jeugd en onderwijs", shape: "star", class: "sort-jeugd" },
  mantelzorgers: { name: "Mantelzorgers", shape: "circle", class: "sort-mantelzorgers" },
  overig: { name: "Anders", shape: "drop", class: "sort-overig" },
};
const words = {
  at: "aan tafel",
  nobody: "Nog niemand aan tafel",
  label: (people, organisations) =>
    plural(people, "mens", "mensen") + " aan tafel" + (organisations ? ", uit " + plural(organisations, "organisatie", "organisaties") : ""),
};

/* Shapes in a box of 20 by 20 around 0,0. */
function ring(points, radius, turn = 0) {
  return Array.from({ length: points }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / points;
    const reach = Array.isArray(radius) ? radius[index % radius.length] : radius;
    return (reach * Math.sin(angle)).toFixed(2) + "," + (-reach * Math.cos(angle)).toFixed(2);
  }).join(" ");
}
const POLYGONS = {
  triangle: "0,-10 10.4,8.4 -10.4,8.4",
  diamond: "0,-11.5 11.5,0 0,11.5 -11.5,0",
  hexagon: ring(6, 10.6),
  star: ring(10, [11.6, 5.4]),
  house: "0,-11 10,-2 10,9.5 -10,9.5 -10,-2",
  plus: "-4,-10 4,-10 4,-4 10,-4 10,4 4,4 4,10 -4,10 -4,4 -10,4 -10,-4 -4,-4",
};

export function Shape({ sort, x = 0, y = 0, size = 1, empty, look = "" }) {
  const { shape, class: name } = SORTS[sort] || SORTS.overig;
  const shared = { class: "seat " + (empty ? "seat--empty" : name) + look, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(3)})` };
  if (empty || shape === "circle") return html`<circle ...${shared} r=${empty ? 7 : 9.6} />`;
  if (shape === "square") return html`<rect ...${shared} x="-9" y="-9" width="18" height="18" rx="2.5" />`;
  if (shape === "drop") return html`<rect ...${shared} x="-10.5" y="-6.5" width="21" height="13" rx="6.5" />`;
  return html`<polygon ...${shared} points=${POLYGONS[shape]} />`;
}

/* One shape, to stand beside a name. */
export function SortMark({ sort }) {
  return html`<svg class="sort-mark" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false"><${Shape} sort=${sort} /></svg>`;
}

/* Points at equal distances along an ellipse, from the top, clockwise. */
function around(count, width, height) {
  const fine = 720;
  const lengths = [0];
  const at = (index) => {
    const angle = (2 * Math.PI * index) / fine - Math.PI / 2;
    return [width * Math.cos(angle), height * Math.sin(angle)];
  };
  for (let index = 1; index <= fine; index += 1) {
    const [x0, y0] = at(index - 1);
    const [x1, y1] = at(index);
    lengths.push(lengths[index - 1] + Math.hypot(x1 - x0, y1 - y0));
  }
  const points = [];
  let index = 0;
  for (let seat = 0; seat < count; seat += 1) {
    const wanted = (lengths[fine] * seat) / count;
    while (lengths[index] < wanted) index += 1;
    points.push(at(index));
  }
  return points;
}

/* Who sits there: one entry per person, in the order of the organisations; above `most` one per organisation. */
function sitting(room, most) {
  const seats = room.now.seats || [];
  const sorts = new Map(room.list("organisation").map((organisation) => [organisation.id, organisation.sort]));
  const people = seats.reduce((sum, seat) => sum + seat.n, 0);
  const each = people <= most;
  const shown = [];
  for (const seat of seats) {
    const sort = sorts.get(seat.org) || "overig";
    if (each) for (let index = 0; index < seat.n; index += 1) shown.push({ key: (seat.org || "-") + index, sort });
    else shown.push({ key: seat.org || "-", sort, count: seat.n });
  }
  return { shown, people: Math.max(people, room.here), organisations: seats.filter((seat) => seat.org).length };
}

const WIDE = 264;
const HIGH = 96;

export function TableSign({ room, label }) {
  useNow(room);
  const { shown, people, organisations } = sitting(room, 48);
  const slots = Math.max(12, Math.ceil((shown.length + 1) / 4) * 4);
  const points = around(slots, WIDE + 34, HIGH + 34);
  const size = Math.min(1.4, 30 / slots + 0.3);
  return html`<div class="table-sign"><svg class="table-drawing" viewBox=${`${-WIDE - 54} ${-HIGH - 54} ${2 * WIDE + 108} ${2 * HIGH + 108}`} role="img" aria-label=${words.label(people, organisations)}>
    <ellipse class="table-top" rx=${WIDE} ry=${HIGH} />
    ${points.map(([x, y], index) => {
      const seat = shown[index];
      if (!seat) return html`<${Shape} key=${"empty" + index} sort="overig" empty=${true} x=${x} y=${y} size=${size} />`;
      return html`<g key=${seat.key} class="seat-taken">
        <${Shape} sort=${seat.sort} x=${x} y=${y} size=${size} />
        ${seat.count && html`<text class="seat-count" x=${x.toFixed(1)} y=${(y + (y < 0 ? -17 : 31)).toFixed(1)}>${seat.count}</text>`}
      </g>`;
    })}
  </svg>
    <p class="table-center" aria-hidden="true">${people > 0 && html`<strong class="table-number">${people}</strong>`}<span>${people ? label || words.at : words.nobody}</span></p>
  </div>`;
}

/* Which shape is which, for the sorts that sit there now. */
export function SortKey({ room }) {
  useNow(room);
  const { shown } = sitting(room, 0);
  const there = Object.keys(SORTS).filter((sort) => shown.some((seat) => seat.sort === sort));
  return html`<ul class="plain sort-key">
    ${there.map((sort) => html`<li key=${sort}><${SortMark} sort=${sort} /> ${SORTS[sort].name}</li>`)}
  </ul>`;
}
