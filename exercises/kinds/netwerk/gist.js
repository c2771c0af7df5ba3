/* What the map tells, in words; and names that may be one organisation. */

import { html, plural, useSend } from "/static/js/view.js";
import { sortName } from "./words.js";

const words = {
  title: "Wat de kaart vertelt",
  sum: (gist) => "Op de kaart: " + plural(gist.there, "lijn", "lijnen") + " van samenwerking, waarvan " + gist.firm + " zeker." + (gist.missing ? " " + plural(gist.missing, "lijn ontbreekt", "lijnen ontbreken") + " nog." : ""),
  alone: (names) => "Nog zonder enige lijn: " + names + ".",
  absent: (names) => "Van deze soorten staat nog niemand op de kaart: " + names + ".",
  onesided: (names) => "Nog maar van één kant genoemd: " + names + ". Vraag de ander.",
  torn: (names) => "Hier zeggen mensen iets verschillends: " + names + ". Vraag het na.",
  unchecked: (names) => "Nog niet nagekeken door de organisatie zelf: " + names + ".",
  missed: (name, links, alone) => "Zonder " + name + " raakt de keten " + plural(links, "lijn", "lijnen") + " kwijt." + (alone ? " Dan blijft zonder lijn: " + alone + "." : ""),
  denied: (names) => "Zegt niet samen te werken: " + names + ".",
  with: (a, b) => a + " met " + b,
  same: "Is dit dezelfde organisatie?",
  pair: (a, b) => "“" + a + "” en “" + b + "”",
  one: "Ja, maak er één van",
  two: "Nee, dit zijn er twee",
};
const MOST = 8;

function listed(names) {
  if (names.length > MOST) return names.slice(0, MOST).join(", ") + " en nog " + (names.length - MOST);
  return names.length > 1 ? names.slice(0, -1).join(", ") + " en " + names[names.length - 1] : names.join("");
}

export function Gist({ room, step, map }) {
  const { gist, alike } = step.state;
  const pairs = (found) => listed(found.map(([a, b]) => words.with(map.name(a), map.name(b))));
  const named = (found) => listed(found.map(map.name));
  const facts = [words.sum(gist)];
  if (gist.alone.length) facts.push(words.alone(named(gist.alone)));
  if (gist.absent.length) facts.push(words.absent(listed(gist.absent.map((sort) => sortName(sort).toLowerCase()))));
  if (gist.torn.length) facts.push(words.torn(pairs(gist.torn)));
  if (gist.denied.length) facts.push(words.denied(pairs(gist.denied)));
  if (gist.onesided.length) facts.push(words.onesided(pairs(gist.onesided)));
  if (gist.unchecked.length) facts.push(words.unchecked(named(gist.unchecked)));
  if (gist.missed) facts.push(words.missed(map.name(gist.missed.guest), gist.missed.links, named(gist.missed.alone)));
  return html`<section class="card stack stack--tight">
    <h3>${words.title}</h3>
    <ul class="stack stack--tight">${facts.map((fact) => html`<li key=${fact} dir="auto">${fact}</li>`)}</ul>
    ${(alike || []).map(([one, into]) => html`<${Alike} key=${one + into} room=${room} step=${step} map=${map} one=${one} into=${into} />`)}
  </section>`;
}

function Alike({ room, step, map, one, into }) {
  const { send, busy, fault } = useSend(room);
  const pair = words.pair(map.name(one), map.name(into));
  const button = (name, text) => html`<button type="button" class="button button--small" disabled=${busy} aria-label=${text + ": " + pair} onClick=${() => send(name, { step: step.id, one, into })}>${text}</button>`;
  return html`<div class="net-row" role="group" aria-label=${words.same + " " + pair}>
    <p class="net-grow"><strong>${words.same}</strong> <span dir="auto">${pair}</span></p>
    <div class="net-pills">${button("network.same", words.one)} ${button("network.apart", words.two)}</div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}
