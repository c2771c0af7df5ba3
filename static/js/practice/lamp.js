/* On the screen of a practice house that another house holds: the lamp of the projector, which can go out there. */

import { passKeys } from "../parts/remote.js";

const [, , ref, place] = location.pathname.split("/");
const home = `/scherm/${ref}`;
const black = place === "donker";
const AGAIN = 2000; /* ms after a question that got no answer */
let known = ""; /* how the lamp was when this window last heard of it */

/* The answer comes when the lamp is other than it was, or after a while: a window that nobody looks at hears it as well.
   Only a window that was there when the lamp went out goes dark: a screen that is opened afterwards is another one. */
async function ask() {
  let pause = AGAIN;
  try {
    const reply = await fetch(`${home}/lamp?is=${known}`, { credentials: "same-origin" });
    if (reply.ok) {
      const said = await reply.json();
      if (black && !said.dark) return location.replace(home);
      if (!black && said.dark && known && said.is !== known) return location.replace(`${home}/donker`);
      known = said.is;
      pause = 0;
    } else if (reply.status < 500) return; /* this window no longer is a screen */
  } catch (fault) {
    /* the house starts again: ask once more in a moment */
  }
  setTimeout(ask, pause);
}
if (black) passKeys(ref); /* who leads with a remote goes on without a screen */
ask();
