/* Briefjes in the control room: read along, put in order, show. Everything by menu and keyboard; dragging is an extra. */

import { html, useState, useRef, useEffect, plural } from "/static/js/view.js";
import { useSelection } from "/static/js/parts/select.js";
import { Menu } from "/static/js/parts/menu.js";
import { pageOf } from "/static/js/parts/pages.js";
import { besideOf, largeOf, looseOf, wallOf } from "./wall.js";
import { Cards } from "./cards.js";
import { places, short } from "./menus.js";
import { Asked } from "./dialogs.js";
import { Beside, Waiting } from "./beside.js";
import { Names } from "./names.js";

const words = {
  silent: (notes, some, all) => "Alleen u ziet de briefjes nog. De zaal ziet alleen hoeveel het er zijn: " + plural(notes, "briefje", "briefjes") + (all ? ", van " + some + " van de " + all + " mensen." : "."),
  early: "Er hangt nog niets. Alleen u ziet straks de briefjes, tot u de muur toont.",
  waiting: (n) => (n === 1 ? "1 briefje wacht tot u het toont." : n + " briefjes wachten tot u ze toont."),
  show: "Toon de muur aan de zaal",
  turn: "Draai de muur weer om",
  alike: "Zoek dubbele briefjes",
  chosen: (n) => n + " gekozen",
  choose: "Vink briefjes aan om ze samen te verplaatsen, of sleep ze.",
  group: "Nieuw groepje",
  move: "Verplaats",
  moveLabel: "Verplaats de gekozen briefjes",
  merge: "Voeg samen",
  hide: "Verberg",
  block: "Bouwsteen",
  none: "Kies niets",
  loose: "Losse briefjes",
  nothing: "Hier hangt nog niets.",
  empty: "Dit groepje is leeg. Verplaats er briefjes heen, of hef het op.",
  groupMenu: "Groepje",
  menuOf: (name) => "Wijzig het groepje " + name,
  name: "Naam of bouwsteen …",
  askName: "Vraag de zaal om een naam",
  large: "Zet groot op het scherm",
  dissolve: "Hef het groepje op",
  browse: (n, prompt) => "Blader op het scherm door " + plural(n, "los briefje", "losse briefjes") + (prompt ? ": " + prompt : ""),
  onScreen: (name) => "Groot op het scherm: " + name + ".",
  part: (from, to, all) => "Briefje " + from + " tot en met " + to + " van " + all + ".",
  before: "Vorige",
  after: "Volgende",
  whole: "Toon de hele muur",
};

export const takesNotes = true;

export function notice(step, room) {
  const { notes = 0, writers, people = 0 } = room.tally(step);
  const { waiting } = besideOf(room, step);
  if (!step.revealed) return notes ? words.silent(notes, writers, writers === undefined ? 0 : Math.max(people, writers)) : words.early;
  return waiting.length ? words.waiting(waiting.length) : null;
}

export function tools(step, room) {
  const show = (on) => room.send("step.reveal", { step: step.id, on });
  return step.revealed ? [{ label: words.turn, run: () => show(false) }] : [{ label: words.show, main: true, run: () => show(true) }];
}

export default function Control({ room, step }) {
  const wall = wallOf(room, step);
  const selection = useSelection();
  const [asked, ask] = useState(null);
  const bar = useRef(null);
  const here = new Map(wall.flatMap((lane) => lane.all).map((note) => [note.id, note]));
  const chosen = selection.ids.filter((id) => here.has(id));
  const desk = {
    room,
    step,
    wall,
    selection,
    ask,
    /* what one card's menu or a drop is about: the whole selection when the card is part of it */
    with: (id) => (chosen.includes(id) && chosen.length > 1 ? chosen : [id]),
    act(name, body) {
      const sent = room.send(name, body);
      sent.then((answer) => answer.ok && selection.clear());
      return sent;
    },
  };
  /* When the card that had the focus hangs elsewhere, the focus stays near: on the line with what is chosen. */
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body && bar.current) bar.current.focus({ preventScroll: true });
  });
  const entered = () => (inside.current = true);
  const left = (event) => event.relatedTarget && (inside.current = false);
  const done = () => {
    entered();
    ask(null);
    selection.clear();
  };
  return html`<div class="briefjes stack" onFocusIn=${entered} onFocusOut=${left} onPointerDown=${() => (inside.current = false)}>
    <${Names} room=${room} step=${step} />
    <${OnScreen} room=${room} step=${step} />
    <${Waiting} desk=${desk} />
    ${here.size > 0 && html`<${Bar} desk=${desk} chosen=${chosen} bar=${bar} />`}
    <div class=${"briefjes-desk briefjes-desk--" + (wall.length <= 3 ? wall.length : 1)}>
      ${wall.map((lane) => html`<${Lane} key=${lane.id} desk=${desk} lane=${lane} only=${wall.length === 1} />`)}
    </div>
    <${Beside} desk=${desk} />
    ${asked && html`<${Asked} desk=${desk} asked=${asked} onClose=${() => ask(null)} onDone=${done} />`}
  </div>`;
}

/* What can be done with the chosen notes; it stays in its place, so that nothing below it jumps. */
function Bar({ desk, chosen, bar }) {
  const { act, ask, selection } = desk;
  const leave = (run) => () => {
    run();
    if (bar.current) bar.current.focus();
  };
  const compare = async () => {
    const answer = await desk.room.send("notes.compare", { step: desk.step.id });
    if (answer.ok) ask({ what: "alike" });
  };
  if (chosen.length === 0)
    return html`<div class="briefjes-bar row row--apart" ref=${bar} tabindex="-1">
      <p class="muted">${words.choose}</p>
      <button type="button" class="button button--small" onClick=${compare}>${words.alike}</button>
    </div>`;
  const elsewhere = places(desk, chosen, false);
  return html`<div class="briefjes-bar briefjes-bar--on row" ref=${bar} tabindex="-1">
    <strong>${words.chosen(chosen.length)}</strong>
    <button type="button" class="button button--small" onClick=${() => ask({ what: "group", notes: chosen })}>${words.group}</button>
    ${elsewhere.length > 0 && html`<${Menu} small text=${words.move} label=${words.moveLabel} items=${elsewhere} />`}
    ${chosen.length > 1 && html`<button type="button" class="button button--small" onClick=${() => ask({ what: "merge", notes: chosen })}>${words.merge}</button>`}
    <button type="button" class="button button--small" onClick=${() => ask({ what: "block", notes: chosen })}>${words.block}</button>
    <button type="button" class="button button--small" onClick=${leave(() => act("note.hide", { notes: chosen, on: true }))}>${words.hide}</button>
    <button type="button" class="link-button" onClick=${leave(selection.clear)}>${words.none}</button>
  </div>`;
}

function Lane({ desk, lane, only }) {
  const { groups } = lane;
  const tag = only ? "h3" : "h4";
  return html`<section class="briefjes-lane stack stack--tight">
    ${!only && html`<h3 class="briefjes-head"><span>${lane.text}</span> <span class="num muted">${lane.all.length}</span></h3>`}
    ${groups.length > 0 && html`<div class="briefjes-groups">${groups.map((group) => html`<${Group} key=${group.id} desk=${desk} group=${group} tag=${tag} />`)}</div>`}
    <section class="stack stack--tight">
      ${groups.length > 0 &&
      html`<div class="row row--apart"><${tag} class="briefjes-name">${words.loose} <span class="num muted">${lane.loose.length}</span></${tag}></div>`}
      ${lane.all.length === 0 && groups.length === 0 && html`<p class="muted">${words.nothing}</p>`}
      <${Cards} desk=${desk} list=${looseOf(lane.id)} notes=${lane.loose} wide />
    </section>
  </section>`;
}

function Group({ desk, group, tag }) {
  const { room, step, ask } = desk;
  const items = [
    { label: words.name, run: () => ask({ what: "name", group }) },
    { label: words.askName, run: () => room.send("wall.ask", { step: step.id, group: group.id }), disabled: !step.revealed },
    { label: words.large, run: () => room.send("wall.show", { step: step.id, group: group.id, page: 0 }) },
    { label: words.dissolve, run: () => room.send("cluster.dissolve", { cluster: group.id }) },
  ];
  return html`<section class=${"briefjes-group" + (group.block ? " briefjes-group--b" + group.block : "")}>
    <div class="row row--apart">
      <${tag} class="briefjes-name"><bdi>${group.name}</bdi> <span class="num muted">${group.notes.length}</span></${tag}>
      <${Menu} small text=${words.groupMenu} label=${words.menuOf(group.name)} items=${items} />
    </div>
    ${group.notes.length === 0 && html`<p class="small muted">${words.empty}</p>`}
    <${Cards} desk=${desk} list=${group.id} notes=${group.notes} />
  </section>`;
}

/* Which part stands large on the room's screen, and paging through it. */
function OnScreen({ room, step }) {
  const part = step.revealed ? largeOf(room, step) : null;
  const loose = wallOf(room, step).filter((lane) => lane.loose.length > 12);
  const go = (group, page) => room.send("wall.show", { step: step.id, group, page });
  if (!part) {
    return step.revealed
      ? loose.map(
          (lane) => html`<p key=${lane.id} class="row">
            <button type="button" class="button button--small" onClick=${() => go(looseOf(lane.id), 0)}>
              ${words.browse(lane.loose.length, step.prompts.length > 1 ? short(lane.text) : "")}
            </button>
          </p>`,
        )
      : null;
  }
  const { page, pages, from, to } = pageOf(part.notes, step.state.page);
  return html`<div class="banner row row--apart">
    <p>${words.onScreen(part.name || words.loose)} ${pages > 1 && words.part(from + 1, to, part.notes.length)}</p>
    <span class="row">
      ${pages > 1 &&
      html`<button type="button" class="button button--small" disabled=${page === 0} onClick=${() => go(part.id, page - 1)}>${words.before}</button>
        <button type="button" class="button button--small" disabled=${page + 1 >= pages} onClick=${() => go(part.id, page + 1)}>${words.after}</button>`}
      <button type="button" class="button button--small" onClick=${() => go("", 0)}>${words.whole}</button>
    </span>
  </div>`;
}
