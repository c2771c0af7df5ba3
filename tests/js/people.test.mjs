/* Who is here, in the control room: a number and its verb, in one and in many. */
import test from "node:test";
import assert from "node:assert/strict";
import { words } from "../../static/js/control/people.js";

test("how many are connected is said in one and in many", () => {
  const told = [[1, 1], [0, 1], [1, 12], [0, 12], [2, 12]].map(([here, all]) => words.here(here, all));
  assert.deepEqual(told, [
    "1 van 1 mens is nu verbonden",
    "0 van 1 mens is nu verbonden",
    "1 van 12 mensen is nu verbonden",
    "0 van 12 mensen zijn nu verbonden",
    "2 van 12 mensen zijn nu verbonden",
  ]);
});
