/* A terugblik on the phone: every action of earlier meetings, and room to say how it stands. */

import { html, useState, useDraft, keyOf } from "/static/js/view.js";
import { Choice, Field, Returned, behind } from "/static/js/parts/field.js";
import { Mark, STATUSES, facts, from, groups, isOpen, listed } from "./words.js";

const words = {
  intro: "Dit spraken we eerder af. Is er iets van u bij? Zeg hoe het ervoor staat.",
  mine: "Van u of uw organisatie",
  none: "Er staan geen acties meer open van eerdere bijeenkomsten.",
  now: "Nu op het scherm",
  subs: "Subacties",
  how: "Zeg hoe het staat",
  status: "Hoe staat het?",
  obstacle: "Wat houdt ons tegen?",
  help: "Wat helpt?",
  send: "Zeg het",
  again: "Bewaar de wijziging",
  choose: "Kies eerst hoe het staat.",
  not: "Toch niet",
  adjust: "Aanpassen",
  yours: "U zei:",
  states: { waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.", taken: "✓ De begeleider nam het over.", saved: "✓ De begeleider heeft het gekregen." },
  who: {
    naam: "De begeleider ziet uw naam en organisatie erbij. Het scherm niet.",
    organisatie: "De begeleider ziet uw organisatie erbij, zonder uw naam.",
    anoniem: "Dit gaat zonder naam naar de begeleider.",
  },
  returned: "Dit is niet aangekomen.",
};
const LONG = 500;
const SAID = ["obstacle", "help"];

export function heading(step) {
  return { big: step.title, small: step.group || "" };
}

export default function Phone({ room, step }) {
  const all = listed(room, step);
  const at = all.find((action) => action.id === step.state.at);
  if (all.length === 0) return html`<p class="lead">${words.none}</p>`;
  const put = (field, text) => room.keepDraft(step.id, field, behind(room.draft(step.id, field) || "", text), null, false);
  const restore = ({ body }) => SAID.filter((name) => body[name]).forEach((name) => put(body.action + "." + name, body[name]));
  return html`<div class="stack stack--wide">
    <p>${words.intro}</p>
    <${Returned} room=${room} step=${step} name="progress.tell" title=${words.returned} text=${({ body }) => SAID.map((name) => body[name]).filter(Boolean).join(" · ")} onBack=${restore} />
    ${sorted(room, step, all).map(
      (group) => html`<section key=${group.key} class="stack stack--tight">
        <h2 class="terugblik-head" dir="auto">${group.name}</h2>
        <ul class="plain stack stack--tight">
          ${group.actions.map((action) => html`<li key=${action.id}><${Action} room=${room} step=${step} action=${action} now=${at && at.id === action.id} /></li>`)}
        </ul>
      </section>`,
    )}
    <p class="small muted">${words.who[step.settings.names] || ""}</p>
  </div>`;
}

const plain = (text) => (text || "").trim().toLowerCase();

/* What has this person's name or organisation beside it comes first. */
function sorted(room, step, all) {
  const me = room.own("participant")[0] || {};
  const org = room.get(me.org);
  const names = [plain(me.name), plain(org && org.name)].filter((name) => name.length > 2);
  const isMine = (action) => [action, ...(action.subs || [])].some((one) => names.some((name) => plain(one.who).includes(name)));
  const mine = all.filter(isMine);
  const others = groups(all.filter((action) => !isMine(action)), step.state.by);
  return mine.length ? [{ key: "~mine", name: words.mine, actions: mine }, ...others] : others;
}

/* The whole, and below it each subaction with room to say how that one stands. */
function Action({ room, step, action, now }) {
  return html`<div class=${"card terugblik-card" + (now ? " terugblik-card--now" : "")}>
    ${now && html`<p class="terugblik-now">${words.now}</p>`}
    <${One} room=${room} step=${step} action=${action} />
    ${action.subs.length > 0 &&
    html`<ul class="plain terugblik-subs" aria-label=${words.subs}>
      ${action.subs.map((one) => html`<li key=${one.id} class="terugblik-sub terugblik-sub--whole"><${One} room=${room} step=${step} action=${one} below=${true} /></li>`)}
    </ul>`}
  </div>`;
}

function One({ room, step, action, below }) {
  const mine = room.own("progress", { step: step.id, action: action.id }).pop();
  const field = (name) => action.id + "." + name;
  const typed = ["obstacle", "help"].some((name) => room.draft(step.id, field(name)) !== undefined);
  const [wanted, open] = useState(false);
  return html`<div class="stack stack--tight">
    <div class="terugblik-row">
      <${Mark} status=${action.status} />
      <div class="stack stack--tight">
        <p class="terugblik-what" dir="auto">${action.what}</p>
        <p class="small" dir="auto">${[action.status, ...facts(action)].join(" · ")}</p>
        ${!below && html`<p class="small muted" dir="auto">${from(action)}</p>`}
      </div>
    </div>
    ${mine && html`<${Said} key=${keyOf(mine)} mine=${mine} />`}
    ${wanted || typed
      ? html`<${Form} room=${room} step=${step} action=${action} mine=${mine || {}} field=${field} close=${() => open(false)} />`
      : html`<p><button type="button" class="button" onClick=${() => open(true)}>${mine ? words.adjust : words.how}<span class="visually-hidden">: ${action.what}</span></button></p>`}
  </div>`;
}

function Said({ mine }) {
  const state = mine.state === "waiting" ? "waiting" : mine.taken ? "taken" : "saved";
  return html`<div class=${"terugblik-said" + (state === "waiting" ? " terugblik-said--waiting" : "")}>
    <p><strong>${words.yours}</strong> ${mine.status}${isOpen(mine) ? "" : "."}</p>
    ${mine.obstacle && html`<p dir="auto">${words.obstacle} ${mine.obstacle}</p>`} ${mine.help && html`<p dir="auto">${words.help} ${mine.help}</p>`}
    <p class="small">${words.states[state]}</p>
  </div>`;
}

function Form({ room, step, action, mine, field, close }) {
  const [status, setStatus, clearStatus] = useDraft(room, step.id, "~" + field("status"), mine.status || "");
  const about = (name) => ({ title: step.title, name: "progress.tell", body: { step: step.id, action: action.id, status: status || action.status }, field: name });
  const [obstacle, setObstacle, clearObstacle] = useDraft(room, step.id, field("obstacle"), mine.obstacle || "", about("obstacle"));
  const [help, setHelp, clearHelp] = useDraft(room, step.id, field("help"), mine.help || "", about("help"));
  const [fault, setFault] = useState("");
  const leave = () => {
    clearStatus();
    clearObstacle();
    clearHelp();
    close();
  };
  async function post(event) {
    event.preventDefault();
    if (!status) return setFault(words.choose);
    setFault("");
    const sent = room.send("progress.tell", { step: step.id, action: action.id, status, obstacle: obstacle.trim(), help: help.trim() });
    room.typing(step.id, false);
    if (sent.kept) return leave();
    const answer = await sent;
    if (answer.ok) leave();
    else setFault(answer.say || "");
    return undefined;
  }
  const write = (set) => (value) => {
    set(value);
    room.typing(step.id, value.trim() !== "");
  };
  return html`<form class="stack" onSubmit=${post}>
    <${Choice} label=${words.status} options=${STATUSES.map((id) => ({ id, text: id }))} value=${status} onValue=${setStatus} />
    <${Field} label=${words.obstacle} optional rows=${2} max=${obstacle.length > LONG - 100 ? LONG : undefined} value=${obstacle} onValue=${write(setObstacle)} />
    <${Field} label=${words.help} optional rows=${2} max=${help.length > LONG - 100 ? LONG : undefined} value=${help} onValue=${write(setHelp)} />
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <button type="submit" class="button button--main writer-post">${mine.status ? words.again : words.send}</button>
    <button type="button" class="link-button" onClick=${leave}>${words.not}</button>
  </form>`;
}

/* What the house refused comes back in its own fields. */
