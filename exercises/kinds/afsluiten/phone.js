/* The phone at the end: one thing to do, and what this meeting was worth. */

import { html, useState, useDraft } from "/static/js/view.js";
import { Field, Returned } from "/static/js/parts/field.js";

const words = {
  text: "Mijn voornemen",
  hint: "Eén zin is genoeg. Niets beloven mag ook.",
  worth: "Wat had u aan deze bijeenkomst?",
  better: "Wat kan de volgende keer beter?",
  save: "Bewaar",
  empty: "Er staat nog niets. Vul minstens één vak in.",
  shown: { naam: "De zaal ziet straks uw voornemen, met uw naam en organisatie.", organisatie: "De zaal ziet straks uw voornemen, met uw organisatie en zonder uw naam.", anoniem: "De zaal ziet straks uw voornemen, zonder naam. Ook de begeleider weet niet wie wat schreef." },
  opinion: "De andere twee antwoorden komen niet op het scherm. In het verslag staan ze zonder naam.",
  thanks: "Dank u wel. Het is bewaard.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  adjust: "Aanpassen",
  keep: "Bewaar de wijziging",
  cancel: "Laat zoals het was",
  nothing: "Niets ingevuld",
  long: (limit) => "Houd het korter dan " + limit + " tekens.",
  returned: "Uw antwoord is niet opgeslagen.",
  restore: "Zet terug in de velden",
};
const FIELDS = ["text", "worth", "better"];
const LIMIT = 500; /* the house keeps no more of a field */

/* Half-typed answers over the saved ones. */
function useAnswer(room, step, saved) {
  const name = (field) => "afsluiten." + field;
  const values = {};
  for (const field of FIELDS) {
    const draft = room.draft(step.id, name(field));
    values[field] = draft === undefined ? saved[field] || "" : draft;
  }
  const setters = {};
  const clears = [];
  for (const field of FIELDS) {
    /* what a half-typed answer would be, for when the room goes on before it is saved */
    const about = { title: step.title, name: "commitment.make", body: { step: step.id, ...values }, field };
    const [, set, clear] = useDraft(room, step.id, name(field), saved[field] || "", about);
    setters[field] = set;
    clears.push(clear);
  }
  const typed = FIELDS.some((field) => room.draft(step.id, name(field)) !== undefined);
  return { values, typed, set: (field, value) => setters[field](value), forget: () => clears.forEach((clear) => clear()) };
}

export default function Phone({ room, step }) {
  const saved = room.own("commitment", { step: step.id })[0];
  const answer = useAnswer(room, step, saved || {});
  const [editing, edit] = useState(false);
  const restore = ({ body }) => FIELDS.forEach((field) => answer.set(field, body[field] || ""));
  const open = !saved || editing || answer.typed;
  return html`<div class="stack afsluiten-phone">
    <${Returned} room=${room} step=${step} name="commitment.make" title=${words.returned} back=${words.restore} onBack=${restore} />
    ${open
      ? html`<${Form} room=${room} step=${step} saved=${saved} answer=${answer} close=${() => edit(false)} />`
      : html`<${Kept} saved=${saved} open=${() => edit(true)} />`}
    <p class="small muted">${words.shown[step.settings.names] || ""} ${words.opinion}</p>
  </div>`;
}

function Form({ room, step, saved, answer, close }) {
  const [fault, setFault] = useState("");
  const { values, set } = answer;
  async function save(event) {
    event.preventDefault();
    if (!FIELDS.some((field) => values[field].trim())) return setFault(words.empty);
    if (FIELDS.some((field) => values[field].trim().length > LIMIT)) return setFault(words.long(LIMIT));
    setFault("");
    const body = { step: step.id };
    FIELDS.forEach((field) => (body[field] = values[field].trim()));
    const sent = room.send("commitment.make", body);
    room.typing(step.id, false);
    const done = () => {
      answer.forget();
      close();
    };
    if (sent.kept) return done();
    const told = await sent;
    if (told.ok) done();
    else setFault(told.say || "");
    return undefined;
  }
  const field = (name, rows, hint) => html`<${Field}
    label=${words[name]}
    hint=${hint}
    optional=${name !== "text"}
    rows=${rows}
    max=${values[name].length > LIMIT - 100 ? LIMIT : undefined}
    value=${values[name]}
    onValue=${(value) => {
      set(name, value);
      room.typing(step.id, value.trim() !== "");
    }}
  />`;
  return html`<form class="stack writer" onSubmit=${save}>
    ${field("text", 3, words.hint)} ${field("worth", 2)} ${field("better", 2)}
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <button type="submit" class="button button--main writer-post">${saved ? words.keep : words.save}</button>
    ${saved &&
    html`<button
      type="button"
      class="link-button"
      onClick=${() => {
        answer.forget();
        close();
      }}
    >
      ${words.cancel}
    </button>`}
  </form>`;
}

function Kept({ saved, open }) {
  return html`<div class="card stack">
    <p class=${saved.state === "waiting" ? "afsluiten-waiting" : ""}><strong>${saved.state === "waiting" ? words.waiting : "✓ " + words.thanks}</strong></p>
    ${FIELDS.map(
      (field) => html`<div key=${field}>
        <h2 class="afsluiten-label">${words[field]}</h2>
        <p dir="auto" class=${saved[field] ? "note-text" : "muted"}>${saved[field] || words.nothing}</p>
      </div>`,
    )}
    <p><button type="button" class="button" onClick=${open}>${words.adjust}</button></p>
  </div>`;
}
