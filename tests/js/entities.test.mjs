/* S3: which patch is taken, which is ignored, which is a gap; and what hello says about it. */
import test from "node:test";
import assert from "node:assert/strict";
import { createBook, matching, order } from "../../static/js/entities.js";

const note = (id, text) => ({ id, type: "note", text });
const whole = (c, to, put, e = "a1") => ({ c, e, from: null, to, put });

test("S3 a patch that starts where the page stands is applied", () => {
  const book = createBook();
  assert.equal(book.take(whole("phone", 4, { n1: note("n1", "een") })), "applied");
  assert.equal(book.take({ c: "phone", e: "a1", from: 4, to: 6, put: { n2: note("n2", "twee") }, drop: ["n1"] }), "applied");
  assert.deepEqual(book.list("phone", "note"), [note("n2", "twee")]);
  assert.deepEqual(book.have(), { epoch: "a1", phone: 6 });
});

test("S3 a patch that is not newer is ignored", () => {
  const book = createBook();
  book.take(whole("phone", 6, { n1: note("n1", "nieuw") }));
  assert.equal(book.take({ c: "phone", e: "a1", from: 4, to: 6, put: { n1: note("n1", "oud") } }), "old");
  assert.equal(book.get("phone", "n1").text, "nieuw");
});

test("S3 a patch that starts elsewhere, of another epoch, or before the first view is a gap", () => {
  const book = createBook();
  assert.equal(book.take({ c: "phone", e: "a1", from: 0, to: 1, put: {} }), "gap");
  book.take(whole("phone", 6, {}));
  assert.equal(book.take({ c: "phone", e: "a1", from: 7, to: 8, put: {} }), "gap");
  assert.equal(book.take({ c: "phone", e: "b2", from: 6, to: 7, put: {} }), "gap");
  assert.deepEqual(book.have(), { epoch: "a1", phone: 6 });
});

test("S3 a whole view replaces the channel and only that channel", () => {
  const book = createBook();
  book.take(whole("phone", 6, { n1: note("n1", "a") }));
  book.take(whole("own", 2, { n9: note("n9", "mijn") }));
  book.take(whole("phone", 1, { n2: note("n2", "b") }, "b2"));
  assert.deepEqual(book.list("phone", "note"), [note("n2", "b")]);
  assert.deepEqual(book.list("own", "note"), [note("n9", "mijn")]);
});

test("S10 after a new epoch hello names only the channels of that epoch", () => {
  const book = createBook();
  book.take(whole("phone", 6, {}));
  book.take(whole("own", 2, {}));
  book.take(whole("phone", 1, {}, "b2"));
  assert.deepEqual(book.have(), { epoch: "b2", phone: 1 });
});

test("S7 now is whole every time and is not in hello", () => {
  const book = createBook();
  assert.deepEqual(book.have(), {});
  book.take({ c: "now", e: "a1", from: null, to: 0, put: { now: { id: "now", type: "now", here: 3 } } });
  book.take({ c: "now", e: "a1", from: null, to: 0, put: { now: { id: "now", type: "now", here: 4 } } });
  assert.equal(book.get("now", "now").here, 4);
  assert.deepEqual(book.have(), {});
});

test("a list stands in the order of making, past base 36 digits", () => {
  const book = createBook();
  book.take(whole("phone", 1, { n10: note("n10", "c"), nz: note("nz", "b"), n2: note("n2", "a") }));
  assert.deepEqual(book.list("phone", "note").map((one) => one.text), ["a", "b", "c"]);
  assert.equal(book.list("phone", "note"), book.list("phone", "note"), "the same array until a patch comes");
  assert.ok(order("n1b") > order("nz"));
});

test("where asks for equal fields or takes a function", () => {
  assert.ok(matching({ a: 1, b: 2 })({ a: 1, b: 2, c: 3 }));
  assert.ok(!matching({ a: 1, b: 2 })({ a: 1 }));
  assert.ok(matching((one) => one.a > 1)({ a: 2 }));
  assert.ok(matching(undefined)({}));
});

test("any way to cut a row of patches gives the same view (S4), whatever comes twice or is lost", () => {
  let seed = 7;
  const chance = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  for (let run = 0; run < 60; run += 1) {
    const truth = new Map();
    const book = createBook();
    book.take(whole("phone", 0, {}));
    const sent = [];
    for (let to = 1; to <= 40; to += 1) {
      const id = "n" + chance(8).toString(36);
      const put = {};
      const drop = [];
      if (chance(3)) truth.set(id, (put[id] = note(id, "v" + to)));
      else if (truth.delete(id)) drop.push(id);
      sent.push({ c: "phone", e: "a1", from: to - 1, to, put, drop });
      const shown = Object.fromEntries(truth);
      const choice = chance(10);
      if (choice === 0 && to < 40) continue; /* lost: the next one is a gap */
      if (choice === 1) book.take(sent[chance(sent.length)]); /* an old one once more */
      if (book.take(sent[to - 1]) === "gap") book.take(whole("phone", to, shown));
    }
    assert.deepEqual(new Set(book.list("phone", "note").map((one) => one.text)), new Set([...truth.values()].map((one) => one.text)));
    assert.equal(book.have().phone, 40);
  }
});
