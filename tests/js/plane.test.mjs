/* The plane of the matrix: no two points touch, all lie inside, and a place under the hand is a mark to the half. */
import test from "node:test";
import assert from "node:assert/strict";
import { placed, across, up, effortAt, impactAt, WIDTH, HEIGHT, RADIUS, MIDDLE } from "../../exercises/kinds/matrix/layout.js";

const close = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * RADIUS;

function check(points) {
  const spots = placed(points);
  for (const [index, one] of spots.entries()) {
    assert.ok(one.x > RADIUS && one.x < WIDTH - RADIUS && one.y > RADIUS && one.y < HEIGHT - RADIUS, "inside");
    assert.ok(!spots.slice(index + 1).some((other) => close(one, other)), "apart");
  }
  return spots;
}

test("a point alone stands at home", () => {
  const [spot] = check([{ effort: 2, impact: 4 }]);
  assert.deepEqual([spot.x, spot.y], [across(2), up(4)]);
});

test("forty points on one place, in a corner, and all over do not touch", () => {
  check(Array.from({ length: 40 }, () => ({ effort: 3, impact: 3 })));
  check(Array.from({ length: 40 }, () => ({ effort: 5, impact: 5 })));
  check(Array.from({ length: 80 }, (_, index) => ({ effort: 1 + (index % 9) / 2, impact: 1 + ((index * 7) % 9) / 2 })));
});

test("who makes room stays in the own quadrant", () => {
  for (const spot of check(Array.from({ length: 20 }, () => ({ effort: 3, impact: 3.5 })))) {
    assert.ok(spot.x < across(MIDDLE) && spot.y < up(MIDDLE));
  }
});

test("the first keeps its place before the second", () => {
  const [first, second] = check([
    { effort: 3, impact: 3 },
    { effort: 3, impact: 3 },
  ]);
  assert.equal(first.x, first.homeX);
  assert.notDeepEqual([second.x, second.y], [second.homeX, second.homeY]);
});

test("what lies under the hand is the mark that is drawn there", () => {
  for (let mark = 1; mark <= 5; mark += 0.5) {
    assert.equal(effortAt(across(mark)), mark);
    assert.equal(impactAt(up(mark)), mark);
  }
  assert.equal(effortAt(-100), 1);
  assert.equal(impactAt(-100), 5);
});

test("the border lies between marks", () => {
  for (let mark = 1; mark <= 5; mark += 0.5) assert.ok(Math.abs(mark - MIDDLE) > 0.2);
});
