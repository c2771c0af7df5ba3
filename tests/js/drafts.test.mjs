/* Half-typed text: kept at every keystroke, gone when it is emptied, unless emptying is itself the change. */
import test from "node:test";
import assert from "node:assert/strict";
import { createDrafts } from "../../static/js/drafts.js";
import { createKeep } from "../../static/js/keep.js";
import { Shelf } from "./storage.mjs";

const drafts = (shelf = new Shelf()) => createDrafts({ keep: createKeep(shelf, "tafel:k1-m2:p4:"), now: () => 7 });

test("a draft is there again after a refresh, per step and field", () => {
  const shelf = new Shelf();
  drafts(shelf).set("s4", "note.1.", "hal");
  drafts(shelf).set("s5", "note.1.", "anders");
  assert.equal(drafts(shelf).get("s4", "note.1."), "hal");
  assert.equal(drafts(shelf).get("s4", "note.2."), undefined);
});

test("an emptied field is no draft", () => {
  const mine = drafts();
  mine.set("s4", "note.1.", "hal");
  mine.set("s4", "note.1.", "");
  assert.equal(mine.get("s4", "note.1."), undefined);
  assert.deepEqual(mine.list(), []);
});

test("emptying what was saved before is kept as a change, and is no unfinished text", () => {
  const mine = drafts();
  mine.set("me", "name", "", null, true);
  assert.equal(mine.get("me", "name"), "");
  assert.deepEqual(mine.list(), []);
});

test("a choice is kept and is no unfinished text", () => {
  const mine = drafts();
  mine.set("s4", "~lane.", "2");
  mine.set("s4", "note.2.", "hal", { title: "Kansen" });
  assert.equal(mine.get("s4", "~lane."), "2");
  assert.deepEqual(mine.list(), [{ step: "s4", field: "note.2.", text: "hal", at: 7, about: { title: "Kansen" } }]);
});
