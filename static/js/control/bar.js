/* The bar at the bottom: back and next with the neighbour's name, who still types, undo, the dark screen. */

import { html } from "../view.js";

const words = {
  back: "Vorige",
  next: "Volgende",
  begin: "Begin",
  open: "Zet de deur open",
  typing: (n) => (n === 1 ? "1 mens typt nog" : n + " mensen typen nog"),
  quiet: "Niemand typt",
  undo: "Maak ongedaan",
  redo: "Opnieuw",
  over: "De bijeenkomst is afgesloten: de zaal blijft bij deze stap.",
  blank: "Scherm zwart",
  light: "Scherm weer aan",
  key: "toets B",
  last: "Dit is de laatste stap",
};

/* What stands before and after the step in the room. */
export function neighbours(room) {
  const steps = room.steps();
  const at = steps.findIndex((step) => step.id === room.meeting.step);
  return { back: at > 0 ? steps[at - 1] : null, next: at < steps.length - 1 ? steps[at + 1] : null };
}

export function Bar({ room, go, blank }) {
  const { state, undo, redo, blank: dark } = room.meeting;
  const { back, next } = state === "closed" ? {} : neighbours(room);
  return html`<footer class="bar-foot">
    <div class="bar-side">
      ${back &&
      html`<button type="button" class="button bar-step" onClick=${() => go(back.id)}>
        <span aria-hidden="true">◀</span><span class="bar-words"><span class="bar-small">${words.back}</span><span class="bar-name">${back.title}</span></span>
      </button>`}
    </div>
    <div class="bar-middle">
      <span class="bar-typing">${state === "closed" ? words.over : room.typists ? words.typing(room.typists) : room.meeting.step ? words.quiet : ""}</span>
      ${undo && html`<button type="button" class="button button--small" onClick=${() => room.send("undo", { seq: undo.seq })}>${words.undo}: ${undo.label}</button>`}
      ${redo && html`<button type="button" class="button button--small" onClick=${() => room.send("undo", { seq: redo.seq })}>${words.redo}: ${redo.label}</button>`}
      <button type="button" class="button button--small" aria-pressed=${dark ? "true" : "false"} onClick=${blank} title=${words.key}>${dark ? words.light : words.blank}</button>
    </div>
    <div class="bar-side bar-side--end">
      ${state === "planned"
        ? html`<button type="button" class="button button--main bar-step" onClick=${() => room.send("meeting.open", {})}>${words.open}</button>`
        : next
          ? html`<button type="button" class="button button--main bar-step" onClick=${() => go(next.id)}>
              <span class="bar-words"><span class="bar-small">${room.meeting.step ? words.next : words.begin}</span><span class="bar-name">${next.title}</span></span><span aria-hidden="true">▶</span>
            </button>`
          : state !== "closed" && html`<span class="muted">${words.last}</span>`}
    </div>
  </footer>`;
}
