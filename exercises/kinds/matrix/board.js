/* The plane with its list, to place and move points: drag, arrow keys on a point, or the menu beside each proposal. */

import { html, useRef, useState, useSend, plural } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { Candidate, named } from "/static/js/parts/candidate.js";
import { Plane, spots } from "./plane.js";
import { WIDTH, HEIGHT, RADIUS, across, up, effortAt, impactAt } from "./layout.js";
import { BECAUSE, QUADRANTS, numberOf } from "./quadrants.js";

const words = {
  how: "Sleep een punt, kies een punt en gebruik de pijltjes, of gebruik de knop naast het voorstel.",
  waiting: "Nog niet op het schema",
  tray: "Sleep het nummer naar het schema, of kies een vak met de knop.",
  put: "Zet in …",
  move: "Verzet …",
  off: "Haal van het schema",
  back: "Terug naar de cijfers van de zaal",
  impact: "Effect",
  effort: "Moeite",
  grab: "Sleep naar het schema",
  plane: "Het schema. Kies een punt en verzet het met de pijltjes.",
  roleOf: "versleepbaar punt",
  point: (spot, text) => spot.number + ": " + text + ". Effect " + nl(spot.point.impact) + ", moeite " + nl(spot.point.effort) + ", " + QUADRANTS[spot.point.quadrant] + ".",
  stands: (impact, effort) => "Effect " + nl(impact) + ", moeite " + nl(effort) + ".",
  marks: (point) => "effect " + ranged(point.impact, point.impact_range) + " · moeite " + ranged(point.effort, point.effort_range),
  by: (point) => (point.count ? "door u verzet; " + plural(point.count, "mens gaf", "mensen gaven") + " cijfers" : ""),
  divided: "de zaal is verdeeld",
};
const MIDDLES = { eerst: [4.5, 2], plannen: [4.5, 4.5], tussendoor: [2, 2], later: [2, 4.5] };
const MOVES = { ArrowLeft: [0, -0.5], ArrowRight: [0, 0.5], ArrowUp: [0.5, 0], ArrowDown: [-0.5, 0] };
const nl = (mark) => String(mark).replace(".", ",");
const ranged = (middle, range) => nl(middle) + (range && range[0] !== range[1] ? " (" + nl(range[0]) + " tot " + nl(range[1]) + ")" : "");
const keep = (mark) => Math.min(5, Math.max(1, mark));

export function Board({ room, step }) {
  const { candidates, points } = step.state;
  const { send, fault } = useSend(room);
  const [said, say] = useState("");
  const svg = useRef(null);
  const [drag, setDrag] = useState(null);
  const held = useRef(null);
  const drawn = spots(step);
  const label = (id) => (step.settings.by === "begeleider" ? String(numberOf(step, id)) : "?");
  const unplaced = candidates.filter((id) => !points[id]);

  function place(candidate, impact, effort) {
    say(words.stands(impact, effort));
    return send("matrix.place", { step: step.id, candidate, impact, effort });
  }
  const leave = (candidate) => send("matrix.place", { step: step.id, candidate });

  /* the place on the plane under the pointer, or null outside it */
  function under(event) {
    const box = svg.current.getBoundingClientRect();
    const view = svg.current.viewBox.baseVal;
    const x = view.x + ((event.clientX - box.left) / box.width) * view.width;
    const y = view.y + ((event.clientY - box.top) / box.height) * view.height;
    return x < -20 || y < -20 || x > WIDTH + 20 || y > HEIGHT + 20 ? null : { x: Math.min(WIDTH, Math.max(0, x)), y: Math.min(HEIGHT, Math.max(0, y)) };
  }
  const grip = (id, label) => ({
    onPointerDown: (event) => {
      if (event.button) return;
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { id, label, from: [event.clientX, event.clientY], moved: false };
    },
    onPointerMove: (event) => {
      const now = held.current;
      if (!now || now.id !== id) return;
      if (!now.moved && Math.hypot(event.clientX - now.from[0], event.clientY - now.from[1]) < 5) return;
      now.moved = true;
      setDrag({ id, label, at: under(event) });
    },
    onPointerUp: (event) => {
      const now = held.current;
      held.current = null;
      setDrag(null);
      const at = now && now.moved ? under(event) : null;
      if (at) place(id, impactAt(at.y), effortAt(at.x));
    },
    onPointerCancel: () => {
      held.current = null;
      setDrag(null);
    },
  });
  function arrows(spot, event) {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const now = [keep(spot.point.impact + move[0]), keep(spot.point.effort + move[1])];
    if (now[0] !== spot.point.impact || now[1] !== spot.point.effort) place(spot.id, now[0], now[1]);
  }
  const mark = (spot) => ({
    class: "matrix-point--free" + (spot.point.spread > 2 ? " matrix-point--divided" : "") + (drag && drag.id === spot.id ? " matrix-point--moving" : ""),
    tabindex: "0",
    role: "button",
    "aria-hidden": null,
    "aria-roledescription": words.roleOf,
    "aria-label": words.point(spot, named(room, spot.id).text),
    onKeyDown: (event) => arrows(spot, event),
    ...grip(spot.id, spot.number),
  });

  return html`<div class="stack">
    <p class="small muted">${words.how}</p>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <${Plane} points=${drawn} label=${words.plane} svgRef=${svg} ranges=${(spot) => drawn.length <= 8 && spot.point.spread > 1} mark=${mark}>
      ${drag && drag.at && html`<${Ghost} drag=${drag} />`}
    </${Plane}>
    <p class="visually-hidden" aria-live="polite">${said}</p>
    ${unplaced.length > 0 &&
    html`<section class="stack stack--tight">
      <h3>${words.waiting} (${unplaced.length})</h3>
      <p class="small muted">${words.tray}</p>
      <ul class="plain matrix-tray">
        ${unplaced.map(
          (id) => html`<li key=${id} class="matrix-loose">
            <span class="matrix-nr matrix-grip num" title=${words.grab} ...${grip(id, label(id))}>${label(id)}</span>
            <${Candidate} room=${room} id=${id} />
            <${Menu} label=${words.put + " " + named(room, id).text} text=${words.put} items=${choices(id, null, place, leave)} small />
          </li>`,
        )}
      </ul>
    </section>`}
    ${Object.keys(QUADRANTS).map((key) => {
      const here = drawn.filter((spot) => spot.point.quadrant === key);
      return (
        here.length > 0 &&
        html`<section key=${key} class="stack stack--tight">
          <h3>${QUADRANTS[key]} <span class="muted small">${BECAUSE[key]}</span></h3>
          <ol class="plain matrix-tray">
            ${here.map(
              (spot) => html`<li key=${spot.id} class="matrix-loose">
                <span class="matrix-nr num">${spot.number}</span>
                <div>
                  <${Candidate} room=${room} id=${spot.id} />
                  <p class="small muted">
                    ${[words.marks(spot.point), spot.point.placed ? words.by(spot.point) : ""].filter(Boolean).join(" · ")}
                    ${spot.point.spread > 2 && html` · <strong>${words.divided}</strong>`}
                  </p>
                </div>
                <${Menu} label=${words.move + " " + named(room, spot.id).text} text=${words.move} items=${choices(spot.id, spot.point, place, leave)} small />
              </li>`,
            )}
          </ol>
        </section>`
      );
    })}
  </div>`;
}

/* What the menu offers: the four quadrants, then exact marks, then away. */
function choices(id, point, place, leave) {
  const impact = point ? point.impact : 3;
  const effort = point ? point.effort : 3;
  const items = Object.keys(QUADRANTS).map((key) => ({
    group: words.put,
    label: QUADRANTS[key] + " (" + BECAUSE[key] + ")",
    checked: Boolean(point && point.quadrant === key),
    run: () => place(id, ...MIDDLES[key]),
  }));
  for (const mark of [1, 2, 3, 4, 5]) {
    items.push({ group: words.impact, label: words.impact + " " + mark, checked: impact === mark && Boolean(point), run: () => place(id, mark, effort) });
  }
  for (const mark of [1, 2, 3, 4, 5]) {
    items.push({ group: words.effort, label: words.effort + " " + mark, checked: effort === mark && Boolean(point), run: () => place(id, impact, mark) });
  }
  if (point && point.placed) items.push({ group: " ", label: point.count ? words.back : words.off, run: () => leave(id) });
  return items;
}

/* Where the point will stand when it is let go. */
function Ghost({ drag }) {
  const effort = effortAt(drag.at.x);
  const impact = impactAt(drag.at.y);
  return html`<g class="matrix-ghost" aria-hidden="true" transform=${"translate(" + across(effort) + " " + up(impact) + ")"}>
    <circle r=${RADIUS} />
    <text y="9" text-anchor="middle">${drag.label}</text>
  </g>`;
}
