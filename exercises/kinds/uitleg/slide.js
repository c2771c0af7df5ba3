/* A slide in three: its big sentence (a heading at the start), what stands under it, and the question to the room. */

import { html, prose, lanes } from "/static/js/view.js";

const HEADINGS = ["h3", "h4"];
const isHeading = (node) => Array.isArray(node) && HEADINGS.includes(node[0]);
const text = (node) => (typeof node === "string" ? node : node.slice(1).map(text).join(""));

/* A list of which every item begins with its own bold name or number needs no other marks. */
const isNamed = (node) => node[0] === "ul" && node.slice(1).every((item) => Array.isArray(item[1]) && item[1][0] === "strong");

/* {lead, body, asks}: `lead` and `asks` are plain text, `body` is a prose tree. */
export function parts(step) {
  const nodes = (step.slide || []).filter((node) => typeof node !== "string" || node.trim());
  /* a first heading is the big sentence, unless there are more headings: then it heads a part of the slide */
  const lead = nodes.length && isHeading(nodes[0]) && !nodes.slice(1, -1).some(isHeading) ? text(nodes[0]) : "";
  const rest = lead ? nodes.slice(1) : nodes;
  const last = rest.length > 1 && isHeading(rest[rest.length - 1]) ? text(rest[rest.length - 1]) : "";
  const asks = [last, ...lanes(step).map((prompt) => prompt.text)].filter(Boolean);
  return { lead, body: last ? rest.slice(0, -1) : rest, asks };
}

/* The prose, with paragraphs that begin with a bold word as rows: the word, and what it means. */
export function Body({ nodes }) {
  const found = [];
  for (const node of nodes) {
    const term = Array.isArray(node) && node[0] === "p" && Array.isArray(node[1]) && node[1][0] === "strong" && node.length > 2;
    const rows = found[found.length - 1];
    if (!term) found.push(node);
    else if (rows && rows.rows) rows.rows.push(node);
    else found.push({ rows: [node] });
  }
  return found.map((node, index) =>
    node.rows
      ? html`<dl class="uitleg-rows" key=${index}>
          ${node.rows.map((row, at) => [html`<dt key=${"t" + at}>${prose(row[1].slice(1))}</dt>`, html`<dd key=${"d" + at}>${prose(row.slice(2))}</dd>`])}
        </dl>`
      : isNamed(node)
        ? html`<ul class="uitleg-named" key=${index}>${node.slice(1).map((item, at) => html`<li key=${at}>${prose(item.slice(1))}</li>`)}</ul>`
        : prose([node]),
  );
}

/* The question to the room, apart from what is told. */
export function Asks({ asks }) {
  return asks.length > 0 && html`<div class="uitleg-asks">${asks.map((ask) => html`<p key=${ask}>${ask}</p>`)}</div>`;
}
