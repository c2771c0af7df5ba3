/* Dragging as an extra in the control room: the drop becomes a command, and the page is drawn from what comes back. */

import Sortable from "../../vendor/sortable.js";
import { useEffect, useRef } from "../view.js";

/* The list carries `data-list`, its children `data-id`. onDrop({id, from, to, before}): `before` is the id of the
   thing that now follows, or "" for the last place. The DOM is put back at once: only patches move things.
   `buttons`: the things are buttons themselves, so dragging begins on a button too. */
export function useSort(ref, { group, handle, onDrop, buttons = false, disabled = false }) {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    if (!ref.current || disabled) return undefined;
    let next = null;
    const sortable = Sortable.create(ref.current, {
      group,
      handle,
      draggable: "[data-id]",
      ...(buttons ? { forceFallback: true, fallbackTolerance: 5 } : { filter: "button, input, textarea, select, a", preventOnFilter: false }),
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
      onStart: ({ item }) => (next = item.nextSibling),
      onEnd: ({ item, from, to, oldIndex, newIndex }) => {
        const after = item.nextElementSibling;
        const moved = { id: item.dataset.id, from: from.dataset.list, to: to.dataset.list, before: (after && after.dataset.id) || "" };
        if (next && next.parentNode === from) from.insertBefore(item, next);
        else from.appendChild(item);
        if (from !== to || oldIndex !== newIndex) drop.current(moved);
      },
    });
    return () => sortable.destroy();
  }, [group, disabled]);
}
