/* Telling beforehand: finds names while somebody types, makes the rows of partners a list, and keeps what was not sent yet on
   this device. */

import { createAhead } from "../ahead.js";
import { deviceStorage } from "../keep.js";
import { combo } from "../parts/combo.js";
import { nameList } from "../parts/namelist.js";

const words = { back: "Wat u hier eerder typte en nog niet bewaarde, staat er weer.", away: "Toon wat bewaard is" };
const start = JSON.parse(document.getElementById("start").textContent);
const form = document.getElementById("vragen");
const ahead = createAhead(deviceStorage(), start.draft);
const fields = () => [...form.elements].filter((field) => field.name);

/* What stands in the form, as [name, value] in its order. */
const written = () => fields().filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked).map((field) => [field.name, field.value]);

function keep() {
  document.getElementById("concept").hidden = !ahead.keep(written());
}

/* names */
combo(form.elements.organisation, () => start.names);

/* the rows of partners, as one list each that finds names */
const lists = {};
for (const place of form.querySelectorAll("[data-rows]")) {
  const name = place.dataset.rows;
  const what = place.dataset.what || "";
  const rows = [...place.children].map((row) => [name, what].map((field) => (row.querySelector('[name="' + field + '"]') || { value: "" }).value));
  const host = document.createElement("div");
  place.replaceWith(host);
  lists[name] = nameList(host, { label: place.dataset.label, names: () => start.names, onValue: () => keep(), fields: { name, what }, id: name + "-1" });
  lists[name].put({ rows: rows.filter(([one]) => one).map(([one, about]) => ({ name: one, what: about })), typed: "" });
}
document.getElementById("vakken").hidden = true;

/* who said here that it is another one is not asked again: of the own organisation as long as it stands so, of a partner for good */
function said(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  form.append(field);
  return field;
}
form.addEventListener("apart", (event) => {
  if (event.target.id !== "organisation") said("apart", event.detail);
  else if (!form.elements.same) {
    const field = said("same", "-");
    event.target.addEventListener("input", () => field.remove(), { once: true });
  }
  keep();
});

/* what was typed and not sent */
function put(rows) {
  const left = rows.slice();
  const values = (name) => left.filter(([one]) => one === name).map(([, value]) => value);
  for (const [name, list] of Object.entries(lists)) {
    const about = values("about");
    const [typed = { name: "" }, ...rest] = values(name).map((one, nr) => ({ name: one, what: name === "has" ? about[nr] || "" : "" }));
    list.put({ rows: rest.filter((row) => row.name), typed: typed.name }); /* the field stands before its lines */
  }
  for (const name of values("apart")) said("apart", name);
  const seen = {};
  for (const field of fields()) {
    if (field.name in lists || ["about", "apart"].includes(field.name)) continue;
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
    ahead.forget();
    location.reload();
  });
  line.append(text, button);
  form.before(line);
}
const draft = ahead.read();
if (document.getElementById("bewaard")) {
  ahead.forget();
  history.replaceState(null, "", location.pathname); /* what is typed from here on is there again after a refresh */
} else if (draft && !document.getElementById("fout") && JSON.stringify(draft) !== JSON.stringify(written())) {
  put(draft);
  notice();
}
form.addEventListener("input", keep);
form.addEventListener("change", keep);
