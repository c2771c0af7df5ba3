/* Planned and real time of an agenda. */
import test from "node:test";
import assert from "node:assert/strict";
import { schedule, repair, spent } from "../../static/js/control/time.js";

const step = (id, minutes, got = 0, more = {}) => ({ id, minutes, spent: got * 60, ...more });
const at = (id) => ({ step: id, state: "open" });

test("on plan there is no drift, and what is left is what is planned", () => {
  const steps = [step("a", 10, 10), step("b", 20, 0, { entered_at: 1000 }), step("c", 30)];
  const { left, drift, end } = schedule(steps, at("b"), 1000 + 5 * 60);
  assert.deepEqual([left, drift, end], [45 * 60, 0, 1300 + 45 * 60]);
});

test("a step that took longer, or takes longer now, is drift", () => {
  const steps = [step("a", 10, 14), step("b", 20, 0, { entered_at: 0 }), step("c", 30)];
  assert.equal(schedule(steps, at("b"), 60).drift, 4 * 60);
  assert.equal(schedule(steps, at("b"), 23 * 60).drift, 7 * 60);
  assert.equal(schedule(steps, at("b"), 23 * 60).left, 30 * 60);
});

test("a step that was passed over is time won", () => {
  assert.equal(schedule([step("a", 10), step("b", 20, 0, { entered_at: 0 })], at("b"), 0).drift, -600);
});

test("time before and time now add up, and stop when the meeting is closed", () => {
  const one = step("a", 10, 3, { entered_at: 100 });
  assert.equal(spent(one, at("a"), 160), 240);
  assert.equal(spent(one, { step: "a", state: "closed" }, 160), 180);
});

test("catching up takes from long steps, never under five minutes or half", () => {
  const steps = [step("a", 10, 19), step("b", 20), step("c", 5), step("d", 40)];
  const shorter = repair(steps, at("a"), 9 * 60);
  assert.equal(shorter.reduce((sum, one) => sum + one.step.minutes - one.minutes, 0), 9);
  for (const { step: long, minutes } of shorter) assert.ok(minutes >= 5 && minutes >= long.minutes / 2);
  assert.ok(!shorter.some((one) => one.step.id === "c"));
  assert.deepEqual(repair([step("a", 5, 9), step("b", 5)], at("a"), 240), []);
  const most = repair(steps, at("a"), 999 * 60);
  assert.equal(most.reduce((sum, one) => sum + one.step.minutes - one.minutes, 0), 30);
});
