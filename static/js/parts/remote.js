/* The remote's keys may land on the screen, because that window has the focus: the control room in the same browser gets them. */

const passed = { PageDown: "next", ArrowRight: "next", PageUp: "back", ArrowLeft: "back", ".": "blank", b: "blank", B: "blank" };

export function passKeys(ref) {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("tafel:" + ref) : null;
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F5" || event.key === "Escape") event.preventDefault();
    const deed = passed[event.key];
    if (!deed) return;
    event.preventDefault();
    if (channel) channel.postMessage(deed);
  });
}
