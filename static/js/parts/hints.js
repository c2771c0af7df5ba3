/* A soft hint under a field: this may point at one real person. The text stays on the phone; nothing is held back. */

import { html, useEffect, useState } from "../view.js";

const words = {
  hint: (list) => "Let op: hier staat misschien " + list + ". Schrijf liever niets op dat naar één mens wijst. Plakken mag gewoon.",
  reach: (list) => "Hier staat misschien " + list + ". Deze naam komt op een kaart die iedereen ziet. Daarom laten wij dat weg. U kunt gewoon verder.",
  and: " en ",
};

/* The eleven test of a BSN: weights 9 to 2, and -1 for the last figure. */
const eleven = (figures) => figures.length === 9 && figures !== "000000000" && [...figures].reduce((sum, figure, at) => sum + figure * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;
const proofs = { eleven, ten: (figures) => figures.replace(/^(?:00)?31(?=\d{9,10}$)/, "0").replace(/^00(?=[1-9]\d{8}$)/, "0").length === 10 };

/* What of these traces stands in a text: their names for people, each once. */
export function tracesIn(text, traces) {
  return traces
    .filter((trace) =>
      [...text.matchAll(new RegExp(trace.find, trace.cased ? "gu" : "giu"))].some(([found]) => {
        const proof = proofs[trace.proof];
        return proof ? proof(found.replace(/\D/g, "")) : true;
      }),
    )
    .map((trace) => trace.say);
}

let known = null;
const REACH = ["email", "phone"];
export const load = () => (known = known || fetch("/static/hints.json").then((answer) => answer.json()).then((file) => file.traces, () => []));

/* Said of the name of an organisation with a number or an address in it, which the house leaves out; "" for any other. */
export function reach(text, traces) {
  const found = tracesIn(text, traces.filter((trace) => REACH.includes(trace.name)));
  return found.length ? words.reach(found.join(words.and)) : "";
}

function useTraces() {
  const [traces, set] = useState([]);
  useEffect(() => void load().then(set), []);
  return traces;
}

export function Reach({ text }) {
  const said = reach(text, useTraces());
  return html`<p class="small" role="status">${said}</p>`;
}

export function Hint({ text }) {
  const found = tracesIn(text, useTraces());
  /* the region is there from the start, so that a screen reader hears what comes into it */
  return html`<p class="small writer-hint" role="status">${found.length > 0 && words.hint(found.join(words.and))}</p>`;
}
