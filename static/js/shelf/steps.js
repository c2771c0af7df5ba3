/* The steps of an own agenda: choose an exercise, its part and minutes; higher, lower, away and back. */

import { html, useState, plural } from "../view.js";
import { Field, Pick } from "../parts/field.js";
import { anchor } from "./form.js";

const words = {
  none: "Nog geen stappen.",
  step: (nr) => "Stap " + nr,
  exercise: "Oefening",
  choose: "Kies een oefening",
  part: "Onderdeel",
  minutes: "Minuten",
  title: "Eigen titel",
  extra: "Titel en vervolg",
  source: "Gaat verder met",
  own: "Zoals de oefening zegt",
  up: "Hoger",
  down: "Lager",
  away: "Haal weg",
  more: "Stap erbij",
  back: (title) => "Zet “" + title + "” terug",
  gone: "Weggehaald.",
  total: (steps, minutes) => plural(steps, "stap", "stappen") + ", samen " + minutes + " minuten" + (minutes >= 60 ? " (" + Math.floor(minutes / 60) + " uur" + (minutes % 60 ? " en " + (minutes % 60) + " minuten" : "") + ")" : "") + ".",
};
const EMPTY = { oefening: "", onderdeel: "", titel: "", minuten: "", van: "" };

export function Steps({ form, exercises }) {
  const [gone, setGone] = useState(null);
  const steps = form.values.stappen || [];
  const known = new Map(exercises.map((one) => [one.id, one]));
  const put = (fresh) => form.set("stappen", fresh);
  const change = (at, fields) => put(steps.map((step, index) => (index === at ? { ...step, ...fields } : step)));
  const swap = (at, to) => put(steps.map((step, index) => (index === at ? steps[to] : index === to ? steps[at] : step)));
  const title = (step) => step.titel || (known.get(step.oefening) || {}).title || words.choose;

  function choose(at, id) {
    const one = known.get(id) || {};
    const { onderdeel, minuten } = steps[at];
    change(at, { ...EMPTY, oefening: id, onderdeel: onderdeel || (at ? steps[at - 1].onderdeel : ""), minuten: minuten || String(one.minutes || "") });
  }
  function add() {
    const before = steps[steps.length - 1];
    put([...steps, { ...EMPTY, onderdeel: before ? before.onderdeel : "" }]);
    setTimeout(() => document.querySelector("#" + anchor("stappen." + steps.length) + " select").focus(), 30);
  }
  function away(at) {
    setGone({ at, step: steps[at] });
    put(steps.filter((step, index) => index !== at));
  }
  function back() {
    put([...steps.slice(0, gone.at), gone.step, ...steps.slice(gone.at)]);
    setGone(null);
  }
  /* What an earlier step runs, each once. */
  const earlier = (at) => [...new Set(steps.slice(0, at).map((step) => step.oefening))].filter(Boolean).map((id) => ({ id, text: (known.get(id) || { title: id }).title }));

  return html`<div class="stack" id=${anchor("stappen")}>
    ${steps.length === 0 && html`<p class="muted">${words.none}</p>`}
    <ol class="plain stack own-steps">
      ${steps.map(
        (step, at) => html`<li class="own-step" key=${at} id=${anchor("stappen." + at)} onFocusOut=${() => ["oefening", "onderdeel", "minuten", "van"].forEach((name) => form.touch("stappen." + at + "." + name))}>
          <div class="row row--apart">
            <h3>${words.step(at + 1)}</h3>
            <div class="row">
              <button type="button" class="button button--small" disabled=${at === 0} aria-label=${words.up + ": " + title(step)} onClick=${() => swap(at, at - 1)}>${words.up}</button>
              <button type="button" class="button button--small" disabled=${at === steps.length - 1} aria-label=${words.down + ": " + title(step)} onClick=${() => swap(at, at + 1)}>${words.down}</button>
              <button type="button" class="button button--small button--quiet" aria-label=${words.away + ": " + title(step)} onClick=${() => away(at)}>${words.away}</button>
            </div>
          </div>
          <div class="own-step-fields">
            <${Pick} label=${words.exercise} value=${step.oefening} onValue=${(id) => choose(at, id)}
              options=${[...(known.has(step.oefening) ? [] : [{ id: step.oefening, text: step.oefening || words.choose }]), ...exercises.map((one) => ({ id: one.id, text: one.title }))]} />
            <${Field} label=${words.part} value=${step.onderdeel} onValue=${(text) => change(at, { onderdeel: text })} fault=${form.fault("stappen." + at + ".onderdeel")} />
            <${Field} label=${words.minutes} value=${step.minuten} mode="numeric" onValue=${(text) => change(at, { minuten: text })} fault=${form.fault("stappen." + at + ".minuten")} />
          </div>
          <details class="own-more" open=${Boolean(step.titel || step.van || form.fault("stappen." + at + ".van"))}>
            <summary>${words.extra}</summary>
            <div class="own-step-fields">
              <${Field} label=${words.title} optional value=${step.titel} onValue=${(text) => change(at, { titel: text })} fault=${form.fault("stappen." + at + ".titel")} />
              ${earlier(at).length > 0 && html`<${Pick} label=${words.source} value=${step.van} options=${[{ id: "", text: words.own }, ...earlier(at)]} onValue=${(id) => change(at, { van: id })} />`}
            </div>
          </details>
          ${["oefening", "van", "vragen", "kies", "instellingen"].map((name) => form.fault("stappen." + at + "." + name)).filter(Boolean).map((say) => html`<span class="field-fault" role="alert" key=${say}>${say}</span>`)}
        </li>`,
      )}
    </ol>
    ${gone && html`<div class="banner banner--sun row" role="status"><p>${words.gone}</p><button type="button" class="button button--small" onClick=${back}>${words.back(title(gone.step))}</button></div>`}
    <div class="row row--apart">
      <button type="button" class="button" onClick=${add}>${words.more}</button>
      ${steps.length > 0 && html`<p class="num">${words.total(steps.length, steps.reduce((sum, step) => sum + (/^\d+$/.test(step.minuten.trim()) ? Number(step.minuten) : 0), 0))}</p>`}
    </div>
    ${form.fault("stappen") && html`<span class="field-fault" role="alert">${form.fault("stappen")}</span>`}
  </div>`;
}
