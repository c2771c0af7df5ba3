/* The map as a list: each organisation with its lines, and a menu for all that can be done with it. */

import { html, plural, useState, useSend } from "/static/js/view.js";
import { may } from "/static/js/parts/may.js";
import { Menu } from "/static/js/parts/menu.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Pick } from "/static/js/parts/field.js";
import { SORTS, SortMark } from "/static/js/parts/table.js";
import { MARKS, looked, other, sortName, stands } from "./words.js";

const words = {
  more: "Verander …",
  show: "Toon alleen deze met wie er omheen zit",
  place: "Zet op de tafel …",
  back: "Zet terug om de tafel",
  sort: "Ander soort organisatie …",
  same: "Is dezelfde als …",
  join: "Zet in de lijst van organisaties",
  invite: "Onmisbaar: nodig uit",
  leave: "Doet niet meer mee",
  gone: "Doen niet meer mee",
  again: "Zet terug op de kaart",
  invited: "De uitnodiging staat op de actielijst en op de checklist.",
  outside: "nog niet aan tafel",
  nothing: "nog zonder lijn",
  judge: "Beoordeel",
  none: "Haal van de kaart",
  there: "Samen getekend",
  free: "Geen oordeel",
  kind: "Welk soort organisatie is dit?",
  which: "Welke organisatie is dit ook?",
  choose: "Kies een organisatie",
  save: "Bewaar",
  ideas: (ideas) => "Voorgesteld op telefoons: " + Object.entries(ideas).map(([mark, n]) => MARKS[mark] + " (" + n + " keer)").join(", "),
};

export function GuestRow({ room, step, map, guest, lines, onFocus, onPlace }) {
  const { send, fault } = useSend(room);
  const [asking, ask] = useState("");
  const [said, say] = useState("");
  const listed = guest.id[0] === "o";
  async function invite() {
    const answer = await send("network.invite", { step: step.id, guest: guest.id });
    if (answer.ok) say(words.invited);
  }
  const items = [
    { label: words.show, run: () => onFocus(guest.id) },
    ...(listed && may(room, "organisation.edit") ? [{ label: words.sort, run: () => ask("sort") }] : []),
    ...(listed ? [{ label: words.place, run: () => onPlace(guest) }] : []),
    ...(!listed && may(room, "organisation.add") ? [{ label: words.join, run: () => send("organisation.add", { name: guest.name }) }] : []),
    ...(guest.spot >= 0 ? [{ label: words.back, run: () => send("network.seat", { step: step.id, organisation: guest.id, spot: -1 }) }] : []),
    { label: words.same, run: () => ask("same") },
    ...(guest.outside ? [{ label: words.invite, run: invite }] : []),
    ...(guest.outside && listed ? [{ label: words.leave, run: () => send("network.leave", { step: step.id, organisation: guest.id }) }] : []),
  ];
  return html`<li class="net-guest-row">
    <div class="net-row">
      <p class="net-grow" dir="auto"><${SortMark} sort=${guest.sort} /> <strong>${guest.name}</strong> <span class="small muted">${[sortName(guest.sort), guest.outside && words.outside, !lines.length && words.nothing].filter(Boolean).join(" · ")}</span></p>
      <${Menu} label=${words.more + " " + guest.name} text=${words.more} items=${items} small />
    </div>
    ${lines.length > 0 && html`<ul class="plain">${lines.map((link) => html`<${LineRow} key=${link.a + link.b} room=${room} step=${step} map=${map} link=${link} from=${guest.id} />`)}</ul>`}
    ${said && html`<p class="small" role="status">${said}</p>`}
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    ${asking === "sort" && html`<${Ask} title=${words.kind} first=${guest.sort} options=${Object.entries(SORTS).map(([id, one]) => ({ id, text: one.name }))} onClose=${() => ask("")} onSave=${(sort) => send("organisation.edit", { organisation: guest.id, sort })} />`}
    ${asking === "same" && html`<${Ask} title=${words.which} first="" options=${[{ id: "", text: words.choose }, ...map.guests.filter((one) => one.id !== guest.id).map((one) => ({ id: one.id, text: one.name }))]} onClose=${() => ask("")} onSave=${(into) => send("network.same", { step: step.id, one: guest.id, into })} />`}
  </li>`;
}

/* Who left the keten: off the map, and still everywhere else by name. */
export function Gone({ room, step }) {
  const { send, fault } = useSend(room);
  if (!(step.state.left || []).length) return null;
  return html`<section class="stack stack--tight">
    <h3>${words.gone}</h3>
    <ul class="plain">${step.state.left.map(([id, name]) => html`<li key=${id} class="net-row"><p class="net-grow" dir="auto">${name}</p><button type="button" class="button button--small" aria-label=${words.again + ": " + name} onClick=${() => send("network.leave", { step: step.id, organisation: id, on: false })}>${words.again}</button></li>`)}</ul>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </section>`;
}

/* One line as its guest sees it, with the room's judgement. */
function LineRow({ room, step, map, link, from }) {
  const { send, fault } = useSend(room);
  const name = map.name(other(link, from));
  const mark = (value, label) => ({ label, checked: (link.mark || "") === value, run: () => send("network.mark", { step: step.id, a: link.a, b: link.b, mark: value }) });
  const items = [...Object.entries(MARKS).map(([value, label]) => mark(value, label[0].toUpperCase() + label.slice(1))), mark("there", words.there), mark("none", words.none), mark("", words.free)];
  return html`<li class="net-row net-row--line">
    <p class="net-grow" dir="auto">${name}: ${stands(map, link)}${(link.what || []).length > 0 && html` <span class="muted">(${link.what.join(", ")})</span>`}${link.there && html` <span class="small muted">${looked(map, link)}</span>`}
      ${link.ideas && html`<br /><span class="small net-ask">${words.ideas(link.ideas)}</span>`}
      ${fault && html`<br /><span class="field-fault" role="alert">${fault.say}</span>`}</p>
    <${Menu} label=${words.judge + " " + map.name(from) + " met " + name} text=${words.judge} items=${items} small />
  </li>`;
}

function Ask({ title, first, options, onClose, onSave }) {
  const [value, setValue] = useState(first);
  const [fault, setFault] = useState("");
  async function save(event) {
    event.preventDefault();
    const answer = await onSave(value);
    if (answer.ok) onClose();
    else setFault(answer.say);
  }
  return html`<${Dialog} title=${title} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <${Pick} label=${title} value=${value} options=${options} onValue=${setValue} />
      ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
      <button type="submit" class="button button--main" disabled=${!value}>${words.save}</button>
    </form>
  </${Dialog}>`;
}
