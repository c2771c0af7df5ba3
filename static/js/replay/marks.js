/* Moments to go to, and the trainer's own bookmarks. */

import { html, hour, useEffect, useRef, useState } from "../view.js";
import { Field } from "../parts/field.js";
import { stepAt } from "./course.js";

const words = {
  moments: "Momenten",
  which: "Welke momenten?",
  sorts: { all: "Alles", step: "Stappen", first: "Eerste briefjes", reveal: "Aan de zaal getoond", vote: "Stemming gesloten", undo: "Ongedaan gemaakt", hidden: "Verborgen", blank: "Scherm op zwart", door: "Deur open en dicht", start: "Opnieuw gestart", played: "Gespeeld in de oefening" },
  nr: (nr) => "stap " + nr,
  none: "Nog geen momenten.",
  marks: "Bladwijzers",
  marksHint: "Alleen u ziet ze. Ze staan niet in het verslag, en gaan weg als u de keten wist. Zet er geen namen in.",
  noMarks: "Nog geen bladwijzers. Zet er een bij een moment waar u het samen over wilt hebben.",
  say: (time) => "Waarom is " + time + " een moment om over te praten?",
  add: "Zet hier een bladwijzer",
  change: "Verander",
  keep: "Bewaar",
  away: "Haal weg",
  cancel: "Laat zo",
  failed: "Dit is nog niet bewaard. Uw tekst staat er nog; probeer het zo nog eens.",
  print: "Print de bladwijzers",
};

export function Moments({ start, course, t, go }) {
  const [sort, choose] = useState("all");
  const there = new Set(start.moments.map((one) => one.sort));
  const shown = start.moments.filter((one) => sort === "all" || one.sort === sort);
  const now = shown.filter((one) => one.t <= t + 0.05).pop();
  const list = useRef(null);
  useEffect(() => {
    const here = list.current && list.current.querySelector(".is-now");
    if (here) list.current.scrollTop = here.offsetTop - list.current.clientHeight / 2;
  }, [now]);
  return html`<section class="moments" aria-label=${words.moments}>
    <label class="moments-which"><span class="visually-hidden">${words.which}</span>
      <select class="input" value=${sort} onChange=${(event) => choose(event.target.value)}>
        ${Object.entries(words.sorts)
          .filter(([name]) => name === "all" || there.has(name))
          .map(([name, text]) => html`<option key=${name} value=${name}>${text}</option>`)}
      </select>
    </label>
    ${shown.length === 0 && html`<p class="muted">${words.none}</p>`}
    <ol class="plain moments-list" ref=${list} tabindex="0" aria-label=${words.moments}>
      ${shown.map((one, number) => html`<li key=${number}>
        <button type="button" class=${"moment moment--" + one.sort + (one === now ? " is-now" : "")} aria-current=${one === now ? "true" : undefined} onClick=${() => go(one.t)}><span class="num moment-time">${hour(course.clock(one.t))}</span><span class="moment-say">${one.say}${one.sort !== "step" && one.nr > 0 && html` <span class="moment-nr">${words.nr(one.nr)}</span>`}</span></button>
      </li>`)}
    </ol>
  </section>`;
}

async function post(ref, fields) {
  try {
    const reply = await fetch("/regie/" + ref + "/terugkijken/bladwijzers", { method: "POST", body: new URLSearchParams(fields), credentials: "same-origin" });
    const kind = reply.headers.get("Content-Type") || "";
    return kind.includes("json") ? await reply.json() : { ok: false, say: words.failed };
  } catch (fault) {
    return { ok: false, say: words.failed };
  }
}

export function Bookmarks({ start, course, t, seq, go, marks, setMarks }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  async function send(fields, done) {
    setBusy(true);
    const answer = await post(start.ref, fields);
    setBusy(false);
    setFault(answer.ok ? "" : answer.say);
    if (answer.bookmarks) setMarks(answer.bookmarks);
    if (answer.ok && done) done();
    return answer;
  }
  function add(event) {
    event.preventDefault();
    send({ seq, t: t.toFixed(1), say: text }, () => setText(""));
  }
  return html`<section class="marks" aria-label=${words.marks}>
    <form class="stack stack--tight no-print" onSubmit=${add}>
      <${Field} label=${words.say(hour(course.clock(t)))} value=${text} onValue=${setText} fault=${fault} max=${300} />
      <button class="button button--small" disabled=${busy}>${words.add}</button>
    </form>
    ${marks.length === 0 && html`<p class="muted">${words.noMarks}</p>`}
    <ol class="plain marks-list">
      ${marks.map((one) => html`<${Mark} key=${one.id} one=${one} start=${start} course=${course} go=${go} send=${send} />`)}
    </ol>
    ${marks.length > 0 && html`<p class="no-print"><button type="button" class="button button--small" onClick=${() => print()}>${words.print}</button></p>`}
    <p class="muted small no-print">${words.marksHint}</p>
  </section>`;
}

function Mark({ one, start, course, go, send }) {
  const [text, setText] = useState(null);
  const here = useRef(null);
  const before = useRef(null);
  const open = text !== null;
  /* the keyboard goes along: into the field, and back to the button */
  useEffect(() => {
    if (before.current !== null && before.current !== open) here.current.querySelector(open ? "input, textarea" : ".mark-deeds .link").focus();
    before.current = open;
  }, [open]);
  const time = hour(course.clock(one.t));
  const step = (stepAt(start.steps, one.t) || {}).title;
  async function keep(event) {
    event.preventDefault();
    const answer = await send({ id: one.id, say: text });
    if (answer.ok) setText(null);
  }
  if (open) {
    return html`<li class="mark" ref=${here}><form class="stack stack--tight" onSubmit=${keep}>
      <${Field} label=${time} value=${text} onValue=${setText} max=${300} />
      <div class="row"><button class="button button--small button--main">${words.keep}</button><button type="button" class="button button--small" onClick=${() => setText(null)}>${words.cancel}</button></div>
    </form></li>`;
  }
  return html`<li class="mark" ref=${here}>
    <button type="button" class="moment" onClick=${() => go(one.t)}><span class="num moment-time">${time}</span><span class="moment-say"><bdi>${one.say}</bdi>${step && html` <span class="moment-nr only-print">${step}</span>`}</span></button>
    <span class="mark-deeds no-print">
      <button type="button" class="link" onClick=${() => setText(one.say)}>${words.change}<span class="visually-hidden"> ${time}</span></button>
      <button type="button" class="link" onClick=${() => send({ id: one.id, away: "ja" })}>${words.away}<span class="visually-hidden"> ${time}</span></button>
    </span>
  </li>`;
}
