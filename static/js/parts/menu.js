/* A button that opens a real menu: arrows, Home, End, first letters, Escape; the focus returns to the button. */

import { html, useState, useRef, useLayoutEffect, useEffect, useName } from "../view.js";

/* `items`: [{label, run, danger?, disabled?, checked?, group?}]; an item with a new `group` gets that word above it. */
export function Menu({ label, text, items, small, main, disabled }) {
  const [open, setOpen] = useState(false);
  const button = useRef(null);
  const list = useRef(null);
  const id = useName("menu");

  useLayoutEffect(() => {
    if (!open) return;
    stand(list.current, button.current);
    const first = list.current.querySelector("[role^=menuitem]");
    if (first) first.focus();
  }, [open]);

  useEffect(() => {
    if (!open) return undefined;
    const away = (event) => {
      if (!list.current || list.current.contains(event.target) || button.current.contains(event.target)) return;
      setOpen(false);
    };
    const stay = () => list.current && stand(list.current, button.current);
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    window.addEventListener("resize", stay);
    window.addEventListener("scroll", stay, true);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
      window.removeEventListener("resize", stay);
      window.removeEventListener("scroll", stay, true);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current.focus();
  }
  function choose(item) {
    if (item.disabled) return;
    close();
    item.run();
  }
  function key(event) {
    const all = [...list.current.querySelectorAll("[role^=menuitem]")];
    const at = all.indexOf(document.activeElement);
    let to = null;
    if (event.key === "ArrowDown") to = all[(at + 1) % all.length];
    else if (event.key === "ArrowUp") to = all[(at - 1 + all.length) % all.length];
    else if (event.key === "Home") to = all[0];
    else if (event.key === "End") to = all[all.length - 1];
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") return setOpen(false);
    else if (event.key.length === 1 && event.key !== " ") {
      const letter = event.key.toLowerCase();
      to = [...all.slice(at + 1), ...all].find((one) => one.textContent.trim().toLowerCase().startsWith(letter));
    } else return undefined;
    event.preventDefault();
    event.stopPropagation();
    if (to) to.focus();
    return undefined;
  }

  let group = "";
  return html`<span class="menu">
    <button
      type="button"
      ref=${button}
      class=${"button" + (small ? " button--small" : "") + (main ? " button--main" : "")}
      aria-haspopup="menu"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${open ? id : undefined}
      aria-label=${label}
      disabled=${disabled}
      onClick=${() => setOpen(!open)}
      onKeyDown=${(event) => {
        if (event.key === "ArrowDown" && !open) {
          event.preventDefault();
          setOpen(true);
        }
      }}
    >
      ${text || label}
    </button>
    ${open &&
    html`<div class="menu-list" role="menu" id=${id} aria-label=${label} ref=${list} onKeyDown=${key}>
      ${items.map((item, index) => {
        const head = item.group && item.group !== group;
        group = item.group || group;
        return [
          head && html`<div class="menu-group" role="presentation" key=${"g" + index}>${item.group}</div>`,
          html`<button
            type="button"
            key=${index}
            tabindex="-1"
            role=${item.checked === undefined ? "menuitem" : "menuitemradio"}
            aria-checked=${item.checked === undefined ? undefined : item.checked ? "true" : "false"}
            aria-disabled=${item.disabled ? "true" : undefined}
            class=${"menu-item" + (item.danger ? " menu-item--danger" : "")}
            onClick=${() => choose(item)}
          >
            ${item.checked ? "✓ " : ""}${item.label}
          </button>`,
        ];
      })}
    </div>`}
  </span>`;
}

/* Puts the list under its button, or above it where there is more room, and keeps it inside the window. */
function stand(list, button) {
  const at = button.getBoundingClientRect();
  const width = list.offsetWidth;
  const height = list.offsetHeight;
  const below = window.innerHeight - at.bottom;
  const top = below >= height + 8 || below >= at.top ? at.bottom + 4 : at.top - height - 4;
  list.style.top = Math.max(4, Math.min(top, window.innerHeight - height - 4)) + "px";
  list.style.left = Math.max(4, Math.min(at.left, window.innerWidth - width - 4)) + "px";
}
