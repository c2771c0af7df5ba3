/* The look back that comes by itself with the door: said before it comes, and when it came, with a way to take it out. */

import { html, plural } from "../view.js";

const words = {
  open: (n) => "Uit eerdere bijeenkomsten " + (n === 1 ? "staat" : "staan") + " nog " + plural(n, "actie", "acties") + " open.",
  will: (n) => words.open(n) + " Gaat de deur open, dan komt er een terugblik op de agenda.",
  came: (step, after) => words.open(step.came) + " Daarom staat nu op de agenda: “" + step.title + "”, " + after + ", " + plural(step.minutes, "minuut", "minuten") + ".",
  first: "aan het begin",
  after: (title) => "na “" + title + "”",
  out: "Haal van de agenda",
};

/* How many open actions a look back will come for, or 0. */
export const coming = (room) => (room.start.looks_back && room.meeting.awaits) || 0;

export function Lookback({ room }) {
  const number = coming(room);
  if (number) return html`<p class="banner" id="terugblik">${words.will(number)}</p>`;
  const steps = room.steps();
  const at = steps.findIndex((step) => step.came && !step.started_at);
  if (at < 0) return null;
  const step = steps[at];
  return html`<div class="banner row row--apart" id="terugblik" role="status">
    <p>${words.came(step, at ? words.after(steps[at - 1].title) : words.first)}</p>
    <button type="button" class="button button--small" onClick=${() => room.send("step.remove", { step: step.id })}>${words.out}</button>
  </div>`;
}
