/* The baton: who leads this step, in clear words on both sides; giving, taking and giving back; what is whispered. */

import { html, useState, useRef } from "../view.js";
import { BatonDialog, Whisper } from "./invite.js";

const words = {
  on: (leader) => "U kijkt mee. " + leader + " leidt.",
  leads: (leader) => leader + " leidt deze stap.",
  looking: "U kijkt mee.",
  mine: "U leidt nu",
  until: (by) => "Tot " + by + " het stokje terugneemt.",
  step: "Tot de zaal naar een andere stap gaat.",
  back: "Geef het stokje terug",
  take: "Neem het stokje terug",
  whisper: "Fluister",
  whispers: (by) => by + " fluistert",
  read: "Gelezen",
  here: (names) => names.join(" en ") + (names.length === 1 ? " kijkt mee." : " kijken mee."),
  give: (name) => "Geef deze stap aan " + name,
  baton: "Stokje",
  somebody: "Uw collega",
  host: {
    taken: () => "U hebt het stokje terug. U leidt weer.",
    back: (name) => name + " gaf het stokje terug. U leidt weer.",
    step: (name) => "De zaal ging verder. Het stokje van " + name + " is weer bij u. U leidt.",
    away: (name) => name + " had te lang geen verbinding. U leidt weer.",
    withdrawn: () => "De link is ingetrokken. U leidt weer.",
    closed: () => "De bijeenkomst is afgesloten. Het stokje is weer bij u.",
    restart: () => "Ketentafel is opnieuw gestart. U leidt weer.",
  },
  guest: {
    taken: (by) => by + " nam het stokje terug.",
    back: () => "U gaf het stokje terug.",
    step: () => "De zaal ging verder. Het stokje is weer terug.",
    away: () => "U had te lang geen verbinding. Het stokje is weer terug.",
    restart: () => "Ketentafel is opnieuw gestart. Het stokje is weer terug.",
  },
};

/* True while somebody else leads: then this page is for looking only. */
export function looking(room) {
  const { holds, me } = room.now.baton || {};
  return room.start.trainee ? !me || holds !== me : Boolean(holds);
}

/* How the baton came back, in words, until it is read or given again. The house says why; after a restart it says nothing. */
function useEnd(room) {
  const baton = room.now.baton;
  const before = useRef(null);
  const [end, setEnd] = useState(null);
  const was = before.current;
  if (baton && baton !== was) {
    before.current = baton;
    const last = baton.last || { number: 0 };
    const mine = !room.start.trainee || last.trainee === baton.me;
    let next = end;
    if (baton.holds) next = null;
    else if (was && was.holds && !baton.last && !(was.me && was.holds !== was.me)) next = { why: "restart" };
    else if (mine && last.number && (was ? last.number !== (was.last || { number: 0 }).number : last.why === "away")) next = last;
    if (next !== end) setEnd(next);
  }
  return [end, () => setEnd(null)];
}

export function Baton({ room }) {
  const baton = room.now.baton;
  const [end, read] = useEnd(room);
  if (!baton) return null;
  return room.start.trainee ? html`<${Guest} room=${room} baton=${baton} end=${end} />` : html`<${Host} room=${room} baton=${baton} end=${end} read=${read} />`;
}

const titleOf = (room, id) => (room.get(id) || {}).title || "";

function Host({ room, baton, end, read }) {
  const [dialog, setDialog] = useState(null);
  const nameOf = (id) => (baton.trainees.find((one) => one.id === id) || {}).name || words.somebody;
  const here = baton.trainees.filter((one) => one.here);
  const close = () => setDialog(null);
  const over =
    dialog &&
    (dialog === "baton" ? html`<${BatonDialog} room=${room} onClose=${close} />` : html`<${Whisper} room=${room} trainee=${dialog} name=${nameOf(dialog)} onClose=${close} />`);
  if (baton.holds) {
    return html`<div class="banner banner--sun row row--apart baton" role="alert">
      <p><strong>${words.leads(nameOf(baton.holds))} ${words.looking}</strong> <span class="baton-step">${titleOf(room, room.meeting.step)}</span></p>
      <span class="row">
        <button type="button" class="button button--small" onClick=${() => setDialog(baton.holds)}>${words.whisper}</button>
        <button type="button" class="button button--small button--main" onClick=${() => room.send("baton.take", {})}>${words.take}</button>
      </span>
    </div>${over}`;
  }
  const may = room.meeting.state === "open" && room.meeting.step;
  const told = end && words.host[end.why] ? words.host[end.why](nameOf(end.trainee)) : "";
  return html`${(told || here.length > 0) &&
    html`<div class=${"row row--apart baton " + (told ? "banner banner--leaf" : "baton--quiet")} role=${told ? "alert" : undefined}>
      <p>${told || words.here(here.map((one) => one.name))}</p>
      <span class="row">
        ${may && here.slice(0, 2).map((one) => html`<button type="button" key=${one.id} class="button button--small" onClick=${() => room.send("baton.give", { trainee: one.id })}>${words.give(one.name)}</button>`)}
        ${here.length > 0 && html`<button type="button" class="button button--small" onClick=${() => setDialog("baton")}>${words.baton}</button>`}
        ${told && html`<button type="button" class="button button--small" onClick=${read}>${words.read}</button>`}
      </span>
    </div>`}
    ${over}`;
}

function Guest({ room, baton, end }) {
  const [heard, hear] = useState(0);
  const mine = baton.holds === baton.me;
  const { whisper } = baton;
  return html`${mine
      ? html`<div class="banner banner--leaf row row--apart baton" role="alert">
          <p><strong>${words.mine}: ${titleOf(room, room.meeting.step)}</strong> <span class="baton-step">${baton.stays ? words.until(baton.by) : words.step}</span></p>
          <button type="button" class="button button--small" onClick=${() => room.send("baton.back", {})}>${words.back}</button>
        </div>`
      : html`<p class="banner banner--sun baton" role="alert">${end && words.guest[end.why] ? words.guest[end.why](baton.by) + " " : ""}<strong>${words.on(baton.leader)}</strong></p>`}
    ${whisper &&
    whisper.number !== heard &&
    html`<div class="banner row row--apart baton" role="alert">
      <p><strong>${words.whispers(baton.by)}:</strong> <span class="baton-whisper" dir="auto">${whisper.text}</span></p>
      <button type="button" class="button button--small" onClick=${() => hear(whisper.number)}>${words.read}</button>
    </div>`}`;
}
