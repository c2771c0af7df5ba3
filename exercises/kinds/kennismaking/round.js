/* The round as all three views read it: who speaks, who is next, who waits, by name. */

import { plural } from "/static/js/view.js";

const words = {
  gone: "Onbekende organisatie",
  each: (seconds) => (seconds % 60 ? plural(seconds, "seconde", "seconden") : seconds === 60 ? "1 minuut" : seconds / 60 + " minuten"),
};

/* Seconds as people say them: "45 seconden", "1 minuut", "2 minuten". */
export const inWords = (seconds) => (seconds > 60 && seconds % 60 ? Math.floor(seconds / 60) + " min " + (seconds % 60) + " s" : words.each(seconds));

export const organisation = (room, id) => room.get(id) || { id, name: words.gone, sort: "overig" };

/* {now, next, rows: [{...organisation, status}], over, started, seconds}; status: now, done, skipped, waiting. */
export function round(step, room) {
  const { order = [], current = "", done = [], skipped = [], waiting = [], started = false, seconds = 120 } = step.state || {};
  const spoke = new Map(done);
  const rows = order.map((id) => ({
    ...organisation(room, id),
    spoke: spoke.get(id),
    status: id === current ? "now" : spoke.has(id) ? "done" : skipped.includes(id) ? "skipped" : "waiting",
  }));
  const find = (id) => rows.find((row) => row.id === id);
  return { rows, now: find(current), next: find(waiting[0]), waiting: waiting.map(find).filter(Boolean), over: started && !current && !waiting.length, started, seconds };
}
