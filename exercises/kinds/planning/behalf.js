/* Dates on paper in the control room: per date how many people without a phone say yes, maybe and no. */

import { html, plural } from "/static/js/view.js";
import { Paper, number } from "/static/js/parts/paper.js";

const words = {
  title: "Data op papier",
  how: "Wie geen telefoon heeft, zegt het op papier of met een hand omhoog. Tel bij elke datum hoeveel mensen kunnen, misschien kunnen en niet kunnen.",
  people: "Hoeveel mensen zijn het?",
  line: (full, all) => full + " van " + plural(all, "datum heeft", "data hebben") + " antwoorden",
};
const COLUMNS = [
  { key: "yes", label: "Ja", value: 3 },
  { key: "maybe", label: "Misschien", value: 2 },
  { key: "no", label: "Nee", value: 1 },
];

export function Behalf({ room, step, onClose }) {
  const { dates = [] } = step.state;
  const stored = room.list("cards", { step: step.id })[0] || { people: 0, answers: {} };
  const cells = {};
  for (const [id, given] of Object.entries(stored.answers || {})) {
    cells[id] = Object.fromEntries(COLUMNS.map(({ key, value }) => [key, String(given.filter((one) => one === value).length || "")]));
  }
  const answers = (now) => Object.fromEntries(dates.map(({ id }) => [id, COLUMNS.flatMap(({ key, value }) => Array(Math.min(200, Math.max(0, number((now[id] || {})[key])))).fill(value))]));
  return html`<${Paper}
    room=${room}
    step=${step}
    title=${words.title}
    how=${words.how}
    people=${words.people}
    rows=${dates.map(({ id, label }) => ({ id, text: label }))}
    columns=${COLUMNS}
    typed=${{ people: stored.people, cells }}
    line=${(_, now) => words.line(Object.values(answers(now)).filter((given) => given.length).length, dates.length)}
    name="answers.paper"
    body=${(now) => ({ answers: answers(now) })}
    onClose=${onClose}
  />`;
}
