/* The scale in the control room: only how many answered, until it is shown to everybody; then each statement to talk about. */

import { html } from "/static/js/view.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { weighingTools } from "/static/js/parts/weighing.js";
import { Level, Spread, highest, words as said } from "./spread.js";

export { Behalf } from "./behalf.js";
export const mayBehalf = (step) => !step.revealed && !step.state.closed && step.prompts.length > 0;

const words = {
  secret: "Ook u ziet de uitslag nog niet. ",
  given: ["heeft antwoord gegeven", "hebben antwoord gegeven"],
  shut: "Het is gesloten. Toon de uitslag als de zaal eraan toe is.",
  few: "Bij minder dan drie antwoorden op een stelling tonen wij daar niets van: dan zou u kunnen raden van wie een cijfer is.",
  show: "Sluit en toon de uitslag",
  showNow: "Toon de uitslag",
  close: "Sluit het geven van cijfers",
  open: "Laat weer cijfers geven",
  again: "Verberg de uitslag en ga door",
  empty: "Er staan geen stellingen in deze stap. Zet ze erin met “Wijzig deze stap”: elke vraag is een stelling.",
  list: (n) => "Hier geeft de zaal cijfers bij (" + n + ")",
  outcome: "Wat de zaal vindt",
  large: "Toon deze groot",
  largeNow: "Staat groot op het scherm",
  all: "Toon weer alles",
  about: (text) => ": " + text,
};

export function notice(step, room) {
  if (step.revealed || !step.prompts.length) return null;
  const said = withPaper(room.tally(step), ...words.given);
  return (step.state.closed ? words.shut + " " : "") + words.secret + (said ? said + "." : "");
}

export const tools = (step, room) => (!step.prompts.length ? [] : weighingTools(step, room, words));

export default function Control({ room, step }) {
  const { rows } = step.state;
  if (step.prompts.length === 0) return html`<p class="muted">${words.empty}</p>`;
  return rows ? html`<${Outcome} room=${room} step=${step} rows=${rows} />` : html`<${Asked} step=${step} />`;
}

function Asked({ step }) {
  return html`<section class="schaal stack stack--tight">
    <h3>${words.list(step.prompts.length)}</h3>
    <p class="muted">${said.ends(step.settings)}</p>
    <ol class="schaal-list">
      ${step.prompts.map((prompt) => html`<li key=${prompt.id} dir="auto">${prompt.text}</li>`)}
    </ol>
    <p class="small muted">${words.few}</p>
  </section>`;
}

function Outcome({ room, step, rows }) {
  const most = highest(rows);
  const { large } = step.state;
  const put = (statement) => room.send("scale.show", { step: step.id, statement });
  return html`<section class="schaal stack stack--tight">
    <div class="row row--apart">
      <h3>${words.outcome}</h3>
      <button type="button" class="button button--small" disabled=${!large} onClick=${() => put("")}>${words.all}</button>
    </div>
    <p class="muted">${said.ends(step.settings)}</p>
    <ol class="plain schaal-result">
      ${step.prompts.map((prompt) => {
        const row = rows[prompt.id];
        return html`<li key=${prompt.id} class="schaal-row">
          <div class="schaal-words">
            <p class="schaal-text" dir="auto">${prompt.text}</p>
            <p><${Level} row=${row} strong /></p>
            ${row.earlier && html`<p class="small muted">${said.earlier(row.earlier)}</p>`}
            <button type="button" class="button button--small" aria-pressed=${large === prompt.id ? "true" : "false"} onClick=${() => put(large === prompt.id ? "" : prompt.id)}>
              ${large === prompt.id ? words.largeNow : words.large}<span class="visually-hidden">${words.about(prompt.text)}</span>
            </button>
          </div>
          <${Spread} row=${row} most=${most} />
        </li>`;
      })}
    </ol>
  </section>`;
}
