/* The screen while people come in: three sentences, two codes, the table that fills. And the screens around it. */

import { html, grouped, spoken, day } from "../view.js";
import { TableSign, SortKey } from "../parts/table.js";
import { Qr } from "../parts/qr.js";

const words = {
  heading: ["Schuif aan", "bij de tafel"],
  wifi: "Maak verbinding met de wifi",
  scan: "Scan de grote code met uw telefoon",
  scanOnly: "Scan de code met uw telefoon",
  name: "Zeg hoe u heet. U bent er.",
  network: "Wifi",
  open: "zonder wachtwoord",
  go: "Of ga naar",
  code: "en typ de code",
  soon: "Zo gaat de deur open",
  soonText: "Ga rustig zitten en pak uw telefoon. De code verschijnt hier.",
  over: "Bedankt voor uw inbreng",
  overText: "Op uw telefoon ziet u bij Naslag wat er met uw briefjes is gebeurd.",
  qrDoor: "QR-code om mee te doen",
  qrWifi: "QR-code van de wifi",
};

/* The address of a QR picture; it changes with what it says, so that no old one stays. */
export const picture = (room, name, door) => "/scherm/" + room.ref + "/" + name + ".svg?v=" + encodeURIComponent((door.url || "") + (door.code || "") + (door.wifi ? door.wifi.name : ""));

function Above({ room }) {
  const name = [room.chain.name, room.meeting.title].filter(Boolean).join(" · ");
  return html`<p class="screen-small">${name}</p>`;
}

export function Welcome({ room, door }) {
  if (!door.code) return html`<${Soon} room=${room} />`;
  const wifi = door.wifi;
  return html`<div class="welcome">
    <div class="welcome-left">
      <${Above} room=${room} />
      <h1>${words.heading[0]}<br />${words.heading[1]}</h1>
      <ol class="welcome-steps">
        ${wifi && html`<li>${words.wifi}</li>`}
        <li>${wifi ? words.scan : words.scanOnly}</li>
        <li>${words.name}</li>
      </ol>
      <div class="welcome-table"><${TableSign} room=${room} /></div>
      <${SortKey} room=${room} />
    </div>
    <div class="welcome-door card">
      ${wifi &&
      html`<div class="door-wifi">
        <${Qr} src=${picture(room, "wifi", door)} alt=${words.qrWifi} />
        <p><span class="screen-small">${words.network}</span><br /><strong>${wifi.name}</strong><br />${wifi.password || words.open}</p>
      </div>`}
      <div class="door-qr"><${Qr} src=${picture(room, "deur", door)} alt=${words.qrDoor} /></div>
      <p class="door-where">${words.go} <strong class="door-url">${spoken(door.url)}</strong> ${words.code} <strong class="door-code num">${grouped(door.code)}</strong></p>
    </div>
  </div>`;
}

function Soon({ room }) {
  const { place, date } = room.meeting;
  return html`<div class="screen-quiet">
    <${Above} room=${room} />
    <h1>${words.soon}</h1>
    <p class="lead">${words.soonText}</p>
    <div class="quiet-table"><${TableSign} room=${room} /></div>
    <p class="screen-small">${[date ? day(date) : "", place].filter(Boolean).join(" · ")}</p>
  </div>`;
}

export function Thanks({ room }) {
  return html`<div class="screen-quiet">
    <${Above} room=${room} />
    <h1>${words.over}</h1>
    <p class="lead">${words.overText}</p>
    <div class="quiet-table"><${TableSign} room=${room} /></div>
  </div>`;
}
