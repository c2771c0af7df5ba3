/* Looking back: the three screens as they were, and the line of time below. Nothing here speaks to a meeting. */

import { html, render, useState, useEffect, useRef, useMemo, hour } from "../view.js";
import { Confirm } from "../parts/dialog.js";
import { createCourse, stepAt } from "../replay/course.js";
import { createLane } from "../replay/lane.js";
import { Pictures } from "../replay/pictures.js";
import { Line, Table } from "../replay/line.js";
import { Bookmarks, Moments } from "../replay/marks.js";

const words = {
  guest: "De telefoon is die van iemand aan tafel, zonder eigen briefjes en keuzes. Wie aan tafel zat en niet was weggegaan, telt als aanwezig.",
  choose: "Met Toon namen kiest u wiens telefoon u ziet. Wat iemand zonder naam schreef, en wat iemand koos in een stemming, staat er dan nog steeds niet bij: dat is zo beloofd, en het is niet terug te halen.",
  show: "Wat wilt u zien?",
  roles: { screen: "Scherm", control: "Regie", phone: "Telefoon" },
  titles: { screen: "Het scherm van toen", control: "De regie van toen", phone: "Een telefoon van toen" },
  play: "Speel af",
  pause: "Pauze",
  again: "Van voren af aan",
  back: "◂ Terug",
  on: "Verder ▸",
  one: "één gebeurtenis",
  side: "Momenten en bladwijzers",
  panes: { moments: "Momenten", marks: "Bladwijzers" },
  speed: "Snelheid",
  times: (n) => n + " keer",
  skip: "Sla stiltes over",
  skipped: "stilte overgeslagen",
  keys: "Spatie: afspelen en pauze. Pijltjes links en rechts: één gebeurtenis terug of verder.",
  compare: "Vergelijk twee momenten",
  stop: "Stop met vergelijken",
  pinned: "Links",
  moving: "Rechts",
  swap: "Zet links op dit moment",
  past: "Sla de beelden over",
  names: "Toon namen",
  hide: "Verberg namen",
  namesTitle: "Namen tonen?",
  namesYes: "Ja, dat is goed",
  more: "In de regie staat ook wat de zaal niet zag.",
  whose: "Telefoon van",
  anybody: "iemand aan tafel",
  person: (one) => one.name + (one.org ? ", " + one.org : ""),
  own: (name) => "Van " + name + " staat hier alleen wat met naam is gegeven. Stemmen en briefjes zonder naam blijven geheim.",
  later: (name) => name + " kwam later aan tafel. Dit is de telefoon van iemand die er al zat.",
  hidden: "Namen zijn verborgen.",
  shown: "Namen zijn te zien.",
  table: "De tijdlijn in een tabel",
  faults: {
    401: "U bent uitgelogd. Open de regie opnieuw met de link van deze computer.",
    404: "Deze bijeenkomst is gewist. Er valt niets meer terug te kijken.",
    503: "De bijeenkomst is nu niet te lezen. Wat bewaard was, is er nog. Probeer het zo nog eens.",
    0: "Geen verbinding met Ketentafel op deze computer. Kijk of Ketentafel nog aanstaat. Klik daarna nog eens op Speel af.",
  },
};
const SPEEDS = [1, 4, 16, 60];
const BEAT = 100; /* ms */
const NARROW = innerWidth < 700; /* px: on a phone one picture at a time */

const start = JSON.parse(document.getElementById("start").textContent);
const course = createCourse(start);

function Replay() {
  const [t, setT] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(4);
  const [skip, setSkip] = useState(true);
  const [skipped, setSkipped] = useState(0);
  const [chosen, choose] = useState(NARROW ? ["screen"] : ["screen", "phone"]);
  const [pin, setPin] = useState(null);
  const [names, setNames] = useState(false);
  const [people, setPeople] = useState([]);
  const [whose, setWhose] = useState("");
  const [there, setThere] = useState(true); /* that person had come to the table by then */
  const [asking, ask] = useState(false);
  const [fault, setFault] = useState("");
  const [marks, setMarks] = useState(start.bookmarks);
  const [pane, setPane] = useState("moments");
  const under = useRef(null);
  const live = useRef({});
  live.current = { t, playing, speed, skip, names, whose };

  const lanes = useMemo(() => {
    const words = { start, named: () => live.current.names, whose: () => live.current.whose, failed: trouble, key: (key) => pressed(key) };
    const made = [0, 1].map((nth) => {
      const told = (found) => (setFault(""), live.current.moving === made[nth] && setThere(found.there !== false));
      return createLane({ ...words, told });
    });
    return made;
  }, []);
  const [left, right] = lanes;
  const moving = pin === null ? left : right;
  live.current.moving = moving;

  function trouble(status) {
    setPlaying(false);
    setFault(words.faults[status] || words.faults[0]);
  }
  function lead(lane, to, running) {
    lane.go(course.seq(course.at(to)), course.clock(to), running ? live.current.speed : 0);
  }
  function go(to) {
    setSkipped(0);
    setT(Math.min(course.end, Math.max(0, to)));
  }
  const number = course.at(t);
  /* the windows hear when something happened, and when the clock is set otherwise */
  useEffect(() => lead(moving, t, playing), [number, playing, speed, moving, names, whose]);
  useEffect(() => {
    if (!playing) lead(moving, t, false);
  }, [t]);
  useEffect(() => {
    if (pin !== null) lead(left, pin, false);
  }, [pin, names, whose]);
  useEffect(() => lanes.forEach((lane) => lane.anew()), [names, whose]);

  async function show(on) {
    setNames(on);
    ask(false);
    setWhose("");
    if (!on || people.length) return;
    try {
      const reply = await fetch("/regie/" + start.ref + "/terugkijken/mensen", { credentials: "same-origin" });
      if (reply.ok) setPeople((await reply.json()).people);
    } catch (fault) {
      trouble(0);
    }
  }

  useEffect(() => {
    if (!playing) return undefined;
    let before = performance.now();
    const timer = setInterval(() => {
      const passed = (performance.now() - before) / 1000;
      before = performance.now();
      const next = course.play(live.current.t, passed, live.current.speed, live.current.skip);
      if (next.skipped) {
        setSkipped(next.t);
        lead(live.current.moving, next.t, true);
      }
      setT(next.t);
      if (next.t >= course.end) setPlaying(false);
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing]);

  function toggle() {
    if (!live.current.playing && live.current.t >= course.end) go(0);
    setPlaying(!live.current.playing);
  }
  function step(by) {
    setPlaying(false);
    go(course.step(live.current.t, by));
  }
  function pressed(key) {
    if (key === " ") toggle();
    else if (key === "ArrowLeft") step(-1);
    else if (key === "ArrowRight") step(1);
  }
  useEffect(() => {
    const heard = (event) => {
      const where = event.target.closest ? event.target : document.body;
      if (event.ctrlKey || event.metaKey || event.altKey || where.closest("input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [role=dialog]")) return;
      if (event.key === " " && where.closest("button, summary, a, input[type=checkbox], input[type=radio]:not(:checked)")) return;
      if (event.key !== " " && where.closest("input[type=radio]")) return;
      if (![" ", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
      event.preventDefault();
      pressed(event.key);
    };
    /* who pressed a button with the mouse means the whole page with the space bar */
    const pointed = (event) => {
      const button = event.detail > 0 && event.target.closest && event.target.closest(".replay button");
      if (button && button === document.activeElement) button.blur();
    };
    addEventListener("keydown", heard);
    addEventListener("click", pointed);
    return () => (removeEventListener("keydown", heard), removeEventListener("click", pointed));
  }, []);

  const compare = pin !== null;
  const roles = compare ? [chosen[0], chosen[0]] : chosen;
  const at = (moment) => [hour(course.clock(moment)), (stepAt(start.steps, moment) || {}).title].filter(Boolean).join(", ");
  const captions = compare ? [words.pinned + ": " + at(pin), words.moving + ": " + at(t)] : null;
  const pick = (role) => {
    if (compare || NARROW) return choose([role]);
    const rest = ["screen", "control", "phone"].filter((one) => (one === role ? !chosen.includes(one) : chosen.includes(one)));
    choose(rest.length ? rest : chosen);
  };
  const ended = t >= course.end && !playing;
  const phone = names && people.length > 0 && roles.includes("phone");
  const person = people.find((one) => one.id === whose);
  return html`
    <div class="replay-choices row no-print">
      <div class="row" role="group" aria-label=${words.show}>
        ${Object.entries(words.roles).map(([role, text]) => html`<button type="button" key=${role} class="button button--small" aria-pressed=${String(roles.includes(role))} onClick=${() => pick(role)}>${text}</button>`)}
      </div>
      ${!compare && html`<button type="button" class="button button--small button--quiet" onClick=${() => setPin(t)}>${words.compare}</button>`}
      ${compare &&
      html`<button type="button" class="button button--small button--quiet" onClick=${() => setPin(t)}>${words.swap}</button>
        <button type="button" class="button button--small button--quiet" onClick=${() => setPin(null)}>${words.stop}</button>`}
      <p class="replay-names small">
        ${roles.includes("control") && html`<span class="muted">${words.more}</span>${" "}`}
        <span role="status">${names ? words.shown : words.hidden}</span>
        ${start.names.may && html`<button type="button" class="button button--small button--quiet" onClick=${() => (names ? show(false) : ask(true))}>${names ? words.hide : words.names}</button>`}
      </p>
      ${phone &&
      html`<div class="replay-whose row">
        <label class="replay-who"><span class="small">${words.whose}</span>
          <select class="input" value=${whose} onChange=${(event) => setWhose(event.target.value)}>
            <option value="">${words.anybody}</option>
            ${people.map((one) => html`<option key=${one.id} value=${one.id}>${words.person(one)}</option>`)}
          </select>
        </label>
        ${person && html`<p class="small muted" role="status">${there ? words.own(person.name) : words.later(person.name)}</p>`}
      </div>`}
    </div>
    <div class="replay-room">
      <div class="replay-stage no-print">
        <button type="button" class="button button--small replay-past" onClick=${() => under.current.querySelector(".replay-play").focus()}>${words.past}</button>
        <${Pictures} start=${start} roles=${roles} names=${words.titles} lanes=${compare ? [left, right] : roles.map(() => left)} captions=${captions} under=${under} over=${phone && (person ? whose + there : "choice")} />
        <div class="replay-under" ref=${under}>
          ${fault && html`<p class="banner banner--clay" role="alert">${fault}</p>`}
          <div class="replay-desk">
            <div class="replay-buttons">
              <button type="button" class="button button--small" onClick=${() => step(-1)}>${words.back}<span class="visually-hidden"> ${words.one}</span></button>
              <button type="button" class="button button--main button--small replay-play" onClick=${toggle}>${playing ? words.pause : ended ? words.again : words.play}</button>
              <button type="button" class="button button--small" onClick=${() => step(1)}>${words.on}<span class="visually-hidden"> ${words.one}</span></button>
            </div>
            <p class="replay-clock"><strong class="num">${hour(course.clock(t))}</strong> ${playing && skipped && t - skipped < 2 * speed ? html`<span class="muted">${words.skipped}</span>` : html`<span>${(stepAt(start.steps, t) || {}).title || ""}</span>`}</p>
            <fieldset class="replay-speed">
              <legend class="visually-hidden">${words.speed}</legend>
              ${SPEEDS.map((one) => html`<label key=${one} class="choice-pill"><input type="radio" name="speed" checked=${speed === one} onChange=${() => setSpeed(one)} /><span>${one}×<span class="visually-hidden"> ${words.times(one)}</span></span></label>`)}
            </fieldset>
            <label class="check"><input type="checkbox" checked=${skip} onChange=${(event) => setSkip(event.target.checked)} /><span>${words.skip}</span></label>
          </div>
          <${Line} start=${start} course=${course} t=${t} go=${go} step=${step} bookmarks=${marks} />
        </div>
      </div>
      <aside class="replay-side" aria-label=${words.side}>
        <div class="replay-side-in">
          <div class="panes no-print">
            ${Object.entries(words.panes).map(([name, text]) => html`<button type="button" key=${name} class="pane" aria-pressed=${String(pane === name)} onClick=${() => setPane(name)}>${text}${name === "marks" && marks.length > 0 ? " (" + marks.length + ")" : ""}</button>`)}
          </div>
          <div class="no-print" hidden=${pane !== "moments"}><${Moments} start=${start} course=${course} t=${t} go=${go} /></div>
          <div class=${pane === "marks" ? "" : "only-print"}><${Bookmarks} start=${start} course=${course} t=${t} seq=${course.seq(number)} go=${go} marks=${marks} setMarks=${setMarks} /></div>
        </div>
      </aside>
    </div>
    <div class="replay-more stack no-print">
      <details><summary>${words.table}</summary><${Table} start=${start} course=${course} go=${go} /></details>
      <p class="muted small">${words.keys}</p>
      <p class="muted small">${words.guest}${start.names.may ? " " + words.choose : ""}</p>
      ${!start.names.may && html`<p class="muted small">${start.names.why}</p>`}
    </div>
    ${asking &&
    html`<${Confirm}
      title=${words.namesTitle}
      text=${start.names.why}
      yes=${words.namesYes}
      onClose=${() => ask(false)}
      onYes=${() => show(true)}
    />`}
  `;
}

const app = document.getElementById("page");
app.textContent = "";
render(html`<${Replay} />`, app);
app.dataset.ready = "yes";
