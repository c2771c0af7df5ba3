/* In the control room, while the room is asked for a name: what came in, and the name that is taken. */

import { html, plural } from "/static/js/view.js";

const words = {
  asks: (name) => "De zaal bedenkt een naam voor “" + name + "”.",
  none: "Er is nog geen naam.",
  given: (count) => plural(count, "mens koos", "mensen kozen"),
  times: (count) => plural(count, "keer", "keer"),
  take: "Neem over",
  takeOf: (name) => "Neem de naam " + name + " over",
  stop: "Vraag niet meer",
};

export function Names({ room, step }) {
  const naming = step.state && step.state.naming;
  const group = naming && room.get(naming.group);
  if (!group) return null;
  return html`<section class="banner stack stack--tight" aria-label=${words.asks(group.name)}>
    <div class="row row--apart">
      <p><strong>${words.asks(group.name)}</strong> ${naming.given ? words.given(naming.given) + "." : words.none}</p>
      <button type="button" class="button button--small" onClick=${() => room.send("wall.ask", { step: step.id })}>${words.stop}</button>
    </div>
    <ul class="plain stack stack--tight">
      ${naming.names.map(
        (one) => html`<li key=${one.name} class="row">
          <button type="button" class="button button--small" aria-label=${words.takeOf(one.name)} onClick=${() => room.send("wall.take", { step: step.id, group: naming.group, name: one.name })}>${words.take}</button>
          <strong dir="auto">${one.name}</strong> <span class="muted num">${words.times(one.count)}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}
