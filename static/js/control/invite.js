/* The dialogs of the baton: a link for a colleague, who looks on now, giving a step, and whispering. */

import { html, useState, useEffect, useRef, useSend } from "../view.js";
import { Dialog } from "../parts/dialog.js";
import { Field } from "../parts/field.js";
import { Qr } from "../parts/qr.js";

const LONGEST = 200; /* characters of what is whispered */
const words = {
  title: "Stokje doorgeven",
  intro: "Een medebegeleider kijkt mee op een eigen laptop of telefoon. Geeft u het stokje, dan leidt die persoon één stap. U neemt het terug wanneer u wilt.",
  who: "Medebegeleiders",
  nobody: "Er is nog niemand uitgenodigd.",
  unused: (nr) => "Link " + nr + ", nog niet geopend",
  unknown: (nr) => "Medebegeleider " + nr,
  here: "kijkt mee",
  holds: "leidt deze stap",
  away: "niet verbonden",
  give: "Geef deze stap",
  stay: "Geef tot ik het terugneem",
  take: "Neem terug",
  whisper: "Fluister",
  withdraw: "Trek de link in",
  to: (what, name) => what + ": " + name,
  invite: "Nodig iemand uit",
  by: "Uw eigen voornaam",
  byHint: "Zo leest uw collega wie er leidt.",
  make: "Maak een link",
  made: "Laat uw collega deze code scannen, of stuur de link.",
  once: "De link werkt voor één persoon. Een account is niet nodig.",
  link: "Link voor uw collega",
  qr: "QR-code voor uw collega",
  away2: "Er is nu geen verbinding met Ketentafel. Probeer het zo nog eens.",
  whisperTo: (name) => "Fluister naar " + name,
  whisperHint: (name) => "Alleen " + name + " ziet dit. Het wordt nergens bewaard en komt niet op het scherm, op telefoons of in het verslag.",
  note: "Wat wilt u zeggen?",
  send: "Fluister dit",
};

/* The link is made and taken back by HTTP: its secret is in one answer only. */
async function post(room, path, fields) {
  try {
    const reply = await fetch("/regie/" + room.ref + "/stokje" + path, { method: "POST", body: new URLSearchParams(fields), credentials: "same-origin" });
    return await reply.json();
  } catch (fault) {
    return { ok: false, say: words.away2 };
  }
}

export function BatonDialog({ room, onClose }) {
  const baton = room.now.baton || { trainees: [], by: "" };
  const [by, setBy] = useState(null);
  const [made, setMade] = useState(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState(null);
  const [whisper, setWhisper] = useState(null);
  const { send, fault: no } = useSend(room);
  const head = useRef(null);
  /* what had the focus may have gone: the link was opened, or another row came */
  useEffect(() => {
    if (head.current && document.activeElement === document.body) head.current.focus();
  });
  const may = room.meeting.state === "open" && room.meeting.step;
  const called = by === null ? baton.called || "" : by;

  async function act(path, fields) {
    setBusy(true);
    const answer = await post(room, path, fields);
    setBusy(false);
    setFault(answer.ok ? null : answer);
    return answer;
  }
  async function invite(event) {
    event.preventDefault();
    const answer = await act("", { by: called.trim() });
    if (answer.ok) setMade(answer);
  }
  async function withdraw(trainee) {
    const answer = await act("/" + trainee + "/weg", {});
    if (answer.ok && made && made.trainee === trainee) setMade(null);
  }
  if (whisper) return html`<${Whisper} room=${room} trainee=${whisper.id} name=${whisper.name} onClose=${() => setWhisper(null)} />`;
  return html`<${Dialog} title=${words.title} onClose=${onClose}>
    <div class="stack">
      <p>${words.intro}</p>
      ${no && html`<p class="field-fault" role="alert">${no.say}</p>`}
      <h3 ref=${head} tabindex="-1">${words.who}</h3>
      ${baton.trainees.length === 0 && html`<p class="muted">${words.nobody}</p>`}
      <ul class="plain stack stack--tight">
        ${baton.trainees.map((one) => html`<${Row} key=${one.id} one=${one} holds=${baton.holds} may=${may} send=${send} withdraw=${withdraw} whisper=${setWhisper} busy=${busy} />`)}
      </ul>
      ${made && baton.trainees.some((one) => one.id === made.trainee && !one.used)
        ? html`<div class="card stack stack--tight baton-link" role="status">
            <p><strong>${words.made}</strong> ${words.once}</p>
            <${Qr} src=${made.code} alt=${words.qr} />
            <${Field} label=${words.link} value=${made.link} onValue=${() => {}} />
          </div>`
        : html`<form class="stack stack--tight" onSubmit=${invite}>
            <h3>${words.invite}</h3>
            <${Field} label=${words.by} hint=${words.byHint} value=${called} onValue=${setBy} optional fault=${fault && fault.field === "by" ? fault.say : ""} />
            ${fault && fault.field !== "by" && html`<p class="field-fault" role="alert">${fault.say}</p>`}
            <p><button type="submit" class="button button--main" disabled=${busy}>${words.make}</button></p>
          </form>`}
    </div>
  </${Dialog}>`;
}

function Row({ one, holds, may, send, withdraw, whisper, busy }) {
  const nr = one.id.slice(1);
  const name = one.name || (one.used ? words.unknown(nr) : words.unused(nr));
  const mine = holds === one.id;
  const state = !one.used ? "" : mine ? words.holds : one.here ? words.here : words.away;
  return html`<li class="card stack stack--tight baton-row">
    <p><strong><bdi>${name}</bdi></strong>${state && html` <span class="muted">${state}</span>`}</p>
    <p class="row">
      ${one.here && may && !mine && html`<button type="button" class="button button--small button--main" aria-label=${words.to(words.give, name)} onClick=${() => send("baton.give", { trainee: one.id })}>${words.give}</button>
        <button type="button" class="button button--small" aria-label=${words.to(words.stay, name)} onClick=${() => send("baton.give", { trainee: one.id, stays: true })}>${words.stay}</button>`}
      ${mine && html`<button type="button" class="button button--small button--main" onClick=${() => send("baton.take", {})}>${words.take}</button>`}
      ${one.here && html`<button type="button" class="button button--small" aria-label=${words.whisperTo(name)} onClick=${() => whisper({ id: one.id, name })}>${words.whisper}</button>`}
      <button type="button" class="button button--small" disabled=${busy} aria-label=${words.to(words.withdraw, name)} onClick=${() => withdraw(one.id)}>${words.withdraw}</button>
    </p>
  </li>`;
}

export function Whisper({ room, trainee, name, onClose }) {
  const [text, setText] = useState("");
  const { send, busy, fault } = useSend(room);
  async function say(event) {
    event.preventDefault();
    const answer = await send("baton.whisper", { trainee, text });
    if (answer.ok) onClose();
  }
  return html`<${Dialog} title=${words.whisperTo(name)} onClose=${onClose}>
    <form class="stack" onSubmit=${say}>
      <p class="muted">${words.whisperHint(name)}</p>
      <${Field} label=${words.note} rows=${3} max=${LONGEST} value=${text} onValue=${setText} fault=${fault ? fault.say : ""} />
      <div class="dialog-foot"><button type="submit" class="button button--main" disabled=${busy}>${words.send}</button></div>
    </form>
  </${Dialog}>`;
}
