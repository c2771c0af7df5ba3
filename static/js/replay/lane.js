/* What feeds the windows of one place on the tape: asks the house what they held there, and hands it on. One question at a time. */

export function createLane({ start, named, whose, told, failed, key }) {
  const windows = new Map(); /* role -> post */
  let wanted = null; /* {number, seq, now, speed} */
  let shown = null; /* the seq that all windows hold */
  let asking = false;
  let round = 0; /* an answer to what was asked before something else was wanted is not shown */
  let stuck = false; /* the last question failed: not asked again by itself */

  async function ask() {
    if (asking || stuck || !wanted || !windows.size || wanted.seq === shown) return;
    asking = true;
    const { seq } = wanted;
    const mine = round;
    const roles = [...windows.keys()];
    const asked = { tot: seq, beelden: roles.join(","), ...(shown === null ? {} : { van: shown }), ...(named() ? { namen: "ja" } : {}), ...(whose() ? { wie: whose() } : {}) };
    try {
      const reply = await fetch("/regie/" + start.ref + "/terugkijken/stand?" + new URLSearchParams(asked), { credentials: "same-origin" });
      if (!reply.ok) return fail(reply.status);
      const found = await reply.json();
      if (mine !== round) return;
      for (const role of roles) {
        const here = role === "phone" ? { id: "now", type: "now", here: found.now.here } : found.now;
        const patches = [found.patches[role], { c: "now", e: "terug", from: null, to: 0, put: { now: here }, drop: [] }];
        if (role === "phone" && found.patches.own) patches.push(found.patches.own);
        else if (role === "phone" && shown === null) patches.push({ c: "own", e: "terug", from: null, to: 0, put: {}, drop: [] });
        windows.get(role)({ now: wanted.now, speed: wanted.speed, patches });
      }
      shown = found.seq;
      told(found);
      if (wanted.seq === seq) wanted.seq = shown;
    } catch (fault) {
      fail(0);
    } finally {
      asking = false;
      ask();
    }
  }
  /* Everything whole. */
  function anew() {
    round += 1;
    shown = null;
    stuck = false;
    ask();
  }
  function fail(status) {
    stuck = true;
    failed(status);
  }

  return {
    key,
    ready(role, post) {
      windows.set(role, post);
      anew();
    },
    left(role) {
      windows.delete(role);
      round += 1;
    },
    /* Go there. `now` is what the clock says, `speed` how fast it runs (0: it stands). */
    go(seq, now, speed) {
      wanted = { seq, now, speed };
      stuck = false;
      if (seq === shown) windows.forEach((post) => post({ now, speed }));
      else ask();
    },
    anew,
  };
}
