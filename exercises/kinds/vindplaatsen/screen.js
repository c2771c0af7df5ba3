/* Finding places on the room's screen: four groups with what is open, or one group large with who comes where. */

import { html } from "/static/js/view.js";
import { Fit } from "/static/js/parts/fit.js";
import { Few } from "/static/js/parts/few.js";
import { NOBODY, groups, name, names, open, places } from "./words.js";

const words = {
  count: (n) => (n === 0 ? "Op elke plek komt iemand" : n === 1 ? "op 1 plek nog niemand" : "op " + n + " plekken nog niemand"),
  have: (one) => (one.all - one.open) + " van " + one.all,
  places: "plekken waar iemand komt",
  none: "Nog niemand:",
  all: "Overal komt iemand.",
  more: (n) => "en nog " + n,
};

export const heading = (step) => {
  const at = step.state && step.state.at;
  return at ? { big: name(at), small: step.title } : { big: step.title, small: step.group || "" };
};
export const count = (step) => {
  const large = groups(step).find((one) => one.id === step.state.at);
  return groups(step).length ? words.count(large ? large.open : open(step)) : null;
};

export default function Screen({ room, step }) {
  if (!groups(step).length) return null;
  const at = step.state.at;
  return at ? html`<${Large} key=${at} room=${room} step=${step} group=${at} />` : html`<${Overview} room=${room} step=${step} />`;
}

function Overview({ room, step }) {
  return html`<div class="stage">
    <div class=${"vind-overview vind-across--" + groups(step).length}>
      ${groups(step).map((group) => {
        const empty = places(step, group.id).filter((place) => names(room, step, place.id).length === 0);
        const draw = (shown, left) => html`<ul class="plain vind-gaps">${shown.map((place) => html`<li key=${place.id} dir="auto">${place.text}</li>`)}</ul>
          ${left > 0 && html`<p class="vind-left">${words.more(left)}</p>`}`;
        return html`<section key=${group.id} class="vind-card">
          <h2>${name(group.id).replace("achtergrond", "\u00ADachtergrond")}</h2>
          <p class="vind-sum"><strong class="num">${words.have(group)}</strong> ${words.places}</p>
          ${empty.length > 0 ? html`<p class="vind-label">${words.none}</p><${Few} items=${empty} min=${28} max=${36} draw=${draw} />` : html`<p class="vind-label">${words.all}</p>`}
        </section>`;
      })}
    </div>
  </div>`;
}

function Large({ room, step, group }) {
  return html`<div class="stage">
    <${Fit} tag="ul" class="plain vind-large" min=${28} max=${42}>
      ${places(step, group).map((place) => {
        const here = names(room, step, place.id);
        return html`<li key=${place.id} class="vind-line">
          <p class="vind-place" dir="auto">${place.text}</p>
          ${here.length ? html`<p class="vind-who" dir="auto">${here.join(", ")}</p>` : html`<p class="vind-empty">${NOBODY}</p>`}
        </li>`;
      })}
    </${Fit}>
  </div>`;
}
