/* S9: an entry is on the phone before it is sent, goes first in first out, and leaves only when it is answered for. */
import test from "node:test";
import assert from "node:assert/strict";
import { createKeep } from "../../static/js/keep.js";
import { createOutbox, newCid } from "../../static/js/outbox.js";
import { Shelf } from "./storage.mjs";

const PREFIX = "tafel:k1-m2:p4:";
const settle = async () => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

/* A phone with its own page on a storage; the house answers by `answer(message)`. */
function page(shelf, answer = () => ({ ok: true, ids: ["n1"] }), options = {}) {
  const sent = [];
  const stored = [];
  const outbox = createOutbox({
    keep: createKeep(shelf, PREFIX),
    transport: async (message) => {
      sent.push(message);
      return answer(message, sent.length);
    },
    wait: () => Promise.resolve(),
    ...options,
  });
  outbox.stored = (entry) => stored.push(entry.cid);
  return { outbox, sent, stored };
}
const post = (text) => ["note.post", { step: "s1", lane: "1", text }];

test("S9 an entry is on the phone before it is sent and gone after ok", async () => {
  const shelf = new Shelf();
  let during = 0;
  const { outbox } = page(shelf, () => {
    during = shelf.length;
    return { ok: true, ids: ["n7"] };
  });
  outbox.line(true);
  const answer = outbox.add(...post("hallo"));
  assert.equal(answer.kept, true);
  assert.deepEqual(await answer, { ok: true, ids: ["n7"] });
  assert.equal(during, 1);
  assert.equal(shelf.length, 0);
});

test("S9 first in first out, one in flight", async () => {
  let flying = 0;
  let most = 0;
  const { outbox, sent } = page(new Shelf(), async () => {
    most = Math.max(most, (flying += 1));
    await Promise.resolve();
    flying -= 1;
    return { ok: true };
  });
  outbox.line(true);
  await Promise.all(["een", "twee", "drie"].map((text) => outbox.add(...post(text))));
  assert.deepEqual(sent.map((message) => message.body.text), ["een", "twee", "drie"]);
  assert.equal(most, 1);
});

test("no answer, or retry, sends the same cid again until ok", async () => {
  const { outbox, sent } = page(new Shelf(), (message, turn) => [null, { ok: false, code: "retry" }, null, { ok: true }][turn - 1]);
  outbox.line(true);
  assert.deepEqual(await outbox.add(...post("hallo")), { ok: true });
  assert.equal(sent.length, 4);
  assert.equal(new Set(sent.map((message) => message.cid)).size, 1);
});

test("it survives a refresh and is sent once the line is there", async () => {
  const shelf = new Shelf();
  page(shelf).outbox.add(...post("voor de verversing"));
  const { outbox, sent } = page(shelf);
  assert.equal(outbox.waiting()[0].body.text, "voor de verversing");
  outbox.line(true);
  await settle();
  assert.deepEqual(sent.map((message) => message.body.text), ["voor de verversing"]);
  assert.equal(shelf.length, 0);
});

for (const code of ["refused", "bad", "forbidden"]) {
  test("S9 " + code + " gives the text back with the sentence, also after a refresh", async () => {
    const shelf = new Shelf();
    const { outbox, sent } = page(shelf, () => ({ ok: false, code, say: "Houd het korter.", field: "text" }));
    outbox.line(true);
    const answer = await outbox.add(...post("te lang"));
    assert.equal(answer.say, "Houd het korter.");
    await settle();
    assert.equal(sent.length, 1, "not sent again");
    const again = page(shelf).outbox;
    assert.deepEqual(again.waiting(), []);
    assert.equal(again.returned()[0].body.text, "te lang");
    assert.equal(again.returned()[0].say, "Houd het korter.");
    again.dismiss(again.returned()[0].cid);
    assert.equal(shelf.length, 0);
  });
}

test("a refused ballot has no text to give back", async () => {
  const shelf = new Shelf();
  const { outbox } = page(shelf, () => ({ ok: false, code: "refused", say: "Gesloten." }));
  outbox.line(true);
  await outbox.add("ballot.cast", { step: "s1", choices: { n1: 2 } });
  assert.equal(shelf.length, 0);
});

for (const fault of ["full", "forgets"]) {
  test("a storage that is " + fault + ": kept in memory, said, and still sent", async () => {
    const shelf = new Shelf();
    shelf[fault] = true;
    const { outbox, sent } = page(shelf);
    const answer = outbox.add(...post("nergens bewaard"));
    assert.equal(answer.kept, false);
    assert.equal(outbox.safe, false);
    assert.equal(outbox.waiting().length, 1);
    outbox.line(true);
    assert.equal((await answer).ok, true);
    assert.equal(sent.length, 1);
    assert.equal(outbox.safe, true);
  });
}

test("no storage at all works the same in memory", async () => {
  const { outbox } = page(null);
  outbox.line(true);
  assert.equal((await outbox.add(...post("zonder opslag"))).ok, true);
});

test("after a day it is offered, not sent and not dropped, until the person says so", async () => {
  const shelf = new Shelf();
  page(shelf, undefined, { now: () => 1_000_000 }).outbox.add(...post("van gisteren"));
  const { outbox, sent } = page(shelf, undefined, { now: () => 1_000_000 + 24 * 3600 * 1000 + 1 });
  outbox.line(true);
  await settle();
  assert.equal(sent.length, 0);
  assert.equal(outbox.offered()[0].body.text, "van gisteren");
  assert.deepEqual(outbox.waiting(), []);
  outbox.resend(outbox.offered()[0].cid);
  await settle();
  assert.equal(sent.length, 1);
  assert.equal(shelf.length, 0);
});

test("two tabs: both know what waits, the house gets one cid, and no tab keeps it", async () => {
  const shelf = new Shelf();
  const one = page(shelf);
  const two = page(shelf);
  for (const tab of [one, two]) shelf.listeners.add((name) => tab.outbox.elsewhere(name.slice(PREFIX.length)));
  one.outbox.add(...post("van tab een"));
  two.outbox.add(...post("van tab twee"));
  assert.equal(one.outbox.waiting().length, 2);
  assert.equal(two.outbox.waiting().length, 2);
  one.outbox.line(true);
  two.outbox.line(true);
  await settle();
  const cids = new Set([...one.sent, ...two.sent].map((message) => message.cid));
  assert.equal(cids.size, 2);
  assert.equal(shelf.length, 0);
  assert.deepEqual(one.outbox.waiting(), []);
  assert.deepEqual(two.outbox.waiting(), []);
});

test("two tabs: each sends its own at once, and the other's only when that tab does not", async () => {
  const shelf = new Shelf();
  let later = null;
  const wait = () => new Promise((done) => (later = done));
  const one = page(shelf, undefined, { wait });
  const two = page(shelf, undefined, { wait });
  for (const tab of [one, two]) shelf.listeners.add((name) => tab.outbox.elsewhere(name.slice(PREFIX.length)));
  one.outbox.add(...post("van tab een"));
  two.outbox.add(...post("van tab twee"));
  two.outbox.line(true);
  await settle();
  assert.deepEqual(two.sent.map((message) => message.body.text), ["van tab twee"], "no tab waits for another");
  later(); /* tab one is gone: what it left is sent from here */
  await settle();
  assert.deepEqual(two.sent.map((message) => message.body.text), ["van tab twee", "van tab een"]);
  one.outbox.line(true);
  await settle();
  assert.deepEqual(one.sent, []);
  assert.equal(shelf.length, 0);
});

test("two tabs: what one changes before it leaves is changed in the other", async () => {
  const shelf = new Shelf();
  const one = page(shelf);
  const two = page(shelf);
  for (const tab of [one, two]) shelf.listeners.add((name) => tab.outbox.elsewhere(name.slice(PREFIX.length)));
  one.outbox.add(...post("eerst"));
  const [{ cid }] = two.outbox.waiting();
  assert.equal(two.outbox.amend(cid, { step: "s1", lane: "1", text: "dan" }), true);
  one.outbox.line(true);
  await settle();
  assert.deepEqual(one.sent.map((message) => message.body.text), ["dan"]);
});

test("a ballot that was never sent takes the later choice; one that may have left does not", async () => {
  const { outbox, sent } = page(new Shelf());
  outbox.add("ballot.cast", { step: "s1", choices: { n1: 1 } }, { slot: "ballot s1" });
  outbox.add("ballot.cast", { step: "s1", choices: { n1: 2 } }, { slot: "ballot s1" });
  assert.equal(outbox.waiting().length, 1);
  outbox.line(true);
  const last = outbox.add("ballot.cast", { step: "s1", choices: {} }, { slot: "ballot s1" });
  await last;
  assert.deepEqual(sent.map((message) => message.body.choices), [{ n1: 2 }, {}]);
});

test("what was never sent can be changed or taken back; what may have left cannot", async () => {
  let answer = null;
  const { outbox, sent } = page(new Shelf(), () => new Promise((done) => (answer = done)));
  outbox.add(...post("eerste"));
  const first = outbox.waiting()[0].cid;
  assert.equal(outbox.amend(first, { step: "s1", lane: "1", text: "verbeterd" }), true);
  outbox.add(...post("tweede"));
  assert.equal(outbox.cancel(outbox.waiting()[1].cid), true);
  outbox.line(true);
  await settle();
  assert.equal(outbox.amend(first, { text: "te laat" }), false);
  assert.equal(outbox.cancel(first), false);
  answer({ ok: true });
  await settle();
  assert.deepEqual(sent.map((message) => message.body.text), ["verbeterd"]);
});

test("a seat that is gone stops the outbox and keeps what waits", async () => {
  const shelf = new Shelf();
  const { outbox, sent } = page(shelf, () => ({ ok: false, code: "weg" }));
  let gone = 0;
  outbox.gone = () => (gone += 1);
  outbox.line(true);
  outbox.add(...post("blijft bewaard"));
  await settle();
  assert.equal(gone, 1);
  assert.equal(sent.length, 1);
  assert.equal(page(shelf).outbox.waiting().length, 1);
});

test("a damaged entry in storage is passed over, and the rest is sent", async () => {
  const shelf = new Shelf();
  shelf.setItem(PREFIX + "out.1.x", "{half");
  page(shelf).outbox.add(...post("heel"));
  const { outbox, sent } = page(shelf);
  outbox.line(true);
  await settle();
  assert.deepEqual(sent.map((message) => message.body.text), ["heel"]);
});

test("a cid is 32 hex characters and never the same", () => {
  const cids = new Set(Array.from({ length: 500 }, () => newCid()));
  assert.equal(cids.size, 500);
  for (const cid of cids) assert.match(cid, /^[0-9a-f]{32}$/);
});
