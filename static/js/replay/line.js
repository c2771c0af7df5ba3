/* The line of time: what came in when, the steps as stretches, bookmarks, and the slider over it all. */

import { html, hour, useMemo } from "../view.js";
import { bars, stepAt } from "./course.js";

const words = {
  when: "Wanneer kwam wat binnen?",
  slider: "Moment in de bijeenkomst",
  notes: "briefjes",
  others: "stemmen en andere antwoorden",
  width: (minutes) => (minutes === 1 ? "per minuut" : "per " + minutes + " minuten"),
  step: (one) => (one.nr ? "stap " + one.nr + ", " + one.title : one.title),
  at: (time, step) => hour(time) + (step ? ", " + step : ""),
  fold: "hier gebeurde lang niets",
};

export function Line({ start, course, t, go, step, bookmarks }) {
  const drawn = useMemo(() => bars(start), [start]);
  const most = Math.max(1, ...drawn.map((bar) => bar.notes + bar.others));
  const end = Math.max(1, course.end);
  const part = (value) => (100 * value) / end + "%";
  const here = stepAt(start.steps, t);
  function key(event) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    step(by);
  }
  return html`<section class="line" aria-label=${words.when}>
    <div class="line-box">
      <div class="line-picture" aria-hidden="true">
        <svg viewBox=${"0 0 " + end + " 100"} preserveAspectRatio="none">
          ${drawn.map((bar) => {
            const wide = (bar.to - bar.from) * 0.86;
            const [notes, others] = [(92 * bar.notes) / most, (92 * bar.others) / most];
            return html`<g key=${bar.from}>
              ${notes > 0 && html`<rect class="line-notes" x=${bar.from} y=${100 - notes} width=${wide} height=${notes} />`}
              ${others > 0 && html`<rect class="line-others" x=${bar.from} y=${100 - notes - others} width=${wide} height=${others} />`}
            </g>`;
          })}
          ${start.folds.map(([from, to]) => html`<rect key=${from} class="line-fold" x=${from} y="0" width=${to - from} height="100"><title>${words.fold}</title></rect>`)}
        </svg>
        <span class="line-now" style=${{ left: part(t) }}></span>
      </div>
      <input
        type="range"
        class="line-slider"
        min="0"
        max=${Math.ceil(course.end)}
        step="1"
        value=${Math.round(t)}
        aria-label=${words.slider}
        aria-valuetext=${words.at(course.clock(t), here && words.step(here))}
        onInput=${(event) => go(Number(event.target.value))}
        onKeyDown=${key}
      />
      <div class="line-steps" aria-hidden="true">
        ${start.steps
          .filter((one) => one.to > one.from)
          .map((one) => html`<div key=${one.from} class=${"line-step" + (one === here ? " is-now" : "")} style=${{ left: part(one.from), width: part(one.to - one.from) }} onClick=${() => go(one.from)}><span>${one.nr ? one.nr + " " : ""}${one.title}</span></div>`)}
        ${bookmarks.map((one) => html`<span key=${"b" + one.id} class="line-mark" style=${{ left: part(Math.min(one.t, end)) }}></span>`)}
      </div>
    </div>
    <p class="line-legend small">
      <span class="line-what"><span class="line-key line-key--notes"></span>${words.notes}</span> <span class="line-what"><span class="line-key line-key--others"></span>${words.others}, ${words.width((drawn[0].to - drawn[0].from) / 60)}</span>
    </p>
  </section>`;
}

/* The same in words: a row for each stretch. */
export function Table({ start, course, go }) {
  return html`<div class="line-scroll"><table class="table line-table">
    <caption class="visually-hidden">${words.when}</caption>
    <thead><tr><th scope="col">Van</th><th scope="col">Stap</th><th scope="col">Briefjes</th><th scope="col">Stemmen</th><th scope="col">Andere antwoorden</th></tr></thead>
    <tbody>
      ${start.steps.map((one) => html`<tr key=${one.from}>
        <td class="num">${hour(course.clock(one.from))}</td>
        <th scope="row"><button type="button" class="link" onClick=${() => go(one.from)}>${one.nr ? one.nr + ". " : ""}${one.title}</button></th>
        <td class="num">${one.counts[1]}</td><td class="num">${one.counts[2]}</td><td class="num">${one.counts[3]}</td>
      </tr>`)}
    </tbody>
  </table></div>`;
}
