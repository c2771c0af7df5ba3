/* Reflection on the room's screen: the questions, calm; under each what people chose to share. */

import { html, lanes, plural } from "/static/js/view.js";
import { Few } from "/static/js/parts/few.js";
import { Fit } from "/static/js/parts/fit.js";
import { NoteCard } from "/static/js/parts/note.js";

const words = {
  quiet: "Neem de tijd. Wat u typt, blijft op uw eigen telefoon. U kiest zelf wat u deelt.",
  ready: (n) => plural(n, "mens is klaar", "mensen zijn klaar"),
  left: (n) => "En nog " + n + " op uw telefoon",
};

export const count = (step) => (step.state.ready ? words.ready(step.state.ready) : null);

export default function Screen({ room, step }) {
  const rows = lanes(step).length ? lanes(step) : [{ id: "1", text: step.title }];
  const notes = room.list("note", { step: step.id });
  const shape = "reflectie-across--" + Math.min(rows.length, 4);
  if (notes.length === 0)
    return html`<div class="stage">
      <${Fit} class=${"reflectie-asked " + shape} min=${32} max=${60}>
        ${rows.map((lane, at) => html`<section key=${lane.id} class="reflectie-ask"><p class="reflectie-nr num">${at + 1}</p><h2>${lane.text}</h2></section>`)}
      </${Fit}>
      <p class="reflectie-calm">${words.quiet}</p>
    </div>`;
  return html`<div class="stage">
    <div class=${"reflectie-shared " + shape}>${rows.map((lane, at) => html`<${Direction} key=${lane.id} lane=${lane} number=${at + 1} notes=${notes.filter((note) => note.lane === lane.id)} />`)}</div>
    <p class="reflectie-calm">${words.quiet}</p>
  </div>`;
}

function Direction({ lane, number, notes }) {
  const draw = (shown, left) => html`<ul class="plain reflectie-notes">${shown.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} big /></li>`)}</ul>
    ${left > 0 && html`<p class="reflectie-left">${words.left(left)}</p>`}`;
  return html`<section class="reflectie-direction">
    <h2 class="reflectie-question reflectie-head"><span class="reflectie-nr num" aria-hidden="true">${number}</span><span>${lane.text}</span></h2>
    ${notes.length > 0 && html`<${Few} items=${notes.slice().reverse()} most=${8} min=${28} max=${40} draw=${draw} />`}
  </section>`;
}
