/* The round in the control room: give turns, change the time and the order, see who answered on the phone. */

import { html, useState, useSend, plural, clock } from "/static/js/view.js";
import { may } from "/static/js/parts/may.js";
import { Menu } from "/static/js/parts/menu.js";
import { Pick } from "/static/js/parts/field.js";
import { NameField } from "/static/js/parts/namefield.js";
import { plain } from "/static/js/parts/near.js";
import { Name } from "./name.js";
import { inWords, round } from "./round.js";
import { Behalf } from "./behalf.js";
import { withWhat } from "./summary.js";

export { Behalf };
export const mayBehalf = (step) => step.settings.questions;

const words = {
  begin: "Begin de ronde",
  next: "Volgende organisatie",
  finish: "Rond de ronde af",
  back: "Vorige",
  skip: "Sla over",
  row: "De rij",
  empty: "Er zit nog geen organisatie aan tafel. Zodra iemand meedoet, staat die hier.",
  loose: (count) => plural(count, "deelnemer noemde", "deelnemers noemden") + " geen organisatie. Laat ook hen iets zeggen.",
  seconds: "Tijd per organisatie",
  fit: (seconds) => "Geef ieder " + inWords(seconds),
  places: (count) => (count === 1 ? "In deze stap past 1 organisatie." : "In deze stap passen " + count + " organisaties."),
  longer: (minutes) => "Geef de stap " + minutes + " minuten",
  status: { now: "nu", done: "geweest", skipped: "overgeslagen", waiting: "wacht" },
  spoke: (seconds) => "geweest, " + clock(seconds),
  answered: "ingevuld",
  paper: "op papier",
  ahead: "vooraf",
  by: (name) => "vooraf, door " + name,
  silent: (names) => "Nog niets ingevuld, ook niet vooraf: " + names.join(", ") + ".",
  guess: "eigen schatting",
  organisation: "Organisatie",
  turn: "Beurt",
  phone: "Vragen",
  fill: "Vul de vragen in namens hen",
  what: "Wijzig",
  menu: (name) => "Wijzig de beurt van " + name,
  give: "Geef nu het woord",
  earlier: "Eerder in de rij",
  later: "Later in de rij",
  first: "Als eerste",
  add: "Een organisatie zonder telefoon",
  addHint: "Zij komt achteraan in de rij.",
  put: "Zet in de rij",
  answers: (count) => "Wat er is ingevuld (" + count + ")",
  none: "Er is nog niets ingevuld.",
  contact: "Contact",
  offer: "Aanbod",
  together: "Samen met",
  wants: "Zoekt contact met",
};
const PACES = [30, 45, 60, 90, 120, 180, 240, 300, 600];

export function tools(step, room) {
  const { now, waiting, over, rows, started } = round(step, room);
  const send = (name) => () => room.send(name, { step: step.id });
  const next = !started ? words.begin : now && !waiting.length ? words.finish : words.next;
  return [
    { label: next, main: true, run: send("turn.next"), disabled: !rows.length || over },
    { label: words.back, run: send("turn.back"), disabled: !(step.state.done || []).length },
    { label: words.skip, run: send("turn.skip"), disabled: !now },
  ];
}

export default function Control({ room, step }) {
  const { rows } = round(step, room);
  const loose = room.list("participant").filter((person) => !person.org).length;
  return html`<div class="stack kennis-control">
    <${Pace} room=${room} step=${step} />
    <section class="stack stack--tight">
      <h3>${words.row}</h3>
      ${rows.length ? html`<${Row} room=${room} step=${step} rows=${rows} />` : html`<p class="muted">${words.empty}</p>`}
      ${loose > 0 && html`<p class="small muted">${words.loose(loose)}</p>`}
    </section>
    <${Add} room=${room} step=${step} />
    ${step.settings.questions && html`<${Answers} room=${room} step=${step} />`}
  </div>`;
}

/* The time for each, and the rulebook's warning when all turns together do not fit in the step. */
function Pace({ room, step }) {
  const { seconds } = round(step, room);
  const tight = step.warning;
  const set = (value) => room.send("turn.pace", { step: step.id, seconds: Number(value) });
  const options = [...new Set([...PACES, seconds])].sort((a, b) => a - b).map((pace) => ({ id: pace, text: inWords(pace) }));
  return html`<div class="stack stack--tight">
    ${tight &&
    html`<div class="banner banner--sun row">
      <p>${tight.say}</p>
      ${tight.fits > 0 && html`<button type="button" class="button button--small" onClick=${() => set(tight.fits)}>${words.fit(tight.fits)}</button>`}
      ${may(room, "step.edit") && html`<button type="button" class="button button--small" onClick=${() => room.send("step.edit", { step: step.id, minutes: tight.needs })}>${words.longer(tight.needs)}</button>`}
    </div>`}
    <div class="kennis-pace"><${Pick} label=${words.seconds} hint=${tight || !step.minutes ? "" : words.places(step.state.places)} options=${options} value=${seconds} onValue=${set} /></div>
  </div>`;
}

function Row({ room, step, rows }) {
  const [behalf, setBehalf] = useState("");
  const answered = new Set(room.list("introduction", { step: step.id }).map((one) => one.organisation));
  const ahead = new Set(room.list("foreword").map((one) => one.organisation));
  const send = (name, body) => room.send(name, { step: step.id, ...body });
  const menu = (row, at) => [
    { label: words.give, disabled: row.status === "now", run: () => send("turn.choose", { organisation: row.id }) },
    { label: words.earlier, disabled: at === 0, run: () => send("turn.move", { organisation: row.id, after: at > 1 ? rows[at - 2].id : "" }) },
    { label: words.later, disabled: at === rows.length - 1, run: () => send("turn.move", { organisation: row.id, after: rows[at + 1].id }) },
    { label: words.first, disabled: at === 0, run: () => send("turn.move", { organisation: row.id, after: "" }) },
    ...(step.settings.questions ? [{ label: words.fill, run: () => setBehalf(row.id) }] : []),
  ];
  return html`<div class="kennis-wide"><table class="table kennis-rows">
    <thead>
      <tr>
        <th scope="col">${words.organisation}</th>
        <th scope="col">${words.turn}</th>
        ${step.settings.questions && html`<th scope="col">${words.phone}</th>`}
        <th scope="col"><span class="visually-hidden">${words.what}</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, at) => html`<tr key=${row.id} class=${"is-" + row.status} aria-current=${row.status === "now" ? "true" : undefined}>
          <th scope="row"><${Name} organisation=${row} /></th>
          <td>${row.status === "done" ? words.spoke(row.spoke || 0) : words.status[row.status]}</td>
          ${step.settings.questions && html`<td class="kennis-phone-told">${answered.has(row.id) ? "✓ " + words.answered : ahead.has(row.id) ? "✓ " + words.ahead : ""}</td>`}
          <td class="kennis-do"><${Menu} label=${words.menu(row.name)} text=${words.what} items=${menu(row, at)} small /></td>
        </tr>`,
      )}
    </tbody>
  </table>
  ${behalf && html`<${Behalf} room=${room} step=${step} organisation=${behalf} onClose=${() => setBehalf("")} />`}
  </div>`;
}

/* For who has no phone with them: a name, or an organisation that is known but does not sit there yet. */
function Add({ room, step }) {
  const [name, setName] = useState("");
  const { send, busy, fault } = useSend(room);
  async function put(event) {
    event.preventDefault();
    const known = room.list("organisation").find((one) => plain(one.name) === plain(name));
    const made = known ? { ok: true, ids: [known.id] } : await send("organisation.add", { name });
    if (!made.ok) return;
    const answer = await send("turn.add", { step: step.id, organisation: made.ids[0] });
    if (answer.ok) setName("");
  }
  return html`<form class="kennis-add" onSubmit=${put}>
    <${NameField} label=${words.add} hint=${words.addHint} names=${[...room.list("organisation").map((one) => one.name), ...(step.state.names || [])]} value=${name} onValue=${setName} fault=${fault ? fault.say : ""} />
    <button type="submit" class="button" disabled=${busy || !name.trim()}>${words.put}</button>
  </form>`;
}

/* What came in on the phones: never on the screen, and kept for the network map. */
function Answers({ room, step }) {
  const given = [...room.list("introduction", { step: step.id }), ...room.list("foreword").map((one) => ({ ...one, ahead: true }))];
  const silent = room.list("organisation").filter((one) => !given.some((told) => told.organisation === one.id)).map((one) => one.name);
  const names = (list) => (list || []).join(", ");
  return html`<details class="card kennis-answers">
    <summary>${words.answers(given.length)}</summary>
    ${given.length === 0 ? html`<p class="muted">${words.none}</p>` : silent.length > 0 && html`<p class="small muted">${words.silent(silent)}</p>`}
    <ul class="plain stack">
      ${given.map((one) => {
        const lines = [
          [words.contact, [one.contact, one.number && one.number + " (" + words.guess + ")", one.frequency].filter(Boolean).join(" · ")],
          [words.offer, [names(one.offers), one.how, names(one.funding)].filter(Boolean).join(" · ")],
          [words.together, names(withWhat(one))],
          [words.wants, names(one.wants)],
        ];
        return html`<li key=${one.id}>
          <p><strong>${one.organisation && room.get(one.organisation) ? html`<${Name} organisation=${room.get(one.organisation)} />` : "–"}</strong> ${(one.on_behalf || one.ahead) && html`<span class="muted small">${one.by ? words.by(one.by) : one.ahead ? words.ahead : words.paper}</span>`}</p>
          ${(one.torn || []).map((say) => html`<p key=${say} class="banner banner--sun" dir="auto">${say}</p>`)}
          ${lines.map(([label, text]) => text && html`<p key=${label}><span class="muted">${label}:</span> <bdi>${text}</bdi></p>`)}
        </li>`;
      })}
    </ul>
  </details>`;
}
