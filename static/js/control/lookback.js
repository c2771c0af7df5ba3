/* What comes by itself with the door, the look back and the check of the map: said, with a way to take it out. */

import { html, plural } from "../view.js";

const words = {
  open: (n) => "Uit eerdere bijeenkomsten " + (n === 1 ? "staat" : "staan") + " nog " + plural(n, "actie", "acties") + " open.",
  will: (n) => words.open(n) + " Gaat de deur open, dan komt er een terugblik op de agenda.",
  lines: (n) => (n === 1 ? "Eén lijn op de netwerkkaart is" : n + " lijnen op de netwerkkaart zijn") + " nog niet nagekeken door wie er de vorige keer bij was.",
  came: (step, after) => (step.came_for === "map" ? words.lines : words.open)(step.came) + " Daarom staat nu op de agenda: “" + step.title + "”, " + after + ", " + plural(step.minutes, "minuut", "minuten") + ".",
  first: "aan het begin",
  after: (title) => "na “" + title + "”",
  out: "Haal van de agenda",
};

/* How many open actions a look back will come for, or 0. */
export const coming = (room) => (room.start.looks_back && room.meeting.awaits) || 0;

export function Lookback({ room }) {
  const number = coming(room);
  if (number) return html`<p class="banner" id="looks-back">${words.will(number)}</p>`;
  const steps = room.steps();
  const came = steps.map((step, at) => ({ step, at })).filter(({ step }) => step.came && !step.started_at);
  if (!came.length) return null;
  return html`<div class="stack stack--tight" id="looks-back" role="status">${came.map(
    ({ step, at }) => html`<div key=${step.id} class="banner row row--apart">
      <p>${words.came(step, at ? words.after(steps[at - 1].title) : words.first)}</p>
      <button type="button" class="button button--small" aria-label=${words.out + ": " + step.title} onClick=${() => room.send("step.remove", { step: step.id })}>${words.out}</button>
    </div>`,
  )}</div>`;
}
