/* Goals in the control room: choose what the room sees, sharpen a goal, let the keten adopt it, say how it stands. */

import { html, plural, useState, useSend } from "/static/js/view.js";
import { Menu } from "/static/js/parts/menu.js";
import { pageOf } from "/static/js/parts/pages.js";
import { Letters, Sharpen } from "./letters.js";
import { STANDS, groups, missing, over, proposals, weighed, where } from "./words.js";
export { Behalf } from "./behalf.js";

const words = {
  walls: { vraag: "Toon de vraag", voorstellen: "Toon de voorstellen", doelen: "Toon onze doelen" },
  only: (n) => "Alleen u leest de doelen nog. De zaal weet alleen dat er " + (n === 1 ? "1 is." : n + " zijn."),
  ours: "Onze doelen",
  none: "De keten koos nog geen doel. Kies hieronder bij een voorstel: Neem over.",
  advice: (n) => plural(n, "doel", "doelen") + " hier. Drie is het advies; meer mag.",
  loose: "Voorstellen",
  noLoose: "Er zijn nog geen voorstellen.",
  allChosen: "Alle voorstellen zijn gekozen.",
  adopt: "Neem over",
  change: "Verander …",
  large: "Zet groot op het scherm",
  small: "Haal weer van groot",
  now: "Nu groot op het scherm",
  sharpen: "Maak scherper",
  release: "Maak er weer een voorstel van",
  away: "Haal weg",
  stand: "Hoe staat het?",
  from: (origin) => "uit " + origin.title,
  part: (from, to, all) => "Het scherm toont voorstel " + from + " tot en met " + to + " van " + all + ".",
  later: "Toon de volgende",
  earlier: "Toon de vorige",
};

const look = (room, step, body) => room.send("goal.look", { step: step.id, wall: step.state.wall, ...body });

export function notice(step, room) {
  const { goals = 0 } = room.tally(step);
  return step.revealed || !goals ? null : words.only(goals);
}

export const tools = (step, room) =>
  Object.entries(words.walls).map(([wall, label]) => ({ label, pressed: step.state.wall === wall && !step.state.at, run: () => look(room, step, { wall }) }));

/* The remote goes from one goal that is large to the next, and after the last back to all of them. */
export function walk(step, room) {
  const { at, wall } = step.state;
  if (!at) return {};
  const all = (wall === "doelen" ? groups(room, step).flatMap((group) => group.goals) : proposals(room, step)).map((goal) => goal.id);
  const here = all.indexOf(at);
  return { next: () => look(room, step, { goal: all[here + 1] || "" }), back: () => look(room, step, { goal: here > 0 ? all[here - 1] : "" }) };
}

export default function Control({ room, step }) {
  const [open, setOpen] = useState("");
  const ours = groups(room, step);
  const loose = proposals(room, step);
  const card = (goal) => html`<${Goal} key=${goal.id} room=${room} step=${step} goal=${goal} open=${open === goal.id} setOpen=${(on) => setOpen(on ? goal.id : "")} />`;
  return html`<div class="stack stack--wide">
    <section class="stack stack--tight">
      <h3>${words.ours}</h3>
      ${ours.length === 0 && html`<p class="muted">${words.none}</p>`}
      ${ours.map(
        (group) => html`<div key=${group.block} class="stack stack--tight">
          <h4>${where(group.block)}</h4>
          ${over(step, group) && html`<p class="banner banner--sun small">${words.advice(group.running)}</p>`}
          <ul class="plain stack stack--tight">${group.goals.map(card)}</ul>
        </div>`,
      )}
    </section>
    <section class="stack stack--tight">
      <h3>${words.loose}${loose.length ? " (" + loose.length + ")" : ""}</h3>
      ${loose.length === 0 && html`<p class="muted">${ours.length ? words.allChosen : words.noLoose}</p>`}
      <${Pages} room=${room} step=${step} all=${loose} />
      <ul class="plain stack stack--tight">${loose.map(card)}</ul>
    </section>
  </div>`;
}

function Pages({ room, step, all }) {
  const { wall, at } = step.state;
  const { page, pages, from, to } = pageOf(all, step.state.page, weighed);
  if (wall !== "voorstellen" || at || pages < 2) return null;
  return html`<div class="row">
    <span>${words.part(from + 1, to, all.length)}</span>
    <button type="button" class="button button--small" disabled=${page === 0} onClick=${() => look(room, step, { page: page - 1 })}>${words.earlier}</button>
    <button type="button" class="button button--small" disabled=${page === pages - 1} onClick=${() => look(room, step, { page: page + 1 })}>${words.later}</button>
  </div>`;
}

function Goal({ room, step, goal, open, setOpen }) {
  const { send, busy, fault } = useSend(room);
  const now = step.state.at === goal.id;
  const wall = goal.adopted ? "doelen" : "voorstellen";
  const who = [goal.by, goal.org].filter(Boolean).join(", ");
  const said = [goal.adopted ? goal.stand : where(goal.block), who, goal.origin && words.from(goal.origin)].filter(Boolean);
  const items = [
    { label: now ? words.small : words.large, run: () => look(room, step, { wall, goal: now ? "" : goal.id }) },
    goal.adopted && { label: words.release, run: () => send("goal.adopt", { goal: goal.id, on: false }) },
    { label: words.away, danger: true, run: () => send("goal.remove", { goal: goal.id }) },
    ...(goal.adopted ? STANDS : []).map((stand) => ({ group: words.stand, label: stand, checked: goal.stand === stand, run: () => send("goal.follow", { goal: goal.id, stand }) })),
  ].filter(Boolean);
  return html`<li class=${"card doelen-card" + (now ? " doelen-card--now" : "") + (goal.block ? " doelen-card--b" + goal.block : "")}>
    <div class="doelen-head">
      <div class="doelen-grow">
        <p class="doelen-text" dir="auto">${goal.text}</p>
        <p class="small muted" dir="auto">${now ? html`<strong>${words.now}</strong> · ` : ""}${said.join(" · ")}</p>
      </div>
      <div class="row doelen-buttons">
        ${!goal.adopted && html`<button type="button" class="button button--small button--main" disabled=${busy} aria-label=${words.adopt + ": " + goal.text} onClick=${() => send("goal.adopt", { goal: goal.id })}>${words.adopt}</button>`}
        <button type="button" class="button button--small" aria-expanded=${String(open)} aria-label=${words.sharpen + ": " + goal.text} onClick=${() => setOpen(!open)}>${words.sharpen}</button>
        <${Menu} label=${words.change + " " + goal.text} text=${words.change} items=${items} small />
      </div>
    </div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${open ? html`<${Sharpen} room=${room} step=${step} goal=${goal} onDone=${() => setOpen(false)} />` : html`<${Letters} goal=${goal} /><p class="small doelen-missing">${missing(goal)}</p>`}
  </li>`;
}
