/* Text that grows when there is room and shrinks to a floor when there is not. For the room's screen. */

import { h, useLayoutEffect, useRef } from "../view.js";

/* `min`, `max`: font size in px at 1920x1080 (they grow with the screen's own measure). */
export function Fit({ min = 28, max = 60, tag = "div", class: name = "", onFull, children }) {
  const box = useRef(null);
  const done = useRef({});

  function fit() {
    const node = box.current;
    if (!node || !node.clientHeight) return;
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const key = node.clientWidth + "x" + node.clientHeight + " " + min + " " + max + " " + unit + " " + node.textContent + node.getElementsByTagName("*").length;
    if (done.current.key === key) return;
    let low = Math.floor(min * unit);
    let high = Math.round(max * unit);
    const fits = (size) => {
      node.style.fontSize = size + "px";
      return node.scrollHeight <= node.clientHeight + (tag === "h1" ? size * 0.16 : 1) && node.scrollWidth <= node.clientWidth + 1;
    };
    if (!fits(high)) {
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    }
    const full = !fits(parseFloat(node.style.fontSize));
    node.classList.toggle("is-full", full);
    if (full !== done.current.full && onFull) onFull(full);
    done.current = { key, full };
  }

  useLayoutEffect(fit);
  useLayoutEffect(() => {
    const again = () => {
      done.current.key = "";
      fit();
    };
    const watch = typeof ResizeObserver === "function" ? new ResizeObserver(fit) : null;
    if (watch) watch.observe(box.current);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(again);
    return () => watch && watch.disconnect();
  }, []);

  return h(tag, { class: "fit " + name, ref: box }, children);
}
