/* Before the first step and after the last: what to do, ticked off on evidence only. */

import { html, plural } from "../view.js";
import { Lookback } from "./lookback.js";
import { Groundwork } from "./groundwork.js";

const words = {
  title: "Klaarzetten",
  intro: "Vier dingen voor u begint. Een vinkje verschijnt pas als het echt zo is.",
  screen: "Open het scherm voor de zaal",
  screenHow: "Met de knop rechtsboven. Sleep het nieuwe venster naar de beamer en druk daar op F11.",
  door: "Zet de deur open",
  doorHow: "Dan komt de code op het scherm.",
  phone: "Laat een telefoon meedoen",
  phoneHow: "Zo weet u dat telefoons deze computer kunnen bereiken.",
  people: (n) => plural(n, "telefoon is", "telefoons zijn") + " verbonden",
  begin: "Begin met de eerste stap",
  beginHow: "Met de groene knop rechtsonder, of met PageDown.",
  careful: "Kijk dit nog even na",
  yes: "gedaan",
  no: "nog niet",
  over: "Deze bijeenkomst is afgesloten",
  overText: "Alles is bewaard. Maak nu het verslag, of zet de deur weer open.",
  report: "Maak het verslag",
  papers: "Papieren",
  replay: "Terugkijken",
  ahead: "Uitnodiging, draaiboek en formulieren vindt u bij ",
  before: "Laat vooraf invullen",
  beforeHow: "Stuur organisaties een link. Dan staat klaar wat zij doen, en met wie zij werken: ",
  again: "Zet de deur weer open",
};

export function Begin({ room }) {
  const open = room.meeting.state === "open";
  const warned = room.steps().filter((step) => step.warning);
  const rows = [
    [words.screen, words.screenHow, Boolean(room.now.screens)],
    [words.door, words.doorHow, open],
    [words.phone, room.here ? words.people(room.here) : words.phoneHow, room.here > 0],
    [words.begin, words.beginHow, Boolean(room.meeting.step)],
  ];
  return html`<section class="begin stack">
    <h2>${words.title}</h2>
    <p class="muted">${words.intro}</p>
    <${Lookback} room=${room} />
    <ol class="plain stack stack--tight">
      ${rows.map(
        ([what, how, done], index) => html`<li key=${what} class=${"card begin-row" + (done ? " is-done" : "")}>
          <span class="begin-mark" aria-hidden="true">${done ? "✓" : index + 1}</span>
          <span><strong>${what}</strong><span class="visually-hidden">, ${done ? words.yes : words.no}</span><br /><span class="muted">${how}</span></span>
        </li>`,
      )}
    </ol>
    <p>${words.ahead}<a href=${"/regie/" + room.ref + "/papieren"} target="_blank">${words.papers}</a>.</p>
    <p>${words.beforeHow}<a href=${"/regie/" + room.ref + "/vooraf"} target="_blank">${words.before}</a>.</p>
    ${warned.length > 0 && html`<h3>${words.careful}</h3>`}
    ${warned.map((step) => html`<div key=${step.id} class="banner banner--sun"><p><strong>${step.title}</strong> ${step.warning.say}</p></div>`)}
    <${Groundwork} room=${room} />
  </section>`;
}

export function Over({ room }) {
  return html`<section class="begin stack">
    <h2>${words.over}</h2>
    <p>${words.overText}</p>
    <p class="row">
      <a class="button button--main" href=${"/regie/" + room.ref + "/verslag"}>${words.report}</a>
      <a class="button" href=${"/regie/" + room.ref + "/papieren"}>${words.papers}</a>
      <a class="button" href=${"/regie/" + room.ref + "/terugkijken"}>${words.replay}</a>
      <button type="button" class="button" onClick=${() => room.send("meeting.open", {})}>${words.again}</button>
    </p>
  </section>`;
}
