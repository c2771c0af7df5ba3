/* Votes on paper in the control room: how many people without a phone voted, and how their dots fell. */

import { html, plural } from "/static/js/view.js";
import { Paper, number } from "/static/js/parts/paper.js";

const words = {
  title: "Stemmen op papier",
  how: (dots, most) => "Wie geen telefoon heeft, krijgt " + plural(dots, "stip", "stippen") + (most < dots ? ", hoogstens " + most + " op hetzelfde" : "") + ". Tel de stippen op papier, of de handen, en typ ze hier over.",
  people: "Hoeveel mensen zijn het?",
  dots: "Stippen",
  line: (given, all) => (given > all ? given + " stippen. Dat zijn er " + (given - all) + " te veel." : given + " van " + plural(all, "stip", "stippen") + " getypt"),
};

export function Behalf({ room, step, onClose }) {
  const { dots = 3, most = 2 } = step.settings;
  const stored = room.list("cards", { step: step.id })[0] || { people: 0, choices: {} };
  const cells = {};
  for (const [id, n] of Object.entries(stored.choices || {})) cells[id] = { dots: String(n) };
  const choices = (now) => Object.fromEntries(Object.entries(now).map(([id, cell]) => [id, number(cell.dots)]));
  return html`<${Paper}
    room=${room}
    step=${step}
    title=${words.title}
    how=${words.how(dots, most)}
    people=${words.people}
    columns=${[{ key: "dots", label: words.dots }]}
    typed=${{ people: stored.people, cells }}
    line=${(people, now) => words.line(Object.values(choices(now)).reduce((sum, n) => sum + n, 0), people * dots)}
    name="ballot.paper"
    body=${(now) => ({ choices: choices(now) })}
    onClose=${onClose}
  />`;
}
