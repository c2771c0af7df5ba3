/* Choosing several things to do one thing with, in the control room. */

import { useState } from "../view.js";

export function useSelection() {
  const [ids, setIds] = useState([]);
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: (id) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    set: (id, on) => setIds(on ? [...ids.filter((one) => one !== id), id] : ids.filter((one) => one !== id)),
    only: (chosen) => setIds(chosen),
    clear: () => setIds([]),
  };
}
