/* Beside the fields, fetched when the page is quiet: the sheet of one's own profession, and what others shared. */

import { html, prose, useDraft, useEffect, useState } from "/static/js/view.js";
import { Pick } from "/static/js/parts/field.js";
import { NoteCard } from "/static/js/parts/note.js";
import { dress, look } from "/static/js/parts/handbook.js";

const words = {
  which: "Welk beroep?",
  none: "Kies een beroep",
  away: "Dit blad kwam niet binnen. Kies het beroep nog een keer.",
  off: "De bladen kwamen niet binnen. Klap dit dicht en weer open.",
  loading: "Even laden …",
  source: "Bron: ",
  others: (n) => "Wat anderen deelden (" + n + ")",
};
const SHELF = "beroepen/";
const plain = (text) => (text || "").toLowerCase();

/* `known`: [{id, text}] of all sheets; the one that goes by the name of one's profession is there at once. */
export function Sheet({ room, step }) {
  const [kept, choose] = useDraft(room, step.id, "~beroep", "");
  const [known, setKnown] = useState([]);
  const [page, setPage] = useState(null);
  const [missed, miss] = useState(false);
  const address = "/tafel/" + room.ref + "/naslag.json";
  const mine = plain((room.own("participant")[0] || {}).profession);
  const guess = mine && (known.find((one) => plain(one.text) === mine) || known.find((one) => mine.includes(plain(one.text)) || plain(one.text).includes(mine)));
  const id = kept || (guess ? guess.id : "");

  useEffect(() => {
    dress();
    look(address, {}).then(
      (answer) => {
        const pages = (answer.shelves || []).flatMap((shelf) => shelf.pages).filter((one) => one.id.startsWith(SHELF));
        setKnown(pages.map((one) => ({ id: one.id, text: one.title })));
      },
      () => miss(true),
    );
  }, []);
  useEffect(() => {
    if (!id) return;
    look(address, { pagina: id }).then((answer) => (setPage(answer.page), miss(false)), () => miss(true));
  }, [id]);
  if (known.length === 0) return html`<p class="muted">${missed ? words.off : words.loading}</p>`;
  return html`<div class="stack">
    <${Pick} label=${words.which} value=${id} onValue=${choose} options=${[...(id ? [] : [{ id: "", text: words.none }]), ...known]} />
    ${missed && html`<p class="field-fault" role="alert">${words.away}</p>`}
    ${page &&
    page.id === id &&
    html`${page.parts.map((part, at) => html`<section class="prose" key=${at}>${part.title && html`<h3>${part.title}</h3>`}${prose(part.prose)}</section>`)}
      <p class="muted small">${words.source}${page.source}</p>`}
  </div>`;
}

/* What lies open for all, under its question. */
export function Others({ room, step, fields }) {
  const mine = room.own("note", { step: step.id }).map((note) => note.id);
  const notes = room.list("note", (note) => note.step === step.id && !mine.includes(note.id));
  if (notes.length === 0) return null;
  return html`<details class="card reflectie-card">
    <summary>${words.others(notes.length)}</summary>
    ${fields.map((lane) => {
      const here = notes.filter((note) => note.lane === lane.id);
      return (
        here.length > 0 &&
        html`<div key=${lane.id} class="stack stack--tight">
          <h3>${lane.text}</h3>
          <ul class="plain stack stack--tight">${here.map((note) => html`<li key=${note.id}><${NoteCard} note=${note} /></li>`)}</ul>
        </div>`
      );
    })}
  </details>`;
}
