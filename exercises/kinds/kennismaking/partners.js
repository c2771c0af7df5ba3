/* Names of partners as a list that is filled by finding. Fetched after the first picture; until it is there the names are
   a text with one on each line (answers.js). */

import { html, useEffect, useRef } from "/static/js/view.js";
import { nameList } from "/static/js/parts/namelist.js";

const TYPED = "\n"; /* ends the name that is in the field and was not added yet, so that it comes back there */
const BUSY = 400; /* ms */

const listed = (names) => ({
  rows: names.filter((name) => name.trim() && !name.endsWith(TYPED)).map((name) => ({ name, what: "" })),
  typed: (names.find((name) => name.endsWith(TYPED)) || "").slice(0, -1),
});

function Partners({ label, known, names, onNames }) {
  const host = useRef(null);
  const list = useRef(null);
  const now = useRef({});
  const told = useRef([]);
  const key = JSON.stringify(names);
  now.current = { known, onNames };
  useEffect(() => {
    const onValue = ({ rows, typed }) => {
      const all = [...rows.map((row) => row.name), ...(typed ? [typed + TYPED] : [])];
      told.current.push(JSON.stringify(all));
      now.current.onNames(all);
    };
    list.current = nameList(host.current, { label, names: () => now.current.known, onValue });
    return () => list.current.away();
  }, []);
  /* What comes back is what was told here a moment ago: letters that were typed since then stay. */
  useEffect(() => {
    const echo = told.current.indexOf(key);
    if (echo < 0) list.current.put(listed(names));
    told.current = told.current.slice(echo + 1);
  }, [key]);
  return html`<div ref=${host} role="group" aria-label=${label}></div>`;
}

/* Comes when nobody types in a text: the field that somebody is in is not taken away. */
export function come() {
  const free = (done) => (document.activeElement && document.activeElement.tagName === "TEXTAREA" ? setTimeout(free, BUSY, done) : done(Partners));
  return new Promise(free);
}
