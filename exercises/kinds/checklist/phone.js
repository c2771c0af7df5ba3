/* The checklist on the phone: say of a line that it is you, or that you know somebody there; and who is missing. */

import { html, useDraft, later } from "/static/js/view.js";
import { Choice, Field, Returned } from "/static/js/parts/field.js";
import { useProposal } from "/static/js/parts/proposing.js";
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
  const { text, setText, type, post, busy, fault } = useProposal(room, step, { draft: "mist." + sort, name: "partner.propose", body: meant, key: "name", most: LONG, words });
  return html`<form class="stack writer" onSubmit=${post}>
    <${Field} label=${words.miss} hint=${words.hint(sort)} value=${text} fault=${fault} onValue=${type} />
    <button type="submit" class="button button--main writer-post" disabled=${busy}>${words.send}</button>
    <${Returned} room=${room} step=${step} name="partner.propose" title=${words.returned} text=${({ body }) => body.name} only=${({ body }) => body.sort === sort} onBack=${({ body }) => setText(body.name)} />
  </form>`;
}
