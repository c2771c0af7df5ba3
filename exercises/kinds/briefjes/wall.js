/* The wall as all three pages draw it: prompts, in each its groups and its loose notes. */

import { lanes } from "/static/js/view.js";

const LOOSE = "los.";
export const looseOf = (lane) => LOOSE + lane;

const stands = (note) => !note.hidden && !note.withdrawn && !note.redacted && !note.into;

/* [{id, text, groups: [{id, name, block, notes}], loose: [notes], all: [notes]}]; only notes that stand on the wall. */
export function wallOf(room, step) {
  const notes = room.list("note", { step: step.id }).filter(stands);
  const groups = room.list("cluster", { step: step.id });
  const prompts = lanes(step);
  return (prompts.length ? prompts : [{ id: "1", text: "" }]).map(({ id, text }) => {
    const all = notes.filter((note) => note.lane === id || !prompts.length);
    const own = groups.filter((group) => group.lane === id || !prompts.length);
    const names = new Set(own.map((group) => group.id));
    return {
      id,
      text,
      all,
      groups: own.map((group) => ({ ...group, notes: all.filter((note) => note.cluster === group.id) })),
      loose: all.filter((note) => !names.has(note.cluster)),
    };
  });
}

/* Notes that are not on the wall: {waiting, hidden, withdrawn}, oldest first. */
export function besideOf(room, step) {
  const notes = room.list("note", { step: step.id }).filter((note) => !note.into);
  return {
    waiting: notes.filter((note) => note.waiting && !note.withdrawn && !note.redacted),
    hidden: notes.filter((note) => note.hidden && !note.waiting && !note.withdrawn && !note.redacted),
    gone: notes.filter((note) => note.withdrawn || note.redacted),
  };
}

/* The notes behind one, oldest first (control room only). */
export const behind = (room, note) => room.list("note", { step: note.step }).filter((other) => other.into === note.id);

/* The part that stands large on the screen: {id, name, text of its prompt, notes}, or null for the whole wall. */
export function largeOf(room, step) {
  const wanted = (step.state && step.state.group) || "";
  if (!wanted) return null;
  for (const lane of wallOf(room, step)) {
    if (wanted === looseOf(lane.id)) return { id: wanted, name: "", text: lane.text, notes: lane.loose };
    const group = lane.groups.find((one) => one.id === wanted);
    if (group) return { ...group, text: lane.text };
  }
  return null;
}

