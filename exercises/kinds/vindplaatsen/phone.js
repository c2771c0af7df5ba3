/* Finding places on the phone: per group a list to tick, for one's own organisation; who else comes stands beside it. */

import { html, useDraft, useState, plural } from "/static/js/view.js";
import { Field, Returned } from "/static/js/parts/field.js";
import { GROUPS, NOBODY, groups, name, places, visitors } from "./words.js";

const words = {
  intro: (org) => "Vink aan waar " + org + " al komt. U hoeft daar nog niets over mantelzorg te doen.",
  nobody: "Zeg eerst bij Over u van welke organisatie u bent. Dan kunt u hier aanvinken. Een plek erbij zetten kan wel.",
  count: (one) => one.all - one.open + " van " + plural(one.all, "plek", "plekken"),
  also: (list) => "Ook: " + list.join(", "),
  here: (list) => list.join(", "),
  add: "Een plek die er niet bij staat",
  put: "Zet erbij",
  own: "eigen plek",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  seen: "De zaal ziet de naam van uw organisatie bij elke plek die u aanvinkt.",
  returned: "Dit is niet aangekomen.",
};
const LONG = 80;

export default function Phone({ room, step }) {
  const me = room.own("participant")[0];
  const org = me && me.org ? room.get(me.org) : null;
  return html`<div class="stack">
    <p>${org ? words.intro(org.name) : words.nobody}</p>
    ${org && html`<p class="small muted">${words.seen}</p>`}
    ${groups(step).map((group, at) => html`<${Group} key=${group.id} room=${room} step=${step} group=${group} org=${org} first=${at === 0} />`)}
    <${Returned} room=${room} step=${step} name="place.tell" title=${words.returned} onBack=${() => {}} />
  </div>`;
}

function Group({ room, step, group, org, first }) {
  const [open, setOpen] = useState(first);
  return html`<details class="card vind-group" open=${open} onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary><strong>${name(group.id)}</strong> <span class="muted small num vind-count">${words.count(group)}</span></summary>
    ${open &&
    html`<ul class="plain vind-list">${places(step, group.id).map((place) => html`<li key=${place.id}><${Place} room=${room} step=${step} place=${place} org=${org} /></li>`)}</ul>
      <${Add} room=${room} step=${step} group=${group.id} />`}
  </details>`;
}

/* What was ticked last counts at once, also while it waits. */
function Place({ room, step, place, org }) {
  const here = visitors(room, step, place.id);
  const waits = room.outbox.waiting().filter((entry) => entry.name === "place.tell" && entry.body.step === step.id && entry.body.slot === place.id).pop();
  const on = waits ? waits.body.on : Boolean(org) && here.some((one) => one.id === org.id);
  const others = here.filter((one) => !org || one.id !== org.id).map((one) => one.name);
  const told = html`<span class="vind-place" dir="auto">${place.text}${place.own ? html` <span class="muted small">(${words.own})</span>` : ""}</span>
    ${others.length > 0 && html`<span class="small vind-others" dir="auto">${on ? words.also(others) : words.here(others)}</span>`} ${!on && others.length === 0 && html`<span class="small vind-none">${NOBODY}</span>`}
    ${waits && html`<span class="small muted">${words.waiting}</span>`}`;
  if (!org) return html`<div class="vind-row vind-row--plain"><span class="vind-told">${told}</span></div>`;
  return html`<label class="vind-row">
    <input type="checkbox" checked=${on} onChange=${(event) => room.send("place.tell", { step: step.id, slot: place.id, on: event.currentTarget.checked })} />
    <span class="vind-told">${told}</span>
  </label>`;
}

function Add({ room, step, group }) {
  const about = { title: step.title, name: "place.add", body: { step: step.id, group }, field: "name" };
  const [text, setText, clear] = useDraft(room, step.id, "plek." + group, "", about);
  const [fault, setFault] = useState("");
  const mine = room.outbox.waiting().filter((entry) => entry.name === "place.add" && entry.body.step === step.id && entry.body.group === group);
  async function add(event) {
    event.preventDefault();
    if (!text.trim()) return;
    setFault("");
    const sent = room.send("place.add", { step: step.id, group, name: text.trim() });
    if (sent.kept) return clear();
    const answer = await sent;
    if (answer.ok) clear();
    else setFault(answer.say || "");
    return undefined;
  }
  return html`<form class="vind-add" onSubmit=${add}>
      <${Field} label=${words.add} max=${LONG} value=${text} fault=${fault} onValue=${setText} />
      <button type="submit" class="button" aria-label=${words.put + ": " + GROUPS[group][0]}>${words.put}</button>
    </form>
    ${mine.map((entry) => html`<p key=${entry.cid} class="small" dir="auto">${entry.body.name}: ${words.waiting}</p>`)}
    <${Returned} room=${room} step=${step} name="place.add" title=${words.returned} text=${({ body }) => body.name} only=${({ body }) => body.group === group} onBack=${({ body }) => setText(text || body.name)} />`;
}
