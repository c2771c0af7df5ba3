/* Words and small things that the three views of a terugblik share. */

import { html, block, day, plural } from "/static/js/view.js";

export const STATUSES = ["nog niet begonnen", "bezig", "voltooid", "vervallen"];
export const FINISHED = "voltooid";
export const LATE = "over tijd";
const NOBODY = "Nog van niemand";
const NO_BLOCK = "Zonder bouwsteen";

export const isOpen = (action) => action.status === STATUSES[0] || action.status === STATUSES[1];

/* The actions in their order, what is late first: {...action, late?, news?}. */
export const listed = (room, step) => ((step.state && step.state.order) || []).map((row) => whole(room, row)).filter((one) => one.type === "action");

/* A row with all of its action, and its subactions the same way. */
function whole(room, row) {
  const subs = (row.subs || []).map((sub) => whole(room, sub)).filter((one) => one.type === "action");
  return { ...room.get(row.id), ...row, subs };
}

/* "1 van 3 subacties klaar", or nothing. */
export const pieces = ({ subs }) => (subs && subs.length ? subs.filter((one) => one.status === FINISHED).length + " van " + plural(subs.length, "subactie", "subacties") + " klaar" : "");

/* [{name, actions}] by building block or by who does it; the order within a group stays. */
export function groups(actions, by) {
  const found = new Map();
  for (const action of actions) {
    const key = by === "wie" ? action.who || "" : action.block || 0;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(action);
  }
  const name = (key) => (by === "wie" ? key || NOBODY : key ? "Bouwsteen " + key + ": " + block(key) : NO_BLOCK);
  const keys = Array.from(found.keys());
  keys.sort((a, b) => (by === "wie" ? Number(!a) - Number(!b) : (a || 9) - (b || 9)));
  return keys.map((key) => ({ key, name: name(key), block: by === "wie" ? 0 : key, actions: found.get(key) }));
}

/* All actions one after the other, as the groups show them. */
export const inTurn = (room, step) => groups(listed(room, step), step.state.by).flatMap((group) => group.actions);

const wanted = (action) => !action.who && action.wishes && "wil dit oppakken: " + action.wishes.join(" en ");
export const facts = (action) => [action.who, wanted(action), action.when && "voor " + day(action.when), action.late && LATE].filter(Boolean);
/* The same for the screen, where room is scarce: what is late first, and no year. */
export const few = (action) => [action.late && LATE, action.who, wanted(action), action.when && "voor " + day(action.when).replace(/ \d{4}$/, "")].filter(Boolean);

export const from = (action) => [action.origin && action.origin.title, action.origin && action.origin.date && day(action.origin.date)].filter(Boolean).join(", ");

/* A status as a shape: an empty ring, half full, full with a check, a ring with a bar. Always beside its word. */
export function Mark({ status }) {
  const at = STATUSES.indexOf(status);
  return html`<svg class=${"terugblik-mark terugblik-mark--" + at} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9.5" />
    ${at === 1 && html`<path d="M12 2.5a9.5 9.5 0 0 1 0 19z" />`}
    ${at === 2 && html`<path class="terugblik-check" d="M7 12.5l3.4 3.4L17 9" />`}
    ${at === 3 && html`<path class="terugblik-bar" d="M7 12h10" />`}
  </svg>`;
}
