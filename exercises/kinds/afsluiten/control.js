/* Commitments in the control room: read them first, keep one off the screen, show them, turn the pages. */

import { html, plural, useState } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { pageOf } from "/static/js/parts/pages.js";
import { withPaper } from "/static/js/parts/turnout.js";
import { Right } from "./behalf.js";

export { Behalf } from "./behalf.js";

const words = {
  show: "Toon aan de zaal",
  hide: "Verberg weer voor de zaal",
  only: (done) => "Alleen u ziet de voornemens nog. De zaal weet alleen: " + done + ".",
  wrote: ["heeft al iets opgeschreven", "hebben al iets opgeschreven"],
  right: "Verbeter de tekst",
  paper: "op papier",
  none: "Er is nog niets opgeschreven.",
  promises: (count) => plural(count, "voornemen", "voornemens"),
  noPromises: "Nog geen voornemens.",
  opinions: (count) => "Wat mensen ervan vonden (" + count + ")",
  worth: "Wat had u aan deze bijeenkomst?",
  better: "Wat kan de volgende keer beter?",
  secret: "Dit komt niet op het scherm. In het verslag staat het zonder naam.",
  menu: (text) => "Wijzig wat de zaal ziet van: " + text.slice(0, 60),
  do: "Wijzig",
  off: "Verberg voor de zaal",
  on: "Toon weer aan de zaal",
  hidden: "Verborgen voor de zaal",
  part: (from, to, all) => "Het scherm toont " + from + " tot en met " + to + " van " + all + ".",
  more: "Toon de volgende",
  fewer: "Toon de vorige",
};

export function notice(step, room) {
  const { answered = 0, people = 0, paper = 0 } = room.tally(step);
  return step.revealed || !answered ? null : words.only(withPaper({ voters: answered, people, paper }, ...words.wrote));
}

export const tools = (step, room) => [
  { label: step.revealed ? words.hide : words.show, main: !step.revealed, run: () => room.send("step.reveal", { step: step.id, on: !step.revealed }) },
];

export default function Control({ room, step }) {
  const all = room.list("commitment", { step: step.id });
  const promises = all.filter((one) => one.text);
  const seen = promises.filter((one) => !one.hidden);
  const { page, pages, from, to } = pageOf(seen, (step.state || {}).page);
  const turn = (by) => room.send("commitment.turn", { step: step.id, page: page + by });
  if (!all.length) return html`<p class="muted">${words.none}</p>`;
  return html`<div class="stack afsluiten-control">
    <section class="stack stack--tight">
      <h3>${promises.length ? words.promises(promises.length) : words.noPromises}</h3>
      ${step.revealed &&
      pages > 1 &&
      html`<div class="row">
        <span>${words.part(from + 1, to, seen.length)}</span>
        <button type="button" class="button button--small" disabled=${page === 0} onClick=${() => turn(-1)}>${words.fewer}</button>
        <button type="button" class="button button--small" disabled=${page === pages - 1} onClick=${() => turn(1)}>${words.more}</button>
      </div>`}
      <ul class="plain afsluiten-cards">${promises.map((one) => html`<li key=${one.id}><${Card} room=${room} one=${one} /></li>`)}</ul>
    </section>
    <${Opinions} all=${all} />
  </div>`;
}

function Card({ room, one }) {
  const [righting, setRighting] = useState(false);
  const who = [one.by, one.org, one.on_behalf && words.paper].filter(Boolean).join(", ");
  const items = [{ label: one.hidden ? words.on : words.off, run: () => room.send("commitment.hide", { commitment: one.id, on: !one.hidden }) }];
  if (one.on_behalf) items.push({ label: words.right, run: () => setRighting(true) });
  return html`<div class=${"note" + (one.hidden ? " note--hidden" : "")}>
    <p class="note-text" dir="auto">${one.text}</p>
    <div class="note-foot row row--apart">
      <span><bdi>${who}</bdi>${one.hidden && html`${who && " · "}${words.hidden}`}</span>
      <${Menu} label=${words.menu(one.text)} text=${words.do} items=${items} small />
    </div>
    ${righting && html`<${Right} room=${room} one=${one} onClose=${() => setRighting(false)} />`}
  </div>`;
}

function Opinions({ all }) {
  const told = ["worth", "better"].map((field) => [field, all.filter((one) => one[field])]);
  const count = told.reduce((sum, [, list]) => sum + list.length, 0);
  if (!count) return null;
  return html`<details class="card afsluiten-opinions">
    <summary>${words.opinions(count)}</summary>
    <div class="stack">
      <p class="small muted">${words.secret}</p>
      ${told.map(
        ([field, list]) =>
          list.length > 0 &&
          html`<div key=${field}>
            <h4>${words[field]}</h4>
            <ul>${list.map((one) => html`<li key=${one.id} dir="auto">${one[field]}</li>`)}</ul>
          </div>`,
      )}
    </div>
  </details>`;
}
