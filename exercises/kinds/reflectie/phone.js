/* Reflection on the phone: three fields that stay here, a button to share one, a button to make an action of it. */

import { html, useDraft, useState, lanes, later } from "/static/js/view.js";
import { Field, Returned } from "/static/js/parts/field.js";

const words = {
  quiet: "Alleen u ziet wat u hier typt. Het blijft op deze telefoon, tot u het zelf deelt.",
  sheet: "Ideeën voor uw beroep",
  answer: "Uw antwoord",
  share: "Deel met de zaal",
  again: "Deel de wijziging",
  back: "Neem terug",
  shared: "✓ Gedeeld met de zaal.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  action: "Maak er een eigen actie van",
  states: { offered: "✓ Uw actie ligt bij de begeleider.", listed: "✓ Uw actie staat op de lijst.", gone: "Uw actie is niet op de lijst gezet." },
  who: { naam: "Deelt u iets, dan leest de zaal het met uw naam en organisatie.", organisatie: "Deelt u iets, dan leest de zaal het met de naam van uw organisatie.", anoniem: "Deelt u iets, dan leest de zaal het zonder naam." },
  act: "Maakt u er een actie van, dan ziet de begeleider uw naam erbij.",
  ready: "Ik ben klaar",
  more: "Ik denk nog even na",
  told: "✓ U bent klaar. De begeleider ziet alleen hoeveel mensen klaar zijn.",
  long: (limit, used) => "Om te delen is dit te lang: hoogstens " + limit + " tekens. Nu zijn het er " + used + ".",
  returned: "Dit is niet gedeeld.",
  refused: "Deze actie is niet aangekomen.",
};
const Sheet = later((again) => import("./sheet.js" + again).then((module) => module.Sheet));
const Others = later((again) => import("./sheet.js" + again).then((module) => module.Others));
const Hint = later((again) => import("/static/js/parts/hints.js" + again).then((module) => module.Hint), () => null);
export { Lookback } from "./kept.js";

const fields = (step) => (lanes(step).length ? lanes(step) : [{ id: "1", text: step.title }]);

export default function Phone({ room, step }) {
  return html`<div class="stack stack--wide">
    <p class="reflectie-quiet">${words.quiet}</p>
    <${Ideas} room=${room} step=${step} />
    ${fields(step).map((lane, at) => html`<${Direction} key=${lane.id} room=${room} step=${step} lane=${lane} number=${at + 1} />`)}
    <p class="small muted">${words.who[step.settings.names] || ""} ${words.act}</p>
    <${Ready} room=${room} step=${step} />
    <${Others} room=${room} step=${step} fields=${fields(step)} />
  </div>`;
}

/* The sheet of one's own profession; what is in it comes when somebody opens it, so that nothing moves by itself. */
function Ideas({ room, step }) {
  const [open, setOpen] = useState(false);
  return html`<details class="card reflectie-card reflectie-sheet" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>${words.sheet}</summary>
    ${open && html`<${Sheet} room=${room} step=${step} />`}
  </details>`;
}

/* One field. Its text is a draft of this phone alone; what was shared is a note, and there is one for each field. */
function Direction({ room, step, lane, number }) {
  const notes = room.own("note", { step: step.id, lane: lane.id }).filter((note) => !note.redacted);
  const note = notes[notes.length - 1];
  const shared = note && !note.withdrawn ? note : null;
  const [text, setText] = useDraft(room, step.id, "denk." + lane.id, shared ? shared.text : "", { title: lane.text, stays: true });
  const [fault, setFault] = useState("");
  const limit = step.settings.max_length || 280;
  const trimmed = text.trim();
  const action = room.own("action", (one) => one.step === step.id && one.what === trimmed).pop();

  async function share() {
    const used = Array.from(trimmed).length;
    if (used > limit) return setFault(words.long(limit, used));
    setFault("");
    room.typing(step.id, false);
    const answer = await (note && note.id ? put(note) : room.send("note.post", { step: step.id, lane: lane.id, text: trimmed }));
    if (answer && !answer.ok) setFault(answer.say || "");
    return undefined;
  }
  async function put(old) {
    if (old.withdrawn) await room.send("note.withdraw", { note: old.id, on: false });
    return old.text === trimmed ? null : room.send("note.edit", { note: old.id, text: trimmed });
  }
  async function act() {
    const me = room.own("participant")[0];
    const org = me && me.org && room.get(me.org);
    const answer = await room.send("action.make", { step: step.id, what: trimmed, ...(org ? { who: org.name } : {}) });
    if (!answer.ok) setFault(answer.say || "");
  }
  const wait = note && !note.id;
  const same = shared && shared.text === trimmed;
  const sort = action && (action.gone ? "gone" : action.offered || !action.id ? "offered" : "listed");
  return html`<section class="card stack stack--tight reflectie-card">
    <h2 class="reflectie-head"><span class="reflectie-nr num" aria-hidden="true">${number}</span><span>${lane.text}</span></h2>
    <${Field}
      label=${words.answer + ": " + lane.text}
      bare
      rows=${3}
      value=${text}
      fault=${fault}
      onValue=${(value) => {
        setText(value);
        if (fault) setFault("");
        room.typing(step.id, value.trim() !== "");
        Hint.come();
      }}
    />
    ${trimmed && !same && html`<${Hint} text=${text} />`}
    ${trimmed &&
    html`<div class="reflectie-do">
      ${!same && !wait && html`<button type="button" class="button button--small" aria-label=${(shared ? words.again : words.share) + ": " + lane.text} onClick=${share}>${shared ? words.again : words.share}</button>`}
      ${!action && html`<button type="button" class="button button--small" aria-label=${words.action + ": " + lane.text} onClick=${act}>${words.action}</button>`}
    </div>`}
    <div role="status" class="stack stack--tight">
      ${wait && html`<p class="small">${words.waiting}</p>`}
      ${shared && !wait && html`<p class="small reflectie-told">${words.shared} ${!same && html`<span dir="auto">“${shared.text}”</span>`}</p>`}
      ${action && html`<p class=${"small" + (sort === "gone" ? "" : " reflectie-told")}>${action.state === "waiting" ? words.waiting : words.states[sort]}</p>`}
    </div>
    ${shared && !wait && html`<div><button type="button" class="link-button" aria-label=${words.back + ": " + lane.text} onClick=${() => room.send("note.withdraw", { note: shared.id, on: true })}>${words.back}</button></div>`}
    <${Returned} room=${room} step=${step} name="note.post" title=${words.returned} text=${({ body }) => body.text} only=${({ body }) => body.lane === lane.id} onBack=${({ body }) => setText(text || body.text)} />
    ${number === 1 && html`<${Returned} room=${room} step=${step} name="action.make" title=${words.refused} text=${({ body }) => body.what} onBack=${({ body }) => setText(text || body.what)} />`}
  </section>`;
}

/* Whether somebody said so is kept on the phone; the house only counts. */
function Ready({ room, step }) {
  const [told, keep] = useDraft(room, step.id, "~klaar", "");
  const say = (on) => {
    keep(on ? "1" : "0");
    room.typing(step.id, false);
    room.send("reflection.ready", { step: step.id, on });
  };
  return told === "1"
    ? html`<div class="stack stack--tight" role="status">
        <p class="reflectie-told">${words.told}</p>
        <div><button type="button" class="link-button" onClick=${() => say(false)}>${words.more}</button></div>
      </div>`
    : html`<button type="button" class="button button--main writer-post" onClick=${() => say(true)}>${words.ready}</button>`;
}
