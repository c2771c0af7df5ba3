/* Voting on the phone: dots that one puts and takes away again, until the facilitator closes. */

import { html, useSend, plural, keyOf } from "/static/js/view.js";
import { Bar } from "/static/js/parts/bars.js";
import { Candidate, named } from "/static/js/parts/candidate.js";

const words = {
  empty: "Er is nog niets om over te stemmen. Kijk even op het scherm.",
  how: (dots, most) => "U hebt " + plural(dots, "stip", "stippen") + (most < dots ? ", hoogstens " + most + " op hetzelfde voorstel" : "") + ". Niemand ziet wat u kiest.",
  left: (left, dots) => (left === 0 ? "Al uw stippen zijn gezet" : "Nog " + left + " van " + plural(dots, "stip", "stippen")),
  shift: "Schuiven? Haal eerst ergens een stip weg.",
  plus: "+ stip",
  minus: "− stip",
  put: "Stip erbij",
  take: "Stip eraf",
  none: "geen stip van u",
  mine: (n) => plural(n, "stip", "stippen") + " van u",
  saved: "✓ Uw keuze is opgeslagen. U kunt nog schuiven tot de stemming dicht gaat.",
  waiting: "Uw keuze is nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  closed: "De stemming is gesloten. Uw keuze telt mee. De uitslag komt zo.",
  late: "Nog niet in de stemming",
  lateText: "Dit briefje kwam binnen toen de stemming al begonnen was. De begeleider kan het nog opnemen.",
  outcome: "De uitslag",
  given: (n) => "Samen gaf de zaal " + plural(n, "stip", "stippen") + ".",
  votes: (n) => plural(n, "stip", "stippen"),
};

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

/* The refusal of a choice that came too late stands above whatever the phone shows by then. */
export default function Phone({ room, step }) {
  const { send, fault } = useSend(room);
  const candidates = step.state.candidates || [];
  return html`<div class="stemmen stack">
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${candidates.length === 0 && html`<p class="lead">${words.empty}</p>`}
    ${candidates.length > 0 && (step.revealed ? html`<${Outcome} room=${room} step=${step} />` : html`<${Ballot} room=${room} step=${step} candidates=${candidates} send=${send} />`)}
    ${!step.revealed && html`<${Late} room=${room} step=${step} candidates=${candidates} />`}
  </div>`;
}

function own(room, step) {
  return room.own("ballot", { step: step.id })[0] || { choices: {} };
}

function Ballot({ room, step, candidates, send }) {
  const { dots = 3, most = 2 } = step.settings;
  const ballot = own(room, step);
  const choices = {};
  for (const id of candidates) if (ballot.choices[id]) choices[id] = ballot.choices[id];
  const left = dots - Object.values(choices).reduce((sum, n) => sum + n, 0);
  const closed = Boolean(step.state.closed);
  const put = (id, n) => send("ballot.cast", { step: step.id, choices: { ...choices, [id]: n } });

  return html`
    ${closed ? html`<p class="banner banner--sun">${words.closed}</p>` : html`<p>${words.how(dots, Math.min(most, dots))}</p>`}
    ${!closed &&
    html`<div class="stemmen-budget">
      <p class="stemmen-left" aria-live="polite"><strong>${words.left(left, dots)}</strong></p>
      <span class="stemmen-dots" aria-hidden="true">${Array.from({ length: dots }, (_, index) => html`<span key=${index} class=${"stemmen-dot" + (index < left ? " stemmen-dot--free" : "")}></span>`)}</span>
      ${left === 0 && html`<p class="small stemmen-shift">${words.shift}</p>`}
    </div>`}
    <ul class="plain stack stack--tight">
      ${candidates.map((id) => {
        const n = choices[id] || 0;
        const { text } = named(room, id);
        return html`<li key=${id} class=${"stemmen-row" + (n ? " stemmen-row--mine" : "")}>
          <${Candidate} room=${room} id=${id} />
          <div class="stemmen-hand">
            ${!closed &&
            html`<button type="button" class="button stemmen-step" aria-label=${words.take + ": " + text} aria-disabled=${n === 0 ? "true" : undefined} onClick=${() => n > 0 && put(id, n - 1)}>${words.minus}</button>`}
            <span class="stemmen-mine" role="img" aria-label=${n ? words.mine(n) : words.none}>
              ${Array.from({ length: most < dots ? most : dots }, (_, index) => html`<span key=${index} class=${"stemmen-dot" + (index < n ? " stemmen-dot--put" : "")}></span>`)}
            </span>
            ${!closed &&
            html`<button
              type="button"
              class="button stemmen-step"
              aria-label=${words.put + ": " + text}
              aria-disabled=${left === 0 || n >= most ? "true" : undefined}
              onClick=${() => left > 0 && n < most && put(id, n + 1)}
            >
              ${words.plus}
            </button>`}
          </div>
        </li>`;
      })}
    </ul>
    ${ballot.state && !closed && html`<p class=${"small " + (ballot.state === "waiting" ? "stemmen-unsaved" : "muted")}>${ballot.state === "waiting" ? words.waiting : words.saved}</p>`}
  `;
}

/* One's own notes that came after the list was made. */
function Late({ room, step, candidates }) {
  const listed = new Set(candidates);
  const grouped = new Set(candidates.flatMap((id) => (named(room, id).notes || []).map((note) => note.id)));
  const late = room.own("note", (note) => note.step === step.from && !note.withdrawn && !note.redacted && !note.into && !note.cluster && !listed.has(note.id) && !grouped.has(note.id));
  if (late.length === 0) return null;
  return html`<section class="stack stack--tight">
    <h2>${words.late}</h2>
    <p class="small muted">${words.lateText}</p>
    <ul class="plain stack stack--tight">
      ${late.map((note) => html`<li key=${keyOf(note)} class="note"><p class="note-text" dir="auto">${note.text}</p></li>`)}
    </ul>
  </section>`;
}

function Outcome({ room, step }) {
  const { order = [], totals = {}, given = 0 } = step.state;
  const mine = own(room, step).choices;
  const top = Math.max(1, ...Object.values(totals));
  return html`
    <p>${words.given(given)}</p>
    <h2>${words.outcome}</h2>
    <ol class="plain stack stack--tight">
      ${order.map(
        (id) => html`<li key=${id} class=${"stemmen-row" + (mine[id] ? " stemmen-row--mine" : "")}>
          <${Candidate} room=${room} id=${id} />
          <${Bar} value=${totals[id]} most=${top} label=${words.votes(totals[id])} />
          ${mine[id] ? html`<p class="small muted">${words.mine(mine[id])}</p>` : null}
        </li>`,
      )}
    </ol>
  `;
}
