/* What the room said of a statement: one calm bar per mark, the middle ringed, and in words how far people are together. */

import { html } from "/static/js/view.js";

export const words = {
  middle: (row) => "midden " + nl(row.median),
  levels: {
    eens: "De zaal is het met elkaar eens",
    ongeveer: "De zaal is het ongeveer eens",
    verdeeld: "De zaal is verdeeld",
    twee: "De zaal is verdeeld: een groep zit laag, een groep hoog",
  },
  few: "Minder dan drie antwoorden. Dat is te weinig om iets te tonen.",
  earlier: (row) => "De vorige keer (" + month(row.date) + "): midden " + nl(row.median) + ", " + short[row.level] + ".",
  marks: (row) =>
    row.marks
      .map((often, at) => (often ? often + " keer " + (at + 1) : ""))
      .filter(Boolean)
      .join(", "),
  ends: (settings) => "1 is " + settings.low + ", " + settings.scale + " is " + settings.high + ".",
};
const short = { eens: "met elkaar eens", ongeveer: "ongeveer eens", verdeeld: "verdeeld", twee: "verdeeld in twee groepen" };
const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

export const nl = (mark) => String(mark).replace(".", ",");
const month = (date) => (date ? MONTHS[Number(date.slice(5, 7)) - 1] + " " + date.slice(0, 4) : "eerder");
export const apart = (row) => row.level === "verdeeld" || row.level === "twee";

/* The highest bar of all statements, so that one measure holds for all. */
export const highest = (rows) => Math.max(1, ...Object.values(rows).map((row) => (row.marks ? Math.max(...row.marks) : 0)));

export function Spread({ row, most, mine }) {
  if (row.few) return html`<p class="schaal-few">${words.few}</p>`;
  return html`<div class=${"schaal-spread schaal-spread--" + row.marks.length} role="img" aria-label=${words.marks(row) + "; " + words.middle(row)}>
    ${row.marks.map((often, at) => {
      const ring = Math.abs(at + 1 - row.median) < 0.75;
      return html`<span key=${at} class=${"schaal-column" + (mine === at + 1 ? " schaal-column--mine" : "")}>
        <span class="schaal-area">
          <span class="schaal-often num">${often || ""}</span>
          <span class="schaal-bar" style=${{ height: "calc((100% - 1.3em) * " + often / most + ")" }}></span>
        </span>
        <span class=${"schaal-mark num" + (ring ? " schaal-mark--middle" : "")}><span class="schaal-digit">${at + 1}</span></span>
      </span>`;
    })}
  </div>`;
}

/* `brief`: in a few words, where there is little room. */
export function Level({ row, strong, brief }) {
  if (row.few) return null;
  if (brief) return html`<span class="schaal-level">${row.level === "twee" ? "twee groepen" : short[row.level]}, ${words.middle(row)}</span>`;
  return html`<span class=${"schaal-level" + (apart(row) ? " schaal-level--apart" : "")}>${strong ? html`<strong>${words.levels[row.level]}</strong>` : words.levels[row.level]}, ${words.middle(row)}</span>`;
}
