/* The trainer's page of one practice room: asks every second and a half how it stands, and writes that into the page. */

const PAUSE = 1500; /* ms between two questions */
const words = {
  begint: "De oefenzaal wordt klaargezet. Dat duurt een paar tellen.",
  herstart: "De oefenzaal start opnieuw. De telefoons wachten en komen vanzelf terug.",
  away: "Ketentafel geeft geen antwoord. Kijk of het venster waarin u Ketentafel startte nog open staat.",
  none: "Nog niet begonnen",
  nothing: "nog niets",
  planned: (minutes) => `van ${minutes} minuten`,
  stop: "Zet de zaal even stil",
  go: "Laat de zaal verdergaan",
  drill: "Start een reeks",
  enough: "Stop de reeks",
  every: (minutes) => `Om de ${minutes} gebeurt er iets, tot u stopt.`,
  due: (seconds) => (seconds > 75 ? `Het volgende komt over ongeveer ${Math.round(seconds / 60)} minuten.` : "Het volgende komt binnen een minuut."),
  now: (name) => `Nu: ${name}`,
  over: (name) => `Voorbij: ${name}`,
  can: "Wat u kunt doen:",
  did: "Dit deed u:",
  nothingDone: "In de regie was niets te zien dat hierbij hoort. Wat u zei of deed in de zaal, ziet Ketentafel niet. Wachten kan ook goed zijn.",
  could: "Dit kon ook:",
};
const one = (id) => document.getElementById(id);
const address = `/regie/oefenen/${JSON.parse(one("start").textContent).id}`;
let state = JSON.parse(one("start").textContent);
let heard = performance.now();

function put(id, text) {
  const at = one(id);
  if (at && at.textContent !== String(text)) at.textContent = text;
}

function clock() {
  const at = one("clock");
  if (!state.step) return put("clock", "");
  const seconds = Math.max(0, Math.floor(state.seconds + ((performance.now() - heard) / 1000) * state.pace));
  put("clock", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  at.classList.toggle("is-late", Boolean(state.step.minutes) && seconds > state.step.minutes * 60);
}

function part(tag, text, name = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = name;
  return made;
}

function lines(list, name = "") {
  const made = part("ul", "", name);
  made.append(...list.map((line) => part("li", line)));
  return made;
}

/* What was done, and what could have been. */
function outcome(it) {
  const told = [];
  if (it.say) told.push(part("p", it.say));
  if ((it.did || []).length) told.push(part("p", words.did, "small"), lines(it.did));
  else if (!it.say) told.push(part("p", words.nothingDone));
  if ((it.could || []).length) told.push(part("p", words.could, "small"), lines(it.could));
  return told;
}

/* At the top what happens now, with what one can do, or what was over last; and below, all that happened. */
function tell(list) {
  const over = list.filter((it) => it.phase === "over");
  const now = list.findLast((it) => it.phase === "began" && !over.some((other) => other.id === it.id));
  const shown = now || over[over.length - 1];
  const at = one("incident");
  const newest = shown ? shown.phase + shown.id : "";
  if (at && at.dataset.shown !== newest) {
    at.dataset.shown = newest;
    at.hidden = !shown;
    at.classList.toggle("banner--sun", Boolean(now));
    at.classList.toggle("banner--leaf", !now);
    if (now) at.replaceChildren(part("p", words.now(now.title), "hall-happens"), part("p", now.happens || ""), part("p", words.can, "small"), lines(now.can || []));
    else if (shown) at.replaceChildren(part("p", words.over(shown.title || shown.name), "hall-happens"), ...outcome(shown));
    if (now && !document.activeElement.matches("input, textarea")) at.scrollIntoView({ block: "nearest" }); /* its button stands lower */
  }
  const all = over.map((it) => it.id).join(" "); /* not how many: the room keeps the last ones only */
  if (one("told").dataset.shown === all) return;
  one("told").dataset.shown = all;
  const rows = over.toReversed().map((it) => {
    const row = part("li", "", "stack stack--tight");
    row.append(part("h3", it.title || it.name), ...outcome(it));
    return row;
  });
  one("told").replaceChildren(...rows);
  one("told-part").hidden = rows.length === 0;
}

function draw() {
  const open = state.phase === "open";
  document.querySelectorAll("[data-way]").forEach((way) => (way.hidden = !open));
  one("phase").hidden = !words[state.phase];
  put("phase", words[state.phase] || "");
  one("phase").classList.toggle("banner--sun", Boolean(words[state.phase]));
  one("trouble").hidden = !state.fault;
  put("fault", state.fault);
  one("again").hidden = state.phase !== "kapot";
  one("refill").hidden = !open || state.peopled;
  put("step", state.step ? state.step.title : words.none);
  put("planned", state.step && state.step.minutes ? words.planned(state.step.minutes) : "");
  for (const name of ["here", "writing", "notes"]) put(name, state[name]);
  put("last", state.last || words.nothing);
  one("join").hidden = !state.code;
  put("url", state.url.replace("http://", ""));
  put("code", `${state.code.slice(0, 4)} ${state.code.slice(4)}`);
  if (state.qr && one("qr").getAttribute("src") !== state.qr) one("qr").src = state.qr;
  for (const button of document.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", String(button.value === state.lively));
  const pause = one("pause");
  put("pause", state.paused ? words.go : words.stop);
  pause.value = state.paused ? "off" : "on";
  put("drill", state.drill ? words.enough : words.drill);
  put("due", state.drill ? words.due(state.due) : words.every(state.every));
  if (one("drill")) one("drill").value = state.drill ? "off" : "on";
  tell(state.told);
  if (one("remarks").childElementCount !== state.remarks.length) one("remarks").replaceChildren(...state.remarks.map((text) => Object.assign(part("li", text), { dir: "auto" })));
  one("remarks-part").hidden = state.remarks.length === 0;
  clock();
}

async function ask() {
  try {
    const reply = await fetch(`${address}/stand`, { credentials: "same-origin" });
    if (!reply.ok) throw new Error(reply.status);
    state = await reply.json();
    if (state.phase === "weg") return location.assign("/regie/oefenen");
    heard = performance.now();
    draw();
  } catch (fault) {
    one("trouble").hidden = false;
    put("fault", words.away);
  }
  setTimeout(ask, PAUSE);
}

/* A button of the room does its work without loading the page, so that focus stays where it was. */
for (const form of document.querySelectorAll("form[data-keep]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
    const reply = await fetch(form.action, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
    if (!reply || !reply.ok) {
      /* The page that says why: a form that is sent by a script does not bring its button along. */
      const { name, value } = event.submitter || {};
      if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      return form.submit();
    }
    const told = await fetch(`${address}/stand`, { credentials: "same-origin" }).catch(() => null);
    if (told?.ok) {
      state = await told.json();
      heard = performance.now();
      draw();
    }
  });
}

draw();
setInterval(clock, 500);
setTimeout(ask, PAUSE);
