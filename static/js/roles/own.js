/* The form of one own exercise, agenda or persona. What is typed is kept on this computer until the house has it. */

import { html, render, useState, useEffect, useRef } from "../view.js";
import { createKeep, deviceStorage } from "../keep.js";
import { Check, Field } from "../parts/field.js";
import { createChecker, keep as send, show } from "../shelf/asking.js";
import { Group, anchor } from "../shelf/form.js";
import { Side, goTo } from "../shelf/side.js";

const words = {
  heads: { oefening: ["Nieuwe oefening", "Eigen oefening"], agenda: ["Nieuwe agenda", "Eigen agenda"], persona: ["Nieuwe persona", "Eigen persona"] },
  lead: {
    oefening: "Vul in wat u weet. Beneden staat wat alleen u ziet.",
    agenda: "Zet de stappen op een rij. De minuten tellen we voor u op.",
    persona: "Vul het in zoals in een gesprek: bij elk onderdeel staat wat u zou vragen. Bedenk alles, en neem niets over van een echt mens.",
  },
  draft: "Dit typte u eerder. Het is nog niet bewaard.",
  again: { bewaard: "Terug naar wat bewaard is", else: "Begin opnieuw" },
  sure: "Is niemand te herkennen?",
  sureHint: "Ketentafel kijkt mee en geeft raad. U beslist. Lees alles nog eens door met de vraag: zou iemand aan tafel denken dat dit zijn buurvrouw is?",
  found: "Hier kijkt u nog eens naar:",
  one: (say, text) => say + ": “" + text + "”",
  yes: "Nee, niemand is hierin te herkennen. Alles is bedacht of veranderd.",
  text: "De tekst van het bestand",
  places: { niet_herleidbaar: "Is niemand te herkennen?", stappen: "Stappen" },
  step: (number) => "Stap " + number,
  whole: "Het geheel",
  textHint: "Dit kan nog niet in het formulier. Verander hier wat er niet klopt. Als alles in orde is, bewaart u het.",
};
const SURE = "niet_herleidbaar";

const start = JSON.parse(document.getElementById("start").textContent);
const device = createKeep(deviceStorage(), "tafel:eigen:");
const drawer = start.sort + "." + (start.id || "nieuw." + start.begun);
const asText = start.text !== null;
const first = asText ? { text: start.text } : start.values;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/* What the field of a fault is called: its label, with the part of the form where that stands more than once. */
function named(row) {
  const [, at] = /^stappen\.(\d+)/.exec(row.field) || [];
  if (at !== undefined) return words.step(Number(at) + 1);
  for (const group of start.form) {
    const field = group.fields.find((one) => one.name === row.field);
    if (field) return row.field.includes(".") ? group.title : field.label;
  }
  return words.places[row.field] || words.whole;
}

/* What was typed before on this computer, when it is about the file as it is now. */
function kept() {
  const held = device.get(drawer);
  if (start.begun === "ingelezen" && held && held.first !== JSON.stringify(first)) return null; /* another file */
  return held && held.seen === start.seen && !same(held.values, first) ? held.values : null;
}

function Sure({ told, values, set, fault }) {
  const rare = told && told.rare;
  const found = told ? [...told.traces, ...(rare ? rare.parts : [])] : [];
  if (start.sort === "agenda" || (start.sort === "oefening" && !found.length && values[SURE] !== "ja")) return null;
  return html`<section class="card stack own-group" id=${anchor(SURE)} aria-labelledby="zeker">
    <h2 id="zeker">${words.sure}</h2>
    <p>${words.sureHint}</p>
    ${found.length > 0 && html`<div class="own-trace own-found"><p><strong>${words.found}</strong></p><ul>${found.map((one) => html`<li key=${one.name + one.found}>${words.one(one.say, one.found)}</li>`)}</ul>${rare && html`<p>${rare.say}</p>`}</div>`}
    <${Check} label=${words.yes} checked=${values[SURE] === "ja"} onCheck=${(on) => set(SURE, on ? "ja" : "")} />
    ${fault && html`<span class="field-fault" role="alert">${fault}</span>`}
  </section>`;
}

function Own() {
  const before = useRef(kept());
  const [values, setValues] = useState(before.current || first);
  const [found, setFound] = useState(Boolean(before.current));
  const [told, tell] = useState(null);
  const [touched, setTouched] = useState({});
  const [all, showAll] = useState(start.begun === "bewaard" || asText);
  const [refused, refuse] = useState(null);
  const [busy, setBusy] = useState(false);
  const seen = useRef(null);
  const body = (fields = values) => ({ sort: start.sort, id: start.id, seen: start.seen, ...(asText ? { text: fields.text } : { text: null, values: fields }) });

  function answered(answer) {
    if (answer.code === "away") return refuse(answer);
    refuse((was) => (was && was.code === "away" ? null : was));
    return tell(answer);
  }
  const check = useRef(null);
  check.current = check.current || createChecker(answered);
  useEffect(() => check.current(body(), true), []);

  /* Something new that may point at somebody takes the tick away: who confirmed had not seen it. */
  useEffect(() => {
    if (!told) return;
    const names = [...told.traces, ...(told.rare ? told.rare.parts : [])].map((one) => one.name + one.found);
    const fresh = seen.current && names.some((name) => !seen.current.has(name));
    seen.current = new Set([...(seen.current || []), ...names]);
    if (fresh && values[SURE] === "ja") put({ ...values, [SURE]: "" });
  }, [told]);

  function put(fresh) {
    setValues(fresh);
    if (same(fresh, first)) device.drop(drawer);
    else device.set(drawer, { values: fresh, seen: start.seen, first: JSON.stringify(first) });
    check.current(body(fresh));
  }
  const set = (name, text) => put({ ...values, [name]: text });
  function again() {
    setFound(false);
    put(first);
  }
  async function keepIt(more = {}) {
    showAll(true);
    setBusy(true);
    const answer = await send({ ...body(), ...more });
    setBusy(false);
    if (answer.ok) {
      device.drop(drawer);
      location.assign("/regie/eigen?bewaard=" + answer.id + "#" + answer.id);
      return;
    }
    refuse(answer.code === "faults" ? null : answer);
    if (answer.faults) {
      tell(answer);
      if (answer.code === "faults") setTimeout(() => goTo(answer.faults), 30);
    }
  }
  const faults = told ? told.faults : [];
  const form = {
    values,
    set,
    fault: (name) => {
      const row = faults.find((one) => one.field === name);
      return row && (all || touched[name]) ? row.say : "";
    },
    traces: (name) => (told ? [...told.traces, ...(told.rare ? told.rare.parts : [])].filter((one) => one.field === name) : []),
    touch: (name) => touched[name] || setTouched((was) => ({ ...was, [name]: true })),
  };
  const loose = faults.filter((row) => row.field === "");
  return html`<main id="main" class="stack stack--wide">
    <div class="stack stack--tight"><h1>${words.heads[start.sort][start.id ? 1 : 0]}</h1><p class="lead">${asText ? words.textHint : words.lead[start.sort]}</p></div>
    ${found && html`<div class="banner banner--sun row row--apart" role="status"><p>${words.draft}</p><button type="button" class="button button--small" onClick=${again}>${words.again[start.begun] || words.again.else}</button></div>`}
    <div class="own-columns">
      <form class="stack stack--wide own-form" novalidate onSubmit=${(event) => { event.preventDefault(); keepIt(); }}>
        ${loose.length > 0 && all && html`<div class="banner banner--clay" role="alert"><ul>${loose.map((row) => html`<li key=${row.say}>${row.say}</li>`)}</ul></div>`}
        ${asText
          ? html`<div class="card" id=${anchor("text")}><${Field} label=${words.text} rows=${24} value=${values.text} onValue=${(text) => set("text", text)} spellcheck=${false} /></div>`
          : html`${start.form.map((group) => html`<${Group} key=${group.title} group=${group} form=${form} start=${start} />`)} <${Sure} told=${told} values=${values} set=${set} fault=${all ? form.fault(SURE) : ""} />`}
      </form>
      <${Side} told=${told} busy=${busy} refused=${refused} dirty=${!same(values, first)} onKeep=${() => keepIt()} onCopy=${() => keepIt({ id: "" })} onShow=${(role) => show(body(), role)} named=${named} onGo=${(row) => { showAll(true); setTimeout(() => goTo([row]), 30); }} />
    </div>
  </main>`;
}

const app = document.getElementById("page");
app.textContent = "";
render(html`<${Own} />`, app);
app.dataset.ready = "yes";
