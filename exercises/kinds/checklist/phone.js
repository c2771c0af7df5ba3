/* The checklist on the phone: say of a line that it is you, or that you know somebody there; and who is missing. */

import { html, useState, useDraft, later } from "/static/js/view.js";
import { Choice, Field, Returned } from "/static/js/parts/field.js";
import { LONG, NO_SCORE, SORTS, rows } from "./words.js";

const words = {
  intro: "Wie hoort er in onze keten? Zeg het als u er iemand kent, of als u het zelf bent.",
  sort: "Welke lijst?",
  miss: "Wie mist u in deze lijst?",
  hint: (sort) => (sort === "person" ? "Een beroep of rol, zoals ergotherapeut. Geen naam van een persoon." : "Een organisatie of een soort organisatie."),
  send: "Stel voor",
  empty: "Er staat nog niets. Typ eerst wie u mist.",
  long: (used) => "Houd het korter dan " + LONG + " tekens. Nu zijn het er " + used + ".",
  returned: "Dit voorstel is niet aangekomen.",
};
const Mine = later((again) => import("./mine.js" + again).then((module) => module.Mine));
const Lines = later((again) => import("./lines.js" + again).then((module) => module.Lines));

export default function Phone({ room, step }) {
  const [sort, setSort] = useDraft(room, step.id, "~lijst", "organisation");
  if (rows(step).length === 0) return null;
  return html`<div class="stack stack--wide">
    <section class="stack">
      <p>${words.intro}</p>
      <p class="small muted">${NO_SCORE}</p>
      <${Choice} label=${words.sort} options=${Object.entries(SORTS).map(([id, text]) => ({ id, text }))} value=${sort} onValue=${setSort} />
    </section>
    <${Lines} room=${room} step=${step} sort=${sort} />
    <${Propose} key=${sort} room=${room} step=${step} sort=${sort} />
    <${Mine} room=${room} step=${step} />
  </div>`;
}

function Propose({ room, step, sort }) {
  const meant = { step: step.id, sort };
  const field = "mist." + sort;
  const about = { title: step.title, name: "partner.propose", body: meant, field: "name" };
  const [name, setName, clear] = useDraft(room, step.id, field, "", about);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);

  async function post(event) {
    event.preventDefault();
    const trimmed = (room.draft(step.id, field) || "").trim();
    const used = Array.from(trimmed).length;
    if (busy) return;
    if (!trimmed || used > LONG) {
      setFault(trimmed ? words.long(used) : words.empty);
      return;
    }
    setFault("");
    const sent = room.send("partner.propose", { ...meant, name: trimmed });
    room.typing(step.id, false);
    if (sent.kept) {
      clear();
      return;
    }
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    if (answer.ok) clear();
    else setFault(answer.say || "");
  }
  return html`<form class="stack writer" onSubmit=${post}>
    <${Field}
      label=${words.miss}
      hint=${words.hint(sort)}
      value=${name}
      fault=${fault}
      onValue=${(value) => {
        setName(value);
        if (fault) setFault("");
        room.typing(step.id, value.trim() !== "");
      }}
    />
    <button type="submit" class="button button--main writer-post" disabled=${busy}>${words.send}</button>
    <${Returned} room=${room} step=${step} name="partner.propose" title=${words.returned} text=${({ body }) => body.name} only=${({ body }) => body.sort === sort} onBack=${({ body }) => setName(body.name)} />
  </form>`;
}
