/* The map on a phone: my organisation in the middle. With whom do we work, is it right, and how does it go? */

import { html, useDraft, useSend, later } from "/static/js/view.js";
import { Field, Choice } from "/static/js/parts/field.js";
import { NameField } from "/static/js/parts/namefield.js";
import { MARKS, drawn, linksOf, lookOf, looked, mapOf, other, stands } from "./words.js";

const words = {
  intro: (name) => "U kijkt namens " + name + ".",
  nobody: "Vul eerst bij “Over u” in bij welke organisatie u hoort. Dan kunt u hier zeggen met wie u samenwerkt.",
  add: "Met wie werkt u samen?",
  name: "Naam van de andere organisatie",
  what: "Waarover? (mag leeg blijven)",
  put: "Zet op de kaart",
  mine: "Onze lijnen",
  first: "Klopt dit?",
  ask: (n) => "Op de kaart " + (n === 1 ? "staat een lijn" : "staan " + n + " lijnen") + " van uw organisatie waar nog niemand van u naar keek.",
  none: "Er staat nog geen lijn van uw organisatie op de kaart.",
  right: "Klopt",
  wrong: "Klopt niet",
  about: (name) => "De lijn met " + name,
  how: "Hoe gaat dit?",
  tell: "Zeg hoe het gaat",
  later: "Staat straks op de kaart.",
};
const Own = later((again) => import("./own.js" + again).then((module) => module.Own), () => null);
const Others = later((again) => import("./others.js" + again).then((module) => module.Others));

export default function Phone({ room, step }) {
  const me = room.own("participant")[0] || {};
  const map = mapOf(step);
  const own = map.get(me.org);
  return html`<div class="stack stack--wide">
    ${own ? html`<p>${words.intro(own.name)}</p><${First} room=${room} step=${step} map=${map} own=${own} /><${Add} room=${room} step=${step} map=${map} own=${own} /><${Mine} room=${room} step=${step} map=${map} own=${own} />` : html`<p class="notice">${words.nobody}</p>`}
    ${step.state.stage > 2 && html`<${Others} room=${room} step=${step} map=${map} own=${own} />`}
  </div>`;
}

/* What nobody of us looked at yet comes first; it goes to our lines as soon as it is answered. */
const asked = (link, own) => (link.asks || []).includes(own.id);

function First({ room, step, map, own }) {
  const lines = linksOf(map, own.id).filter((link) => asked(link, own));
  return html`<section class="stack" aria-live="polite">
    ${lines.length > 0 && html`<h2>${words.first}</h2><p>${words.ask(lines.length)}</p>
      <ul class="plain stack">${lines.map((link) => html`<${Line} key=${link.a + link.b} room=${room} step=${step} map=${map} own=${own} link=${link} />`)}</ul>`}
  </section>`;
}

function Add({ room, step, map, own }) {
  const { send, busy, fault } = useSend(room);
  const [name, setName, clearName] = useDraft(room, step.id, "met", "");
  const [what, setWhat, clearWhat] = useDraft(room, step.id, "waarover", "");
  async function put(event) {
    event.preventDefault();
    const answer = await send("network.say", { step: step.id, name: name.trim(), what: what.trim() });
    if (answer.ok || answer.kept) {
      clearName();
      clearWhat();
    }
  }
  const said = (field) => (fault && fault.field === field ? fault.say : "");
  return html`<form class="stack" onSubmit=${put}>
    <h2>${words.add}</h2>
    <${NameField} label=${words.name} names=${map.guests.filter((guest) => guest.id !== own.id).map((guest) => guest.name)} value=${name} onValue=${setName} max=${120} fault=${said("name")} />
    <${Field} label=${words.what} value=${what} onValue=${setWhat} max=${120} fault=${said("what")} />
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <button type="submit" class="button button--main" disabled=${busy || !name.trim()}>${words.put}</button>
  </form>`;
}

function Mine({ room, step, map, own }) {
  const all = linksOf(map, own.id).filter((link) => drawn(link) || (link.denied || []).length);
  const lines = all.filter((link) => !asked(link, own));
  const waiting = room.own("claim", { step: step.id }).filter((one) => one.says === "yes" && !all.some((link) => map.name(other(link, own.id)) === one.name));
  return html`<section class="stack">
    <h2>${words.mine}</h2>
    ${all.some(drawn) && html`<${Own} map=${map} own=${own} />`}
    ${all.length + waiting.length === 0 && html`<p class="muted">${words.none}</p>`}
    <ul class="plain stack">
      ${lines.map((link) => html`<${Line} key=${link.a + link.b} room=${room} step=${step} map=${map} own=${own} link=${link} />`)}
      ${waiting.map((one) => html`<li key=${one.id || one.cid} class="card"><p dir="auto"><strong>${one.name}</strong></p><p class="small muted">${words.later}</p></li>`)}
    </ul>
  </section>`;
}

/* One line of ours: is it right, and (from the third step) how it goes. */
function Line({ room, step, map, own, link }) {
  const { send, fault } = useSend(room);
  const partner = map.get(other(link, own.id));
  const claim = room.own("claim", (one) => one.step === step.id && one.name === partner.name)[0] || {};
  const idea = room.own("idea", (one) => one.step === step.id && one.a === link.a && one.b === link.b)[0] || {};
  const say = (says) => send("network.say", { step: step.id, name: partner.name, says: claim.says === says ? "" : says, what: claim.what || "" });
  const pill = (says, text) => html`<button type="button" class="button" aria-pressed=${String(claim.says === says)} onClick=${() => say(says)}>${text}</button>`;
  const how = html`<${Choice} label=${words.how} hideLabel value=${idea.mark || ""} onValue=${(mark) => send("network.propose", { step: step.id, a: link.a, b: link.b, mark })} options=${Object.entries(MARKS).map(([id, text]) => ({ id, text }))} />`;
  return html`<li class="card net-own stack stack--tight">
    <p class="net-own-name" dir="auto">${drawn(link) && html`<svg class="net-sample" viewBox="0 0 60 20" aria-hidden="true"><path class=${"net-line net-line--" + lookOf(link)} d="M2 10H58" /></svg>`} <strong>${partner.name}</strong></p>
    <p class="small">${stands(map, link)}${(link.what || []).length > 0 && ": " + link.what.join(", ")}${!asked(link, own) && link.there && html` <span class="muted">(${looked(map, link)})</span>`}</p>
    <div class="net-pills" role="group" aria-label=${words.about(partner.name)}>${pill("yes", words.right)}${pill("no", words.wrong)}</div>
    ${step.state.stage > 2 && drawn(link) && html`<details open=${Boolean(idea.mark)}><summary>${words.tell}</summary>${how}</details>`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </li>`;
}
