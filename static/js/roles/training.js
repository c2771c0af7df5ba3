/* The overview of a training day: asks every two seconds how the rooms stand, and writes that into their cards. */

const PAUSE = 2000; /* ms between two questions */
const words = {
  phases: { begint: "wordt klaargezet", open: "open", herstart: "start opnieuw", kapot: "gestopt" },
  away: "Ketentafel geeft geen antwoord. Kijk of het venster waarin u Ketentafel startte nog open staat.",
  none: "Nog niet begonnen",
  nothing: "nog niets",
  leads: "de cursist die begon",
  nobody: "nog niemand",
  planned: (minutes) => `van ${minutes} minuten`,
  here: (here, people) => `${here} van ${people}`,
};
const trouble = document.getElementById("trouble");
let rooms = JSON.parse(document.getElementById("start").textContent).rooms;
let heard = performance.now();
const waiting = rooms.some((room) => room.phase === "begint");

function put(card, name, text) {
  const at = card.querySelector(`[data-${name}]`);
  if (at.textContent !== text) at.textContent = text;
  return at;
}

function clocks() {
  for (const room of rooms) {
    const card = document.getElementById(room.id);
    if (!card) continue;
    const seconds = Math.max(0, Math.floor(room.seconds + ((performance.now() - heard) / 1000) * room.pace));
    const at = put(card, "clock", room.step ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : "");
    at.classList.toggle("is-late", Boolean(room.step && room.step.minutes) && seconds > room.step.minutes * 60);
  }
}

function draw() {
  for (const room of rooms) {
    const card = document.getElementById(room.id);
    if (!card) continue;
    put(card, "phase", words.phases[room.phase] || room.phase).classList.toggle("tag--open", room.phase === "open");
    put(card, "step", room.step ? room.step.title : words.none);
    put(card, "planned", room.step && room.step.minutes ? words.planned(room.step.minutes) : "");
    put(card, "here", words.here(room.here, room.people));
    put(card, "leads", room.leads || (room.led ? words.leads : words.nobody));
    put(card, "beside", [...(room.leads && room.led ? [words.leads] : []), ...room.beside].join(", ") || words.nobody);
    put(card, "last", room.last || words.nothing);
    put(card, "fault", room.fault).hidden = !room.fault;
    card.querySelector("[data-in]").hidden = room.phase !== "open";
  }
  clocks();
}

async function ask() {
  try {
    const reply = await fetch("/regie/oefenen/dag/stand", { credentials: "same-origin" });
    if (!reply.ok) throw new Error(reply.status);
    const said = await reply.json();
    if (!said.rooms.length) return location.assign("/regie/oefenen");
    rooms = said.rooms;
    heard = performance.now();
    trouble.hidden = true;
    draw();
    /* The links of a room are on the page once it is open: load it again when the last one is, unless somebody types. */
    const typing = document.activeElement && document.activeElement.matches("input, textarea");
    if (waiting && !typing && !rooms.some((room) => room.phase === "begint")) return location.reload();
  } catch (fault) {
    trouble.hidden = false;
    trouble.textContent = words.away;
  }
  setTimeout(ask, PAUSE);
}

draw();
setInterval(clocks, 500);
setTimeout(ask, PAUSE);
