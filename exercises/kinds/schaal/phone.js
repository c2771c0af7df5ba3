/* The scale on the phone: a row of large numbers under each statement; afterwards what the room said. */

import { html, useSend } from "/static/js/view.js";
import { Level, Spread, highest, words as said } from "./spread.js";

const words = {
  empty: "Er staan nog geen stellingen klaar. Kijk even op het scherm.",
  how: "Geef bij elke zin een cijfer. Niemand ziet wat u geeft. U mag er een overslaan.",
  mark: (mark, scale) => mark + " van " + scale,
  again: "Tik nog eens op uw cijfer om het weg te halen.",
  done: (n, of) => (n === 0 ? "U gaf nog geen cijfer." : n === of ? "U gaf overal een cijfer. Dank u wel." : "U gaf bij " + n + " van de " + of + " zinnen een cijfer."),
  saved: "✓ Opgeslagen. U kunt nog veranderen tot de begeleider sluit.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  closed: "De begeleider heeft het gesloten. Uw cijfers tellen mee. De uitslag komt zo.",
  outcome: "Wat de zaal vindt",
  you: (mark) => "U gaf een " + mark + ".",
  none: "U gaf hier geen cijfer.",
};

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

const mine = (room, step) => (room.own("ballot", { step: step.id })[0] || { choices: {} }).choices;

/* The refusal of a mark that came too late stands above whatever the phone shows by then. */
export default function Phone({ room, step }) {
  const { send, fault } = useSend(room);
  const { rows } = step.state;
  return html`<div class="schaal stack">
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${step.prompts.length === 0 && html`<p class="lead">${words.empty}</p>`}
    ${step.prompts.length > 0 && (rows ? html`<${Outcome} room=${room} step=${step} rows=${rows} />` : html`<${Statements} room=${room} step=${step} send=${send} />`)}
  </div>`;
}

function Statements({ room, step, send }) {
  const own = room.own("ballot", { step: step.id })[0] || { choices: {} };
  const there = step.prompts.filter((prompt) => own.choices[prompt.id]);
  const closed = Boolean(step.state.closed);
  function give(id, mark) {
    const choices = {};
    for (const prompt of there) choices[prompt.id] = own.choices[prompt.id];
    choices[id] = choices[id] === mark ? 0 : mark;
    send("ballot.cast", { step: step.id, choices });
  }
  return html`
    ${closed ? html`<p class="banner banner--sun">${words.closed}</p>` : html`<p>${words.how}</p>`}
    ${step.prompts.map((prompt) => html`<${One} key=${prompt.id} prompt=${prompt} settings=${step.settings} value=${own.choices[prompt.id] || 0} closed=${closed} onValue=${(mark) => give(prompt.id, mark)} />`)}
    <p class="schaal-done"><strong>${words.done(there.length, step.prompts.length)}</strong></p>
    ${!closed && own.state && html`<p class=${"small " + (own.state === "waiting" ? "schaal-unsaved" : "muted")} aria-live="polite">${own.state === "waiting" ? words.waiting : words.saved}</p>`}
    ${!closed && there.length > 0 && html`<p class="small muted">${words.again}</p>`}
  `;
}

function One({ prompt, settings, value, closed, onValue }) {
  const { scale = 5, low, high } = settings;
  return html`<fieldset class="schaal-one">
    <legend class="schaal-text" dir="auto">${prompt.text}</legend>
    <div class="schaal-numbers">
      ${Array.from({ length: scale }, (_, at) => at + 1).map(
        (mark) => html`<button
          type="button"
          key=${mark}
          class="button schaal-number num"
          disabled=${closed}
          aria-pressed=${value === mark ? "true" : "false"}
          aria-label=${words.mark(mark, scale)}
          onClick=${() => onValue(mark)}
        >
          ${mark}
        </button>`,
      )}
    </div>
    <div class="schaal-ends small"><span>1 = ${low}</span><span>${scale} = ${high}</span></div>
  </fieldset>`;
}

function Outcome({ room, step, rows }) {
  const most = highest(rows);
  const own = mine(room, step);
  return html`
    <h2>${words.outcome}</h2>
    <p class="small muted">${said.ends(step.settings)}</p>
    <ol class="plain stack stack--tight">
      ${step.prompts.map((prompt) => {
        const row = rows[prompt.id];
        return html`<li key=${prompt.id} class="schaal-row">
          <p class="schaal-text" dir="auto">${prompt.text}</p>
          <${Spread} row=${row} most=${most} mine=${own[prompt.id]} />
          <p><${Level} row=${row} strong /></p>
          <p class="small muted">${own[prompt.id] ? words.you(own[prompt.id]) : words.none}${row.earlier ? " " + said.earlier(row.earlier) : ""}</p>
        </li>`;
      })}
    </ol>
  `;
}
