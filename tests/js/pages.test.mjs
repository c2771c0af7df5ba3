/* Cards on the screen: every card is on exactly one page, short ones by the dozen, long ones fewer at a time. */
import test from "node:test";
import assert from "node:assert/strict";
import { pageOf } from "../../static/js/parts/pages.js";

const cards = (count, text) => Array.from({ length: count }, (_, index) => ({ id: "n" + index, text }));

test("no cards are one empty page", () => {
  assert.deepEqual(pageOf([]), { shown: [], from: 0, to: 0, page: 0, pages: 1 });
});

test("short cards come by the dozen", () => {
  const list = cards(23, "Wij bellen terug.");
  const first = pageOf(list);
  assert.deepEqual([first.from, first.to, first.pages], [0, 12, 2]);
  const second = pageOf(list, 1);
  assert.deepEqual([second.from, second.to, second.shown.length], [12, 23, 11]);
});

test("long cards come fewer at a time, and one that is too long still comes", () => {
  assert.equal(pageOf(cards(12, "x".repeat(280))).shown.length, 4);
  assert.equal(pageOf(cards(2, "x".repeat(9000))).shown.length, 1);
  assert.equal(pageOf(cards(3, "a\n".repeat(40))).shown.length, 1);
});

test("all pages together are the whole list, once", () => {
  const list = Array.from({ length: 57 }, (_, index) => ({ id: "n" + index, text: "woord ".repeat((index * 7) % 40) }));
  const { pages } = pageOf(list);
  const walked = Array.from({ length: pages }, (_, page) => pageOf(list, page).shown).flat();
  assert.deepEqual(walked, list);
});

test("a page that is gone is the last one", () => {
  assert.equal(pageOf(cards(13, "kort"), 9).page, 1);
  assert.equal(pageOf(cards(3, "kort"), 1).page, 0);
});
