/* In the control room: since when? A slider over the maps of earlier meetings, with the same moments as buttons. */

import { day, html, useState, useSend } from "/static/js/view.js";

const words = {
  title: "Vergelijk met een eerder moment",
  since: (title) => "Wat er veranderde sinds " + title,
};

export function Moments({ room, step }) {
  const { send, fault } = useSend(room);
  const { moments, since, told } = step.state;
  const [moving, move] = useState(-1);
  if (!moments) return null;
  const now = moments.findIndex(([id]) => id === since.id);
  const place = moving < 0 ? now : moving;
  const name = ([, title, date]) => (date ? title + ", " + day(date) : title);
  async function go(number) {
    move(number);
    await send("network.look", { step: step.id, stage: 5, since: moments[number][0] });
    move(-1);
  }
  return html`<section class="card stack stack--tight">
    <h3>${words.title}</h3>
    ${moments.length > 1 && html`<input class="net-time" type="range" min="0" max=${moments.length - 1} step="1" value=${place} aria-label=${words.title} aria-valuetext=${name(moments[place])} onInput=${(event) => go(Number(event.currentTarget.value))} />
    <div class="net-pills" role="group" aria-label=${words.title}>${moments.map((one, number) => html`<button key=${one[0]} type="button" class="button button--small" aria-pressed=${String(number === place)} onClick=${() => go(number)}>${name(one)}</button>`)}</div>`}
    <div role="status"><p><strong dir="auto">${words.since(since.title)}</strong></p>
    <ul class="stack stack--tight">${told.map((one) => html`<li key=${one} dir="auto">${one}</li>`)}</ul></div>
    ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
  </section>`;
}
