/* Keyboard and presentation remote: next, back, blank. Not while somebody types, and not under a dialog or menu. */

const DEEDS = { PageDown: "next", ArrowRight: "next", PageUp: "back", ArrowLeft: "back", ".": "blank", b: "blank", B: "blank" };

/* Whether the key belongs to what has the focus. */
function taken(target, key) {
  if (document.querySelector("[role=dialog], [role=menu]")) return true;
  if (!target || !target.tagName) return false;
  if (/^(TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return true;
  if (target.tagName !== "INPUT") return false;
  return !/^(checkbox|radio|button)$/.test(target.type) || (target.type === "radio" && key.startsWith("Arrow"));
}

/* `run(deed)` with "next", "back" or "blank". The screen's window in the same browser passes on what lands there. */
export function listen(ref, run) {
  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const deed = DEEDS[event.key];
    if (!deed || taken(event.target, event.key)) return;
    event.preventDefault();
    run(deed);
  };
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("tafel:" + ref) : null;
  if (channel) channel.onmessage = (event) => !document.querySelector("[role=dialog]") && run(event.data);
  window.addEventListener("keydown", key);
  return () => {
    window.removeEventListener("keydown", key);
    if (channel) channel.close();
  };
}
