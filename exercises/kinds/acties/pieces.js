/* The subactions of one action in the control room, and the offer to split what was typed as more than one step. */

import { html } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { STATUSES, subactions, told } from "./words.js";

const words = {
  title: "Subacties",
  change: "Verander …",
  adjust: "Pas aan",
  away: "Haal weg",
  status: "Status",
  open: "nog niemand",
  missing: (list) => "Nog open: " + list.join(", "),
  past: "De datum is al voorbij. Klopt die?",
  more: (n) => "Dit lijkt op " + n + " stukken.",
  split: "Knip op …",
};

export function Pieces({ room, action, send, edit }) {
  const list = subactions(room, action);
  if (list.length === 0) return null;
  return html`<ol class="plain acties-subs" aria-label=${words.title}>
    ${list.map(
      (one, at) => html`<li key=${one.id} class="acties-sub acties-sub--row">
        <span class="acties-letter num" aria-hidden="true">${action.place}${"abcdefghijklmnopqrst"[at]}</span>
        <div>
          <p dir="auto"><strong>${one.what}</strong></p>
          <p class="small" dir="auto">${[one.status, ...told(room, one).filter((part) => part !== one.status)].join(" · ")}</p>
          <${Advice} action=${one} />
        </div>
        <${Menu} label=${words.change + " " + one.what} text=${words.change} items=${items(one, send, edit)} small />
      </li>`,
    )}
  </ol>`;
}

function items(one, send, edit) {
  return [
    { label: words.adjust, run: () => edit(one) },
    { label: words.away, danger: true, run: () => send("action.remove", { action: one.id }) },
    ...STATUSES.map((status) => ({ group: words.status, label: status, checked: one.status === status, run: () => send("action.edit", { action: one.id, status }) })),
  ];
}

/* What is still missing, and a date that is over: said, and nothing is blocked by it. */
export function Advice({ action }) {
  return html`${action.missing && html`<p class="small acties-missing">${words.missing(action.missing)}</p>`}${action.past && html`<p class="small acties-missing">${words.past}</p>`}`;
}

export function Offer({ action, split }) {
  if (!action.pieces) return null;
  return html`<p class="small row acties-offer-split"><span>${words.more(action.pieces.length)}</span> <button type="button" class="button button--small" aria-label=${words.split + ": " + action.what} onClick=${split}>${words.split}</button></p>`;
}
