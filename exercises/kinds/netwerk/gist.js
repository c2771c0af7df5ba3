/* What the map tells, in the sentences of the report; and names that may be one organisation. */

import { html, useSend } from "/static/js/view.js";

const words = {
  title: "Wat de kaart vertelt",
  none: "Nog niets. Vraag met wie mensen samenwerken.",
  same: "Is dit dezelfde organisatie?",
  pair: (a, b) => "“" + a + "” en “" + b + "”",
  one: "Ja, maak er één van",
  two: "Nee, dit zijn er twee",
  said: (n) => (n === 1 ? "Van 2 namen die op elkaar lijken, zei iemand al dat het er twee zijn" : "Van " + n + " paren namen die op elkaar lijken, zei iemand al dat het er twee zijn"),
  by: (names) => "Volgens " + names.join(" en ") + " zijn het er twee.",
};

export function Gist({ room, step, map }) {
  const { facts, alike, two = [] } = step.state;
  return html`<section class="card stack stack--tight">
    <h3>${words.title}</h3>
    ${facts.length ? html`<ul class="stack stack--tight">${facts.map((fact) => html`<li key=${fact} dir="auto">${fact}</li>`)}</ul>` : html`<p class="muted">${words.none}</p>`}
    ${alike.map(([one, into]) => html`<${Alike} key=${one + into} room=${room} step=${step} map=${map} one=${one} into=${into} />`)}
    ${two.length > 0 &&
    html`<details>
      <summary>${words.said(two.length)}</summary>
      ${two.map(([one, into, by]) => html`<${Alike} key=${one + into} room=${room} step=${step} map=${map} one=${one} into=${into} by=${by} />`)}
    </details>`}
  </section>`;
}

function Alike({ room, step, map, one, into, by = [] }) {
  const { send, busy, fault } = useSend(room);
  const pair = words.pair(map.name(one), map.name(into));
  const button = (name, text) => html`<button type="button" class="button button--small" disabled=${busy} aria-label=${text + ": " + pair} onClick=${() => send(name, { step: step.id, one, into })}>${text}</button>`;
  return html`<div class="net-row" role="group" aria-label=${words.same + " " + pair}>
    <p class="net-grow"><strong>${words.same}</strong> <span dir="auto">${pair}</span>${by.length > 0 && html` <span class="muted small" dir="auto">${words.by(by)}</span>`}</p>
    <div class="net-pills">${button("network.same", words.one)} ${button("network.apart", words.two)}</div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </div>`;
}
