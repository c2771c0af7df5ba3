/* How the wall's cards are put in columns on the room's screen. */

import test from "node:test";
import assert from "node:assert/strict";
import { STAIRS, columnsOf, layOut } from "../../exercises/kinds/briefjes/layout.js";

const note = (id, length = 20) => ({ id, text: "x".repeat(length) });
const notes = (count, length) => Array.from({ length: count }, (_, index) => note("n" + index, length));
const whole = { lanes: 1, columns: 4, share: Infinity, by: true };
const cards = (columns) => columns.flat().filter((block) => block.note);

test("everything is shown once, from top to bottom and then to the right", () => {
  const columns = layOut([{ id: "los", name: "", notes: notes(23) }], whole);
  assert.equal(columns.length, 4);
  assert.deepEqual(
    cards(columns).map((block) => block.note.id),
    notes(23).map((one) => one.id),
  );
});

test("columns are about as tall as each other", () => {
  const columns = layOut([{ id: "los", name: "", notes: notes(16) }], whole);
  assert.deepEqual(
    columns.map((column) => column.length),
    [4, 4, 4, 4],
  );
});

test("the name of a group is never alone at the foot of a column", () => {
  for (let count = 1; count < 30; count += 1) {
    const parts = [
      { id: "c1", name: "Elkaar kennen", notes: notes(count) },
      { id: "los", name: "Los", notes: notes(7) },
    ];
    for (const column of layOut(parts, whole)) assert.ok(!column[column.length - 1].name, "after " + count);
  }
});

test("a group that goes on in the next column says its name again", () => {
  const columns = layOut([{ id: "c1", name: "Elkaar kennen", notes: notes(8) }], whole);
  assert.equal(columns.length, 4);
  assert.deepEqual(
    columns.map((column) => [column[0].name, Boolean(column[0].again)]),
    [["Elkaar kennen", false], ...Array(3).fill(["Elkaar kennen", true])],
  );
  assert.equal(new Set(columns.flat().map((block) => block.key)).size, columns.flat().length);
});

test("with less room every group still shows something, and the rest is counted", () => {
  const parts = [
    { id: "c1", name: "Groot", notes: notes(40, 60) },
    { id: "c2", name: "Klein", notes: notes(3, 60) },
  ];
  const blocks = layOut(parts, { ...whole, share: 0.5, by: false }).flat();
  const shown = cards([blocks]).length;
  const left = blocks.filter((block) => block.left).reduce((sum, block) => sum + block.left, 0);
  assert.equal(shown + left, 43);
  assert.ok(shown > 3 && left > 20);
  assert.deepEqual(
    blocks.filter((block) => block.name && !block.again).map((block) => [block.name, block.count]),
    [
      ["Groot", 40],
      ["Klein", 3],
    ],
  );
});

test("each stair shows no more than the one before", () => {
  const parts = [{ id: "los", name: "", notes: notes(80, 90) }];
  const shown = STAIRS.map(({ share, by }) => cards(layOut(parts, { lanes: 2, columns: 2, share, by })).length);
  assert.equal(shown[0], 80);
  shown.slice(1).forEach((count, index) => assert.ok(count <= shown[index]));
  assert.ok(shown[shown.length - 1] < 10);
});

test("few notes get wide columns, several prompts narrow ones", () => {
  assert.deepEqual(
    [1, 2, 3, 9, 10, 60].map((count) => columnsOf(1, count)),
    [2, 2, 3, 3, 4, 4],
  );
  assert.deepEqual([columnsOf(2, 3), columnsOf(2, 4), columnsOf(3, 40), columnsOf(6, 40)], [1, 2, 1, 1]);
});

test("a text longer than a whole column does not hang the page", () => {
  const columns = layOut([{ id: "los", name: "", notes: [note("n1", 5000), note("n2")] }], { lanes: 3, columns: 1, share: Infinity, by: true });
  assert.equal(cards(columns).length, 2);
});
