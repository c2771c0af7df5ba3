/* The whole wall on the phone, after the reveal. */

import { html, plural } from "/static/js/view.js";
import { NoteCard } from "/static/js/parts/note.js";
import { wallOf } from "./wall.js";

const words = {
  wall: "De muur",
  count: (n) => plural(n, "briefje", "briefjes"),
  none: "Er hangt nog niets op de muur.",
  loose: "Losse briefjes",
};

export function Wall({ room, step }) {
  const wall = wallOf(room, step);
  const all = wall.reduce((sum, lane) => sum + lane.all.length, 0);
  return html`<section class="briefjes-wall stack">
    <h2>${words.wall}${all ? " · " + words.count(all) : ""}</h2>
    ${all === 0 && html`<p class="muted">${words.none}</p>`}
    ${wall
      .filter((lane) => lane.all.length)
      .map(
        (lane) => html`<section class="stack" key=${lane.id}>
          ${wall.length > 1 && html`<h3 class="briefjes-lane">${lane.text} <span class="muted num">${lane.all.length}</span></h3>`}
          ${lane.groups.filter((group) => group.notes.length).map((group) => html`<${Part} key=${group.id} room=${room} name=${group.name} notes=${group.notes} tag=${wall.length > 1 ? "h4" : "h3"} />`)}
          ${lane.loose.length > 0 && html`<${Part} key="los" room=${room} name=${lane.groups.some((group) => group.notes.length) ? words.loose : ""} notes=${lane.loose} tag=${wall.length > 1 ? "h4" : "h3"} />`}
        </section>`,
      )}
  </section>`;
}

function Part({ room, name, notes, tag }) {
  return html`<section class="stack stack--tight">
    ${name && html`<${tag} class="briefjes-name"><bdi>${name}</bdi> <span class="muted num">${notes.length}</span></${tag}>`}
    <ul class="plain stack stack--tight">
      ${notes.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} room=${room} /></li>`)}
    </ul>
  </section>`;
}
