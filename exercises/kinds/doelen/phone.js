/* Goals on the phone: propose one for the keten or for a building block, then make it sharper; read what the keten chose. */

import { html, useDraft, later } from "/static/js/view.js";
import { Field, Pick, Returned, behind } from "/static/js/parts/field.js";
import { useProposal } from "/static/js/parts/proposing.js";
import { LONG, choices, fixed, where } from "./words.js";

const words = {
  label: "Uw doel",
  hint: "Eén zin is genoeg. Scherper maken kan daarna.",
  block: "Waar hoort het bij?",
  for: (text) => "Dit doel is voor: " + text + ".",
  send: "Stel dit doel voor",
  empty: "Er staat nog niets. Typ eerst uw doel.",
  long: (used) => "Houd het korter dan " + LONG + " tekens. Nu zijn het er " + used + ".",
  silent: "De anderen zien uw doel als de begeleider de voorstellen toont.",
  open: "De voorstellen zijn open. Wat u nu schrijft, leest iedereen.",
  returned: "Dit doel is niet aangekomen.",
};
const Below = later((again) => import("./below.js" + again).then((module) => module.Below));

export default function Phone({ room, step }) {
  return html`<div class="stack stack--wide">
    <${Propose} room=${room} step=${step} />
    <${Below} room=${room} step=${step} />
  </div>`;
}

function Propose({ room, step }) {
  const one = fixed(step);
  const [kept, setBlock] = useDraft(room, step.id, "~bouwsteen", "0");
  const number = one === null ? Number(kept) || 0 : one;
  const meant = { step: step.id, block: number };
  const { text, setText, type, post, busy, fault } = useProposal(room, step, { draft: "doel", name: "goal.make", body: meant, key: "text", most: LONG, words });
  return html`<form class="stack writer" onSubmit=${post}>
    <${Field} label=${words.label} hint=${words.hint} rows=${3} max=${LONG} value=${text} fault=${fault} onValue=${type} />
    ${one === null ? html`<${Pick} label=${words.block} value=${number} onValue=${setBlock} options=${choices()} />` : one > 0 && html`<p>${words.for(where(one))}</p>`}
    <button type="submit" class="button button--main writer-post" disabled=${busy}>${words.send}</button>
    <p class="small muted">${step.revealed ? words.open : words.silent}</p>
    <${Returned} room=${room} step=${step} name="goal.make" title=${words.returned} text=${({ body }) => body.text} onBack=${({ body }) => setText(behind(text, body.text))} />
  </form>`;
}
