/* Who may import whom, and what no view may do. */
import test from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, existsSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const JS = path.join(ROOT, "static/js");
const VENDOR = path.join(ROOT, "static/vendor");
const KINDS = path.join(ROOT, "exercises/kinds");

function walk(folder, ending = ".js") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name);
    return statSync(at).isDirectory() ? walk(at, ending) : name.endsWith(ending) ? [at] : [];
  });
}
const read = (file) => readFileSync(file, "utf8");
const plain = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
const imported = (text) => [...plain(text).matchAll(/(?:^|[;\n])\s*(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|(?:^|[;\n])\s*import\s*["']([^"']+)["']/g)].map((found) => found[1] || found[2]);

const awaited = (text) => [...plain(text).matchAll(/\bimport\(\s*"(\.[^"]+)"/g)].map((found) => found[1]);

/* The file behind an import, or a complaint. */
function resolve(file, name) {
  if (name.startsWith("/static/")) return path.join(ROOT, name.slice(1));
  if (name.startsWith("./") || name.startsWith("../")) return path.resolve(path.dirname(file), name);
  assert.fail(file + " imports " + name + ", which a browser cannot find without an import map");
  return null;
}
const short = (file) => path.relative(ROOT, file);
const ours = walk(JS);
const views = walk(KINDS);

test("there is something to look at", () => {
  assert.ok(ours.length > 30);
  assert.ok(imported('import { a } from "./a.js";\nimport b from "../b.js";\nexport { c } from "./c.js";').length === 3);
});

test("every import is a path to a file that exists, never a bare name", () => {
  for (const file of [...ours, ...views, ...walk(VENDOR)]) {
    for (const name of [...imported(read(file)), ...awaited(read(file))]) assert.ok(existsSync(resolve(file, name)), short(file) + " imports " + name);
  }
});

test("a role imports no role, and no role's folder but its own", () => {
  for (const file of ours) {
    const where = short(file);
    const mine = (where.match(/static\/js\/(?:roles\/)?(phone|screen|control)/) || [])[1];
    for (const name of imported(read(file))) {
      const target = short(resolve(file, name));
      assert.ok(!target.startsWith("static/js/roles/"), where + " imports the role " + target);
      const theirs = (target.match(/static\/js\/(phone|screen|control)\//) || [])[1];
      if (theirs) assert.equal(theirs, mine, where + " imports " + target);
    }
  }
});

test("a kind's view imports only view.js, parts and its own files", () => {
  for (const file of views) {
    for (const name of imported(read(file))) {
      const target = resolve(file, name);
      const allowed = target === path.join(JS, "view.js") || target.startsWith(path.join(JS, "parts") + path.sep) || path.dirname(target) === path.dirname(file);
      assert.ok(allowed, short(file) + " imports " + name);
    }
  }
});

test("only the line knows the socket, only dragging knows sortable, only view.js knows preact", () => {
  const keepers = { "socket.io.js": "static/js/net.js", "sortable.js": "static/js/parts/sort.js", "preact.js": "static/js/view.js", "preact-hooks.js": "static/js/view.js", "htm.js": "static/js/view.js" };
  for (const file of [...ours, ...views]) {
    for (const name of imported(read(file))) {
      const keeper = keepers[path.basename(name)];
      if (name.includes("vendor/")) assert.equal(short(file), keeper, short(file) + " imports " + name);
    }
  }
});

/* Everything that a module brings along. */
function closure(entry) {
  const found = new Set();
  const next = [path.resolve(ROOT, entry)];
  while (next.length) {
    const file = next.pop();
    if (found.has(file)) continue;
    found.add(file);
    for (const name of imported(read(file))) next.push(resolve(file, name));
  }
  return found;
}

test("a phone loads no control room and no dragging, a screen neither", () => {
  for (const role of ["phone", "screen"]) {
    for (const file of closure("static/js/roles/" + role + ".js")) {
      assert.ok(!/js\/control\/|vendor\/sortable|parts\/(sort|select)\.js/.test(file), role + " loads " + short(file));
    }
  }
});

for (const role of ["phone", "screen"]) {
  test("the page of the " + role + " preloads exactly what its module brings along", () => {
    const template = read(path.join(ROOT, "facilitator/web/templates/" + role + ".html"));
    const named = [...template.match(/set preload = \[([\s\S]*?)\]/)[1].matchAll(/"([^"]+)"/g)].map((found) => "static/" + found[1]);
    const needed = [...closure("static/js/roles/" + role + ".js")].map(short).filter((file) => !file.includes("/roles/"));
    assert.deepEqual(named.slice().sort(), needed.sort());
  });
}

/* What leaves the house: facilitator/web/files.py takes out comments that stand on lines of their own. */
const served = (text) => text.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm, "");

test("what is taken out before serving is comments, never a line of a template text", () => {
  for (const file of ours.concat(views)) {
    const text = read(file);
    let from = 0;
    let kept = "";
    for (const found of text.matchAll(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm)) {
      kept += text.slice(from, found.index);
      from = found.index + found[0].length;
      assert.equal((kept.match(/`/g) || []).length % 2, 0, short(file) + ": put this comment outside the template: " + found[0]);
    }
  }
});

test("a phone's first load is at most 60 kB compressed, letters not counted", () => {
  const size = (file) => gzipSync(file.includes("/vendor/") ? readFileSync(file) : served(read(file)), { level: 9 }).length;
  const modules = [...closure("static/js/roles/phone.js")];
  const joined = read(path.join(ROOT, "facilitator/web/files.py"));
  const sheets = ["first", "phone"].flatMap((page) => [...joined.match(new RegExp('"' + page + '": \\(([^)]*)\\)'))[1].matchAll(/"(\w+)"/g)].map((found) => found[1]));
  assert.ok(sheets.includes("tokens") && sheets.includes("phone"));
  const files = [...modules, ...sheets.map((name) => path.join(ROOT, "static/css", name + ".css"))];
  /* the view of one kind, the heaviest, with what it brings along that the page does not have yet */
  const kinds = readdirSync(KINDS).filter((kind) => existsSync(path.join(KINDS, kind, "phone.js")));
  const heaviest = Math.max(...kinds.map((kind) => [...closure("exercises/kinds/" + kind + "/phone.js"), path.join(KINDS, kind, "view.css")].filter((file) => existsSync(file) && !modules.includes(file)).reduce((sum, file) => sum + size(file), 0)));
  const page = 4000; /* the page itself with its first views */
  const total = files.reduce((sum, file) => sum + size(file), 0) + heaviest + page;
  assert.ok(total <= 60000, "it is " + total + ", of which the kind " + heaviest);
});

test("no view writes HTML, reads another site, or needs a secure context", () => {
  const forbidden = [/\binnerHTML\b/, /\bouterHTML\b/, /insertAdjacentHTML/, /document\.write/, /dangerouslySetInnerHTML/, /\beval\(/, /new Function\(/, /crypto\.randomUUID/, /navigator\.(clipboard|serviceWorker|wakeLock)/, /https?:\/\/(?!\?)[a-z]/];
  for (const file of [...ours, ...views]) {
    const text = plain(read(file));
    for (const pattern of forbidden) assert.ok(!pattern.test(text), short(file) + " has " + pattern);
    assert.ok(!/style="/.test(text), short(file) + " has a style attribute");
  }
});

test("templates hold no inline script, style or handler, and nothing unescaped", () => {
  const folder = path.join(ROOT, "facilitator/web/templates");
  const templates = walk(folder, ".html");
  assert.ok(templates.length > 20, "all templates are looked at");
  for (const file of templates) {
    const name = short(file);
    const text = read(file);
    assert.ok(!/<script(?![^>]*\b(src=|type="application\/json"))/.test(text), name + " has an inline script");
    assert.ok(!/<style|\sstyle=|\son\w+=|\|\s*safe\b|javascript:/.test(text), name);
    assert.ok(!/(src|href|action)="https?:/.test(text), name + " names another site");
  }
});

test("old phones: nothing newer than Safari 14 and Chrome 87", () => {
  const newer = [/\.at\(-?\d/, /structuredClone/, /\.replaceAll\(/, /Object\.hasOwn\b/, /\.findLast\(/, /\?\?=|\|\|=|&&=/, /^await /m, /\bstatic \{/];
  for (const file of [...closure("static/js/roles/phone.js"), ...views].filter((one) => !one.includes("/vendor/"))) {
    for (const pattern of newer) assert.ok(!pattern.test(plain(read(file))), short(file) + " has " + pattern);
  }
});
