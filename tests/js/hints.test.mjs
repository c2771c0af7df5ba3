/* Hints: what points at one person is seen, ordinary care talk is not (D28: one data file, one set of examples). */
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { reach, tracesIn } from "../../static/js/parts/hints.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const { traces } = JSON.parse(read("../../static/hints.json"));
const examples = JSON.parse(read("../data/traces.json"));
const say = (name) => traces.filter((trace) => trace.name === name).map((trace) => trace.say);

for (const [text, name] of examples.found)
  test("a trace is seen: " + text, () => assert.deepEqual(tracesIn(text, traces).filter((found) => say(name).includes(found)), say(name)));

for (const text of examples.clean) test("no alarm: " + text, () => assert.deepEqual(tracesIn(text, traces), []));

/* Random numbers that pass the eleven test, mobile numbers and addresses, in sentences: all of a hundred are seen. */
test("a hundred made-up traces are all seen", () => {
  let seed = 7;
  const chance = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const figures = (count) => Array.from({ length: count }, () => chance(10)).join("");
  const bsn = () => {
    for (;;) {
      const eight = "1" + figures(7);
      const last = [...eight].reduce((sum, figure, at) => sum + figure * (9 - at), 0) % 11;
      if (last < 10) return eight + last;
    }
  };
  const makers = [
    ["bsn", bsn],
    ["phone", () => "06" + ["-", " ", ""][chance(3)] + figures(8)],
    ["email", () => "persoon" + figures(3) + "@voorbeeld" + figures(2) + ".nl"],
    ["address", () => 1000 + chance(8999) + " AB " + (1 + chance(300))],
    ["birth", () => 1 + chance(28) + "-" + (1 + chance(12)) + "-19" + (30 + chance(69))],
  ];
  const missed = [];
  for (let number = 0; number < 100; number += 1) {
    const [name, make] = makers[number % makers.length];
    const text = "Dit gaat over iemand: " + make() + ", graag bellen.";
    if (!tracesIn(text, traces).includes(say(name)[0])) missed.push(text);
  }
  assert.deepEqual(missed, []);
});

/* Everything that our own example answers say, as care talk: at most two in a hundred may raise a hint. */
test("few false alarms on the answers of the shelves", () => {
  const folder = new URL("../../exercises/library/", import.meta.url);
  const lines = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    return (text.split("## Voorbeelden")[1] || "").split("\n").filter((line) => line.startsWith("- ")).map((line) => line.slice(2));
  });
  assert.ok(lines.length >= 500, String(lines.length));
  const alarms = lines.filter((line) => tracesIn(line, traces).length);
  assert.ok(alarms.length <= lines.length * 0.02, alarms.join("\n"));
});

test("of the name of an organisation only a number or a mail address is said, and that it is left out", () => {
  const said = (text) => reach(text, traces);
  assert.match(said("Wijkteam Oost 06-12345678"), /een telefoonnummer.*laten wij dat weg/);
  assert.match(said("info@kerk.nl"), /een e-mailadres/);
  for (const text of ["Wijkteam Oost", "Mevrouw Jansen Thuiszorg", "Dorpsstraat 12", "Wijk 1000 - 2000", ""]) assert.equal(said(text), "");
});
