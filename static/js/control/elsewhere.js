/* When another window leads the meeting: this one waits behind a page that says so. Nothing in it is lost. */

import { html, render, useSend } from "../view.js";

const words = {
  title: "Deze bijeenkomst wordt nu in een ander venster geleid",
  text: "De regie staat ook open in een ander venster of op een ander tabblad. Eén venster leidt, zodat u niets dubbel doet.",
  kept: "Hier staat alles nog zoals u het achterliet.",
  here: "Hier verder",
  then: "Dan wacht het andere venster.",
  away: "Er is nu geen verbinding met Ketentafel.",
};

function Elsewhere({ room }) {
  const { send, busy, fault } = useSend(room);
  return html`<main class="elsewhere">
    <div class="card elsewhere-card stack" role="alert">
      <h1>${words.title}</h1>
      <p>${words.text} ${words.kept}</p>
      <p class="row">
        <button type="button" class="button button--main" disabled=${busy} onClick=${() => send("meeting.lead", {})}>${words.here}</button>
        <span class="muted">${room.online ? words.then : words.away}</span>
      </p>
      ${fault && html`<p class="field-fault">${fault.say}</p>`}
    </div>
  </main>`;
}

/* Puts that page in front of the control room and its dialogs for as long as it is so. */
export function standAside(room) {
  const box = document.createElement("div");
  document.body.insertBefore(box, document.body.firstChild);
  const behind = ["page", "over"].map((id) => document.getElementById(id));
  let aside = false;
  let had = null; /* what had the focus: it has it again after "Hier verder" */
  room.onChange(() => {
    const before = aside;
    aside = room.elsewhere;
    if (!before && !aside) return;
    if (!before) had = document.activeElement;
    behind.forEach((part) => (part.hidden = aside));
    render(aside ? html`<${Elsewhere} room=${room} />` : null, box);
    if (!aside && had) had.focus();
  });
}
