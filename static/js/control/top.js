/* The line at the top: which meeting, how the time stands, whether all is stored, who and what is connected. */

import { html, useState, useSend, useTick, minutes, hour, plural } from "../view.js";
import { Dialog, Confirm } from "../parts/dialog.js";
import { Field } from "../parts/field.js";
import { Menu } from "../parts/menu.js";
import { Saved } from "../parts/status.js";
import { BatonDialog } from "./invite.js";
import { schedule, repair } from "./time.js";

const words = {
  chains: "Alle ketens",
  left: (seconds) => "Nog " + minutes(seconds),
  end: (time) => "klaar om " + hour(time),
  behind: (seconds) => minutes(seconds) + " achter",
  ahead: (seconds) => minutes(seconds) + " voor op de planning",
  onTime: "op tijd",
  catchUp: "Haal in",
  phones: (n) => plural(n, "telefoon", "telefoons"),
  openScreen: "Open het scherm",
  screenOpen: "Scherm open",
  openAgain: ", open het nog een keer",
  more: "Bijeenkomst",
  edit: "Titel, plaats en datum",
  close: "Sluit de bijeenkomst af",
  reopen: "Zet de deur weer open",
  report: "Maak het verslag",
  papers: "Papieren",
  replay: "Terugkijken",
  baton: "Stokje doorgeven",
  closeTitle: "De bijeenkomst afsluiten?",
  closeText:
    "De deur gaat dicht. Teruggenomen briefjes worden voorgoed gewist. Waar al gestemd is, kan daarna niemand meer stemmen: wie wat koos, is dan niet meer te achterhalen. U kunt later weer openen en altijd een verslag maken.",
  closeYes: "Ja, sluit af",
  title: "Titel",
  place: "Plaats",
  date: "Datum",
  save: "Bewaar",
  repairTitle: "Voorstel om in te halen",
  repairText: (behind) => "U loopt " + minutes(behind) + " achter. Als u deze stappen inkort, bent u weer op tijd:",
  repairPart: (behind, won) => "U loopt " + minutes(behind) + " achter. Met deze stappen wint u " + won + " min terug:",
  repairNone: "De stappen die nog komen, zijn al kort. Haal een stap van de agenda, of spreek een latere eindtijd af.",
  repairYes: "Neem dit over",
  fromTo: (from, to) => from + " wordt " + to + " min",
};

/* A window of its own is easier to drag to the projector than a tab; where it is not allowed, the form opens a tab. */
const SCREEN = "tafel-scherm";
const ownWindow = () => {
  window.open("", SCREEN, "popup,width=1280,height=720");
};

export function Top({ room }) {
  useTick(5000);
  const [dialog, setDialog] = useState(null);
  const meeting = room.meeting;
  const { left, drift, end } = schedule(room.steps(), meeting, room.time());
  const going = meeting.state === "open" && meeting.step;
  const close = () => setDialog(null);
  const guest = room.start.trainee; /* looks on: what is of the whole meeting stays with the facilitator */
  const items = [
    { label: words.chains, run: () => location.assign("/regie") },
    { label: words.edit, run: () => setDialog("edit") },
    { label: words.report, run: () => window.open("/regie/" + room.ref + "/verslag", "_blank") },
    { label: words.papers, run: () => window.open("/regie/" + room.ref + "/papieren", "_blank") },
    { label: words.replay, run: () => window.open("/regie/" + room.ref + "/terugkijken", "_blank"), disabled: meeting.state === "planned" },
    { label: words.baton, run: () => setDialog("baton"), disabled: meeting.state === "closed" },
    meeting.state === "open" ? { label: words.close, danger: true, run: () => setDialog("close") } : { label: words.reopen, run: () => room.send("meeting.open", {}) },
  ];
  return html`<header class="top">
    <h1 class="top-title"><bdi>${meeting.title}</bdi></h1>
    ${!guest && html`<${Menu} label=${words.more} items=${items} small />`}
    <p class="top-time">
      ${going &&
      html`<span>${words.left(left)}<span class="top-end">, ${words.end(end)}</span></span>
        <span class=${drift > 60 ? "is-behind" : ""}>${drift > 60 ? words.behind(drift) : drift < -60 ? words.ahead(-drift) : words.onTime}</span>
        ${drift > 180 && !guest && html`<button type="button" class="button button--small" onClick=${() => setDialog("repair")}>${words.catchUp}</button>`}`}
    </p>
    <p class="top-state">
      <${Saved} room=${room} />
      <span>${words.phones(room.here)}</span>
    </p>
    ${!guest &&
    html`<form method="post" action=${"/regie/" + room.ref + "/scherm"} target=${SCREEN} class="top-screen" onSubmit=${ownWindow}>
      ${room.now.screens ? html`<button class="button button--small">${words.screenOpen}<span class="visually-hidden">${words.openAgain}</span></button>` : html`<button class="button button--small button--main">${words.openScreen}</button>`}
    </form>`}
    ${dialog === "baton" && html`<${BatonDialog} room=${room} onClose=${close} />`}
    ${dialog === "edit" && html`<${EditMeeting} room=${room} onClose=${close} />`}
    ${dialog === "repair" && html`<${Repair} room=${room} drift=${drift} onClose=${close} />`}
    ${dialog === "close" &&
    html`<${Confirm}
      title=${words.closeTitle}
      text=${words.closeText}
      yes=${words.closeYes}
      onClose=${close}
      onYes=${() => {
        room.send("meeting.close", {});
        close();
      }}
    />`}
  </header>`;
}

function EditMeeting({ room, onClose }) {
  const meeting = room.meeting;
  const [title, setTitle] = useState(meeting.title || "");
  const [place, setPlace] = useState(meeting.place || "");
  const [date, setDate] = useState(meeting.date || "");
  const { send, busy, fault } = useSend(room);
  async function save(event) {
    event.preventDefault();
    const answer = await send("meeting.edit", { title: title.trim(), place: place.trim(), date });
    if (answer.ok) onClose();
  }
  const of = (name) => (fault && (fault.field || "title") === name ? fault.say : "");
  return html`<${Dialog} title=${words.edit} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <${Field} label=${words.title} value=${title} onValue=${setTitle} fault=${of("title")} />
      <${Field} label=${words.place} value=${place} onValue=${setPlace} fault=${of("place")} optional />
      <${Field} label=${words.date} value=${date} onValue=${setDate} type="date" fault=${of("date")} optional />
      <div class="dialog-foot"><button type="submit" class="button button--main" disabled=${busy}>${words.save}</button></div>
    </form>
  </${Dialog}>`;
}

function Repair({ room, drift, onClose }) {
  const shorter = repair(room.steps(), room.meeting, drift);
  const won = shorter.reduce((sum, one) => sum + one.step.minutes - one.minutes, 0);
  return html`<${Dialog} title=${words.repairTitle} onClose=${onClose}>
    <div class="stack">
      <p>${shorter.length === 0 ? words.repairNone : won * 60 >= drift - 30 ? words.repairText(drift) : words.repairPart(drift, won)}</p>
      <ul class="plain stack stack--tight">
        ${shorter.map(({ step, minutes: to }) => html`<li key=${step.id} class="row row--apart"><strong>${step.title}</strong><span class="num">${words.fromTo(step.minutes, to)}</span></li>`)}
      </ul>
      ${shorter.length > 0 &&
      html`<div class="dialog-foot">
        <button
          type="button"
          class="button button--main"
          data-first
          onClick=${() => {
            shorter.forEach(({ step, minutes: to }) => room.send("step.edit", { step: step.id, minutes: to }));
            onClose();
          }}
        >
          ${words.repairYes}
        </button>
      </div>`}
    </div>
  </${Dialog}>`;
}
