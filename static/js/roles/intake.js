/* Telling beforehand: finds names while somebody types, adds rows, and keeps what was not sent yet on this device. */

import { combo } from "../parts/combo.js";

const words = { back: "Wat u hier eerder typte en nog niet bewaarde, staat er weer.", away: "Toon wat bewaard is" };
const start = JSON.parse(document.getElementById("start").textContent);
const form = document.getElementById("vragen");
const key = "vooraf:" + start.draft;
const fields = () => [...form.elements].filter((field) => field.name);

/* What stands in the form, as [name, value] in its order. */
const written = () => fields().filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked).map((field) => [field.name, field.value]);

function read() {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (error) {
    return null;
  }
}
function keep() {
  try {
    localStorage.setItem(key, JSON.stringify(written()));
    document.getElementById("concept").hidden = false;
  } catch (error) {
    document.getElementById("concept").hidden = true;
  }
}
function forget() {
  try {
    localStorage.removeItem(key);
  } catch (error) {
    /* nothing was kept */
  }
}

/* names */
const find = (place) => place.querySelectorAll("[data-names]").forEach((field) => combo(field, () => start.names));
find(form);

/* rows */
function more(list) {
  const last = list.lastElementChild;
  const row = last.cloneNode(true);
  const number = list.children.length + 1;
  for (const box of row.querySelectorAll(".combo")) box.remove();
  for (const field of row.querySelectorAll("input")) {
    const id = field.id.replace(/\d+$/, number);
    const label = row.querySelector('[for="' + field.id + '"]');
    for (const name of field.getAttributeNames()) if (name === "role" || name.startsWith("aria-") || name === "data-combo") field.removeAttribute(name);
    label.htmlFor = id;
    for (const text of [label, ...label.children].flatMap((one) => [...one.childNodes])) if (text.nodeType === 3) text.data = text.data.replace(/\d+/, number);
    field.id = id;
    field.value = "";
  }
  list.append(row);
  find(row);
  return row;
}
document.getElementById("vakken").hidden = true;
for (const button of form.querySelectorAll("[data-more]")) {
  button.hidden = false;
  button.addEventListener("click", () => more(button.closest("div").querySelector("[data-rows]")).querySelector("input").focus());
}

/* who said here that the own organisation is another one is not asked again */
form.addEventListener("apart", (event) => {
  if (event.target.id !== "organisation" || form.elements.same) return;
  const said = document.createElement("input");
  Object.assign(said, { type: "hidden", name: "same", value: "-" });
  event.target.after(said);
  event.target.addEventListener("input", () => said.remove(), { once: true });
});

/* what was typed and not sent */
function put(rows) {
  const left = rows.slice();
  const values = (name) => left.filter(([one]) => one === name).map(([, value]) => value);
  for (const list of form.querySelectorAll("[data-rows]")) {
    const name = list.querySelector("input").name;
    while (list.children.length < values(name).length) more(list);
  }
  const seen = {};
  for (const field of fields()) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = values(field.name).includes(field.value);
    else {
      seen[field.name] = (seen[field.name] || 0) + 1;
      field.value = values(field.name)[seen[field.name] - 1] || "";
    }
  }
}
function notice() {
  const line = document.createElement("div");
  const button = document.createElement("button");
  const text = document.createElement("p");
  line.className = "banner stack stack--tight";
  line.setAttribute("role", "status");
  text.textContent = words.back;
  button.type = "button";
  button.className = "button button--small";
  button.textContent = words.away;
  button.addEventListener("click", () => {
    forget();
    location.reload();
  });
  line.append(text, button);
  form.before(line);
}
const draft = read();
if (document.getElementById("bewaard")) forget();
else if (draft && !document.getElementById("fout") && JSON.stringify(draft) !== JSON.stringify(written())) {
  put(draft);
  notice();
}
form.addEventListener("input", keep);
form.addEventListener("change", keep);
