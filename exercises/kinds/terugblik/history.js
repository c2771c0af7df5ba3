/* What happened to an action until now, for the control room. */

import { html, day, plural } from "/static/js/view.js";

const words = {
  title: (n) => "Geschiedenis (" + n + ")",
  made: "afgesproken",
  here: "in deze bijeenkomst",
  between: "tussen de bijeenkomsten",
  undone: "ongedaan gemaakt",
  call: "gebeld",
  split: (n) => "opgeknipt in " + plural(n, "subactie", "subacties"),
  reported: "via de eigen pagina",
  fields: { status: "status", when: "datum", who: "wie", what: "wat", remarks: "bijzonderheden", block: "bouwsteen", parts: "subacties", obstacle: "wat ons tegenhoudt", help: "wat helpt" },
  gone: ["van de lijst gehaald", "weer op de lijst"],
};

const said = (name, value) => (name === "when" && value ? day(value) : Array.isArray(value) ? value.join("; ") : String(value || "leeg"));

function change([name, [before, after]]) {
  if (name === "gone") return words.gone[after ? 0 : 1];
  return words.fields[name] ? words.fields[name] + ": " + said(name, before) + " → " + said(name, after) : "";
}

function line(row, meeting) {
  if (row.name === "action.made") return words.made;
  if (row.name === "action.called") return [words.call + (row.day ? " op " + day(row.day) : ""), row.text].join(": ");
  const where = row.name === "action.reported" ? words.reported : row.meeting === meeting ? words.here : row.meeting ? "" : words.between;
  const parted = (row.made || []).length && row.name === "action.parted" && words.split(row.made.length);
  return [[...Object.entries(row.changes || {}).map(change), parted].filter(Boolean).join("; "), where, row.undone && words.undone].filter(Boolean).join(" · ");
}

export function History({ rows, meeting }) {
  const lines = rows.filter((row) => !row.undoes).map((row) => [row.seq, day(row.at), line(row, meeting)]);
  const told = lines.filter(([, , text]) => text);
  if (told.length < 2) return null;
  return html`<details class="terugblik-history small">
    <summary>${words.title(told.length)}</summary>
    <ol class="plain">
      ${told.map(([seq, when, text]) => html`<li key=${seq} dir="auto">${when}: ${text}</li>`)}
    </ol>
  </details>`;
}
