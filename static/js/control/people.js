/* Who is here: participants by organisation, and what sort each organisation is. */

import { html, useState, useSend, plural, day } from "../view.js";
import { Menu } from "../parts/menu.js";
import { Confirm, Dialog } from "../parts/dialog.js";
import { Field, Pick } from "../parts/field.js";
import { SORTS, SortMark, TableSign } from "../parts/table.js";

export const words = {
  title: "Mensen",
  here: (here, all) => here + " van " + plural(all, "mens", "mensen") + (here === 1 || all === 1 ? " is" : " zijn") + " nu verbonden",
  nobody: "Er is nog niemand. Laat de zaal de code scannen.",
  noOrganisation: "Zonder organisatie",
  noName: "Zonder naam",
  sort: "Soort",
  organisation: (name) => "Meer over " + name,
  person: (name) => "Meer over " + name,
  rename: "Naam of soort aanpassen",
  remove: "Haal van tafel",
  sure: (name) => name + " van tafel halen?",
  sureText: "De naam wordt gewist en de telefoon kan niet meer meedoen. Briefjes blijven hangen, zonder naam.",
  yes: "Ja, haal van tafel",
  add: "Organisatie toevoegen",
  until: (date) => "Namen blijven tot en met " + date + ". Daarna worden ze vanzelf gewist. ",
  longer: "Bekijk of verleng",
  erase: "Wis alle namen",
  eraseSure: "Alle namen van deze bijeenkomst wissen?",
  eraseText:
    "De voornamen worden voorgoed gewist, ook van wie al weg is. Niemand gaat van tafel. Briefjes, keuzes en acties blijven. Een naam die in een tekst staat, blijft staan. Dit kunt u niet ongedaan maken.",
  eraseYes: "Ja, wis alle namen",
  name: "Naam van de organisatie",
  save: "Bewaar",
};

export function People({ room }) {
  const [dialog, setDialog] = useState(null);
  const people = room.list("participant");
  const organisations = room.list("organisation");
  const groups = organisations.map((organisation) => ({ organisation, people: people.filter((person) => person.org === organisation.id) }));
  const loose = people.filter((person) => !room.get(person.org));
  const close = () => setDialog(null);
  return html`<section class="people stack">
    <h2 class="pane-title">${words.title}</h2>
    <div class="people-table"><${TableSign} room=${room} /></div>
    <p>${people.length ? words.here(room.here, people.length) : words.nobody}</p>
    <ul class="plain stack stack--tight">
      ${groups.map(
        ({ organisation, people: here }) => html`<li key=${organisation.id}>
          <div class="people-row"><strong class="people-org"><${SortMark} sort=${organisation.sort} /> <bdi>${organisation.name}</bdi></strong>
            <${Menu} label=${words.organisation(organisation.name)} text="Meer" small items=${[{ label: words.rename, run: () => setDialog({ organisation }) }]} /></div>
          <ul class="plain">${here.map((person) => html`<${Person} key=${person.id} person=${person} ask=${setDialog} />`)}</ul>
        </li>`,
      )}
      ${loose.length > 0 && html`<li key="loose"><strong>${words.noOrganisation}</strong><ul class="plain">${loose.map((person) => html`<${Person} key=${person.id} person=${person} ask=${setDialog} />`)}</ul></li>`}
    </ul>
    <p class="row">
      <button type="button" class="button button--small" onClick=${() => setDialog({ organisation: {} })}>${words.add}</button>
      ${people.some((person) => person.name) && html`<button type="button" class="button button--small button--danger" onClick=${() => setDialog({ erase: true })}>${words.erase}</button>`}
    </p>
    ${room.meeting.until && !room.start.trainee && !room.start.practice && html`<p class="small">${words.until(day(room.meeting.until))}<a href=${"/regie/" + room.ref + "/bewaren"} target="_blank">${words.longer}</a></p>`}
    ${dialog &&
    dialog.erase &&
    html`<${Confirm}
      title=${words.eraseSure}
      text=${words.eraseText}
      yes=${words.eraseYes}
      danger
      onClose=${close}
      onYes=${() => {
        room.send("people.erase", {});
        close();
      }}
    />`}
    ${dialog && dialog.organisation && html`<${Organisation} room=${room} organisation=${dialog.organisation} onClose=${close} />`}
    ${dialog &&
    dialog.person &&
    html`<${Confirm}
      title=${words.sure(dialog.person.name || words.noName)}
      text=${words.sureText}
      yes=${words.yes}
      danger
      onClose=${close}
      onYes=${() => {
        room.send("participant.remove", { participant: dialog.person.id });
        close();
      }}
    />`}
  </section>`;
}

function Person({ person, ask }) {
  const name = person.name || words.noName;
  return html`<li class="people-row">
    <span><bdi>${name}</bdi>${person.profession ? html` <span class="muted small"><bdi>${person.profession}</bdi></span>` : ""}</span>
    <${Menu} label=${words.person(name)} text="Meer" small items=${[{ label: words.remove, danger: true, run: () => ask({ person }) }]} />
  </li>`;
}

function Organisation({ room, organisation, onClose }) {
  const [name, setName] = useState(organisation.name || "");
  const [sort, setSort] = useState(organisation.sort || "overig");
  const { send, busy, fault } = useSend(room);
  async function save(event) {
    event.preventDefault();
    const answer = organisation.id
      ? await send("organisation.edit", { organisation: organisation.id, name: name.trim(), sort })
      : await send("organisation.add", { name: name.trim(), sort });
    if (answer.ok) onClose();
  }
  return html`<${Dialog} title=${organisation.id ? words.rename : words.add} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <${Field} label=${words.name} value=${name} onValue=${setName} fault=${fault ? fault.say : ""} />
      <${Pick} label=${words.sort} value=${sort} onValue=${setSort} options=${Object.entries(SORTS).map(([id, one]) => ({ id, text: one.name }))} />
      <div class="dialog-foot"><button type="submit" class="button button--main" disabled=${busy}>${words.save}</button></div>
    </form>
  </${Dialog}>`;
}
