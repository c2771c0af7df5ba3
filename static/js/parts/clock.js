/* Time left, as advice: after zero it counts on in words, and nothing closes. */

import { html, clock, useTick } from "../view.js";

const words = { over: "over de tijd", still: "staat stil", left: "nog over", label: "Tijd" };

/* Seconds left of a timer at server time `now`; below zero it is over time; null without a timer. */
export function left(timer, now) {
  if (!timer) return null;
  return timer.until === null || timer.until === undefined ? timer.left : timer.until - now;
}

export function Clock({ timer, room, big }) {
  useTick(500);
  const rest = left(timer, room.time());
  if (rest === null) return null;
  const over = rest < 0;
  const still = timer.until === null || timer.until === undefined;
  const word = over ? words.over : still ? words.still : "";
  return html`<div class=${"clock" + (big ? " clock--big" : "") + (over ? " clock--over" : "")} role="timer" aria-label=${words.label + ": " + clock(Math.abs(rest)) + " " + (over ? words.over : words.left)}>
    <span class="clock-time">${over ? "+" : ""}${clock(Math.abs(rest))}</span>
    ${word && html`<div class="clock-word">${word}</div>`}
  </div>`;
}
