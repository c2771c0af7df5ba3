/* A dialog over the page: the focus goes in, stays in, and returns to where it came from; Escape closes. */

import { html, h, createPortal, useLayoutEffect, useRef, useName } from "../view.js";

const words = { close: "Sluiten", no: "Nee, terug" };
const REACHABLE = "button:not([disabled]), [href], input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/* Behind an open dialog the page is inert where the browser knows that; the trap for Tab does the rest. */
function shut(more) {
  shut.open += more;
  const page = document.getElementById("page");
  if (!page) return;
  page.inert = shut.open > 0;
  if (shut.open) page.setAttribute("aria-hidden", "true");
  else page.removeAttribute("aria-hidden");
}
shut.open = 0;

export function Dialog({ title, onClose, wide, children }) {
  const box = useRef(null);
  const name = useName("dialog");
  const close = useRef(onClose);
  close.current = onClose;

  /* One effect for all of it: the page must be reachable again before the focus goes back to it. */
  useLayoutEffect(() => {
    const before = document.activeElement;
    shut(1);
    const field = box.current.querySelector("[data-first], .dialog-body input, .dialog-body textarea, .dialog-body select");
    (field || box.current.querySelector("h2")).focus();
    return () => {
      shut(-1);
      setTimeout(() => !shut.open && before && before.isConnected && before.focus(), 0);
    };
  }, []);

  function key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      close.current();
    }
    if (event.key !== "Tab") return;
    const all = [...box.current.querySelectorAll(REACHABLE)].filter((one) => one.offsetParent !== null);
    const first = all[0];
    const last = all[all.length - 1];
    if (event.shiftKey && (document.activeElement === first || document.activeElement.tagName === "H2")) {
      event.preventDefault();
      last.focus();
    } else if (!event.shiftKey && document.activeElement === last) {
      event.preventDefault();
      first.focus();
    }
  }

  return createPortal(
    html`<div class="dialog-ground">
      <div class=${"dialog" + (wide ? " dialog--wide" : "")} role="dialog" aria-modal="true" aria-labelledby=${name} ref=${box} onKeyDown=${key}>
        <div class="dialog-head">
          <h2 id=${name} tabindex="-1">${title}</h2>
          <button type="button" class="button button--quiet button--small" onClick=${onClose}>${words.close}</button>
        </div>
        <div class="dialog-body">${children}</div>
      </div>
    </div>`,
    document.getElementById("over") || document.body,
  );
}

export function Confirm({ title, text, yes, onYes, onClose, danger }) {
  return h(
    Dialog,
    { title, onClose },
    html`<p>${text}</p>
      <div class="dialog-foot">
        <button type="button" class=${"button button--main" + (danger ? " button--danger" : "")} onClick=${onYes} data-first>${yes}</button>
        <button type="button" class="button" onClick=${onClose}>${words.no}</button>
      </div>`,
  );
}
