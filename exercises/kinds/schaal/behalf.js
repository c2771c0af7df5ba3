/* Marks on paper in the control room: per statement the marks of all people without a phone. */

import { html, plural } from "/static/js/view.js";
import { Paper } from "/static/js/parts/paper.js";

const words = {
  title: "Cijfers op papier",
  how: (scale) => "Wie geen telefoon heeft, zet op papier bij elke zin een cijfer van 1 tot " + scale + ". Typ bij elke zin de cijfers van alle mensen achter elkaar, met een spatie ertussen. Schud de papieren eerst: dan weet ook u niet wie wat gaf.",
  people: "Hoeveel mensen zijn het?",
  marks: "Cijfers",
  line: (full, all) => full + " van " + plural(all, "zin heeft", "zinnen hebben") + " cijfers",
};

/* On a short scale every digit is a mark ("445"); on a long one there is a space between two ("10 8"). */
const marks = (text, scale) => (String(text || "").match(scale > 9 ? /\d+/g : /\d/g) || []).map(Number);

export function Behalf({ room, step, onClose }) {
  const { scale = 5 } = step.settings;
  const stored = room.list("cards", { step: step.id })[0] || { people: 0, answers: {} };
  const cells = {};
  for (const [id, given] of Object.entries(stored.answers || {})) cells[id] = { marks: given.join(" ") };
  const answers = (now) => Object.fromEntries(Object.entries(now).map(([id, cell]) => [id, marks(cell.marks, scale)]));
  return html`<${Paper}
    room=${room}
    step=${step}
    title=${words.title}
    how=${words.how(scale)}
    people=${words.people}
    rows=${step.prompts}
    columns=${[{ key: "marks", label: words.marks }]}
    typed=${{ people: stored.people, cells }}
    line=${(_, now) => words.line(Object.values(answers(now)).filter((given) => given.length).length, step.prompts.length)}
    name="answers.paper"
    body=${(now) => ({ answers: answers(now) })}
    onClose=${onClose}
  />`;
}
