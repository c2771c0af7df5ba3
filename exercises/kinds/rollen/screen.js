/* Roles on the room's screen: one calm overview of four levels, or one role large with what people expect of it. */

import { html, plural, block } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { ROLES, expectations, holders, names, nobody, slots } from "./words.js";

const words = {
  levels: { keten: "Keten", casus: "Casus: per mantelzorger gekozen", bouwsteen: "Bouwsteen: kwaliteitsbewaker", instrument: "Instrument" },
  open: (n) => (n === 0 ? "Elke rol heeft een naam" : n + " nog te beleggen"),
  offers: (n) => n + " keer genoemd",
  can: "nog niemand genoemd",
  developer: "ontwikkelaar",
  executor: "uitvoerder",
  more: (n) => "En nog " + plural(n, "instrument", "instrumenten") + " op uw telefoon",
  expect: "Wat verwacht u van deze rol?",
  write: "Schrijf het op uw telefoon.",
  left: (n) => "En nog " + plural(n, "verwachting", "verwachtingen"),
};
const MOST = 5; /* instruments */

export const heading = (step, room) => {
  const at = step.state && step.state.at;
  return at ? { big: ROLES[at][0], small: step.title } : { big: step.title, small: step.group || "" };
};

export const count = (step) => (step.state.slots ? words.open(step.state.gaps) : null);

export default function Screen({ room, step }) {
  if (!step.state.slots) return null;
  return step.state.at ? html`<${Large} key=${step.state.at} room=${room} step=${step} role=${step.state.at} />` : html`<${Overview} room=${room} step=${step} />`;
}

/* A name, or that there is none yet; how often people named it stands beside what is open. */
function Who({ room, row, short }) {
  const here = names(room, row);
  if (here.length) return html`<p class="rollen-who" dir="auto">${here.join(" en ")}</p>`;
  return html`<p class=${row.role === "case_director" ? "rollen-each" : "rollen-open"}>${row.role === "case_director" ? words.can : nobody(row)}</p>
    ${row.offers > 0 && !short && html`<p class="rollen-times">${words.offers(row.offers)}</p>`}`;
}

function Band({ level, children }) {
  return html`<section class=${"rollen-band rollen-band--" + level}>
    <h2>${words.levels[level]}</h2>
    ${children}
  </section>`;
}

function Overview({ room, step }) {
  const tools = step.state.instruments || [];
  const draw = (shown, left) => html`<div class="rollen-overview">
    <div class="rollen-side">
      <${Band} level="keten"><ul class="plain rollen-cards">${slots(step, "keten").map((row) => html`<${Card} key=${row.id} room=${room} row=${row} />`)}</ul></${Band}>
      <${Band} level="casus"><ul class="plain rollen-cards">${slots(step, "casus").map((row) => html`<${Card} key=${row.id} room=${room} row=${row} />`)}</ul></${Band}>
      ${tools.length > 0 &&
      html`<${Band} level="instrument">
        <ul class="plain rollen-lines">${shown.map((id) => html`<${Tool} key=${id} room=${room} step=${step} id=${id} />`)}</ul>
        ${left > 0 && html`<p class="rollen-more">${words.more(left)}</p>`}
      </${Band}>`}
    </div>
    <div class="rollen-side">
      <${Band} level="bouwsteen">
        <ul class="plain rollen-lines">
          ${slots(step, "bouwsteen").map(
            (row) => html`<li key=${row.id} class="rollen-line"><span class=${"rollen-nr num rollen-nr--b" + row.block}>${row.block}</span><div><p class="rollen-name">${block(row.block)}</p><${Who} room=${room} row=${row} /></div></li>`,
          )}
        </ul>
      </${Band}>
    </div>
  </div>`;
  return html`<div class="stage"><${Few} items=${tools.length ? tools : [""]} most=${MOST} min=${28} max=${38} draw=${draw} /></div>`;
}

function Card({ room, row }) {
  return html`<li class="rollen-card">
    <p class="rollen-name">${ROLES[row.role][0]}</p>
    <${Who} room=${room} row=${row} />
  </li>`;
}

function Tool({ room, step, id }) {
  const rows = slots(step, "instrument").filter((row) => row.instrument === id);
  return html`<li class="rollen-tool">
    <p class="rollen-name" dir="auto">${(room.get(id) || {}).name}</p>
    <div class="rollen-pair">${rows.map((row) => html`<div key=${row.id} class="rollen-half"><p class="rollen-part">${words[row.role]}</p><${Who} room=${room} row=${row} short /></div>`)}</div>
  </li>`;
}

/* One role: what it does and who has it on the left, what people expect of it on the right. */
function Large({ room, step, role }) {
  const rows = slots(step).filter((row) => row.role === role);
  const notes = expectations(room, step, role);
  const taken = rows.flatMap((row) => holders(room, row).map((one) => ({ id: one.id, text: row.block ? row.block + ". " + one.org : one.org })));
  const draw = (shown, left) => html`<ul class="plain rollen-notes">${shown.map((note) => html`<li key=${note.id} class="note"><p class="note-text" dir="auto">${note.text}</p></li>`)}</ul>
    ${left > 0 && html`<p class="rollen-more">${words.left(left)}</p>`}`;
  return html`<div class="stage rollen-large">
    <${Fit} class="rollen-what" min=${32} max=${56}>
      <p>${ROLES[role][1]}</p>
      ${taken.length > 0 ? html`<ul class="plain rollen-taken">${taken.map((one) => html`<li key=${one.id} class="rollen-who" dir="auto">${one.text}</li>`)}</ul>` : rows.length > 0 && html`<p class=${role === "case_director" ? "rollen-each" : "rollen-open"}>${nobody(rows[0])}</p>`}
    </${Fit}>
    <div class="rollen-expect">
      <p class="rollen-ask">${words.expect}</p>
      ${notes.length ? html`<${Few} items=${notes.slice().reverse()} most=${8} min=${28} max=${44} draw=${draw} />` : html`<p class="lead">${words.write}</p>`}
    </div>
  </div>`;
}
