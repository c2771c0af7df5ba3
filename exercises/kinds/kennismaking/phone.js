/* The phone during introductions: whose turn it is, and three short parts to fill in while listening. */

import { html, useState, useEffect, useRef, useDraft, useTick } from "/static/js/view.js";
import { Field, Check } from "/static/js/parts/field.js";
import { Clock } from "/static/js/parts/clock.js";
import { inWords, round } from "./round.js";
import { FIELDS, LISTS, TOLD, FUNDING, OFFERS, bodyOf, isEmpty, lines, ready } from "./answers.js";

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
  mine: "Van welke organisatie bent u?",
  mineHint: "Dan staat uw organisatie in de rij.",
  keepMine: "Bewaar",
  fill: "Vul intussen in",
  part: (nr) => "Deel " + nr + " van 3",
  titles: ["Contact", "Aanbod", "Samenwerking"],
  asks: ["Hoe komt u in contact met mantelzorgers?", "Wat doet u voor mantelzorgers, en wie betaalt het?", "Met wie werkt u samen?"],
  contact: "Op welke manier?",
  number: "Met hoeveel mantelzorgers?",
  numberHint: "Bijvoorbeeld: 15 per maand",
  frequency: "Hoe vaak?",
  frequencyHint: "Bijvoorbeeld: elke week",
  offers: "Kies wat past",
  how: "Hoe doet u dat?",
  funding: "Wie betaalt het?",
  has: "Met wie nu al?",
  wants: "Met wie zou u dat willen?",
  line: "Zet elke naam op een eigen regel.",
  table: "Kies uit wie er aan tafel zit",
  save: "Bewaar en ga verder",
  last: "Bewaar",
  back: "Vorige",
  thanks: "Dank u wel. Uw antwoorden zijn bewaard.",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  adjust: "Aanpassen",
  quiet: "Uw antwoorden komen niet op het scherm. De begeleider leest ze, en ze staan in het verslag.",
  nothing: "Niets ingevuld",
  long: "Maak dit korter.",
  returned: "Uw antwoorden zijn niet opgeslagen.",
  restore: "Zet terug in de velden",
  away: "Gooi weg",
};

export const heading = (step) => ({ big: step.title, small: "" });

export default function Phone({ room, step }) {
  const me = room.own("participant")[0] || {};
  return html`<div class="stack kennis-phone">
    <${Turn} room=${room} step=${step} mine=${me.org} />
    ${!me.org && !me.organisation && html`<${Mine} room=${room} />`} ${step.settings.questions && html`<${Questions} room=${room} step=${step} mine=${me.org} />`}
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

/* Who named no organisation at the door can still do so here. */
function Mine({ room }) {
  const [name, setName, clear] = useDraft(room, "me", "organisation", "");
  function save(event) {
    event.preventDefault();
    const sent = room.send("participant.edit", { organisation: name.trim() });
    if (sent.kept) clear();
    else sent.then((answer) => answer.ok && clear());
  }
  return html`<form class="stack stack--tight" onSubmit=${save}>
    <${Field} label=${words.mine} hint=${words.mineHint} value=${name} onValue=${setName} list="kennis-known" autocomplete="organization" />
    <datalist id="kennis-known">${room.list("organisation").map((one) => html`<option key=${one.id} value=${one.name} />`)}</datalist>
    <button type="submit" class="button" disabled=${!name.trim()}>${words.keepMine}</button>
  </form>`;
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

function Questions({ room, step, mine }) {
  const saved = room.own("introduction", { step: step.id })[0];
  const answers = useAnswers(room, step, saved || {});
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
    if (!ready(body)) return setFault(words.long);
    setFault("");
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
  const backs = room.outbox.returned().filter((entry) => entry.name === "introduction.give" && entry.body.step === step.id);
  const restore = (entry) => {
    [...FIELDS, ...LISTS].forEach((field) => answers.set(field, entry.body[field]));
    setPart("0");
    room.outbox.dismiss(entry.cid);
  };
  const Part = [Contact, Offer, Together][part];
  return html`<section class="stack kennis-fill">
    ${backs.map(
      (entry) => html`<div class="banner banner--clay stack stack--tight" key=${entry.cid} role="alert">
        <p><strong>${words.returned}</strong> ${entry.say}</p>
        <div class="row">
          <button type="button" class="button button--small" onClick=${() => restore(entry)}>${words.restore}</button>
          <button type="button" class="link-button" onClick=${() => room.outbox.dismiss(entry.cid)}>${words.away}</button>
        </div>
      </div>`,
    )}
    ${Part
      ? html`<form class="card stack" onSubmit=${save}>
          <div>
            <p class="small muted">${words.fill} · ${words.part(part + 1)}</p>
            <h2 class="kennis-part" tabindex="-1" ref=${top}>${asks[part]}</h2>
          </div>
          <${Part} key=${part} room=${room} answers=${answers} mine=${mine} />
          ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
          <div class="row">
            <button type="submit" class="button button--main">${part < 2 ? words.save : words.last}</button>
            ${part > 0 && html`<button type="button" class="link-button" onClick=${() => setPart(String(part - 1))}>${words.back}</button>`}
          </div>
        </form>`
      : html`<${Summary} saved=${saved} top=${top} go=${(to) => setPart(String(to))} />`}
    <p class="small muted">${words.quiet}</p>
  </section>`;
}

function Contact({ answers }) {
  const { values, set } = answers;
  return html`
    <${Field} label=${words.contact} rows=${3} value=${values.contact} onValue=${(text) => set("contact", text)} />
    <${Field} label=${words.number} hint=${words.numberHint} value=${values.number} onValue=${(text) => set("number", text.slice(0, 80))} />
    <${Field} label=${words.frequency} hint=${words.frequencyHint} value=${values.frequency} onValue=${(text) => set("frequency", text.slice(0, 80))} />
  `;
}

function Offer({ answers }) {
  const { values, set } = answers;
  return html`
    <${Checks} label=${words.offers} options=${OFFERS} chosen=${values.offers} onChosen=${(list) => set("offers", list)} />
    <${Field} label=${words.how} rows=${3} value=${values.how} onValue=${(text) => set("how", text)} />
    <${Checks} label=${words.funding} options=${FUNDING} chosen=${values.funding} onChosen=${(list) => set("funding", list)} />
  `;
}

function Together({ room, answers, mine }) {
  const table = room.list("organisation").filter((one) => one.id !== mine).map((one) => one.name);
  return ["has", "wants"].map((field) => html`<${Partners} key=${field} label=${words[field]} table=${table} names=${answers.values[field]} onNames=${(list) => answers.set(field, list)} />`);
}

/* Names: one on each line, and those who sit here as check boxes. */
function Partners({ label, table, names, onNames }) {
  const others = names.filter((name) => !table.includes(name));
  const here = names.filter((name) => table.includes(name));
  return html`<div class="stack stack--tight">
    <${Field} label=${label} hint=${words.line} rows=${2} value=${others.join("\n")} onValue=${(text) => onNames([...here, ...lines(text)])} />
    ${table.length > 0 &&
    html`<details class="kennis-table-list">
      <summary>${words.table}${here.length ? " (" + here.length + ")" : ""}</summary>
      ${table.map(
        (name) => html`<${Check} key=${name} label=${name} checked=${here.includes(name)} onCheck=${(on) => onNames([...(on ? [...here, name] : here.filter((one) => one !== name)), ...others])} />`,
      )}
    </details>`}
  </div>`;
}

function Checks({ label, options, chosen, onChosen }) {
  return html`<fieldset class="choice kennis-checks">
    <legend class="field-label">${label}</legend>
    ${options.map(
      (option) => html`<${Check}
        key=${option.id}
        label=${option.text}
        checked=${chosen.includes(option.id)}
        onCheck=${(on) => onChosen(options.map((one) => one.id).filter((id) => (id === option.id ? on : chosen.includes(id))))}
      />`,
    )}
  </fieldset>`;
}

function Summary({ saved, top, go }) {
  const one = saved || {};
  const told = [
    [one.contact, one.number, one.frequency],
    [(one.offers || []).join(", "), one.how, (one.funding || []).join(", ")],
    [(one.has || []).join(", "), (one.wants || []).join(", ")],
  ].map((texts) => texts.filter(Boolean).join(" · "));
  return html`<div class="card stack">
    <h2 class="kennis-part" tabindex="-1" ref=${top}>${one.state === "waiting" ? words.waiting : words.thanks}</h2>
    ${told.map(
      (text, index) => html`<div key=${index}>
        <h3>${words.titles[index]}</h3>
        <p dir="auto" class=${text ? "note-text" : "muted"}>${text || words.nothing}</p>
        <button type="button" class="link-button" onClick=${() => go(index)}>${words.adjust}<span class="visually-hidden">: ${words.titles[index]}</span></button>
      </div>`,
    )}
  </div>`;
}
