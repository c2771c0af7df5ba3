/* Finding names of organisations, by the same examples as the house (tests/network/test_names.py). */
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { asked, found } from "../../static/js/parts/near.js";

const { names, ...told } = JSON.parse(readFileSync(new URL("../data/near.json", import.meta.url), "utf8"));

for (const [what, find] of Object.entries({ found, asked })) {
  for (const [typed, wanted] of Object.entries(told[what])) {
    test(`${what} for “${typed}”`, () => assert.deepEqual(find(typed, names), wanted));
  }
}
