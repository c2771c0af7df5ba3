/* What a phone shows as its own: what the house has, with what still waits in the outbox laid over it. */

import { matching, order } from "./entities.js";

/* command -> the type of entity that it makes or changes */
const MAKES = {
  "note.post": "note",
  "commitment.make": "commitment",
  "introduction.give": "introduction",
  "ballot.cast": "ballot",
  "rating.give": "rating",
  "action.make": "action",
  "action.take": "taker",
  "progress.tell": "progress",
  "goal.make": "goal",
  "role.offer": "offer",
  "instrument.propose": "instrument",
  "partner.propose": "partner",
  "tie.tell": "tie",
  "participant.edit": "participant",
};
/* one of these per person and step (or per person): a later one stands in place of the earlier */
const ONE = new Set(["commitment", "introduction", "ballot", "rating", "participant", "progress", "offer", "tie"]);

/* Commands of which only the last counts while they wait: [slot, how two bodies become one]. */
export function slotOf(name, body) {
  if (name === "ballot.cast" || name === "introduction.give" || name === "commitment.make") return { slot: name + " " + body.step };
  if (name === "rating.give") {
    return { slot: name + " " + body.step, merge: (a, b) => ({ ...b, ratings: { ...a.ratings, ...b.ratings } }) };
  }
  if (name === "participant.edit") return { slot: name };
  if (name === "progress.tell") return { slot: name + " " + body.step + " " + body.action };
  if (name === "action.take") return { slot: name + " " + body.action };
  if (name === "role.offer") return { slot: name + " " + body.step + " " + body.slot };
  if (name === "tie.tell") return { slot: name + " " + body.step + " " + body.row };
  if (name === "note.withdraw") return { slot: name + " " + body.note };
  return {};
}

function laid(entity, entry) {
  const { name, body } = entry;
  if (name === "note.edit") return { ...entity, text: body.text };
  if (name === "note.withdraw") return { ...entity, withdrawn: body.on };
  if (name === "rating.give") return { ...entity, ratings: { ...entity.ratings, ...body.ratings } };
  return { ...entity, ...body };
}

/* True when the house has this entry already, though this page did not hear the answer (a lost line, a refresh). */
function arrived(entry, found) {
  if (!entry.tried || entry.name !== "note.post") return false;
  return found.some((one) => !one.cid && one.step === entry.body.step && one.lane === entry.body.lane && one.text === entry.body.text.trim());
}

/* `held`: own entities of this type. `entries`: what waits, oldest first, each {cid, name, body, tried, settled?, ids?}.
   `cidOf`: id -> the cid under which this page sent it, so that a card keeps its key when the id arrives. */
export function overlay(type, held, entries, where, cidOf = new Map()) {
  const found = held.map((entity) => ({ ...entity, cid: entity.cid || cidOf.get(entity.id), state: "saved" }));
  const cids = new Set(found.map((entity) => entity.cid).filter(Boolean));
  for (const entry of entries) {
    const { cid, name, body } = entry;
    const state = entry.settled ? "saved" : "waiting";
    if (type === "note" && (name === "note.edit" || name === "note.withdraw")) {
      const at = found.findIndex((one) => one.id === body.note);
      if (at >= 0) found[at] = { ...laid(found[at], entry), state };
    } else if (MAKES[name] === type && !cids.has(cid) && !arrived(entry, found)) {
      const at = ONE.has(type) ? found.findIndex((one) => type === "participant" || (one.step === body.step && one.action === body.action && one.slot === body.slot && one.row === body.row)) : -1;
      if (at >= 0) found[at] = { ...laid(found[at], entry), state };
      else found.push({ ...body, type, cid, state, tried: Boolean(entry.tried) });
    }
  }
  const fits = matching(where);
  return found.filter(fits).sort((a, b) => place(a) - place(b));
}

/* What waits has no id yet and stands after what has. */
function place(entity) {
  return entity.id ? order(entity.id) : Number.MAX_SAFE_INTEGER;
}
