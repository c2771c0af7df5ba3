/* The phone during introductions: whose turn it is, and three short parts to fill in while listening. */

import { html, useState, useEffect, useRef, useDraft, useTick, later } from "/static/js/view.js";
import { Returned } from "/static/js/parts/field.js";
import { Clock } from "/static/js/parts/clock.js";
import { inWords, round } from "./round.js";
import { Contact, FIELDS, LISTS, Offer, TOLD, bodyOf, fault as faultOf, isEmpty } from "./answers.js";

const words = {
  you: "U bent nu aan het woord",
  now: "Aan het woord",
  next: "Daarna",
  yours: "Hierna bent u aan de beurt.",
  inTurns: (count) => "Nog " + count + " organisaties, dan bent u aan de beurt.",
  begin: (seconds) => "De ronde begint zo. Elke organisatie krijgt " + inWords(seconds) + ".",
  place: (nr, of) => "U bent nummer " + nr + " van " + of + ".",
  done: "Uw organisatie is al geweest. Dank u wel.",
  skipped: "Uw organisatie komt later aan de beurt.",
  over: "De ronde is klaar.",
  fill: "Vul intussen in",
  part: (nr) => "Deel " + nr + " van 3",
  titles: ["Contact", "Aanbod", "Samenwerking"],
  asks: ["Hoe komt u in contact met mantelzorgers?", "Wat doet u voor mantelzorgers, en wie betaalt het?", "Met wie werkt u samen?"],
  save: "Bewaar en ga verder",
  last: "Bewaar",
  back: "Vorige",
  quiet: "Uw antwoorden komen niet op het scherm. De begeleider leest ze, en ze staan in het verslag.",
  names: "Met wie u samenwerkt, komt op de netwerkkaart. Wie u noemt, kunnen anderen ook kiezen.",
  ahead: "Dit vulde uw organisatie vooraf in. Klopt het nog?",
  returned: "Uw antwoorden zijn niet opgeslagen.",
  restore: "Zet terug in de velden",
};

const Together = later((again) => import("./together.js" + again).then((module) => module.Together));
const Summary = later((again) => import("./summary.js" + again).then((module) => module.Summary));
const Mine = later((again) => import("./mine.js" + again).then((module) => module.Mine));

export const heading = (step) => ({ big: step.title, small: "" });

export default function Phone({ room, step }) {
  const me = room.own("participant")[0] || {};
  return html`<div class="stack kennis-phone">
    <${Turn} room=${room} step=${step} mine=${me.org} />
    ${!me.org && !me.organisation && html`<${Mine} room=${room} step=${step} />`} ${step.settings.questions && html`<${Questions} room=${room} step=${step} me=${me} />`}
  </div>`;
}

/* Where we are in the row, and how far it is to one's own turn. */
function Turn({ room, step, mine }) {
  useTick(1000);
  const { rows, now, next, waiting, over, started, seconds } = round(step, room);
  const own = rows.find((row) => row.id === mine);
  const before = waiting.findIndex((row) => row.id === mine);
  if (own && own.status === "now") {
    return html`<div class="banner banner--leaf kennis-turn kennis-you">
      <p class="lead"><strong>${words.you}</strong></p>
      <${Clock} timer=${step.timer} room=${room} big />
    </div>`;
  }
  const place = !own ? "" : own.status === "done" ? words.done : own.status === "skipped" ? words.skipped : !started ? words.place(rows.indexOf(own) + 1, rows.length) : before === 0 ? words.yours : words.inTurns(before);
  return html`<div class="banner kennis-turn">
    ${now && html`<p class="kennis-line">${words.now}: <strong><bdi>${now.name}</bdi></strong></p>`} ${now && next && html`<p class="kennis-line">${words.next}: <bdi>${next.name}</bdi></p>`}
    ${!started && html`<p>${words.begin(seconds)}</p>`} ${over && html`<p>${words.over}</p>`} ${place && !(over && own.status === "done") && html`<p>${place}</p>`}
  </div>`;
}

/* Half-typed answers over the saved ones: {values, set(field, value), forget()}; all of it survives a refresh. */
function useAnswers(room, step, saved) {
  const name = (field) => (TOLD.includes(field) ? "" : "~") + "kennis." + field;
  const held = (field, first) => {
    const draft = room.draft(step.id, name(field));
    return draft === undefined ? first : draft;
  };
  const values = {};
  for (const field of FIELDS) values[field] = held(field, saved[field] || "");
  for (const field of LISTS) values[field] = JSON.parse(held(field, JSON.stringify(saved[field] || [])));
  const setters = {};
  const clears = [];
  for (const field of [...FIELDS, ...LISTS]) {
    const list = LISTS.includes(field);
    /* what a half-typed answer would be, for when the room goes on before it is saved */
    const about = TOLD.includes(field) ? { title: step.title, name: "introduction.give", body: bodyOf(step, values), field } : null;
    const [, set, clear] = useDraft(room, step.id, name(field), list ? JSON.stringify(saved[field] || []) : saved[field] || "", about);
    setters[field] = list ? (value) => set(JSON.stringify(value)) : set;
    clears.push(clear);
  }
  return { values, set: (field, value) => setters[field](value), forget: () => clears.forEach((clear) => clear()) };
}

function Questions({ room, step, me }) {
  const saved = room.own("introduction", { step: step.id })[0];
  const told = room.own("foreword")[0];
  const answers = useAnswers(room, step, saved || told || {});
  const [kept, setPart] = useDraft(room, step.id, "~kennis.part", saved ? "3" : "0");
  const [fault, setFault] = useState("");
  const part = Number(kept);
  const top = useRef(null);
  const drawn = useRef(part);
  useEffect(() => {
    if (drawn.current !== part && top.current) top.current.focus();
    drawn.current = part;
  }, [part]);
  const asks = step.prompts && step.prompts.length === 3 ? step.prompts.map((prompt) => prompt.text) : words.asks;

  function save(event) {
    event.preventDefault();
    const body = bodyOf(step, answers.values);
    const not = faultOf(body);
    setFault(not);
    if (not) return undefined;
    if (isEmpty(body) && !saved) return setPart(String(part + 1));
    const sent = room.send("introduction.give", body);
    const next = () => {
      answers.forget();
      setPart(String(part + 1));
    };
    if (sent.kept) next();
    else sent.then((answer) => (answer.ok ? next() : setFault(answer.say || "")));
    return undefined;
  }
  const restore = ({ body }) => {
    [...FIELDS, ...LISTS].forEach((field) => answers.set(field, body[field]));
    setPart("0");
  };
  const Part = [Contact, Offer, Together][part];
  return html`<section class="stack kennis-fill">
    ${told && !saved && part < 3 && html`<p class="banner banner--leaf">${words.ahead}</p>`}
    <${Returned} room=${room} step=${step} name="introduction.give" title=${words.returned} back=${words.restore} onBack=${restore} />
    ${Part
      ? html`<form class="card stack" onSubmit=${save}>
          <div>
            <p class="small muted">${words.fill} · ${words.part(part + 1)}</p>
            <h2 class="kennis-part" tabindex="-1" ref=${top}>${asks[part]}</h2>
          </div>
          <${Part} key=${part} room=${room} step=${step} answers=${answers} mine=${me.org} two=${me.apart} />
          ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
          <div class="row">
            <button type="submit" class="button button--main">${part < 2 ? words.save : words.last}</button>
            ${part > 0 && html`<button type="button" class="link-button" onClick=${() => setPart(String(part - 1))}>${words.back}</button>`}
          </div>
        </form>`
      : html`<${Summary} saved=${saved} titles=${words.titles} top=${top} go=${(to) => setPart(String(to))} />`}
    <p class="small muted">${words.quiet}${Part === Together && " " + words.names}</p>
  </section>`;
}
