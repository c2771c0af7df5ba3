/* The room as a page knows it: entities, what waits to be sent, half-typed text, the server's clock. Views get this object. */

import { connect } from "./net.js";
import { createBook, matching } from "./entities.js";
import { createOutbox, newCid } from "./outbox.js";
import { createDrafts } from "./drafts.js";
import { createKeep, deviceStorage } from "./keep.js";
import { overlay, slotOf } from "./own.js";
import { setBlocks } from "./view.js";

const words = {
  away: "Er is nu geen verbinding met de tafel. Probeer het zo nog eens.",
};
const PROVEN = new Set(["note.edit", "note.withdraw"]); /* of an anonymous note only the cid shows whose it is */
const PROOFS = 500; /* cids of own notes that hello carries at most */

/* The data block that the server put in the page. */
export function readStart() {
  return JSON.parse(document.getElementById("start").textContent);
}

export function createRoom(start) {
  const shared = start.role;
  const tab = newCid(); /* the name of this window, until it is loaded again */
  const book = createBook();
  const keep = createKeep(deviceStorage(), "tafel:" + start.ref + ":" + (start.seat || start.role) + ":");
  const listeners = new Set();
  const settled = new Map(); /* stored entries that the own channel may not show yet */
  const cidOf = new Map(); /* id -> the cid under which this page sent it */
  const seen = new Map(); /* steps that this page has had whole */
  let skew = 0;
  let speed = 1;
  let began = performance.now();
  let scheduled = false;
  let cost = 0; /* ms that the last drawing took: a busy wall is drawn less often, never late by more than half a second */
  let line = null;
  let lastTyping = -Infinity;

  /* Something of the step or of this person changed; `lightly` when it was only who is here. */
  function changed(lightly = false) {
    if (lightly !== true) room.revision += 1;
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      const before = performance.now();
      listeners.forEach((tell) => tell());
      setTimeout(() => (cost = performance.now() - before), 0);
    }, Math.min(500, cost > 30 ? 2 * cost : 0));
  }

  function setClock(now, factor) {
    skew = now;
    speed = factor || 1;
    began = performance.now();
  }

  const outbox = createOutbox({ keep, changed, transport: (message) => line.command(message) });
  const drafts = createDrafts({ keep, changed });

  outbox.stored = (entry, answer) => {
    if (entry.name === "note.post") keep.set("proofs", [...(keep.get("proofs") || []), entry.cid].slice(-PROOFS));
    settled.set(entry.cid, { ...entry, settled: true });
    if (entry.name === "note.post") (answer.ids || []).forEach((id) => cidOf.set(id, entry.cid));
    setTimeout(() => settled.delete(entry.cid) && changed(), entry.name === "note.post" ? 10000 : 2000);
  };
  outbox.gone = () => room.gone();

  function take(patch) {
    const result = book.take(patch);
    if (result === "applied") {
      if (patch.c !== "now" && (patch.from === null || patch.from === undefined)) room.wholes += 1;
      for (const entity of Object.values(patch.put || {})) {
        if (entity.type === "step" && !entity.brief) seen.set(entity.id, entity);
      }
      changed(patch.c === "now");
    }
    return result;
  }

  /* The control room keeps its commands in memory and says so when no answer comes. */
  let turn = Promise.resolve();
  let asked = 0;
  function ask(name, body) {
    const message = { cid: newCid(), name, body };
    const answer = turn.then(() => insist(message));
    asked += 1;
    changed();
    turn = answer.then((said) => {
      asked -= 1;
      noted(said);
    });
    return answer;
  }
  /* A refusal that belongs to no field is shown by the page's frame until the next thing goes well. */
  function noted(answer) {
    room.fault = answer.ok || answer.field || answer.code === "cancelled" ? null : answer;
    changed();
  }
  async function insist(message) {
    const until = performance.now() + 20000;
    for (;;) {
      const answer = await line.command(message);
      if (answer && answer.code !== "retry") return answer;
      if (performance.now() > until) return { ok: false, code: "away", say: words.away };
      await new Promise((done) => setTimeout(done, 300 + Math.random() * 700));
    }
  }

  const room = {
    role: start.role,
    ref: start.ref,
    seat: start.seat || null,
    start,
    outbox,
    drafts,
    online: false,
    everOnline: false,
    /* Goes up with everything but who is here: a step's view is drawn again when it does. */
    revision: 0,
    /* How many whole views came in: what those bring is not news. */
    wholes: 0,
    /* The last refusal that no field shows: {code, say}. */
    fault: null,
    forgive() {
      room.fault = null;
      changed();
    },
    /* Replaced by the page: what to do when this seat no longer exists, how to say something, how to draw again. */
    gone: () => {},
    left: () => {},
    say: () => {},
    redraw: changed,

    get meeting() {
      return book.list(shared, "meeting")[0] || {};
    },
    get chain() {
      return book.list(shared, "chain")[0] || {};
    },
    get now() {
      return book.get("now", "now") || {};
    },
    get here() {
      return room.now.here || 0;
    },
    get typists() {
      return room.now.typing || 0;
    },
    /* True when another window of the control room leads the meeting now. */
    get elsewhere() {
      return start.role === "control" && Boolean(room.now.leads) && room.now.leads !== tab;
    },
    /* The step that the meeting is at, whole; undefined before the first. */
    get current() {
      return room.meeting.step ? book.get(shared, room.meeting.step) : undefined;
    },
    get: (id) => book.get(shared, id),
    list: (type, where) => (where ? book.list(shared, type).filter(matching(where)) : book.list(shared, type)),
    steps: () => (room.meeting.steps || []).map((id) => book.get(shared, id)).filter(Boolean),
    /* A step as this page last had it whole, also when the meeting has moved on. */
    seen: (id) => seen.get(id),
    tally: (step) => book.get(shared, (step.id || step) + ".tally") || {},
    own(type, where) {
      const waiting = [...settled.values(), ...outbox.waiting()];
      return overlay(type, book.list("own", type), waiting, where, cidOf);
    },
    time: () => skew + ((performance.now() - began) / 1000) * speed,

    send(name, body) {
      if (start.still) {
        noted(start.still);
        return Promise.resolve(start.still);
      }
      if (start.role !== "phone") return ask(name, body);
      const proof = PROVEN.has(name) ? (book.get("own", body.note) || {}).cid : null;
      const sent = outbox.add(name, proof ? { ...body, proof } : body, slotOf(name, body));
      sent.then((answer) => noted(answer.ok || outbox.returned().some((entry) => entry.cid === sent.cid) ? { ok: true } : answer));
      return sent;
    },
    /* How much of what this page asked is not stored yet. */
    unsaved: () => outbox.waiting().length + asked,
    typing(step, on) {
      const now = performance.now();
      if (on && now - lastTyping < 2000) return;
      lastTyping = on ? now : -Infinity;
      if (line) line.tell("typing", { step, on });
    },
    draft: (step, field) => drafts.get(step, field),
    keepDraft: (step, field, text, about, over) => drafts.set(step, field, text, about, over),
    clearDraft: (step, field) => drafts.clear(step, field),

    /* Forgets everything that this device keeps of this meeting. */
    wipe: () => keep.wipe(),
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    open() {
      /* it has no line, and none to miss; who looks back feeds it (replay/feed.js) */
      if (start.still) return void ((room.online = true), dispatchEvent(new CustomEvent("still", { detail: { take, setClock, changed } })));
      line = connect({
        start,
        more: () => (start.role === "control" ? { tab, led: !room.elsewhere } : {}),
        hello: () => ({
          have: book.have(),
          proofs: start.role === "phone" ? [...new Set([...(keep.get("proofs") || []), ...outbox.cids()])].slice(-2 * PROOFS) : [],
        }),
        take,
        greeted(answer) {
          setClock(answer.now, answer.speed);
          room.everOnline = true;
        },
        state(on) {
          room.online = on;
          outbox.line(on);
          changed();
        },
        gone: () => room.gone(),
      });
      window.addEventListener("storage", (event) => {
        if (event.key === null) outbox.elsewhere(null);
        else if (event.key.startsWith(keep.prefix)) outbox.elsewhere(event.key.slice(keep.prefix.length));
      });
    },
  };

  setBlocks(start.blocks);
  setClock(start.now, start.speed);
  (start.patches || []).forEach(take);
  return room;
}
