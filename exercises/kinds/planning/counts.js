/* How many can on a date: one bar of three parts, and always the numbers in words. */

import { html } from "/static/js/view.js";

const words = {
  parts: ["ja", "misschien", "nee"],
  nobody: "Nog niemand",
};

export const said = (counts) => (counts.some(Boolean) ? words.parts.map((part, at) => counts[at] + " " + part).join(", ") : words.nobody);

/* `most`: how many people the whole bar stands for. */
export function Counts({ counts, most }) {
  return html`<div class="planning-counts">
    <div class="planning-bar" aria-hidden="true">
      ${counts.map((count, at) => (count ? html`<span key=${at} class=${"planning-part planning-part--" + at} style=${{ width: (100 * count) / Math.max(1, most) + "%" }}></span>` : null))}
    </div>
    <span class="planning-said num">${said(counts)}</span>
  </div>`;
}

/* A date in two lines: the day, and the hours when they are known. */
export function When({ date, children }) {
  return html`<div class="planning-when">
    <p class="planning-label">${date.on}</p>
    ${date.hours && html`<p class="planning-hours">${date.hours}</p>`}${children}
  </div>`;
}

export const countsOf = (room, step, id) => (room.tally(step).counts || {})[id] || [0, 0, 0];
export const isBest = (room, step, id) => (room.tally(step).best || []).includes(id);
