/* What the keten settled before (phase A): to read for the facilitator, and on the room's screen with one button. */

import { html, useSend } from "../view.js";

const PAGE = "keten/opzet";
const words = {
  title: "Dit staat al vast",
  why: "De vier antwoorden uit de voorbereiding. Laat ze zien als u begint.",
  open: "nog open",
  show: "Toon aan de zaal",
  showBrief: "Toon wat al vaststaat van onze keten",
  shown: "Staat op het scherm",
};

/* The answers with their button; `brief` is the button only. Nothing while no answer was kept, or when all is over. */
export function Groundwork({ room, brief }) {
  const { send, busy, fault } = useSend(room);
  const kept = room.chain.groundwork;
  if (!kept || room.meeting.state === "closed") return null;
  const sheet = room.meeting.sheet;
  const now = Boolean(sheet && sheet.page === PAGE);
  const button = html`<p class="row">
    <button type="button" class="button ${brief ? "button--small" : ""}" disabled=${busy || now} onClick=${() => send("groundwork.show", {})}>${now ? words.shown : brief ? words.showBrief : words.show}</button>
    ${fault && html`<span class="field-fault" role="alert">${fault.say}</span>`}
  </p>`;
  if (brief) return button;
  return html`<section class="card stack stack--tight groundwork">
    <h3>${words.title}</h3>
    <p class="muted">${words.why}</p>
    <dl class="groundwork-rows">
      ${kept.rows.map(([question, answer]) => html`<div key=${question}><dt>${question}</dt><dd dir="auto">${answer || html`<span class="muted">${words.open}</span>`}</dd></div>`)}
    </dl>
    ${button}
  </section>`;
}
