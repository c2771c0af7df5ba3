/* Words and small things that the three views of actions share. */

import { day, plural } from "/static/js/view.js";

export const STATUSES = ["nog niet begonnen", "bezig", "voltooid", "vervallen"];

/* "Jo · 1 december 2026 · bezig", without what is not known. */
export function facts(action) {
  const status = action.status === STATUSES[0] ? "" : action.status;
  return [action.who, action.when && "voor " + day(action.when), status].filter(Boolean);
}

/* The same, with who said "ik pak dit op". */
export function told(room, action) {
  const names = room.list("taker", { action: action.id }).map((one) => [one.by, one.org].filter(Boolean).join(", "));
  const who = (names.length ? names.filter(Boolean) : action.wishes || []).join(" en ");
  return who ? [...facts(action), "wil dit oppakken: " + who] : facts(action);
}

/* The subactions of a row of the order, whole: {...action, missing?, past?}. */
export const subactions = (room, action) => (action.subs || []).map((one) => ({ ...room.get(one.id || one), ...(one.id ? one : {}) })).filter((one) => one.type === "action");

/* How many of them are done: "1 van 3 subacties klaar". */
export const doneOf = (list) => list.filter((one) => one.status === STATUSES[2]).length + " van " + plural(list.length, "subactie", "subacties") + " klaar";

/* The actions in their order: {...action, place, reason, hand?, alone?}. */
export const ordered = (room, step) => (step.state.order || []).map((row) => ({ subs: [], ...room.get(row.id), ...row })).filter((row) => row.type === "action");

/* A date that many days from the server's today, as 2026-12-01. */
export function after(room, days) {
  const at = new Date((room.time() + days * 86400) * 1000);
  const two = (n) => String(n).padStart(2, "0");
  return at.getFullYear() + "-" + two(at.getMonth() + 1) + "-" + two(at.getDate());
}
