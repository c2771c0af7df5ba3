/* Reflection in the control room: what people shared, the actions they made of it, and how many are ready. */

import { html, keyOf, lanes, plural, useState } from "/static/js/view.js";
import { Emptying } from "/static/js/parts/emptying.js";
import { may } from "/static/js/parts/may.js";
import { NoteCard } from "/static/js/parts/note.js";

const words = {
  private: "Wat mensen niet delen, ziet niemand: u ook niet. Wat zij delen, leest de zaal meteen.",
  ready: (n, all) => n + " van " + plural(all, "mens is klaar", "mensen zijn klaar") + ".",
  none: "Hier is nog niets gedeeld.",
  own: (n) => "Eigen acties (" + n + ")",
  noOwn: "Nog niemand maakte er een eigen actie van.",
  put: "Zet op de lijst",
  listed: "✓ Staat op de lijst",
  do: "Wijzig",
  hide: "Verberg voor de zaal",
  show: "Toon weer aan de zaal",
  redact: "Maak voorgoed leeg …",
  redactTitle: "Dit antwoord voorgoed leegmaken?",
};

export const takesNotes = true;
export const notice = () => words.private;

export default function Control({ room, step }) {
  const [empty, setEmpty] = useState(null);
  const rows = lanes(step).length ? lanes(step) : [{ id: "1", text: step.title }];
  const { people = 0 } = room.tally(step);
  const ready = step.state.ready || 0;
  const menu = (note) => [
    { label: note.hidden ? words.show : words.hide, run: () => room.send("note.hide", { notes: [note.id], on: !note.hidden }) },
    ...(may(room, "note.redact") ? [{ group: " ", label: words.redact, danger: true, disabled: note.redacted, run: () => setEmpty(note) }] : []),
  ];
  return html`<div class="stack stack--wide">
    <p class="muted">${words.ready(ready, Math.max(people, ready))}</p>
    ${rows.map((lane) => {
      const notes = room.list("note", { step: step.id, lane: lane.id });
      return html`<section key=${lane.id} class="stack stack--tight">
        <h3>${lane.text}${notes.length ? " (" + notes.length + ")" : ""}</h3>
        ${notes.length === 0 && html`<p class="muted">${words.none}</p>`}
        <ul class="plain reflectie-cards">${notes.map((note) => html`<li key=${keyOf(note)}><${NoteCard} note=${note} menu=${menu(note)} menuText=${words.do} /></li>`)}</ul>
      </section>`;
    })}
    <${Own} room=${room} step=${step} />
    ${empty &&
    html`<${Emptying} room=${room} note=${empty} title=${words.redactTitle} onClose=${() => setEmpty(null)} />`}
  </div>`;
}

/* Offers of this step; the list itself stands in the step Acties. */
function Own({ room, step }) {
  const actions = room.list("action", { step: step.id });
  return html`<section class="stack stack--tight">
    <h3>${words.own(actions.length)}</h3>
    ${actions.length === 0 && html`<p class="muted">${words.noOwn}</p>`}
    <ul class="plain stack stack--tight">
      ${actions.map(
        (action) => html`<li key=${action.id} class="card reflectie-card reflectie-own">
          <span dir="auto">${action.what}${action.by || action.who ? html` <span class="muted small">(${[action.by, action.who].filter(Boolean).join(", ")})</span>` : ""}</span>
          ${action.offered ? html`<button type="button" class="button button--small" aria-label=${words.put + ": " + action.what} onClick=${() => room.send("action.accept", { action: action.id })}>${words.put}</button>` : html`<span class="reflectie-told">${words.listed}</span>`}
        </li>`,
      )}
    </ul>
  </section>`;
}
