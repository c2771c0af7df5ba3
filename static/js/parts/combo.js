/* Finding a name while typing, in any text field: a list to choose from with arrows or a finger, and, when a name looks
   like one that is known, the question whether it is the same. Nothing is replaced that was not chosen. */

import { dress } from "./dress.js";
import { asked, found, plain } from "./near.js";

const words = {
  list: "Namen die wij kennen",
  found: (n) => (n === 1 ? "1 naam gevonden. " : n + " namen gevonden. ") + "Kies met de pijltjes en Enter.",
  same: "Is dit dezelfde?",
  yes: (name) => "Ja, " + name,
  no: "Nee, een andere",
};
let numbered = 0;

function part(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/* `names()`: what is known now; `onPick(name)`: somebody chose (left out: the field says so itself, as if typed);
   `halt`: the form waits once for an answer to the question; `two()`: names of which was said that they are no other's,
   or pairs that are two: not asked again. Returns a function that takes it all away again; its `ask()`
   asks at once, and is true when there is something to answer. Who says no is told by the event "apart" (detail: the name). */
export function combo(input, names, { onPick, halt, two } = {}) {
  if (input.dataset.combo) return () => {};
  dress("/static/css/combo.css");
  const id = "combo" + (numbered += 1);
  const box = part("div", "combo");
  const list = part("ul", "combo-list");
  const ask = part("div", "combo-ask");
  const live = part("span", "visually-hidden");
  const apart = new Set(); /* names that somebody said are others, or sent all the same */
  let waiting = 0;
  let shown = [];
  let at = -1;
  list.id = id;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.list);
  ask.setAttribute("role", "group");
  live.setAttribute("role", "status");
  list.hidden = true;
  ask.hidden = true;
  box.append(list, ask, live);
  input.after(box);
  input.removeAttribute("list");
  input.dataset.combo = id;
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) input.setAttribute(key, value);

  /* True when it was said before that what is typed and this name are two. */
  const said = (name) =>
    (two ? two() : []).some((one) => {
      const bare = [].concat(one).map(plain);
      return bare.includes(plain(input.value)) && (bare.length < 2 || bare.includes(plain(name)));
    });

  function mark(place) {
    at = place;
    [...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", id + "-" + at);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  }
  function close() {
    shown = [];
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }
  function open() {
    shown = found(input.value, names()).filter((name) => plain(name) !== plain(input.value));
    list.replaceChildren(
      ...shown.map((name, number) => {
        const row = part("li", "combo-row", name);
        row.id = id + "-" + number;
        row.dir = "auto";
        row.setAttribute("role", "option");
        row.addEventListener("pointerdown", (event) => event.preventDefault()); /* the field keeps the cursor */
        row.addEventListener("click", () => pick(name));
        return row;
      }),
    );
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(Boolean(shown.length)));
    live.textContent = shown.length ? words.found(shown.length) : "";
    mark(-1);
  }
  function pick(name) {
    close();
    live.textContent = "";
    hush();
    apart.add(plain(name));
    input.value = name;
    if (onPick) onPick(name);
    else input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    input.focus();
  }
  function hush() {
    ask.hidden = true;
    ask.replaceChildren();
  }
  /* Asked once for each name, when somebody goes on to the next field. */
  function question() {
    const near = apart.has(plain(input.value)) ? [] : asked(input.value, names()).filter((name) => !said(name));
    if (!near.length) return hush();
    const button = (text, act) => {
      const made = part("button", "button button--small", text);
      made.type = "button";
      made.dir = "auto";
      made.addEventListener("click", act);
      return made;
    };
    const no = button(words.no, () => {
      apart.add(plain(input.value));
      hush();
      input.dispatchEvent(new CustomEvent("apart", { bubbles: true, detail: input.value }));
      input.focus();
    });
    ask.setAttribute("aria-label", words.same);
    ask.replaceChildren(part("strong", "", words.same), ...near.map((name) => button(words.yes(name), () => pick(name))), no);
    ask.hidden = false;
    live.textContent = words.same + " " + near.join(", ");
  }
  function keys(event) {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark((at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length);
    else if (event.key === "Enter" && at >= 0) pick(shown[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const typed = () => {
    hush();
    open();
  };
  /* The page does not move under a press: the question comes after it. */
  const left = () => {
    close();
    clearTimeout(waiting);
    waiting = setTimeout(() => input.isConnected && document.activeElement !== input && !ask.contains(document.activeElement) && question(), 300);
  };
  /* A form that is sent with such a name shows the question first, once for each name. */
  const sent = (event) => {
    if (event.target !== input.form || apart.has(plain(input.value))) return;
    clearTimeout(waiting);
    question();
    if (ask.hidden) return;
    apart.add(plain(input.value));
    event.preventDefault();
    event.stopPropagation();
    ask.querySelector("button").focus();
  };
  input.addEventListener("input", typed);
  input.addEventListener("keydown", keys);
  input.addEventListener("blur", left);
  if (halt) document.addEventListener("submit", sent, true);
  const away = () => {
    input.removeEventListener("input", typed);
    input.removeEventListener("keydown", keys);
    input.removeEventListener("blur", left);
    document.removeEventListener("submit", sent, true);
    clearTimeout(waiting);
    delete input.dataset.combo;
    box.remove();
  };
  away.ask = () => {
    clearTimeout(waiting);
    close();
    question();
    if (!ask.hidden) ask.querySelector("button").focus();
    return !ask.hidden;
  };
  return away;
}
