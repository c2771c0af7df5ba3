/* An organisation by its shape and its name. Not for the phone: shapes belong to the table on the screen. */

import { html } from "/static/js/view.js";
import { SortMark } from "/static/js/parts/table.js";

export function Name({ organisation: one }) {
  return html`<span class="kennis-name"><${SortMark} sort=${one.sort} /> <bdi>${one.name}</bdi></span>`;
}
