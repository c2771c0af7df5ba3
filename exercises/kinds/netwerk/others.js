/* On a phone, from the third step: lines between others, to say how they go or that one is missing. */

import { html, useSend, useState, plural } from "/static/js/view.js";
import { Choice, Pick } from "/static/js/parts/field.js";
import { MARKS } from "./words.js";

const words = {
  title: "Een andere lijn",
  lead: "Ziet u een lijn die goed gaat, beter kan of nog ontbreekt? Stel het voor. De begeleider zet het op de kaart.",
  a: "Tussen",
  b: "en",
  choose: "Kies een organisatie",
  how: "Wat ziet u?",
  put: "Stel voor",
  done: (a, b) => "Uw voorstel voor " + a + " en " + b + " is verstuurd.",
  mine: (n) => "U deed " + plural(n, "voorstel", "voorstellen") + ".",
};

export function Others({ room, step, map }) {
  const { send, busy, fault } = useSend(room);
  const [pair, setPair] = useState({ a: "", b: "" });
  const [mark, setMark] = useState("");
  const [done, setDone] = useState("");
  const options = [{ id: "", text: words.choose }, ...map.guests.map((guest) => ({ id: guest.id, text: guest.name }))];
  const mine = room.own("idea", { step: step.id }).filter((one) => one.mark).length;
  async function put(event) {
    event.preventDefault();
    const answer = await send("network.propose", { step: step.id, ...pair, mark });
    if (!answer.ok) return;
    setDone(words.done(map.name(pair.a), map.name(pair.b)));
    setPair({ a: "", b: "" });
    setMark("");
  }
  return html`<form class="stack" onSubmit=${put}>
    <h2>${words.title}</h2>
    <p>${words.lead}</p>
    <${Pick} label=${words.a} value=${pair.a} options=${options} onValue=${(a) => setPair({ ...pair, a })} />
    <${Pick} label=${words.b} value=${pair.b} options=${options} onValue=${(b) => setPair({ ...pair, b })} />
    <${Choice} label=${words.how} value=${mark} onValue=${setMark} options=${Object.entries(MARKS).map(([id, text]) => ({ id, text }))} />
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    <button type="submit" class="button" disabled=${busy || !pair.a || !pair.b || !mark}>${words.put}</button>
    ${done && html`<p class="small" role="status">${done}</p>`}
    ${mine > 0 && html`<p class="small muted">${words.mine(mine)}</p>`}
  </form>`;
}
