/* What the facilitator is asked on the wall: a name, a text, a building block, which texts belong together. */

import { html, useState, useSend, useDraft, block } from "/static/js/view.js";
import { Confirm, Dialog } from "/static/js/parts/dialog.js";
import { Check, Field, Pick } from "/static/js/parts/field.js";
import { NoteCard, times } from "/static/js/parts/note.js";
import { Doubles } from "./doubles.js";
import { behind } from "./wall.js";

const words = {
  group: (n) => (n === 1 ? "Nieuw groepje met 1 briefje" : "Nieuw groepje met " + n + " briefjes"),
  name: "Naam van het groepje",
  nameHint: "Twee of drie woorden. Leeg mag: dan krijgt het een nummer.",
  make: "Maak het groepje",
  rename: "Naam of bouwsteen",
  block: "Bouwsteen",
  noBlock: "Geen bouwsteen",
  keep: "Bewaar",
  cancel: "Laat zo",
  edit: "Pas de tekst aan",
  text: "Tekst van het briefje",
  editHint: "De schrijver ziet de nieuwe tekst op de telefoon.",
  which: (n) => (n === 1 ? "Kies een bouwsteen" : "Kies een bouwsteen voor " + n + " briefjes"),
  merge: "Voeg briefjes samen",
  mergeHint: "Alle teksten blijven bewaard. Op de muur staat straks één briefje, met hoe vaak het genoemd is.",
  front: "Welke tekst staat vooraan?",
  same: "Welke briefjes zeggen hetzelfde?",
  mergeYes: (n) => "Voeg " + n + " briefjes samen",
  behind: "Wat erachter zit",
  out: "Haal dit briefje los",
  redact: "Dit briefje voorgoed leegmaken?",
  redactText: "De tekst verdwijnt overal: van de telefoons, uit het verslag en uit het bestand. Dit kan niet ongedaan worden gemaakt.",
  redactYes: "Ja, maak voorgoed leeg",
};

/* `asked`: {what, note?, notes?, group?, from?}. `onDone` also lets go of the selection. */
export function Asked({ desk, asked, onClose, onDone }) {
  const parts = { group: Name, name: Name, edit: Edit, block: Block, merge: Merge, behind: Behind, redact: Redact, alike: Doubles };
  const Part = parts[asked.what];
  return html`<${Part} desk=${desk} asked=${asked} onClose=${onClose} onDone=${onDone} />`;
}

function Form({ title, yes, ready = true, name, body, desk, onClose, onDone, children, wide }) {
  const { send, busy, fault } = useSend(desk.room);
  async function submit(event) {
    event.preventDefault();
    const answer = await send(name, body());
    if (answer.ok) onDone();
  }
  return html`<${Dialog} title=${title} onClose=${onClose} wide=${wide}>
    <form class="stack" onSubmit=${submit}>
      ${children}
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <div class="dialog-foot">
        <button type="submit" class="button button--main" disabled=${busy || !ready}>${yes}</button>
        <button type="button" class="button" onClick=${onClose}>${words.cancel}</button>
      </div>
    </form>
  </${Dialog}>`;
}

const blockOptions = () => [{ id: 0, text: words.noBlock }, ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({ id: number, text: number + ". " + block(number) }))];

function Name({ desk, asked, onClose, onDone }) {
  const { group, notes } = asked;
  const { step, wall } = desk;
  const [name, setName] = useState(group ? group.name : "");
  const [number, setNumber] = useState((group && group.block) || 0);
  const first = wall.flatMap((lane) => lane.all).find((note) => notes && notes.includes(note.id));
  const body = () => (group ? { cluster: group.id, name, block: number } : { step: step.id, lane: first ? first.lane : "", name, notes });
  return html`<${Form} title=${group ? words.rename : words.group(notes.length)} yes=${group ? words.keep : words.make} name=${group ? "cluster.rename" : "cluster.make"} body=${body} desk=${desk} onClose=${onClose} onDone=${onDone}>
    <${Field} label=${words.name} hint=${group ? "" : words.nameHint} value=${name} onValue=${setName} max=${60} first />
    ${group && html`<${Pick} label=${words.block} value=${number} onValue=${(value) => setNumber(Number(value))} options=${blockOptions()} />`}
  </${Form}>`;
}

function Edit({ desk, asked, onClose, onDone }) {
  const { note } = asked;
  const { room, step } = desk;
  const [text, setText, clear] = useDraft(room, step.id, "edit." + note.id, note.text);
  const done = () => {
    clear();
    onDone();
  };
  return html`<${Form} title=${words.edit} yes=${words.keep} name="note.edit" body=${() => ({ note: note.id, text })} desk=${desk} onClose=${onClose} onDone=${done}>
    <${Field} label=${words.text} hint=${note.on_behalf ? "" : words.editHint} rows=${4} value=${text} onValue=${setText} max=${step.settings.max_length || 280} first />
  </${Form}>`;
}

function Block({ desk, asked, onClose, onDone }) {
  const [first] = desk.wall.flatMap((lane) => lane.all).filter((note) => note.id === asked.notes[0]);
  const [number, setNumber] = useState((first && first.block) || 0);
  const body = () => ({ notes: asked.notes, block: number });
  return html`<${Form} title=${words.which(asked.notes.length)} yes=${words.keep} name="note.block" body=${body} desk=${desk} onClose=${onClose} onDone=${onDone}>
    <${Pick} label=${words.block} value=${number} onValue=${(value) => setNumber(Number(value))} options=${blockOptions()} />
  </${Form}>`;
}

/* How many words two texts share, so that what is alike stands on top of the list. */
const bag = (text) => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu) || []);
function alike(one, other) {
  const mine = bag(one);
  const theirs = bag(other);
  const both = [...mine].filter((word) => theirs.has(word)).length;
  return both / Math.max(1, mine.size + theirs.size - both);
}

function Merge({ desk, asked, onClose, onDone }) {
  const all = desk.wall.flatMap((lane) => lane.all);
  const [chosen, setChosen] = useState(asked.notes);
  const [front, setFront] = useState(asked.from ? asked.from.id : asked.notes[0]);
  const picking = asked.notes.length === 1;
  const from = all.find((note) => note.id === asked.notes[0]);
  const others = picking && from ? all.filter((note) => note !== from).sort((a, b) => alike(from.text, b.text) - alike(from.text, a.text)) : [];
  const together = all.filter((note) => chosen.includes(note.id));
  const set = (id, on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const head = chosen.includes(front) ? front : chosen[0];
  const body = () => ({ into: head, notes: chosen.filter((id) => id !== head) });
  return html`<${Form} wide title=${words.merge} yes=${words.mergeYes(together.length)} ready=${together.length > 1} name="note.merge" body=${body} desk=${desk} onClose=${onClose} onDone=${onDone}>
    <p class="muted">${words.mergeHint}</p>
    ${picking &&
    html`<fieldset class="choice">
      <legend class="field-label">${words.same}</legend>
      ${from && html`<p class="briefjes-from"><strong>${from.text}</strong></p>`}
      <div class="briefjes-pick stack stack--tight">
        ${others.map((note) => html`<${Check} key=${note.id} label=${note.text} checked=${chosen.includes(note.id)} onCheck=${(on) => set(note.id, on)} />`)}
      </div>
    </fieldset>`}
    ${together.length > 1 &&
    html`<fieldset class="choice">
      <legend class="field-label">${words.front}</legend>
      <div class="stack stack--tight">
        ${together.map(
          (note) => html`<label class="check" key=${note.id}>
            <input type="radio" name="front" checked=${note.id === head} onChange=${() => setFront(note.id)} /><span>${note.text}</span>
          </label>`,
        )}
      </div>
    </fieldset>`}
  </${Form}>`;
}

function Behind({ desk, asked, onClose }) {
  const { room } = desk;
  const note = room.get(asked.note.id) || asked.note;
  const others = behind(room, note);
  return html`<${Dialog} title=${words.behind} onClose=${onClose}>
    <div class="stack">
      <${NoteCard} note=${note} room=${room} />
      <ul class="plain stack stack--tight">
        ${others.map(
          (other) => html`<li key=${other.id}>
            <${NoteCard} note=${other} room=${room} />
            <p class="briefjes-under"><button type="button" class="button button--small" aria-label=${words.out + ": " + other.text.slice(0, 60)} onClick=${() => room.send("note.split", { note: other.id })}>${words.out}</button></p>
          </li>`,
        )}
      </ul>
      ${times(note) === 1 && html`<p class="muted">Er zit niets meer achter dit briefje.</p>`}
    </div>
  </${Dialog}>`;
}

function Redact({ desk, asked, onClose, onDone }) {
  const { note } = asked;
  const yes = () => desk.room.send("note.redact", { note: note.id }).then(onDone);
  return html`<${Confirm} title=${words.redact} text=${"“" + note.text + "” " + words.redactText} yes=${words.redactYes} danger onYes=${yes} onClose=${onClose} />`;
}
