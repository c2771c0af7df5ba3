/* What was typed beforehand stays on the device for a day and no longer, and goes with who erases what is of them. */
import test from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { DAY, createAhead } from "../../static/js/ahead.js";
import { createKeep } from "../../static/js/keep.js";
import { Shelf } from "./storage.mjs";

const ROWS = [["organisation", "Laurens"], ["contact", "Bij huisbezoek"]];

test("it is there again after a refresh, for this meeting only", () => {
  const shelf = new Shelf();
  assert.equal(createAhead(shelf, "k1-m2", () => 5).keep(ROWS), true);
  assert.deepEqual(createAhead(shelf, "k1-m2", () => 6).read(), ROWS);
  assert.equal(createAhead(shelf, "k1-m3", () => 6).read(), null);
  assert.deepEqual([...shelf.held.keys()], ["vooraf:k1-m2"]);
});

test("after a day it is gone from the device, whichever meeting somebody opens then", () => {
  const shelf = new Shelf();
  createAhead(shelf, "k1-m2", () => 5).keep(ROWS);
  assert.deepEqual(createAhead(shelf, "k1-m2", () => 4 + DAY).read(), ROWS, "a minute before it is still there");
  assert.equal(createAhead(shelf, "k9-m1", () => 5 + DAY).read(), null);
  assert.equal(shelf.length, 0);
});

test("each keystroke begins the day anew", () => {
  const shelf = new Shelf();
  createAhead(shelf, "k1-m2", () => 0).keep(ROWS);
  createAhead(shelf, "k1-m2", () => DAY - 1).keep(ROWS);
  assert.deepEqual(createAhead(shelf, "k1-m2", () => DAY + 1).read(), ROWS);
});

test("what is no draft of ours goes, and a device that keeps nothing says so", () => {
  const shelf = new Shelf();
  shelf.setItem("vooraf:k1-m2", "geen json");
  assert.equal(createAhead(shelf, "k1-m2").read(), null);
  assert.equal(shelf.length, 0);
  shelf.full = true;
  assert.equal(createAhead(shelf, "k1-m2").keep(ROWS), false);
  assert.equal(createAhead(null, "k1-m2").keep(ROWS), false);
});

test("forgetting leaves what other pages keep alone", () => {
  const shelf = new Shelf();
  createKeep(shelf, "tafel:k1-m2:p4:").set("draft", "x");
  createAhead(shelf, "k1-m2").keep(ROWS);
  createAhead(shelf, "k1-m3").keep(ROWS);
  createAhead(shelf, "k1-m2").forget();
  assert.deepEqual([...shelf.held.keys()].sort(), ["tafel:k1-m2:p4:draft", "vooraf:k1-m3"]);
});

test("who goes away and erases takes it along: the page calls it where it wipes", async () => {
  const page = await readFile(new URL("../../static/js/phone/about.js", import.meta.url), "utf8");
  assert.match(page, /room\.wipe\(\);\s+createAhead\(deviceStorage\(\), room\.ref\)\.forget\(\);/);
});
