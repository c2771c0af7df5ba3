/* A list of cards in the control room: choose, open the menu, or drag to another list. */

import { html, useRef } from "/static/js/view.js";
import { useSort } from "/static/js/parts/sort.js";
import { NoteCard } from "/static/js/parts/note.js";
import { noteMenu } from "./menus.js";
import { looseOf } from "./wall.js";

export function Cards({ desk, list, notes, wide }) {
  const place = useRef(null);
  useSort(place, {
    group: "muur " + desk.step.id,
    onDrop({ id, from, to }) {
      if (from === to) return;
      const lane = desk.wall.find((one) => looseOf(one.id) === to);
      desk.act("note.move", lane ? { notes: desk.with(id), lane: lane.id } : { notes: desk.with(id), cluster: to });
    },
  });
  return html`<ul ref=${place} class=${"plain briefjes-list" + (wide ? " briefjes-list--wide" : "")} data-list=${list}>
    ${notes.map(
      (note) => html`<li key=${note.id} data-id=${note.id} class="briefjes-card">
        <${NoteCard} note=${note} room=${desk.room} menu=${noteMenu(desk, note)} selected=${desk.selection.has(note.id)} onSelect=${(on) => desk.selection.set(note.id, on)} />
      </li>`,
    )}
  </ul>`;
}
