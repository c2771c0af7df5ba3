/* Instruments on the phone: tell what there is for carers, or what is missed, in one building block. */

import { html, useState, useDraft, later } from "/static/js/view.js";
import { Choice, Field, Pick, Returned } from "/static/js/parts/field.js";
import { Writer } from "/static/js/parts/writer.js";
import { LONG, blocks, categories, large, rows, where } from "./words.js";

const words = {
  intro: "Wat is er al voor mantelzorgers? En wat ontbreekt? U schrijft per bouwsteen.",
  block: "Welke bouwsteen?",
  about: (text) => "Dit gaat over: " + text + ".",
  mode: "Wat wilt u zeggen?",
  modes: [
    { id: "have", text: "Dit is er al" },
    { id: "miss", text: "Dit ontbreekt" },
  ],
  name: "Hoe heet het?",
  hint: "Een folder, een cursus, een gesprek, een regeling, een werkwijze.",
  group: "Voor wie vooral?",
  groupHint: "Bijvoorbeeld: jonge mantelzorgers.",
  category: "Wat voor hulp is het?",
  executor: "Wie voert het uit?",
  developer: "Wie heeft het gemaakt?",
  more: "Meer vertellen",
  send: "Stuur naar de begeleider",
  empty: "Er staat nog niets. Typ eerst hoe het heet.",
  long: (used) => "Houd het korter dan " + LONG + " tekens. Nu zijn het er " + used + ".",
  only: "De begeleider leest het, en zet het op de lijst.",
  returned: "Dit voorstel is niet aangekomen.",
  miss: "Wat ontbreekt er voor mantelzorgers?",
  missSend: "Stuur",
  open: "Iedereen kan dit lezen.",
};
const MORE = ["group", "category", "executor", "developer"];
const Below = later((again) => import("./below.js" + again).then((module) => module.Below));

export default function Phone({ room, step }) {
  const all = blocks(step);
  const shown = large(step);
  const [first] = useState(shown ? shown.block : all.length ? all[0].id : 0); /* stays, whatever the room goes on to */
  const [kept, choose] = useDraft(room, step.id, "~bouwsteen", "");
  const [mode, setMode] = useDraft(room, step.id, "~wat", "have");
  const number = all.some((one) => String(one.id) === kept) ? Number(kept) : first;
  if (rows(step).length === 0) return null;
  return html`<div class="stack stack--wide">
    <section class="stack">
      <p>${words.intro}</p>
      ${all.length > 1 ? html`<${Pick} label=${words.block} value=${number} onValue=${choose} options=${all} />` : html`<p>${words.about(where(number))}</p>`}
      <${Choice} label=${words.mode} options=${words.modes} value=${mode} onValue=${setMode} />
      ${mode === "miss"
        ? html`<${Writer} key=${number} room=${room} step=${step} lane="1" section=${"b" + number} block=${number} label=${words.miss} button=${words.missSend} />
            <p class="small muted">${words.open}</p>`
        : html`<${Propose} room=${room} step=${step} number=${number} />`}
    </section>
    <${Below} room=${room} step=${step} number=${number} />
  </div>`;
}

/* The name is a draft of its own, which can be sent from anywhere; the rest stays beside it until it is sent. */
function Propose({ room, step, number }) {
  const [held, keep, clearMore] = useDraft(room, step.id, "~erbij", "");
  const more = held ? JSON.parse(held) : {};
  const told = Object.fromEntries(MORE.filter((field) => (more[field] || "").trim()).map((field) => [field, more[field].trim()]));
  const meant = { step: step.id, block: number, ...told };
  const about = { title: step.title, name: "instrument.propose", body: meant, field: "name" };
  const [name, setName, clear] = useDraft(room, step.id, "instrument", "", about);
  const [fault, setFault] = useState(null);
  const [busy, setBusy] = useState(false);
  const of = (field) => (fault && fault.field === field ? fault.say : "");
  const set = (field) => (value) => keep(JSON.stringify({ ...more, [field]: value }));
  const empty = () => {
    clear();
    clearMore();
  };

  async function post(event) {
    event.preventDefault();
    const trimmed = (room.draft(step.id, "instrument") || "").trim();
    if (busy) return;
    const long = [["name", trimmed], ...Object.entries(told)].find(([, text]) => Array.from(text).length > LONG);
    if (!trimmed || long) {
      setFault(trimmed ? { field: long[0], say: words.long(Array.from(long[1]).length) } : { field: "name", say: words.empty });
      return;
    }
    setFault(null);
    const sent = room.send("instrument.propose", { ...meant, name: trimmed });
    room.typing(step.id, false);
    if (sent.kept) {
      empty();
      return;
    }
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    if (answer.ok) empty();
    else setFault({ field: answer.field || "name", say: answer.say || "" });
  }
  return html`<form class="stack writer" onSubmit=${post}>
    <${Field}
      label=${words.name}
      hint=${words.hint}
      value=${name}
      fault=${of("name")}
      onValue=${(value) => {
        setName(value);
        if (fault) setFault(null);
        room.typing(step.id, value.trim() !== "");
      }}
    />
    <${Field} label=${words.group} hint=${words.groupHint} optional value=${more.group} onValue=${set("group")} fault=${of("group")} />
    <details class="instrumenten-more" open=${Boolean(more.category || more.executor || more.developer)}>
      <summary>${words.more}</summary>
      <div class="stack">
        <${Pick} label=${words.category} value=${more.category || ""} onValue=${set("category")} options=${categories(step, number)} />
        <${Field} label=${words.executor} optional value=${more.executor} onValue=${set("executor")} fault=${of("executor")} />
        <${Field} label=${words.developer} optional value=${more.developer} onValue=${set("developer")} fault=${of("developer")} />
      </div>
    </details>
    <button type="submit" class="button button--main writer-post" disabled=${busy}>${words.send}</button>
    <p class="small muted">${words.only}</p>
    <${Returned} room=${room} step=${step} name="instrument.propose" title=${words.returned} text=${({ body }) => body.name} onBack=${({ body }) => (setName(body.name), keep(JSON.stringify(Object.fromEntries(MORE.map((field) => [field, body[field] || ""])))))} />
  </form>`;
}
