/* What a menu of the control room offers: what the rulebook refuses to who leads here, is not in it. */
import test from "node:test";
import assert from "node:assert/strict";
import { register } from "node:module";

/* Views name the house's own files as a browser finds them. */
const root = new URL("../..", import.meta.url).href;
const resolve = `export const resolve = (name, from, next) =>
  next(name.startsWith("/static/") ? ${JSON.stringify(root)} + name.slice(1) : name, from);`;
register("data:text/javascript," + encodeURIComponent(resolve));
const { noteMenu } = await import("../../exercises/kinds/briefjes/menus.js");

const note = { id: "n1", text: "Wie belt er?" };
const desk = (start) => ({ room: { start }, wall: [], act() {}, ask() {}, with: (id) => [id] });
const labels = (start) => noteMenu(desk(start), note).map((item) => item.label);

test("a trainee is not offered to empty a note for good, and everything else as the facilitator is", () => {
  const all = labels({});
  const lent = labels({ trainee: "Sam", may: ["note.hide", "note.edit"] });
  assert.deepEqual(all.filter((label) => !lent.includes(label)), ["Maak voorgoed leeg …"]);
  assert.ok(lent.includes("Verberg voor de zaal"));
});
