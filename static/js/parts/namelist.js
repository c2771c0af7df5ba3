/* A list of names of organisations: one is typed, found while typing, and added as a line that can be taken away. Several
   pasted lines become lines. What is typed and not added yet is told along (`typed`), so that no name is lost. */

import { combo } from "./combo.js";
import { dress } from "./dress.js";
import { plain } from "./near.js";

const words = {
  hint: "Typ een naam en kies “Voeg toe”.",
  add: "Voeg toe",
  away: "Haal weg",
  what: "Waarover?",
  optional: "(mag leeg blijven)",
  added: (names, all) => names.join(", ") + (names.length === 1 ? " staat" : " staan") + " op de lijst. " + all + (all === 1 ? " naam." : " namen."),
  twice: (name) => name + " staat al op de lijst.",
  gone: (name) => name + " is van de lijst.",
  full: (most) => "Er staan " + most + " namen op de lijst. Haal er een weg, dan kan deze erbij.",
};
const MOST = 30;
let numbered = 0;

function part(tag, fields, ...children) {
  const { class: className = "", ariaLabel = "", ...rest } = fields;
  const element = Object.assign(document.createElement(tag), { className, ...rest });
  if (ariaLabel) element.setAttribute("aria-label", ariaLabel);
  element.append(...children.filter(Boolean));
  return element;
}
const unseen = (text) => part("span", { class: "visually-hidden" }, text);
const pressed = (className, text, what) => part("button", { class: className, type: "button", ariaLabel: text + ": " + what }, text);
const tidy = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/* Fills the empty `host`. `label`: of the field; `names()`: what is known now; `onValue({rows, typed, loose})`: after every
   change, rows are [{name, what}], loose the names that stand in the field as `typed`; with `what` each line asks on what. `two()`: names, or pairs of them, of which was said that
   they are not the same; `onApart(name)`: it is said now. For a form that sends itself: `fields` {name, what} are the names
   of its fields (then `what` asks by itself), `id` that of the text field. Returns {put({rows, typed, loose?}), value(), away()}. */
export function nameList(host, { label, names, onValue, what = false, two, onApart, fields = {}, id = "" }) {
  dress("/static/css/namelist.css");
  numbered += 1;
  const own = id || "names" + numbered;
  let rows = [];
  let kept = { text: "", names: [] }; /* pasted names that did not fit, as they stand in the field */
  const list = part("ul", { class: "plain namelist-rows", hidden: true, ariaLabel: label });
  const input = part("input", { class: "input", id: own, name: fields.name || "", autocomplete: "off", dir: "auto" });
  const button = pressed("button", words.add, label);
  const beside = fields.what && part("input", { type: "hidden", name: fields.what });
  const hint = part("span", { class: "field-hint", id: own + "-hint" }, words.hint);
  const live = part("p", {});
  live.setAttribute("role", "status");
  input.setAttribute("aria-describedby", hint.id);
  host.replaceChildren(
    part("div", { class: "field" }, part("label", { class: "field-label", htmlFor: own }, label), hint, part("div", { class: "namelist-add" }, input, button, beside)),
    live,
    list,
  );
  const value = () => ({ rows, typed: input.value });
  const loose = () => (kept.names.length && input.value === kept.text ? kept.names : input.value ? [input.value] : []);
  const told = () => onValue && onValue({ ...value(), loose: loose() });
  /* What the list shows itself is said to who hears the page only. */
  function say(text, shown) {
    live.className = shown ? "small" : "visually-hidden";
    live.textContent = text;
  }

  function line(row, nr) {
    const name = part("bdi", { class: "namelist-name" }, row.name);
    const away = pressed("button button--small", words.away, row.name);
    const sent = fields.name && part("input", { type: "hidden", name: fields.name, value: row.name });
    away.addEventListener("click", () => {
      rows = rows.filter((one) => one !== row);
      draw();
      say(words.gone(row.name));
      told();
      const next = list.children[Math.min(nr, rows.length - 1)];
      (next ? next.querySelector("button") : input).focus();
    });
    const item = part("li", { class: "namelist-row" }, name, away, sent);
    if (!fields.what && !what) return item;
    const about = part("input", { class: "input", id: own + "-what-" + nr, name: fields.what || "", value: row.what || "", autocomplete: "off", dir: "auto" });
    about.addEventListener("input", () => {
      row.what = about.value;
      told();
    });
    const asks = part("label", { class: "field-label", htmlFor: about.id }, words.what, unseen(" " + row.name), part("span", { class: "muted field-optional" }, " " + words.optional));
    item.append(part("div", { class: "field namelist-what" }, asks, about));
    return item;
  }
  function draw() {
    list.replaceChildren(...rows.map(line));
    list.hidden = !rows.length;
  }

  /* Adds what is not there yet; what does not fit any more stays in the field. */
  function add(texts) {
    const fresh = [];
    const left = [];
    let twice = "";
    for (const name of texts.map(tidy).filter((text) => plain(text))) {
      const there = [...rows, ...fresh].find((row) => plain(row.name) === plain(name));
      if (there) twice = there.name;
      else if (rows.length + fresh.length >= MOST) left.push(name);
      else fresh.push({ name, what: "" });
    }
    rows = [...rows, ...fresh];
    kept = { text: left.join(", "), names: left };
    input.value = kept.text;
    if (fresh.length) draw();
    if (left.length) say(words.full(MOST), true);
    else if (fresh.length) say(words.added(fresh.map((row) => row.name), rows.length));
    else say(twice && words.twice(twice), true);
    told();
  }
  const undo = combo(input, names, { onPick: (name) => add([name]), halt: true, two });
  button.after(input.nextElementSibling); /* what is found, and the question, open under the button: it can be pressed */
  const put = () => {
    if (kept.names.length > 1 && input.value === kept.text) add(kept.names);
    else if (plain(input.value) && !undo.ask()) add([input.value]);
    if (document.activeElement === button) input.focus();
  };
  button.addEventListener("click", put);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault(); /* a name is added; the form is sent with its own button */
    put();
  });
  input.addEventListener("apart", () => {
    if (onApart) onApart(tidy(input.value));
    add([input.value]);
  });
  input.addEventListener("input", told);
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData ? event.clipboardData.getData("text") : "";
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const [from, to] = [input.selectionStart, input.selectionEnd];
    add((input.value.slice(0, from) + text + input.value.slice(to)).split(/[\r\n]+/));
  });
  return {
    value,
    put(next) {
      if (next.loose && next.loose.length > 1) kept = { text: next.typed, names: next.loose };
      const same = JSON.stringify(next.rows) === JSON.stringify(rows);
      if (input.value !== next.typed) input.value = next.typed;
      if (same) return;
      rows = next.rows;
      draw();
    },
    away: () => undo(),
  };
}
