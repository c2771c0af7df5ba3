/* In the control room: what an instrument is and for whom; and who takes a place. */

import { html } from "/static/js/view.js";
import { Field, Pick } from "/static/js/parts/field.js";
import { useForm } from "/static/js/parts/form.js";
import { categories, where } from "./words.js";

const words = {
  name: "Naam van het instrument",
  group: "Voor wie?",
  category: "Categorie",
  block: "Bouwsteen",
  executor: "Uitvoerder",
  developer: "Ontwikkelaar",
  save: "Bewaar",
  cancel: "Laat zo",
};
const ALL = [1, 2, 3, 4, 5, 6, 7, 0];

/* With `one` it is changed, a proposal with who makes and who does it; without, an instrument is added. */
export function Describe({ room, step, one, number, field, onDone }) {
  const first = { name: "", group: "", category: "", executor: "", developer: "", ...(one || {}), block: number };
  const { now, set, clear, send, busy, fault, of } = useForm(room, step, "instrument." + field, first);
  const done = () => {
    clear();
    onDone();
  };
  async function save(event) {
    event.preventDefault();
    const body = { name: now.name.trim(), group: now.group.trim(), category: now.category, block: Number(now.block) };
    if (one && one.proposal) Object.assign(body, { executor: now.executor.trim(), developer: now.developer.trim() });
    const answer = one ? await send("instrument.edit", { instrument: one.id, ...body }) : await send("instrument.add", { step: step.id, ...body });
    if (answer.ok) done();
  }
  return html`<form class="instrumenten-form" onSubmit=${save}>
    <${Field} label=${words.name} value=${now.name} onValue=${set("name")} fault=${of("name")} first />
    <${Field} label=${words.group} optional value=${now.group} onValue=${set("group")} fault=${of("group")} />
    <${Pick} label=${words.category} value=${now.category} onValue=${set("category")} options=${categories(step, Number(now.block))} />
    ${one && html`<${Pick} label=${words.block} value=${now.block} onValue=${set("block")} options=${ALL.map((id) => ({ id, text: where(id) }))} />`}
    ${one && one.proposal && html`<${Field} label=${words.executor} optional value=${now.executor} onValue=${set("executor")} fault=${of("executor")} /><${Field} label=${words.developer} optional value=${now.developer} onValue=${set("developer")} fault=${of("developer")} />`}
    ${fault && !fault.field && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <div class="row">
      <button type="submit" class="button button--main" disabled=${busy}>${words.save}</button>
      <button type="button" class="link-button" onClick=${done}>${words.cancel}</button>
    </div>
  </form>`;
}
