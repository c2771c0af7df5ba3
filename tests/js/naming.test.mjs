/* What a phone chose as the name of a group holds for that one time of asking, and is no half-typed text. */
import test from "node:test";
import assert from "node:assert/strict";
import { register } from "node:module";
import { createDrafts } from "../../static/js/drafts.js";
import { createKeep } from "../../static/js/keep.js";
import { Shelf } from "./storage.mjs";

/* Views name the house's own files as a browser finds them. */
const root = new URL("../..", import.meta.url).href;
const resolve = `export const resolve = (name, from, next) =>
  next(name.startsWith("/static/") ? ${JSON.stringify(root)} + name.slice(1) : name, from);`;
register("data:text/javascript," + encodeURIComponent(resolve));
const { choiceOf } = await import("../../exercises/kinds/briefjes/naming.js");

test("who is asked anew about the same group has chosen nothing yet", () => {
  const drafts = createDrafts({ keep: createKeep(new Shelf(), "tafel:k1-m2:p4:"), now: () => 7 });
  drafts.set("s4", choiceOf({ group: "c1", turn: 1 }), "Wachttijd");
  assert.equal(drafts.get("s4", choiceOf({ group: "c1", turn: 1 })), "Wachttijd");
  for (const other of [{ group: "c1", turn: 3 }, { group: "c2", turn: 1 }]) assert.equal(drafts.get("s4", choiceOf(other)), undefined);
  assert.deepEqual(drafts.list(), [], "a choice that was sent is not unfinished");
});
