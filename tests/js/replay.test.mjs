import { test } from "node:test";
import assert from "node:assert/strict";
import { BEFORE, bars, createCourse } from "../../static/js/replay/course.js";

/* Acts at 0, 10, 11 and 200 s; then a night that is folded into a minute, and one act more. */
const course = {
  began: 1000,
  end: 260,
  stops: [[3, 5, 6, 9, 12], [0, 10, 11, 200, 260]],
  sorts: [0, 1, 1, 2, 3],
  folds: [[200, 260, 1200, 40000]],
};

test("the act of a moment is the last one that had happened", () => {
  const found = createCourse(course);
  assert.deepEqual([0, 9.9, 10, 10.9, 150, 260, 999].map(found.at), [0, 0, 1, 1, 2, 4, 4]);
  assert.equal(found.seq(2), 6);
  assert.equal(found.timeOf(8), 11);
});

test("the clock runs through the night that is folded", () => {
  const found = createCourse(course);
  assert.deepEqual([0, 200, 230, 260].map(found.clock), [1000, 1200, 20600, 40000]);
});

test("one act back or on", () => {
  const found = createCourse(course);
  assert.equal(found.step(10, 1), 11);
  assert.equal(found.step(10, -1), 0);
  assert.equal(found.step(50, -1), 11, "first back to the act that is shown");
  assert.equal(found.step(0, -1), 0);
  assert.equal(found.step(260, 1), 260);
});

test("playing skips silence only when that is asked, and stops at the end", () => {
  const found = createCourse(course);
  assert.deepEqual(found.play(11, 1, 4, false), { t: 15, skipped: 0 });
  const skipped = found.play(11, 1, 4, true);
  assert.equal(skipped.t, 200 - 4 * BEFORE);
  assert.equal(skipped.skipped, 200 - 4 * BEFORE - 15);
  assert.deepEqual(found.play(0, 1, 4, true), { t: 4, skipped: 0 }, "six seconds are no silence");
  assert.equal(found.play(259, 1, 60, true).t, 260);
});

test("the picture counts notes and answers in whole minutes, and everything is in it once", () => {
  const drawn = bars(course, 2);
  assert.deepEqual(drawn.map((bar) => [bar.from, bar.to, bar.notes, bar.others]), [[0, 180, 2, 0], [180, 360, 0, 2]]);
});
