/* The handbook to search and read: for phones and the control room. Fetches nothing before it is drawn. */

import { html, useState, useEffect, useRef, prose, plural } from "../view.js";
import { Field } from "./field.js";

const words = {
  search: "Waar zoekt u naar?",
  find: "Zoek",
  found: (n) => (n ? plural(n, "pagina", "pagina's") + " gevonden" : "Niets gevonden. Probeer een ander of een korter woord."),
  back: "Terug naar de lijst",
  all: "Toon alle pagina's",
  note: "Aantekening: ",
  source: "Bron: ",
  away: "Dit kwam niet binnen. Kijk of er verbinding is, en probeer het nog eens.",
  again: "Probeer het nog eens",
  loading: "Even laden …",
};

const SHEET = "/static/css/handbook.css";
export function dress() {
  if (document.querySelector('link[href="' + SHEET + '"]')) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = SHEET;
  document.head.appendChild(link);
}

/* What the house answers to a question of {zoek}, {pagina} or {bouwsteen}; throws when it does not come. */
export async function look(address, asked) {
  const reply = await fetch(address + "?" + new URLSearchParams(asked), { credentials: "same-origin" });
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.json();
}

/* `address` of the data; `deeds(page, at)` draws buttons under a part (nothing on phones). */
export function Handbook({ address, deeds }) {
  const [question, setQuestion] = useState("");
  const [list, setList] = useState(null);
  const [page, setPage] = useState(null);
  const [missed, setMissed] = useState(null);
  const head = useRef(null);
  const opener = useRef(null);
  const turn = useRef(0);

  async function get(asked, take) {
    const mine = (turn.current += 1);
    try {
      const answer = await look(address, asked);
      if (mine !== turn.current) return;
      setMissed(null);
      take(answer);
    } catch (fault) {
      if (mine === turn.current) setMissed({ asked, take });
    }
  }
  const titles = () => get({}, (answer) => setList({ shelves: answer.shelves }));
  useEffect(() => {
    dress();
    titles();
  }, []);
  function search(event) {
    event.preventDefault();
    if (question.trim()) get({ zoek: question }, (answer) => setList({ hits: answer.hits }));
    else titles();
  }
  /* The list stays as it is behind the page: who comes back is where they were. */
  const open = (id, part = 0) => {
    opener.current = document.activeElement;
    get({ pagina: id }, (answer) => setPage({ ...answer.page, at: part }));
  };
  useEffect(() => {
    const goal = page ? head.current : opener.current;
    if (goal && goal.isConnected) {
      goal.focus({ preventScroll: true });
      goal.scrollIntoView({ block: "nearest" });
    }
  }, [page]);

  const trouble =
    missed &&
    html`<div class="banner banner--clay stack stack--tight" role="alert">
      <p>${words.away}</p>
      <p><button type="button" class="button button--small" onClick=${() => get(missed.asked, missed.take)}>${words.again}</button></p>
    </div>`;
  return html`<div class="stack book">
    ${page && html`<p><button type="button" class="button button--small" onClick=${() => setPage(null)}>${words.back}</button></p>`}
    ${trouble} ${page && html`<${Page} page=${page} head=${head} deeds=${deeds} />`}
    <div class="stack" hidden=${Boolean(page)}><${List} list=${list} missed=${missed} question=${question} setQuestion=${setQuestion} search=${search} titles=${titles} open=${open} /></div>
  </div>`;
}

function List({ list, missed, question, setQuestion, search, titles, open }) {
  return html`
    <form class="row book-search" role="search" onSubmit=${search}>
      <${Field} label=${words.search} value=${question} onValue=${setQuestion} type="search" wide />
      <button type="submit" class="button button--main">${words.find}</button>
    </form>
    <p class=${list && list.hits ? "" : "visually-hidden"} role="status">${list && list.hits ? words.found(list.hits.length) : ""}</p>
    ${!list && !missed && html`<p class="muted">${words.loading}</p>`}
    ${list && list.shelves && html`<div>${list.shelves.map((shelf) => html`<${Group} key=${shelf.shelf} shelf=${shelf} open=${open} />`)}</div>`}
    ${list &&
    list.hits &&
    html`<ul class="plain">
        ${list.hits.map(
          (hit) => html`<li key=${hit.id}>
            <button type="button" class="book-title" onClick=${() => open(hit.id, hit.heading ? hit.part : 0)}>
              <span><strong>${hit.title}</strong> <span class="muted small">${hit.shelf}${hit.heading ? " · " + hit.heading : ""}</span><span class="small book-hit">${hit.text}</span></span>
            </button>
          </li>`,
        )}
      </ul>
      <p><button type="button" class="button button--small" onClick=${titles}>${words.all}</button></p>`}
  `;
}

function Group({ shelf, open }) {
  return html`<details class="book-group">
    <summary>${shelf.title}</summary>
    <ul class="plain">
      ${shelf.pages.map((page) => html`<li key=${page.id}><button type="button" class="book-title" onClick=${() => open(page.id)}>${page.title}</button></li>`)}
    </ul>
  </details>`;
}

/* `page.at` is the part that was found: the focus goes there, to the title when it is the first. */
function Page({ page, head, deeds }) {
  return html`<article class="stack">
    <div>
      ${page.shelf !== page.title && html`<p class="muted small">${page.shelf}</p>`}
      <h2 tabindex="-1" ref=${page.at ? null : head}>${page.title}</h2>
      ${page.line && html`<p>${page.line}</p>`}
    </div>
    ${page.parts.map(
      (part, at) => html`<section class="prose book-part" key=${at}>
        ${part.title && html`<h3 tabindex=${at && page.at === at ? -1 : undefined} ref=${at && page.at === at ? head : null}>${part.title}</h3>`} ${prose(part.prose)} ${deeds && deeds(page, at)}
      </section>`,
    )}
    ${page.note && html`<p class="book-note small">${words.note}${page.note}</p>`}
    <p class="muted small">${words.source}${page.source}</p>
  </article>`;
}
