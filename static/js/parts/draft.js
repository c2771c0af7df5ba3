/* Under which names a half-typed note is kept, and how a text gets into a step's field from elsewhere. */

import { lanes } from "../view.js";

export const draftField = (lane = "", section = "") => "note." + lane + "." + section;
/* The lane that was chosen: a choice, no text (~). */
export const laneField = (section = "") => "~lane." + section;

/* Puts a text into the field of a step's Writer, behind what stands there. */
export function giveText(room, step, text) {
  const rows = lanes(step);
  const lane = room.draft(step.id, laneField()) || (rows.length ? rows[0].id : "1");
  const before = (room.draft(step.id, draftField(lane)) || "").trimEnd();
  const about = { title: step.title, name: "note.post", body: { step: step.id, lane }, field: "text" };
  room.keepDraft(step.id, draftField(lane), before ? before + "\n" + text : text, about);
}
