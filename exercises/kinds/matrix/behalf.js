/* Marks on paper in the control room: per proposal the marks for impact and for effort, one from each person. */

import { html, plural } from "/static/js/view.js";
import { Paper } from "/static/js/parts/paper.js";

const words = {
  title: "Cijfers op papier",
  how: "Wie geen telefoon heeft, geeft op papier bij elk voorstel een cijfer van 1 tot 5 voor effect en voor moeite. Typ bij elk voorstel de cijfers van alle mensen achter elkaar, bijvoorbeeld 4 4 5.",
  people: "Hoeveel mensen zijn het?",
  impact: "Effect",
  effort: "Moeite",
  line: (full, all) => full + " van " + plural(all, "voorstel heeft", "voorstellen hebben") + " cijfers",
};

/* Every digit is a mark: "445" and "4 4 5" are three. */
const marks = (text) => (String(text || "").match(/\d/g) || []).map(Number);

export function Behalf({ room, step, onClose }) {
  const stored = room.list("cards", { step: step.id })[0] || { people: 0, ratings: {} };
  const cells = {};
  for (const [id, [impacts, efforts]] of Object.entries(stored.ratings || {})) cells[id] = { impact: impacts.join(" "), effort: efforts.join(" ") };
  const ratings = (now) => Object.fromEntries(Object.entries(now).map(([id, cell]) => [id, [marks(cell.impact), marks(cell.effort)]]));
  const columns = ["impact", "effort"].map((key) => ({ key, label: words[key] }));
  return html`<${Paper}
    room=${room}
    step=${step}
    title=${words.title}
    how=${words.how}
    people=${words.people}
    columns=${columns}
    typed=${{ people: stored.people, cells }}
    line=${(_, now) => words.line(Object.values(ratings(now)).filter(([impacts]) => impacts.length).length, (step.state.candidates || []).length)}
    name="rating.paper"
    body=${(now) => ({ ratings: ratings(now) })}
    onClose=${onClose}
  />`;
}
