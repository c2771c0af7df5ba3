/* On behalf of an organisation without a phone: with whom it works. */

import { html, useState, useSend } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { Field, Pick } from "/static/js/parts/field.js";
import { NameField } from "/static/js/parts/namefield.js";
import { mapOf } from "./words.js";

const words = {
  title: "Namens een organisatie",
  who: "Welke organisatie?",
  choose: "Kies een organisatie",
  name: "Werkt samen met",
  what: "Waarover? (mag leeg blijven)",
  put: "Zet op de kaart",
  done: (who, name) => who + " werkt samen met " + name + ": dat staat op de kaart. U kunt er nog een toevoegen.",
};

export function Behalf({ room, step, onClose }) {
  const { send, busy, fault } = useSend(room);
  const map = mapOf(step);
  const [line, setLine] = useState({ organisation: "", name: "", what: "" });
  const [done, setDone] = useState("");
  const set = (field) => (value) => setLine({ ...line, [field]: value });
  async function put(event) {
    event.preventDefault();
    const answer = await send("network.say", { step: step.id, organisation: line.organisation, name: line.name.trim(), what: line.what.trim() });
    if (!answer.ok) return;
    setDone(words.done(map.name(line.organisation), line.name.trim()));
    setLine({ ...line, name: "", what: "" });
  }
  const listed = map.guests.filter((guest) => guest.id[0] === "o").map((guest) => ({ id: guest.id, text: guest.name }));
  return html`<${Dialog} title=${words.title} onClose=${onClose}>
    <form class="stack" onSubmit=${put}>
      <${Pick} label=${words.who} value=${line.organisation} options=${[{ id: "", text: words.choose }, ...listed]} onValue=${set("organisation")} />
      <${NameField} label=${words.name} names=${map.guests.filter((guest) => guest.id !== line.organisation).map((guest) => guest.name)} value=${line.name} onValue=${set("name")} max=${120} fault=${fault && fault.field === "name" ? fault.say : ""} />
      <${Field} label=${words.what} value=${line.what} onValue=${set("what")} max=${120} />
      ${fault && fault.field !== "name" && html`<p class="field-fault" role="alert">${fault.say}</p>`}
      <button type="submit" class="button button--main" disabled=${busy || !line.organisation || !line.name.trim()}>${words.put}</button>
      ${done && html`<p role="status" dir="auto">${done}</p>`}
    </form>
  </${Dialog}>`;
}
