/* Briefjes on the phone: write, see one's own, and after the reveal the whole wall. */

import { html, later } from "/static/js/view.js";
import { Writer, OwnNotes, SilentLine } from "/static/js/parts/writer.js";

const words = {
  names: {
    naam: "Bij uw briefje staan uw naam en uw organisatie.",
    organisatie: "Bij uw briefje staat alleen uw organisatie.",
    anoniem: "Anoniem: ook de begeleider ziet niet wie dit schreef.",
  },
  approve: "De begeleider leest mee voordat een briefje op de muur komt.",
};

export const takesNotes = true;
const Naming = later((again) => import("./naming.js" + again).then((module) => module.Naming));
const Wall = later((again) => import("./phonewall.js" + again).then((module) => module.Wall));

export default function Phone({ room, step }) {
  const { names = "organisatie", approve, wall_on_phone: onPhone } = step.settings;
  const naming = step.state && step.state.naming;
  return html`<div class="briefjes stack stack--wide">
    ${naming && html`<${Naming} key=${naming.group} room=${room} step=${step} naming=${naming} />`}
    <div class="stack stack--tight">
      <${Writer} room=${room} step=${step} />
      ${approve ? html`<p class="small muted">${words.approve}</p>` : html`<${SilentLine} step=${step} />`}
      <p class="small muted">${words.names[names]}</p>
    </div>
    <${OwnNotes} room=${room} step=${step} />
    ${step.revealed && onPhone !== false && html`<${Wall} room=${room} step=${step} />`}
  </div>`;
}
