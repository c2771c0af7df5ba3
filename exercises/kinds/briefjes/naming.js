/* On the phone, while the facilitator asks: a name for one group, one's own or one that is there already. */

import { html, useDraft, useSend, plural } from "/static/js/view.js";
import { Field } from "/static/js/parts/field.js";

const words = {
  title: "Hoe noemen we dit groepje?",
  how: "Kies een naam die er al is, of typ een andere. De begeleider neemt er een over. Niemand ziet wie wat koos.",
  quiet: "Typ een naam. De begeleider neemt er een over. Niemand ziet wie wat koos.",
  own: "Een andere naam",
  first: "Uw naam voor dit groepje",
  send: "Stel deze naam voor",
  mine: (name) => "U koos: " + name,
  times: (count) => plural(count, "keer", "keer"),
};
const LONGEST = 60;

/* What was chosen, of one time that the room is asked: asked anew, nothing is chosen yet. No text, so with ~. */
export const choiceOf = (naming) => "~gekozen." + naming.group + "." + naming.turn;

export function Naming({ room, step, naming }) {
  const [text, setText, clear] = useDraft(room, step.id, "naam." + naming.group);
  const [mine, keep] = useDraft(room, step.id, choiceOf(naming));
  const { send, fault } = useSend(room);
  async function choose(name) {
    if (!name.trim()) return;
    const before = mine;
    keep(name.trim());
    const answer = await send("wall.name", { step: step.id, group: naming.group, name: name.trim() });
    if (answer.ok && name === text) clear();
    if (!answer.ok) keep(before);
  }
  return html`<section class="briefjes-naming card stack" aria-labelledby="naam-vraag">
    <h2 id="naam-vraag">${words.title}</h2>
    <ul class="briefjes-told">${naming.notes.map((note, at) => html`<li key=${at} dir="auto">${note}</li>`)}</ul>
    <p class="small">${naming.names.length ? words.how : words.quiet}</p>
    ${naming.names.length > 0 &&
    html`<div class="stack stack--tight">
      ${naming.names.map(
        (one) => html`<button type="button" key=${one.name} class=${"button briefjes-choice" + (one.name === mine ? " button--main" : "")} aria-pressed=${one.name === mine ? "true" : "false"} onClick=${() => choose(one.name)}>
          <span dir="auto">${one.name}</span> <span class="num small">${words.times(one.count)}</span>
        </button>`,
      )}
    </div>`}
    <form class="stack stack--tight" onSubmit=${(event) => { event.preventDefault(); choose(text); }}>
      <${Field} label=${naming.names.length ? words.own : words.first} value=${text} onValue=${setText} max=${LONGEST} fault=${fault && fault.say} />
      <button class="button" disabled=${!text.trim()}>${words.send}</button>
    </form>
    ${mine && html`<p class="small" role="status">${words.mine(mine)}</p>`}
  </section>`;
}
