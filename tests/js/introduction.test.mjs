/* What an organisation answers on its phone: nothing of it is left out unsaid. */
import test from "node:test";
import assert from "node:assert/strict";
import { register } from "node:module";

/* Views name the house's own files as a browser finds them. */
const root = new URL("../..", import.meta.url).href;
const resolve = `export const resolve = (name, from, next) =>
  next(name.startsWith("/static/") ? ${JSON.stringify(root)} + name.slice(1) : name, from);`;
register("data:text/javascript," + encodeURIComponent(resolve));
const { bodyOf, fault } = await import("../../exercises/kinds/kennismaking/answers.js");

const names = (count) => Array.from({ length: count }, (_, n) => "Stichting " + n);

for (const field of ["has", "wants"]) {
  test("thirty names fit (" + field + "), and of one more is said how many fit; none is dropped", () => {
    const body = (count) => bodyOf({ id: "s1" }, { [field]: [...names(count), " ", ""] });
    assert.equal(fault(body(30)), "");
    assert.deepEqual(body(32)[field], names(32));
    assert.equal(fault(body(32)), "In elke lijst passen 30 namen. Hier staan er 32. Haal er 2 weg.");
  });
}

test("what is too long is said as well", () => {
  assert.match(fault(bodyOf({ id: "s1" }, { has: ["Antes"], about: ["x".repeat(121)] })), /^Dit is te lang/);
});
