/* The one polite live region: at most one announcement per 10 s, the newest of each sort joined into one. */

import { useEffect, useRef } from "../view.js";

const QUIET = 10000;

export function createLive(element, now = () => performance.now()) {
  const waiting = new Map();
  let last = -QUIET;
  let timer = null;

  function speak() {
    timer = null;
    last = now();
    element.textContent = [...waiting.values()].join(" ");
    waiting.clear();
  }

  /* `sort`: a later sentence of the same sort takes the place of an earlier one that was not said yet. */
  return function say(sentence, sort = sentence) {
    waiting.set(sort, sentence);
    if (timer === null) timer = setTimeout(speak, Math.max(0, last + QUIET - now()));
  };
}

/* Says how many came in since the last time that was said: `sentence(n)`. Silent at first and after a whole view. */
export function useNews(room, count, sentence) {
  const seen = useRef({ count, wholes: room.wholes, pending: 0 });
  useEffect(() => {
    const mine = seen.current;
    if (mine.wholes === room.wholes && count > mine.count) {
      const now = performance.now();
      if (!mine.at || now - mine.at > QUIET) mine.pending = 0;
      mine.at = now;
      mine.pending += count - mine.count;
      room.say(sentence(mine.pending), "news");
    }
    mine.count = count;
    mine.wholes = room.wholes;
  });
}
