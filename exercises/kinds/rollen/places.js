/* On the phone: every place with who has it, and a small form to say what fits whom. */

import { html, useState } from "/static/js/view.js";
import { Choice } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { NameField } from "/static/js/parts/namefield.js";
import { HOW, LEVELS, ROLES, full, names, nobody, place, said, slots } from "./words.js";

const words = {
  say: "Past bij …",
  adjust: "Aanpassen",
  how: "Wat past?",
  other: "Welke organisatie?",
  send: "Stuur",
  take: "Neem terug",
  not: "Toch niet",
  choose: "Kies eerst wat past.",
  yours: "U zei: ",
  waiting: "Nog niet opgeslagen. Wij proberen het steeds opnieuw.",
  names: { naam: "De begeleider ziet uw naam en organisatie erbij. De zaal ziet alleen hoe vaak.", organisatie: "De begeleider ziet uw organisatie erbij. De zaal ziet alleen hoe vaak." },
  level: (name, n) => name + (n ? " (" + n + " nog te beleggen)" : ""),
};

export function Places({ room, step }) {
  return html`<section class="stack stack--tight">
    ${LEVELS.map(([level, name]) => {
      const rows = slots(step, level);
      if (rows.length === 0) return null;
      const list = html`<ul class="plain rollen-places">${rows.map((row) => html`<li key=${row.id}><${Place} room=${room} step=${step} row=${row} /></li>`)}</ul>`;
      const gaps = rows.filter((row) => row.holders.length === 0 && row.role !== "case_director").length;
      return rows.length > 3
        ? html`<details key=${level} class="card rollen-level"><summary>${words.level(level === "bouwsteen" ? "Kwaliteitsbewaker per bouwsteen" : "Per instrument", gaps)}</summary>${list}</details>`
        : html`<div key=${level} class="card rollen-level"><h2>${name}</h2>${list}</div>`;
    })}
    <p class="small muted">${words.names[step.settings.names] || ""}</p>
  </section>`;
}

function Place({ room, step, row }) {
  const mine = room.own("offer", { step: step.id, slot: row.id })[0];
  const told = mine && mine.how ? mine : null;
  const field = "rol." + row.id;
  const [open, setOpen] = useState(room.draft(step.id, field) !== undefined);
  const here = names(room, row);
  const single = !row.block && !row.instrument;
  return html`<div class="rollen-place">
    <div class="rollen-head">
      <div class="rollen-grow">
        <p class="rollen-name" dir="auto">${place(room, row)}</p>
        ${single && html`<p class="small">${ROLES[row.role][1]}</p>`}
        <p class=${here.length ? "rollen-who" : "rollen-open"} dir="auto">${here.length ? here.join(" en ") : nobody(row)}</p>
        ${told && html`<p class="small rollen-told" dir="auto">${told.state === "waiting" ? words.waiting : "✓ "}${words.yours}${said(told)}</p>`}
      </div>
      ${!open && html`<button type="button" class="button button--small" aria-label=${(told ? words.adjust : words.say) + ": " + full(room, row)} onClick=${() => setOpen(true)}>${told ? words.adjust : words.say}</button>`}
    </div>
    ${open && html`<${Say} room=${room} step=${step} row=${row} told=${told} field=${field} onDone=${() => setOpen(false)} />`}
  </div>`;
}

function Say({ room, step, row, told, field, onDone }) {
  const { now, put, clear, send, busy } = useForm(room, step, field, { how: told ? told.how : "", other: told ? told.other || "" : "" });
  const [fault, setFault] = useState("");
  const done = () => {
    clear();
    onDone();
  };
  async function tell(how) {
    const body = { step: step.id, slot: row.id, how };
    if (how === "other") body.other = now.other.trim();
    setFault("");
    const answer = await send("role.offer", body);
    if (answer.ok) done();
    else setFault(answer.say || "");
  }
  return html`<form
    class="stack rollen-say"
    onSubmit=${(event) => {
      event.preventDefault();
      if (now.how) tell(now.how);
      else setFault(words.choose);
    }}
  >
    <${Choice} label=${words.how} options=${Object.entries(HOW).map(([id, text]) => ({ id, text }))} value=${now.how} onValue=${(how) => put({ how })} />
    ${now.how === "other" &&
    html`<${NameField} label=${words.other} names=${room.list("organisation").map((one) => one.name)} value=${now.other} onValue=${(other) => put({ other })} />`}
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    <div class="row">
      <button type="submit" class="button button--main button--small" disabled=${busy}>${words.send}</button>
      ${told && html`<button type="button" class="link-button" onClick=${() => tell("")}>${words.take}</button>`}
      <button type="button" class="link-button" onClick=${done}>${words.not}</button>
    </div>
  </form>`;
}
