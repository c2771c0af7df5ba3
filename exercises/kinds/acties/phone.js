/* Actions on the phone: the list in its order, an offer of one's own, and what became of it. */

import { html, useState, useDraft, useRef, keyOf } from "/static/js/view.js";
import { Field, Pick, Returned, behind } from "/static/js/parts/field.js";
import { named } from "/static/js/parts/candidate.js";
import { STATUSES, facts, ordered, subactions, told } from "./words.js";

const words = {
  offer: "Bied een actie aan",
  hint: "Klein en snel mag. U kunt het later met de begeleider aanpassen.",
  what: "Wat gaat er gebeuren?",
  who: "Wie pakt het op?",
  when: "Voor wanneer?",
  from: "Komt het uit een voorstel van de muur?",
  none: "Nee, dit is nieuw",
  send: "Bied aan",
  not: "Toch niet",
  empty: "Er staat nog niets. Typ eerst wat er gaat gebeuren.",
  mine: "Wat u aanbood",
  states: { offered: "Aangeboden. De begeleider kijkt ernaar.", listed: "Staat op de lijst.", gone: "Niet op de lijst gezet.", waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw." },
  adjust: "Aanpassen",
  keep: "Bewaar de wijziging",
  leave: "Laat zoals het was",
  list: "De actielijst",
  nothing: "Er staat nog geen actie op de lijst. Weet u iets? Bied het aan.",
  take: "Ik pak dit op",
  takeHint: "Pakt u er een op? Dan ziet de zaal uw naam en organisatie erbij.",
  taken: "U pakt dit op.",
  letGo: "Toch niet",
  parts: "Subacties",
  parked: "Geparkeerd voor later",
  returned: "Deze actie is niet aangekomen.",
};
const LONG = 500;

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

export default function Phone({ room, step }) {
  return html`<div class="acties stack stack--wide">
    <${Offer} room=${room} step=${step} />
    <${Mine} room=${room} step=${step} />
    <${List} room=${room} step=${step} />
  </div>`;
}

function Offer({ room, step }) {
  const [source, setSource] = useDraft(room, step.id, "~bron", "");
  const [who, setWho, clearWho] = useDraft(room, step.id, "~wie", "");
  const [when, setWhen, clearWhen] = useDraft(room, step.id, "~wanneer", "");
  const meant = { step: step.id, who: who.trim() };
  if (when) meant.when = when;
  if (source) meant.sources = [source];
  const about = { title: step.title, name: "action.make", body: meant, field: "what" };
  const [what, setWhat, clearWhat] = useDraft(room, step.id, "actie", "", about);
  const [open, setOpen] = useState(Boolean(what || who));
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const button = useRef(null);
  const ideas = (step.state.ideas || []).map((row) => ({ id: row.id, text: short(named(room, row.id).text) }));

  function wipe() {
    clearWhat();
    clearWho();
    clearWhen();
    setSource("");
    setOpen(false);
  }
  async function post(event) {
    event.preventDefault();
    if (busy) return;
    if (!what.trim()) {
      setFault(words.empty);
      return;
    }
    setFault("");
    const sent = room.send("action.make", { ...meant, what: what.trim() });
    if (sent.kept) {
      wipe();
      return;
    }
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    if (answer.ok) wipe();
    else setFault(answer.say || "");
  }

  return html`<section class="stack">
    ${!open && html`<button type="button" ref=${button} class="button button--main writer-post" onClick=${() => setOpen(true)}>${words.offer}</button>`}
    ${open &&
    html`<form class="card stack acties-form" onSubmit=${post}>
      <h2>${words.offer}</h2>
      <${Field} label=${words.what} hint=${words.hint} rows=${3} max=${LONG} value=${what} fault=${fault} onValue=${setWhat} />
      <${Field} label=${words.who} optional value=${who} onValue=${setWho} />
      <${Field} label=${words.when} optional type="date" value=${when} onValue=${setWhen} />
      ${ideas.length > 0 && html`<${Pick} label=${words.from} value=${source} onValue=${setSource} options=${[{ id: "", text: words.none }, ...ideas]} />`}
      <button type="submit" class="button button--main writer-post" disabled=${busy}>${words.send}</button>
      <button type="button" class="link-button" onClick=${() => setOpen(false)}>${words.not}</button>
    </form>`}
    <${Returned} room=${room} step=${step} name="action.make" title=${words.returned} text=${({ body }) => body.what} onBack=${({ body }) => (setWhat(behind(what, body.what)), setOpen(true))} />
  </section>`;
}

const short = (text) => (text.length > 60 ? text.slice(0, 58).trimEnd() + " …" : text);

function Mine({ room, step }) {
  const mine = room.own("action", { step: step.id });
  if (mine.length === 0) return null;
  return html`<section class="stack stack--tight">
    <h2>${words.mine}</h2>
    <ul class="plain stack stack--tight">
      ${mine.map((action) => html`<li key=${keyOf(action)}><${Own} room=${room} action=${action} /></li>`)}
    </ul>
  </section>`;
}

function Own({ room, action }) {
  const field = "actie." + (action.cid || action.id);
  const [text, setText, clear] = useDraft(room, action.step, field, action.what);
  const [open, setOpen] = useState(room.draft(action.step, field) !== undefined);
  const [fault, setFault] = useState("");
  const sort = action.state === "waiting" ? "waiting" : action.gone ? "gone" : action.offered || !action.id ? "offered" : "listed";
  async function save() {
    if (!text.trim()) return setFault(words.empty);
    if (text.trim() !== action.what) {
      const sent = room.send("action.edit", { action: action.id, what: text.trim() });
      const answer = await sent;
      if (!answer.ok) return setFault(answer.say || "");
    }
    setFault("");
    clear();
    setOpen(false);
    return undefined;
  }
  return html`<div class=${"note" + (sort === "waiting" ? " note--waiting" : "")}>
    ${open && sort === "offered"
      ? html`<${Field} label=${words.what} bare rows=${3} max=${LONG} value=${text} fault=${fault} onValue=${setText} />
          <div class="row">
            <button type="button" class="button button--main button--small" onClick=${save}>${words.keep}</button>
            <button
              type="button"
              class="link-button"
              onClick=${() => {
                clear();
                setOpen(false);
              }}
            >
              ${words.leave}
            </button>
          </div>`
      : html`<p class="note-text" dir="auto">${action.what}</p>`}
    ${facts(action).length > 0 && html`<p class="small" dir="auto">${facts(action).join(" · ")}</p>`}
    <p class="own-state small">${sort === "listed" ? "✓ " : ""}${words.states[sort]}</p>
    ${sort === "offered" && action.id && !open && html`<button type="button" class="link-button" onClick=${() => setOpen(true)}>${words.adjust}<span class="visually-hidden">: ${action.what}</span></button>`}
  </div>`;
}

function List({ room, step }) {
  const list = ordered(room, step);
  return html`<section class="stack stack--tight">
    <h2>${words.list}${list.length ? " (" + list.length + ")" : ""}</h2>
    ${list.length === 0 ? html`<p class="muted">${words.nothing}</p>` : html`<p class="small muted">${words.takeHint}</p>`}
    <ol class="plain stack stack--tight">
      ${list.map(
        (action) => html`<li key=${action.id} class="acties-row">
          <span class="acties-place num">${action.place}</span>
          <div class="stack stack--tight">
            <p class="acties-what" dir="auto">${action.what}</p>
            ${told(room, action).length > 0 && html`<p dir="auto">${told(room, action).join(" · ")}</p>`}
            ${action.remarks && html`<p class="small" dir="auto">${action.remarks}</p>`}
            ${action.parts &&
            action.parts.length > 0 &&
            html`<ul class="acties-parts" aria-label=${words.parts}>
              ${action.parts.map((part, index) => html`<li key=${index} dir="auto">${part}</li>`)}
            </ul>`}
            <p class="small muted">${action.parked && html`<strong>${words.parked}</strong> · `}${action.reason}</p>
            <${Take} room=${room} action=${action} />
            <${Subactions} room=${room} action=${action} />
          </div>
        </li>`,
      )}
    </ol>
  </section>`;
}

/* Each piece with its own who and when; it can be taken up by itself. */
function Subactions({ room, action }) {
  const list = subactions(room, action);
  if (list.length === 0) return null;
  return html`<ol class="plain acties-subs" aria-label=${words.parts}>
    ${list.map(
      (one) => html`<li key=${one.id} class="acties-sub stack stack--tight">
        <p dir="auto"><strong>${one.what}</strong></p>
        ${told(room, one).length > 0 && html`<p class="small" dir="auto">${told(room, one).join(" · ")}</p>`}
        <${Take} room=${room} action=${one} />
      </li>`,
    )}
  </ol>`;
}

function Take({ room, action }) {
  const last = room.own("taker", { action: action.id }).pop(); /* what still waits stands last */
  const mine = last && last.on !== false;
  const over = action.status === STATUSES[2] || action.status === STATUSES[3];
  const say = (on) => room.send("action.take", { action: action.id, on });
  const named = html`<span class="visually-hidden">: ${action.what}</span>`;
  if (mine) return html`<p class="row row--apart"><strong>✓ ${words.taken}</strong><button type="button" class="link-button" onClick=${() => say(false)}>${words.letGo}${named}</button></p>`;
  return over ? null : html`<p><button type="button" class="button button--small" onClick=${() => say(true)}>${words.take}${named}</button></p>`;
}
