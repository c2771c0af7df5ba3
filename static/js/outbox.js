/* What a phone still has to send: kept on the device first, first in first out, one in flight, gone only when answered (S9).

   Every entry has a key of its own in storage, so that two tabs of one phone never overwrite each other. A tab sends its own
   first and leaves the other's to the other for a while; if both send the same entry, the cid makes that harmless (S2).
   Names in storage: `out.<order>.<cid>` waiting, `back.<cid>` returned. */

const DAY = 24 * 3600 * 1000;
const GRACE = 3000; /* ms on a good line in which the tab where somebody wrote it sends it itself */
const FINAL = new Set(["refused", "bad", "forbidden"]);
const IDS = new Set(["step", "lane", "note", "block", "section", "cluster", "organisation", "participant", "proof"]);

export function newCid(random = globalThis.crypto) {
  const bytes = random.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* What a person typed in this command: that must go back to them when it is refused. */
export function typed(body) {
  return Object.keys(body).filter((field) => !IDS.has(field) && typeof body[field] === "string" && body[field].trim() !== "").map((field) => body[field]);
}
const worthKeeping = (body) => typed(body).length > 0;

/* `transport(command)` -> promise of the answer, or of null when none came. `wait(ms)` -> promise (a test hands its own). */
export function createOutbox({ keep, transport, changed = () => {}, now = Date.now, wait, cid = newCid }) {
  const pause = wait || ((ms) => new Promise((done) => setTimeout(done, ms)));
  const entries = new Map();
  const promises = new Map();
  let last = 0;
  let sending = null;
  let up = false;
  let gracing = false;

  function read() {
    for (const name of keep.names("out.")) {
      const entry = keep.get(name);
      if (!entry || !entry.cid || entries.has(entry.cid)) continue;
      entry.name_in_store = name;
      entry.old = now() - entry.at > DAY;
      entry.kept = true;
      entries.set(entry.cid, entry);
      last = Math.max(last, entry.order || 0);
    }
  }

  function write(entry) {
    const { cid: id, name, body, at, order, slot, tried } = entry;
    entry.kept = keep.set(entry.name_in_store, { cid: id, name, body, at, order, slot, tried });
    return entry.kept;
  }

  function settle(entry, answer) {
    const waiting = promises.get(entry.cid);
    promises.delete(entry.cid);
    if (waiting) waiting.forEach((done) => done(answer));
  }

  function promise(entry) {
    const answer = new Promise((done) => {
      const waiting = promises.get(entry.cid) || [];
      waiting.push(done);
      promises.set(entry.cid, waiting);
    });
    answer.kept = entry.kept;
    answer.cid = entry.cid;
    return answer;
  }

  function sorted() {
    return [...entries.values()].sort((a, b) => a.order - b.order || (a.cid < b.cid ? -1 : 1));
  }

  function remove(entry) {
    entries.delete(entry.cid);
    keep.drop(entry.name_in_store);
  }

  /* What another tab made is sent from here only when it is still there after a while (that tab may be gone). */
  async function leave(theirs) {
    if (gracing || !theirs.length) return;
    gracing = true;
    await pause(GRACE);
    gracing = false;
    if (up) theirs.forEach((entry) => (entry.elsewhere = false));
    pump();
  }

  async function pump() {
    if (sending || !up) return;
    const ready = sorted().filter((one) => !one.old);
    const entry = ready.find((one) => !one.elsewhere);
    leave(ready.filter((one) => one.elsewhere));
    if (!entry) return;
    sending = entry;
    if (!entry.tried) {
      entry.tried = true;
      if (entry.kept) write(entry);
    }
    const answer = await transport({ cid: entry.cid, name: entry.name, body: entry.body });
    sending = null;
    if (!entries.has(entry.cid)) {
      pump();
      return;
    }
    if (answer && answer.ok) {
      remove(entry);
      outbox.stored(entry, answer);
      settle(entry, answer);
      changed();
      pump();
    } else if (answer && (FINAL.has(answer.code) || (answer.code !== "retry" && answer.code !== "weg" && (entry.odd = (entry.odd || 0) + 1) > 8))) {
      if (worthKeeping(entry.body)) {
        keep.set("back." + entry.cid, { cid: entry.cid, name: entry.name, body: entry.body, at: entry.at, code: answer.code, say: answer.say, field: answer.field });
      }
      remove(entry);
      settle(entry, answer);
      changed();
      pump();
    } else if (answer && answer.code === "weg") {
      up = false;
      outbox.gone(answer);
    } else {
      await pause(500 + Math.random() * 1500);
      pump();
    }
  }

  const outbox = {
    /* Called with (entry, answer) when the house has stored an entry. */
    stored: () => {},
    /* Called with the answer when this seat no longer exists. */
    gone: () => {},

    /* Keeps a command and sends it as soon as it can. With `slot` an entry of that slot that was never sent takes the new body. */
    add(name, body, { slot = null, merge = null } = {}) {
      if (slot) {
        const waiting = sorted().find((one) => one.slot === slot && !one.tried && !one.old);
        if (waiting) {
          waiting.body = merge ? merge(waiting.body, body) : body;
          write(waiting);
          changed();
          return promise(waiting);
        }
      }
      const entry = { cid: cid(), name, body, at: now(), slot, tried: false, old: false };
      entry.order = last = Math.max(last + 1, entry.at);
      entry.name_in_store = "out." + entry.order.toString(36) + "." + entry.cid;
      write(entry);
      entries.set(entry.cid, entry);
      const answer = promise(entry);
      changed();
      pump();
      return answer;
    },

    /* Changes or takes back an entry that was never sent; false when it may have left already. */
    amend(id, body) {
      const entry = entries.get(id);
      if (!entry || entry.tried) return false;
      entry.body = body;
      write(entry);
      changed();
      return true;
    },
    cancel(id) {
      const entry = entries.get(id);
      if (!entry || (entry.tried && !entry.old)) return false;
      remove(entry);
      settle(entry, { ok: false, code: "cancelled", say: "" });
      changed();
      return true;
    },

    /* The line is there (or not). */
    line(on) {
      up = on;
      if (on) pump();
    },

    /* What waits, in order, without what is older than a day. */
    waiting: () => sorted().filter((entry) => !entry.old),
    /* What is older than a day: offered to the person, sent or dropped only on their word. */
    offered: () => sorted().filter((entry) => entry.old),
    resend(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.old = false;
      entry.at = now();
      write(entry);
      changed();
      pump();
    },

    /* What was refused, with the sentence; stays until the person takes it back or puts it away. */
    returned: () => keep.names("back.").map((name) => keep.get(name)).filter(Boolean).sort((a, b) => a.at - b.at),
    dismiss(id) {
      keep.drop("back." + id);
      changed();
    },

    cids: () => sorted().map((entry) => entry.cid),
    get safe() {
      return keep.safe;
    },

    /* Another tab changed the store: `name` without the prefix, null for all. */
    elsewhere(name) {
      if (name && !name.startsWith("out.") && !name.startsWith("back.")) return;
      for (const entry of sorted()) {
        if (!entry.kept || entry === sending) continue;
        const held = keep.get(entry.name_in_store);
        if (held) {
          if (!entry.tried) Object.assign(entry, { body: held.body, tried: held.tried });
          continue;
        }
        entries.delete(entry.cid);
        settle(entry, { ok: true, ids: [], elsewhere: true });
      }
      const before = new Set(entries.keys());
      read();
      for (const entry of entries.values()) if (!before.has(entry.cid)) entry.elsewhere = true;
      changed();
      pump();
    },
  };

  read();
  return outbox;
}
