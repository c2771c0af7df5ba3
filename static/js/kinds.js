/* Loads the views of kinds for this page's role. The whole contract of a view stands in docs/VIEWS.md; in short:

   /kinds/<kind>/<role>.js   default export: a component of {room, step}; named exports (all may be left out):
                             heading(step, room), frame, count(step, room), notice(step, room), tools(step, room), editor, Lookback
   /kinds/<kind>/view.css    the kind's classes, on the tokens of static/css/tokens.css; the screen and the control room ask for
                             room.css, which has the kind's screen.css as well

   A view imports only /static/js/view.js and /static/js/parts/*.js; it draws from `room` and asks with `room.send`. */

import { html, useErrorBoundary, useMemo } from "./view.js";

const words = {
  loading: "Even laden …",
  broken: "Deze stap wil hier niet getekend worden. Ververs de pagina. Uw tekst blijft bewaard.",
  reload: "Ververs de pagina",
};
const loaded = new Map();

const failures = new Map(); /* kind -> how often it did not come */
const AGAIN = 3000; /* ms after which a kind that did not come is asked for again */

/* Loads what the page names at the start; a kind that fails stays out, its step says so, and it is asked for again. */
export async function loadKinds(names, role, changed = () => {}) {
  await Promise.all((names || []).map((name) => load(name, role, changed)));
  changed();
}

async function load(name, role, changed) {
  if (loaded.has(name)) return;
  loaded.set(name, null);
  sheet(sheetAddress(name, role));
  const tries = failures.get(name) || 0;
  try {
    /* some browsers remember for good that an address failed, so a next try has another one */
    loaded.set(name, await import("/kinds/" + name + "/" + role + ".js" + (tries ? "?" + tries : "")));
  } catch (fault) {
    console.error(fault);
    failures.set(name, tries + 1);
    loaded.set(name, { default: Broken });
    setTimeout(() => {
      const link = sheetOf(sheetAddress(name, role));
      if (link) link.remove();
      loaded.delete(name);
      changed();
    }, AGAIN);
  }
}

const sheetAddress = (name, role) => "/kinds/" + name + (role === "phone" ? "/view.css" : "/room.css");
const sheetOf = (address) => document.querySelector('link[rel="stylesheet"][href^="' + address + '"]');
function sheet(address) {
  if (sheetOf(address)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.appendChild(link);
}

function Broken() {
  return html`<div class="banner banner--clay">
    <p>${words.broken}</p>
    <p><button type="button" class="button" onClick=${() => location.reload()}>${words.reload}</button></p>
  </div>`;
}

/* The module of a kind, or null while it loads (it starts loading when it was not asked for yet). */
export function kindOf(name, room) {
  if (!name) return null;
  if (!loaded.has(name)) load(name, room.role, room.redraw).then(room.redraw);
  return loaded.get(name) || null;
}

/* The kind's own view of a step; a view that breaks takes nothing else with it. */
export function StepView({ room, step, part = "default" }) {
  const [fault] = useErrorBoundary((error) => console.error(error));
  const kind = kindOf(step.kind, room);
  const View = kind && kind[part];
  /* not drawn again when only who is here changed */
  const drawn = useMemo(() => (View ? html`<${View} key=${step.id} room=${room} step=${step} />` : null), [View, step, room.revision]);
  if (fault) return html`<${Broken} />`;
  if (!kind) return html`<p class="muted">${words.loading}</p>`;
  return drawn;
}
