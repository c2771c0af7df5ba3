/* The matrix on the phone: one proposal after another with two rows of large buttons; afterwards the outcome. */

import { html, useState, useRef, useLayoutEffect, useDraft, useSend, plural } from "/static/js/view.js";
import { Candidate, named } from "/static/js/parts/candidate.js";
import { BECAUSE, QUADRANTS, numberOf } from "./quadrants.js";

const words = {
  empty: "Er is nog niets om cijfers aan te geven. Kijk even op het scherm.",
  place: (nr, of) => "Voorstel " + nr + " van " + of,
  impact: "Effect: hoeveel helpt dit een mantelzorger?",
  effort: "Moeite: hoeveel kost het ons?",
  ends: ["heel weinig", "heel veel"],
  of: (mark) => mark + " van 5",
  back: "Vorige",
  next: "Volgende",
  skip: "Sla over",
  all: "Bekijk al uw cijfers",
  yours: "Uw cijfers",
  done: (n, of) => (n === of ? "U hebt alles een cijfer gegeven. Dank u wel." : "U gaf " + n + " van de " + plural(of, "voorstel", "voorstellen") + " een cijfer."),
  change: "U kunt alles nog veranderen: tik op een voorstel.",
  marks: (pair) => (pair ? "effect " + pair[0] + " · moeite " + pair[1] : "nog geen cijfer"),
  secret: "Niemand ziet welke cijfers u geeft.",
  saved: "✓ Opgeslagen",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  closed: "De begeleider heeft het gesloten. Uw cijfers tellen mee. Het schema komt zo.",
  talk: "Praat mee. De begeleider zet de voorstellen op het schema.",
  still: "Nog niet op het schema",
  outcome: "Het schema",
  room: (point) => "De zaal: effect " + ranged(point.impact, point.impact_range) + " · moeite " + ranged(point.effort, point.effort_range),
  put: (point) => "Op het schema: effect " + nl(point.impact) + " · moeite " + nl(point.effort),
  you: (pair) => "U gaf: effect " + pair[0] + " · moeite " + pair[1],
  divided: "De zaal is hier verdeeld",
};
const nl = (mark) => String(mark).replace(".", ",");
const ranged = (middle, range) => nl(middle) + (range && range[0] !== range[1] ? " (" + nl(range[0]) + " tot " + nl(range[1]) + ")" : "");

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

const mine = (room, step) => room.own("rating", { step: step.id })[0] || { ratings: {} };

/* The refusal of marks that came too late stands above whatever the phone shows by then. */
export default function Phone({ room, step }) {
  const { send, fault } = useSend(room);
  const { candidates = [], order, closed } = step.state;
  return html`<div class="matrix stack">
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${candidates.length === 0 && html`<p class="lead">${words.empty}</p>`}
    ${candidates.length > 0 && order && html`<${Outcome} room=${room} step=${step} />`}
    ${candidates.length > 0 && !order && closed && html`<p class="banner banner--sun">${words.closed}</p><${All} room=${room} step=${step} candidates=${candidates} />`}
    ${candidates.length > 0 && !order && !closed && html`<${Rate} room=${room} step=${step} candidates=${candidates} send=${send} />`}
  </div>`;
}

/* Where one is: the first without marks at the start, "alle" for the list of all. */
function Rate({ room, step, candidates, send }) {
  const own = mine(room, step);
  const first = candidates.find((id) => !own.ratings[id]);
  const [kept, keep] = useDraft(room, step.id, "~plek", "");
  const moved = useRef(false);
  const go = (to) => {
    moved.current = true;
    keep(to);
  };
  const [start] = useState(first || "alle");
  const at = kept === "alle" || candidates.includes(kept) ? kept : candidates.includes(start) ? start : "alle";
  const index = candidates.indexOf(at);

  function give(id, pair) {
    send("rating.give", { step: step.id, ratings: { ...within(own.ratings, candidates), [id]: pair } });
  }
  return html`
    ${at === "alle"
      ? html`<${All} room=${room} step=${step} candidates=${candidates} go=${go} moved=${moved} />`
      : html`<${One} key=${at} room=${room} step=${step} id=${at} index=${index} candidates=${candidates} pair=${own.ratings[at]} give=${give} go=${go} moved=${moved} />`}
    ${own.state && html`<p class=${"small " + (own.state === "waiting" ? "matrix-unsaved" : "muted")}>${own.state === "waiting" ? words.waiting : words.saved}</p>`}
  `;
}

const within = (ratings, candidates) => Object.fromEntries(Object.entries(ratings).filter(([id]) => candidates.includes(id)));

/* Whoever goes to another proposal lands at its start, with the eyes and with the focus. */
function useArrival(moved) {
  const start = useRef(null);
  useLayoutEffect(() => {
    if (!moved || !moved.current) return;
    start.current.focus({ preventScroll: true });
    start.current.scrollIntoView({ block: "start" });
  }, []);
  return start;
}

function One({ room, step, id, index, candidates, pair, give, go, moved }) {
  const start = useArrival(moved);
  const [half, keepHalf] = useDraft(room, step.id, "~half." + id, "");
  const [impact, effort] = pair || half.split(",").map((mark) => Number(mark) || null);
  function mark(which, value) {
    const now = which === "impact" ? [value, effort || null] : [impact || null, value];
    if (now[0] && now[1]) {
      give(id, now);
      keepHalf("");
    } else keepHalf(now.map((one) => one || "").join(","));
  }
  const last = index === candidates.length - 1;
  return html`<section class="stack">
    <h2 class="matrix-where" tabindex="-1" ref=${start}>${words.place(index + 1, candidates.length)}</h2>
    <div class="note matrix-note"><${Candidate} room=${room} id=${id} /></div>
    <${Marks} label=${words.impact} value=${impact} onValue=${(value) => mark("impact", value)} />
    <${Marks} label=${words.effort} value=${effort} onValue=${(value) => mark("effort", value)} />
    <div class="matrix-steps">
      <button type="button" class="button" disabled=${index === 0} onClick=${() => go(candidates[index - 1])}>${words.back}</button>
      <button type="button" class=${"button" + (impact && effort ? " button--main" : "")} onClick=${() => go(last ? "alle" : candidates[index + 1])}>${impact && effort ? words.next : words.skip}</button>
    </div>
    <div class="row row--apart">
      <button type="button" class="link-button" onClick=${() => go("alle")}>${words.all}</button>
    </div>
    <p class="small muted">${words.secret}</p>
  </section>`;
}

function Marks({ label, value, onValue }) {
  return html`<fieldset class="matrix-marks">
    <legend class="field-label">${label}</legend>
    <div class="matrix-five">
      ${[1, 2, 3, 4, 5].map(
        (mark) => html`<button type="button" key=${mark} class="button matrix-mark" aria-pressed=${value === mark ? "true" : "false"} aria-label=${words.of(mark)} onClick=${() => onValue(mark)}>
          ${mark}
        </button>`,
      )}
    </div>
    <div class="matrix-ends small muted" aria-hidden="true"><span>${words.ends[0]}</span><span>${words.ends[1]}</span></div>
  </fieldset>`;
}

function All({ room, step, candidates, go, moved }) {
  const start = useArrival(moved);
  const { ratings } = mine(room, step);
  const done = candidates.filter((id) => ratings[id]).length;
  return html`<section class="stack">
    <h2 class="matrix-where" tabindex="-1" ref=${start}>${words.yours}</h2>
    <p>${words.done(done, candidates.length)}${go ? " " + words.change : ""}</p>
    <ol class="plain stack stack--tight">
      ${candidates.map((id) => {
        const inside = html`<span class="matrix-own" dir="auto">${named(room, id).text}</span><span class=${"small " + (ratings[id] ? "matrix-given" : "muted")}>${words.marks(ratings[id])}</span>`;
        return html`<li key=${id}>${go ? html`<button type="button" class="matrix-again" onClick=${() => go(id)}>${inside}</button>` : html`<div class="matrix-again">${inside}</div>`}</li>`;
      })}
    </ol>
  </section>`;
}

function Outcome({ room, step }) {
  const { candidates, order, points } = step.state;
  const { ratings } = mine(room, step);
  const rest = candidates.filter((id) => !points[id]);
  const groups = Object.keys(QUADRANTS)
    .map((key) => ({ key, here: order.filter((id) => points[id].quadrant === key) }))
    .filter((group) => group.here.length);
  return html`
    ${step.settings.by === "begeleider" && html`<p class="lead">${words.talk}</p>`}
    ${groups.map(
      (group) => html`<section key=${group.key} class="stack stack--tight">
        <h2>${QUADRANTS[group.key]} <span class="small muted matrix-because">${BECAUSE[group.key]}</span></h2>
        <ol class="plain stack stack--tight">
          ${group.here.map(
            (id) => html`<li key=${id} class="matrix-result">
              <span class="matrix-nr num">${numberOf(step, id)}</span>
              <div>
                <${Candidate} room=${room} id=${id} />
                <p class="small muted">${points[id].count ? words.room(points[id]) : words.put(points[id])}</p>
                ${ratings[id] && html`<p class="small muted">${words.you(ratings[id])}</p>`}
                ${points[id].spread > 2 && html`<p class="small"><strong>${words.divided}</strong></p>`}
              </div>
            </li>`,
          )}
        </ol>
      </section>`,
    )}
    ${rest.length > 0 &&
    html`<section class="stack stack--tight">
      <h2>${words.still}</h2>
      <ul class="plain stack stack--tight">
        ${rest.map(
          (id) => html`<li key=${id} class="matrix-result">
            ${step.settings.by === "begeleider" && html`<span class="matrix-nr num">${numberOf(step, id)}</span>`}
            <${Candidate} room=${room} id=${id} />
          </li>`,
        )}
      </ul>
    </section>`}
  `;
}
