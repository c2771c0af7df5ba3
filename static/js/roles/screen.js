/* The room's screen: shows, never asks. */

import { html, render, useState, useEffect } from "../view.js";
import { createRoom, readStart } from "../room.js";
import { loadKinds } from "../kinds.js";
import { Welcome, Thanks } from "../screen/welcome.js";
import { StepFrame } from "../screen/frame.js";
import { Sheet } from "../screen/sheet.js";
import { passKeys } from "../parts/remote.js";

const words = {
  blank: "Het scherm is even zwart.",
  gone: "Dit scherm hoort niet meer bij deze bijeenkomst",
  goneText: "Open het scherm opnieuw vanuit de regie.",
  whole: "Volledig scherm",
};

function Screen({ room }) {
  const [gone, setGone] = useState(false);
  const [, redraw] = useState(0);
  useEffect(() => room.onChange(() => redraw((n) => n + 1)), []);
  room.gone = () => setGone(true);

  const { state, blank, title, sheet } = room.meeting;
  useEffect(() => {
    document.title = (title ? title + " · " : "") + "Scherm";
  }, [title]);

  const door = room.now.door || room.start.door || {};
  if (gone) return html`<main class="screen-quiet" id="main"><h1>${words.gone}</h1><p class="lead">${words.goneText}</p></main>`;
  if (blank) return html`<main class="screen-blank" id="main"><h1 class="visually-hidden">${words.blank}</h1></main>`;
  if (state === "closed") return html`<main id="main" class="screen-main"><${Thanks} room=${room} /></main>`;
  if (sheet) return html`<${Sheet} sheet=${sheet} />`;
  const step = room.current;
  if (!step) return html`<main id="main" class="screen-main"><${Welcome} room=${room} door=${door} /></main>`;
  return html`<${StepFrame} room=${room} step=${step} door=${door} />`;
}

/* The whole screen, with one button that comes when the pointer moves. */
function offerWhole() {
  const whole = document.getElementById("whole");
  if (!whole || !document.documentElement.requestFullscreen) return;
  let timer = null;
  window.addEventListener("pointermove", () => {
    whole.hidden = Boolean(document.fullscreenElement);
    clearTimeout(timer);
    timer = setTimeout(() => document.activeElement !== whole && (whole.hidden = true), 2500);
  });
  whole.addEventListener("click", () => {
    document.documentElement.requestFullscreen().catch(() => {});
    whole.hidden = true;
  });
}

const start = readStart();
const room = createRoom(start);
const app = document.getElementById("page");
loadKinds(start.kinds, "screen", room.redraw).then(() => {
  app.textContent = "";
  render(html`<${Screen} room=${room} />`, app);
  app.dataset.ready = "yes";
});
passKeys(room.ref);
offerWhole();
room.open();
