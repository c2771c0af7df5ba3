/* A place on the table by hand: by dragging, or from a dialog with the nine places. */

import { html, useRef, useState, useSend } from "/static/js/view.js";
import { Dialog } from "/static/js/parts/dialog.js";
import { mapOf } from "./words.js";

const ROWS = ["bovenaan", "in het midden", "onderaan"];
const COLUMNS = ["links", "midden", "rechts"];
const words = {
  title: (name) => "Waar zet u " + name + "?",
  hint: "De andere organisaties schuiven vanzelf op. Wie u hier neerzet, blijft daar.",
  place: (spot) => COLUMNS[spot % 3] + ", " + ROWS[Math.floor(spot / 3)],
  taken: (name) => "hier staat " + name,
};

/* The place nearest to a point of the drawing, or -1 beside the table. */
function spotAt(scene, x, y) {
  const [wide, high] = scene.size;
  const across = (x - wide / 2) / scene.across;
  const down = (y - high / 2) / scene.down;
  if (across * across + down * down > 0.85) return -1;
  const far = scene.places.map(([left, top]) => Math.hypot(left - x, top - y));
  return far.indexOf(Math.min(...far));
}

export function usePlacing(room, step) {
  const frame = useRef(null);
  const { send, fault } = useSend(room);
  const [guest, setGuest] = useState(null);
  const seat = (organisation, spot) => send("network.seat", { step: step.id, organisation, spot });

  /* From the press on a guest to the release on a place; what is not moved was no drag. */
  function grab(event, one) {
    if (event.button || one.id[0] !== "o") return;
    const drawing = frame.current.querySelector("svg");
    const from = { x: event.clientX, y: event.clientY };
    event.preventDefault();
    const stop = () => {
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", stop);
    };
    const drop = (last) => {
      stop();
      if (Math.hypot(last.clientX - from.x, last.clientY - from.y) < 8) return;
      const box = drawing.getBoundingClientRect();
      const [wide, high] = step.state.scene.size;
      const spot = spotAt(step.state.scene, ((last.clientX - box.left) / box.width) * wide, ((last.clientY - box.top) / box.height) * high);
      if (spot !== one.spot) seat(one.id, spot);
    };
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", stop);
  }

  async function choose(spot) {
    const answer = await seat(guest.id, spot);
    if (answer.ok) setGuest(null);
  }
  const map = mapOf(step);
  const at = (spot) => map.guests.find((one) => one.spot === spot && one.id !== (guest || {}).id);
  const dialog =
    guest &&
    html`<${Dialog} title=${words.title(guest.name)} onClose=${() => setGuest(null)}>
      <p>${words.hint}</p>
      <div class="net-places">${step.state.scene.places.map((_, spot) => html`<button key=${spot} type="button" class="button" aria-pressed=${String(guest.spot === spot)} disabled=${Boolean(at(spot))} onClick=${() => choose(spot)}>${words.place(spot)}${at(spot) && html`<br /><span class="small">${words.taken(at(spot).name)}</span>`}</button>`)}</div>
      ${fault && html`<p class="field-fault" role="alert">${fault.say}</p>`}
    </${Dialog}>`;
  return { frame, grab, open: setGuest, dialog };
}
