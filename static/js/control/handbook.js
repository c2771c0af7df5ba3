/* The handbook in the control room: look something up, put a page on the screen, and how the pilots did it. */

import { html, useState, useEffect, prose, useSend } from "../view.js";
import { Handbook, dress, look } from "../parts/handbook.js";
import { looking } from "./baton.js";
import { Groundwork } from "./groundwork.js";

const GUEST = location.pathname.startsWith("/meekijken/"); /* a trainee has a shelf at their own address */
const ADDRESS = (GUEST ? location.pathname : "/regie") + "/naslag.json";
const words = {
  title: "Naslag",
  print: "Lees of print alles op een eigen pagina",
  show: "Zet op het scherm",
  shown: "Staat op het scherm",
  keep: "Maak er een stap van",
  kept: "De stap staat op de agenda.",
  part: (title, part) => title + (part ? ": " + part : ""),
  onScreen: (sheet) => "Op het scherm staat “" + sheet.title + "”" + (sheet.parts > 1 ? ", deel " + (sheet.part + 1) + " van " + sheet.parts : "") + ". Uw stap is er nog.",
  back: "Vorig deel",
  next: "Volgend deel",
  away: "Haal van het scherm",
  pilots: "Zo deden zij het",
  own: "Dit deden drie pilots bij deze bouwsteen.",
  source: "Bron: ",
};

export function Naslag({ room }) {
  const { send, busy } = useSend(room);
  const [kept, setKept] = useState("");
  const here = room.meeting.step || (room.meeting.steps || []).slice(-1)[0] || "";
  async function keep(page, at) {
    const answer = await send("sheet.keep", { page, part: at, after: here });
    setKept(answer.ok ? page + "/" + at : "");
    if (answer.ok) room.say(words.kept);
  }
  const sheet = room.meeting.sheet;
  const deeds = (page, at) => {
    if (!page.screen || room.meeting.state === "closed" || looking(room)) return null;
    const now = sheet && sheet.page === page.id && sheet.part === at;
    const what = words.part(page.title, page.parts[at].title);
    return html`<p class="row book-deeds">
      <button type="button" class="button button--small" disabled=${busy || now} onClick=${() => send("sheet.show", { page: page.id, part: at })}>
        ${now ? words.shown : words.show}<span class="visually-hidden">: ${what}</span>
      </button>
      ${!GUEST && html`<button type="button" class="button button--small button--quiet" disabled=${busy} onClick=${() => keep(page.id, at)}>${words.keep}<span class="visually-hidden">: ${what}</span></button>`}
      ${kept === page.id + "/" + at && html`<span class="small">${words.kept}</span>`}
    </p>`;
  };
  return html`<section class="stack">
    <h2 class="pane-title">${words.title}</h2>
    ${!GUEST && html`<${Groundwork} room=${room} brief />`}
    <${Handbook} address=${ADDRESS} deeds=${deeds} />
    ${!GUEST && html`<p class="small"><a href="/regie/naslag" target="_blank" rel="noopener">${words.print}</a></p>`}
  </section>`;
}

/* Through the parts of the page on the screen; past its ends it goes away. True when there was one. */
export function turnSheet(room, more) {
  const sheet = room.meeting.sheet;
  if (!sheet) return false;
  const part = sheet.part + more;
  if (part >= 0 && part < sheet.parts) room.send("sheet.show", { page: sheet.page, part });
  else room.send("sheet.away", {});
  return true;
}

/* The line over everything while a page is on the screen. */
export function OnScreen({ room }) {
  const sheet = room.meeting.sheet;
  if (!sheet || room.meeting.state === "closed") return null;
  return html`<div class="banner banner--sun row row--apart on-screen">
    <p>${words.onScreen(sheet)}</p>
    <span class="row">
      <button type="button" class="button button--small" hidden=${sheet.parts < 2} disabled=${sheet.part === 0} onClick=${() => turnSheet(room, -1)}>${words.back}</button>
      <button type="button" class="button button--small" hidden=${sheet.parts < 2} disabled=${sheet.part + 1 >= sheet.parts} onClick=${() => turnSheet(room, 1)}>${words.next}</button>
      <button type="button" class="button button--small button--main" onClick=${() => room.send("sheet.away", {})}>${words.away}</button>
    </span>
  </div>`;
}

const known = new Map();
/* What the pilots did at the building block of this step; nothing for a step without one, or where none did anything. */
export function PilotCards({ block }) {
  const [cards, setCards] = useState(known.get(block) || []);
  useEffect(() => {
    setCards(known.get(block) || []);
    if (!block || known.has(block)) return;
    dress();
    look(ADDRESS, { bouwsteen: block }).then(
      (answer) => (known.set(block, answer.cards), setCards(answer.cards)),
      () => {},
    );
  }, [block]);
  if (!block || cards.length === 0) return null;
  return html`<section class="stack stack--tight pilots">
    <h3>${words.pilots}</h3>
    <p class="muted small">${words.own}</p>
    ${cards.map(
      (card) => html`<details class="card" key=${card.id}>
        <summary><strong>${card.title}</strong></summary>
        <div class="prose">${prose(card.prose)}</div>
        <p class="muted small">${words.source}${card.source}</p>
      </details>`,
    )}
  </section>`;
}
