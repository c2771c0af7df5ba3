/* What somebody typed before a meeting and did not send yet: kept on this device under the meeting's name, for a day.
   On a shared device nobody finds it the day after, and who goes and erases takes it along (phone/about.js). */

import { createKeep } from "./keep.js";

export const DAY = 24 * 3600 * 1000; /* ms */

export function createAhead(storage, meeting, now = Date.now) {
  const keep = createKeep(storage, "vooraf:");
  return {
    /* The rows, or null; what is over its day goes, also of other meetings. */
    read() {
      for (const name of keep.names("")) {
        const held = keep.get(name);
        if (!held || !(Math.abs(now() - held.at) < DAY)) keep.drop(name);
      }
      const mine = keep.get(meeting);
      return mine ? mine.rows : null;
    },
    /* True when the device really holds it. */
    keep: (rows) => keep.set(meeting, { at: now(), rows }),
    forget: () => keep.drop(meeting),
  };
}
