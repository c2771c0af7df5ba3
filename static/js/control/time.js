/* Planned and real time of an agenda, from the steps alone. Pure. */

/* Seconds that a step got up to `now`. */
export function spent(step, meeting, now) {
  const running = meeting.step === step.id && typeof step.entered_at === "number" && meeting.state !== "closed" ? Math.max(0, now - step.entered_at) : 0;
  return (step.spent || 0) + running;
}

/* {left, drift, end}: seconds still planned, seconds behind (negative: ahead), when it ends at this pace. */
export function schedule(steps, meeting, now) {
  const at = steps.findIndex((step) => step.id === meeting.step);
  let left = 0;
  let drift = 0;
  steps.forEach((step, index) => {
    const planned = (step.minutes || 0) * 60;
    const got = spent(step, meeting, now);
    drift += got;
    if (index < at) drift -= planned;
    else if (index === at) {
      drift -= Math.min(got, planned);
      left += Math.max(0, planned - got);
    } else left += Math.max(0, planned - got);
  });
  return { left, drift: at < 0 ? 0 : drift, end: now + left };
}

/* Shorter minutes for the steps that are still to come, so that `behind` seconds are won back: [{step, minutes}].
   Long steps give more; no step goes under five minutes or under half of what was planned. */
export function repair(steps, meeting, behind) {
  const at = steps.findIndex((step) => step.id === meeting.step);
  const coming = steps.slice(at + 1).map((step) => ({ step, room: Math.max(0, step.minutes - Math.max(5, Math.ceil(step.minutes / 2))) }));
  const total = coming.reduce((sum, one) => sum + one.room, 0);
  let wanted = Math.min(total, Math.ceil(behind / 60));
  const found = coming.map((one) => ({ ...one, less: total ? Math.min(one.room, Math.floor((wanted * one.room) / total)) : 0 }));
  wanted -= found.reduce((sum, one) => sum + one.less, 0);
  for (const one of [...found].sort((a, b) => b.room - a.room)) {
    if (wanted > 0 && one.less < one.room) {
      one.less += 1;
      wanted -= 1;
    }
  }
  return found.filter((one) => one.less > 0).map((one) => ({ step: one.step, minutes: one.step.minutes - one.less }));
}
