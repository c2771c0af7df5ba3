/* A page of the handbook on the room's screen, over the step: one part at a time, as large as it can be. */

import { html, prose } from "../view.js";
import { Fit } from "../parts/fit.js";

const words = {
  small: (sheet) => sheet.small || "Even opzoeken" + (sheet.heading ? " · " + sheet.title : "") + (sheet.parts > 1 ? " · deel " + (sheet.part + 1) + " van " + sheet.parts : ""),
  source: "Bron: ",
};
const LONG = 420; /* letters from which two columns are easier to read than one */

const length = (nodes) => (nodes || []).reduce((sum, node) => sum + (typeof node === "string" ? node.length : length(node.slice(1))), 0);
const hasTable = (nodes) => (nodes || []).some((node) => node[0] === "table");

export function Sheet({ sheet }) {
  const wide = length(sheet.prose) > LONG && !hasTable(sheet.prose);
  return html`<main class="sheet" id="main">
    <header>
      <p class="screen-small">${words.small(sheet)}</p>
      <h1>${sheet.heading || sheet.title}</h1>
    </header>
    <${Fit} key=${sheet.page + sheet.part} min=${28} max=${52} class=${"sheet-body prose" + (wide ? " sheet-body--wide" : "")}>${prose(sheet.prose)}</${Fit}>
    <p class="screen-small">${words.source}${sheet.source}</p>
  </main>`;
}
