/* What a phone shows as its own while commands are on their way. */
import test from "node:test";
import assert from "node:assert/strict";
import { overlay, slotOf } from "../../static/js/own.js";
import { createKeep } from "../../static/js/keep.js";
import { createDrafts } from "../../static/js/drafts.js";
import { Shelf } from "./storage.mjs";

const held = { id: "n5", type: "note", step: "s1", lane: "1", text: "opgeslagen" };
const entry = (name, body, more = {}) => ({ cid: "c1", name, body, ...more });

test("a waiting note stands after the stored ones and says so", () => {
  const notes = overlay("note", [held], [entry("note.post", { step: "s1", lane: "1", text: "nieuw" })]);
  assert.deepEqual(notes.map((note) => [note.text, note.state]), [["opgeslagen", "saved"], ["nieuw", "waiting"]]);
});

test("the card keeps its key when the id arrives, and is never there twice", () => {
  const body = { step: "s1", lane: "1", text: "nieuw" };
  const stored = { id: "n6", type: "note", ...body };
  const settled = entry("note.post", body, { settled: true, tried: true });
  const before = overlay("note", [held], [settled]);
  const after = overlay("note", [held, stored], [settled], null, new Map([["n6", "c1"]]));
  assert.deepEqual([before[1].cid, before[1].state], ["c1", "saved"]);
  assert.equal(after.length, 2);
  assert.deepEqual([after[1].cid, after[1].id], ["c1", "n6"]);
});

test("a note that the house has while its answer was lost is not shown twice", () => {
  const body = { step: "s1", lane: "1", text: "opgeslagen " };
  assert.equal(overlay("note", [held], [entry("note.post", body, { tried: true })]).length, 1);
  assert.equal(overlay("note", [held], [entry("note.post", body)]).length, 2, "never sent: really a second one");
});

test("a correction and a withdrawal show at once", () => {
  const [note] = overlay("note", [held], [entry("note.edit", { note: "n5", text: "beter" }), entry("note.withdraw", { note: "n5", on: true })]);
  assert.deepEqual([note.text, note.withdrawn, note.state], ["beter", true, "waiting"]);
});

test("a ballot stands in place of the earlier one, ratings are laid over", () => {
  const ballot = { id: "b1", type: "ballot", step: "s2", choices: { n1: 1 } };
  const laid = overlay("ballot", [ballot], [entry("ballot.cast", { step: "s2", choices: { n3: 2 } })]);
  assert.deepEqual(laid.map((one) => one.choices), [{ n3: 2 }]);
  const rating = { id: "r1", type: "rating", step: "s2", ratings: { n1: [1, 1] } };
  const rated = overlay("rating", [rating], [entry("rating.give", { step: "s2", ratings: { n2: [5, 1] } })]);
  assert.deepEqual(rated[0].ratings, { n1: [1, 1], n2: [5, 1] });
});

test("another step's ballot stays apart", () => {
  const ballot = { id: "b1", type: "ballot", step: "s2", choices: { n1: 1 } };
  const laid = overlay("ballot", [ballot], [entry("ballot.cast", { step: "s9", choices: { n3: 2 } })], { step: "s2" });
  assert.deepEqual(laid.map((one) => one.choices), [{ n1: 1 }]);
});

test("what somebody says of an action stands in place of what they said of that action, not of another", () => {
  const said = { id: "g4", type: "progress", step: "s2", action: "a1", status: "bezig", help: "tijd" };
  const again = overlay("progress", [said], [entry("progress.tell", { step: "s2", action: "a1", status: "voltooid", obstacle: "", help: "" })]);
  assert.deepEqual(again.map((one) => [one.id, one.status, one.help, one.state]), [["g4", "voltooid", "", "waiting"]]);
  assert.equal(overlay("progress", [said], [entry("progress.tell", { step: "s2", action: "a2", status: "bezig" })]).length, 2);
  assert.notEqual(slotOf("progress.tell", { step: "s2", action: "a1" }).slot, slotOf("progress.tell", { step: "s2", action: "a2" }).slot);
});

test("ratings that wait in one slot are joined", () => {
  const { slot, merge } = slotOf("rating.give", { step: "s2" });
  assert.equal(slot, slotOf("rating.give", { step: "s2", ratings: {} }).slot);
  assert.deepEqual(merge({ step: "s2", ratings: { a: [1, 2] } }, { step: "s2", ratings: { b: [3, 4] } }).ratings, { a: [1, 2], b: [3, 4] });
  assert.deepEqual(slotOf("note.post", {}), {});
});

test("half a sentence outlives the page, and an empty field leaves nothing", () => {
  const shelf = new Shelf();
  createDrafts({ keep: createKeep(shelf, "t:") }).set("s1", "note", "Bij ons vraagt nie", { title: "Uit beeld" });
  const later = createDrafts({ keep: createKeep(shelf, "t:") });
  assert.equal(later.get("s1", "note"), "Bij ons vraagt nie");
  assert.deepEqual(later.list().map((draft) => [draft.step, draft.about.title]), [["s1", "Uit beeld"]]);
  later.set("s1", "note", "");
  assert.equal(shelf.length, 0);
});

test("leaving wipes this meeting and nothing else", () => {
  const shelf = new Shelf();
  const keep = createKeep(shelf, "tafel:k1-m2:p4:");
  keep.set("draft.s1.note", { text: "weg ermee" });
  shelf.setItem("tafel:k1-m9:p1:draft.s1.note", "blijft");
  keep.wipe();
  assert.deepEqual([...shelf.held.keys()], ["tafel:k1-m9:p1:draft.s1.note"]);
});

test("what one says of a role stands in place of what one said of that role, not of another", () => {
  const held = [{ id: "e1", type: "offer", step: "s9", slot: "chain_director", how: "fits" }];
  const said = (slot, how) => entry("role.offer", { step: "s9", slot, how });
  const [own, ...more] = overlay("offer", held, [said("chain_director", "already")]);
  assert.deepEqual([own.how, own.state, more.length], ["already", "waiting", 0]);
  assert.deepEqual(overlay("offer", held, [said("executor.x3", "already")]).map((one) => one.slot), ["chain_director", "executor.x3"]);
  assert.notEqual(slotOf("role.offer", { step: "s9", slot: "a" }).slot, slotOf("role.offer", { step: "s9", slot: "b" }).slot);
});

test("what one says of a line of the checklist stands in place of what one said of that line; a proposal waits beside it", () => {
  const held = [{ id: "y1", type: "tie", step: "s9", row: "doctor", how: "know" }];
  const [own, ...more] = overlay("tie", held, [entry("tie.tell", { step: "s9", row: "doctor", how: "us" })]);
  assert.deepEqual([own.how, own.state, more.length], ["us", "waiting", 0]);
  assert.equal(overlay("tie", held, [entry("tie.tell", { step: "s9", row: "nurse", how: "us" })]).length, 2);
  assert.notEqual(slotOf("tie.tell", { step: "s9", row: "a" }).slot, slotOf("tie.tell", { step: "s9", row: "b" }).slot);
  assert.equal(overlay("partner", [], [entry("partner.propose", { step: "s9", sort: "person", name: "Taalcoach" })])[0].state, "waiting");
  assert.equal(overlay("instrument", [], [entry("instrument.propose", { step: "s9", name: "Folder", block: 1 })])[0].state, "waiting");
});

test("a goal that is on its way stands among one's own", () => {
  const [goal] = overlay("goal", [], [entry("goal.make", { step: "s9", text: "De weg weten", block: 2 })]);
  assert.deepEqual([goal.text, goal.block, goal.state, goal.cid], ["De weg weten", 2, "waiting", "c1"]);
});
