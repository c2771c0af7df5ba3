/* My organisation in the middle: laws of the drawing on a phone, for any names and up to thirty neighbours. */
import test from "node:test";
import assert from "node:assert/strict";
import { MOST, WIDE, around, lined } from "../../exercises/kinds/netwerk/around.js";

const LETTERS = { i: 0.25, l: 0.25, " ": 0.28, W: 0.95, m: 0.85, M: 0.9 };
const measure = (text, size) => [...text].reduce((all, letter) => all + (LETTERS[letter] || 0.56) * size, 0);

/* Chance that can be repeated. */
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
}
const WORDS = ["Mantelfoon", "Stichting", "Welzijn", "Overschie", "de", "POH-GGZ", "W", "Mantelzorgondersteuningsorganisatie", "Zorggroep", "x".repeat(60), "Midden-Drenthe", "😀", "مرحبا"];
const name = (roll) => Array.from({ length: 1 + roll(5) }, () => WORDS[roll(WORDS.length)]).join(" ").slice(0, 120);
const drawings = Array.from({ length: 120 }, (_, seed) => {
  const roll = dice(seed + 1);
  const names = Array.from({ length: seed % 32 }, () => name(roll));
  return { own: name(roll), names };
});

const boxes = (plan) =>
  [...plan.seats, { ...plan.own, anchor: "middle" }].map((seat) => {
    const letter = seat.letter || plan.letter;
    const wide = Math.max(...seat.lines.map((line) => measure(line, letter))) * (seat.letter ? 1.08 : 1);
    const left = seat.at[0] - { start: 0, middle: wide / 2, end: wide }[seat.anchor];
    const top = seat.at[1] - letter * 0.85;
    return { left, right: left + wide, top, bottom: top + letter * 1.05 + (seat.lines.length - 1) * letter * 1.2 };
  });
const apart = (a, b) => a.right <= b.left + 0.01 || b.right <= a.left + 0.01 || a.bottom <= b.top + 0.01 || b.bottom <= a.top + 0.01;

test("no name lies on another, on a mark of another, or over the edge, and none is cut off", () => {
  for (const { own, names } of drawings) {
    const plan = around(own, names, measure);
    const all = boxes(plan);
    for (const [place, box] of all.entries()) {
      assert.ok(box.left >= 0 && box.right <= WIDE && box.top >= 0 && box.bottom <= plan.high, own + ": " + names.join(", "));
      for (const other of all.slice(place + 1)) assert.ok(apart(box, other), own + ": " + names.join(", "));
      for (const [at, seat] of plan.seats.entries()) {
        const mark = { left: seat.x - plan.mark, right: seat.x + plan.mark, top: seat.y - plan.mark, bottom: seat.y + plan.mark };
        assert.ok(at === place || apart(box, mark), own + ": " + names.join(", "));
      }
    }
    const bare = (text) => text.replace(/[\s-]/g, "");
    assert.deepEqual(
      plan.seats.map((seat) => bare(seat.lines.join(""))),
      names.slice(0, MOST).map(bare),
    );
  }
});

test("a long Dutch word is broken where it was joined", () => {
  const room = measure("Mantelzorgste-", 14);
  const breaks = (name) => lined(name, room, (text) => measure(text, 14));
  assert.deepEqual(breaks("Mantelzorgsteunpunt De Linde"), ["Mantelzorg-", "steunpunt De", "Linde"]);
  assert.deepEqual(breaks("Huisartsenpraktijk"), ["Huisartsen-", "praktijk"]);
  assert.deepEqual(breaks("Apothekersvereniging"), ["Apothekersver-", "eniging"], "of other words nothing is known");
});

test("every seat has its place at the table", () => {
  for (const { own, names } of drawings) {
    const { table, seats } = around(own, names, measure);
    for (const { x, y } of seats) assert.ok(((x - table.x) / table.across) ** 2 + ((y - table.y) / table.down) ** 2 < 1.02);
  }
});

test("the same neighbours are the same drawing, and one more moves nobody by more than one place", () => {
  for (const { own, names } of drawings.filter((one) => one.names.length < MOST)) {
    assert.deepEqual(around(own, names, measure), around(own, names, measure));
    const order = (list) => around(own, list, measure).seats.map((seat) => [seat.anchor, list.length]);
    const [before, after] = [order(names), order([...names, "Nieuw"])];
    const moved = before.filter(([side], number) => side !== after[number][0]);
    assert.ok(moved.length <= 1);
  }
});

test("a word that is too wide is broken and whole again when joined", () => {
  assert.deepEqual(lined("aaaa bb", 30, (text) => text.length * 10), ["aa-", "aa", "bb"]);
  assert.deepEqual(lined("  ", 30, (text) => text.length), []);
});
