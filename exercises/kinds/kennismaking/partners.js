/* Names of partners as a list that is filled by finding. Fetched after the first picture; until it is there the names are
   a text with one on each line (together.js). */

import { html, useEffect, useRef } from "/static/js/view.js";
import { nameList } from "/static/js/parts/namelist.js";

const TYPED = "\n"; /* ends each name that is in the field and was not added yet, so that it comes back there */
const BUSY = 400; /* ms */

const listed = (names, about) => {
  const loose = names.filter((name) => name.endsWith(TYPED)).map((name) => name.slice(0, -1));
  const rows = names.map((name, n) => ({ name, what: (about || [])[n] || "" })).filter(({ name }) => name.trim() && !name.endsWith(TYPED));
  return { rows, typed: loose.join(", "), loose };
};

/* `about`: beside each name, on what; without it that is not asked. */
function Partners({ label, known, names, about, two, onRows, onApart }) {
  const host = useRef(null);
  const list = useRef(null);
  const now = useRef({});
  const told = useRef([]);
  const keyed = (all, whats) => JSON.stringify(about ? [all, all.map((_, n) => whats[n] || "")] : all);
  const key = keyed(names, about);
  now.current = { known, two, onRows, onApart };
  useEffect(() => {
    const onValue = ({ rows, loose }) => {
      const all = [...rows.map((row) => row.name), ...loose.map((name) => name + TYPED)];
      const whats = rows.map((row) => row.what);
      told.current.push(keyed(all, whats));
      now.current.onRows(all, about && whats);
    };
    const asks = { names: () => now.current.known, two: () => now.current.two, onApart: (name) => now.current.onApart(name) };
    list.current = nameList(host.current, { label, onValue, what: Boolean(about), ...asks });
    return () => list.current.away();
  }, []);
  /* What comes back is what was told here a moment ago: letters that were typed since then stay. */
  useEffect(() => {
    const echo = told.current.indexOf(key);
    if (echo < 0) list.current.put(listed(names, about));
    told.current = told.current.slice(echo + 1);
  }, [key]);
  return html`<div ref=${host} role="group" aria-label=${label}></div>`;
}

/* Comes when nobody types in a text: the field that somebody is in is not taken away. */
export function come() {
  const free = (done) => (document.activeElement && document.activeElement.tagName === "TEXTAREA" ? setTimeout(free, BUSY, done) : done(Partners));
  return new Promise(free);
}
