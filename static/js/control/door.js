/* How people get in: code, address, Wi-Fi; the door itself. */

import { html, useState, grouped, spoken } from "../view.js";
import { Field, Pick } from "../parts/field.js";
import { Qr } from "../parts/qr.js";

const words = {
  title: "Meedoen",
  shut: "De deur is dicht. Niemand kan nog meedoen.",
  open: "Zet de deur open",
  qr: "QR-code om mee te doen",
  address: "Adres",
  code: "Code",
  choose: "Welk adres gebruiken de telefoons?",
  chooseHint: "Deze computer zit in meer netwerken tegelijk. Kies het netwerk waar de telefoons op zitten. Probeer het met uw eigen telefoon.",
  wifi: "Wifi van de zaal",
  wifiHint: "Dan komt er een tweede code op het scherm, waarmee een telefoon verbinding maakt.",
  name: "Naam van het netwerk",
  password: "Wachtwoord",
  save: "Bewaar de wifi",
  saved: "Bewaard.",
  failed: "Het lukte niet. Probeer het nog eens.",
  help: "Lukt het een telefoon niet? Kijk of die op dezelfde wifi zit. Sommige gastennetwerken laten telefoons niet bij deze computer. Zet dan de hotspot van deze computer of van een telefoon aan.",
};

export function Door({ room }) {
  const door = room.now.door || {};
  const wifi = door.wifi || {};
  const [name, setName] = useState(wifi.name || "");
  const [password, setPassword] = useState(wifi.password || "");
  const [said, say] = useState("");
  async function post(fields) {
    try {
      const reply = await fetch("/regie/" + room.ref + "/deur", { method: "POST", body: new URLSearchParams(fields), credentials: "same-origin" });
      say(reply.ok ? words.saved : words.failed);
    } catch (fault) {
      say(words.failed);
    }
  }
  function save(event) {
    event.preventDefault();
    post({ wifi_name: name, wifi_password: password });
  }
  const addresses = door.addresses || [];
  const chosen = addresses.find((one) => String(door.url).includes("//" + one + ":")) || addresses[0];
  return html`<section class="door stack">
    <h2 class="pane-title">${words.title}</h2>
    ${door.warning && html`<p class="banner banner--clay">${door.warning}</p>`}
    ${door.code
      ? html`<${Qr} src=${"/regie/" + room.ref + "/deur.svg?v=" + encodeURIComponent(door.url + door.code)} alt=${words.qr} />
          <dl class="door-facts">
            <dt>${words.address}</dt>
            <dd>${spoken(door.url)}</dd>
            <dt>${words.code}</dt>
            <dd class="door-digits num">${grouped(door.code)}</dd>
          </dl>`
      : html`<p>${words.shut}</p>
          <p><button type="button" class="button" onClick=${() => room.send("meeting.open", {})}>${words.open}</button></p>`}
    ${addresses.length > 1 && html`<${Pick} label=${words.choose} hint=${words.chooseHint} value=${chosen} onValue=${(address) => post({ address })} options=${addresses.map((one) => ({ id: one, text: one }))} />`}
    <form class="stack stack--tight" onSubmit=${save}>
      <h3>${words.wifi}</h3>
      <p class="muted small">${words.wifiHint}</p>
      <${Field} label=${words.name} value=${name} onValue=${setName} />
      <${Field} label=${words.password} value=${password} onValue=${setPassword} />
      <div class="row">
        <button type="submit" class="button button--small">${words.save}</button>
        <span role="status">${said}</span>
      </div>
    </form>
    <p class="muted small">${words.help}</p>
  </section>`;
}
