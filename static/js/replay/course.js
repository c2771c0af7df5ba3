/* The course of a meeting as numbers: where on the line of time which act was, and what the clock said there. */

/* Silence that lasts longer is skipped, when that is asked; what comes is shown this long before it happens (seconds). */
export const QUIET = 12;
export const BEFORE = 1.5;

export function createCourse({ began, end, stops, folds }) {
  const [seqs, times] = stops;

  /* The number of the last act at or before `t`. */
  function at(t) {
    let low = 0;
    let high = times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (times[middle] <= t) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /* What the clock said, in seconds since 1970; where hours were folded together it runs through them. */
  function clock(t) {
    let moved = began;
    for (const [from, to, before, after] of folds) {
      if (t >= to) moved += after - before - (to - from);
      else if (t > from) moved += ((t - from) / (to - from)) * (after - before - (to - from));
    }
    return moved + t;
  }

  return {
    end,
    count: times.length,
    at,
    clock,
    seq: (number) => seqs[number],
    time: (number) => times[number],
    /* The moment of the act with this number in the book, or the one before it. */
    timeOf(seq) {
      let found = 0;
      for (let number = 0; number < seqs.length && seqs[number] <= seq; number += 1) found = number;
      return times[found];
    },
    /* One act further or back: `t` of it. */
    step(t, by) {
      const number = at(t);
      if (by < 0 && t > times[number] + 0.05) return times[number];
      return times[Math.min(times.length - 1, Math.max(0, number + by))];
    },
    /* Where playing is after `passed` seconds at this speed: {t, skipped} (seconds of silence that were skipped). */
    play(t, passed, speed, skip) {
      let to = t + passed * speed;
      const next = times[at(t) + 1];
      let skipped = 0;
      if (skip && next !== undefined && next - to > QUIET) {
        skipped = next - BEFORE * speed - to;
        if (skipped > 0) to += skipped;
        else skipped = 0;
      }
      return { t: Math.min(end, to), skipped };
    },
  };
}

/* The stretch in which a moment is: {step, title, nr, from, to, counts}, or nothing before the first. */
export const stepAt = (steps, t) => steps.filter((one) => one.from <= t + 0.05).pop();

/* Bars for a picture: {from, to, notes, others} in stretches of a whole number of minutes, at most `most` of them. */
export function bars({ end, stops, sorts }, most = 120) {
  const width = Math.max(60, Math.ceil(end / most / 60) * 60);
  const found = Array.from({ length: Math.max(1, Math.ceil((end + 1) / width)) }, (_, n) => ({ from: n * width, to: (n + 1) * width, notes: 0, others: 0 }));
  stops[1].forEach((t, number) => {
    const bar = found[Math.floor(t / width)];
    if (sorts[number] === 1) bar.notes += 1;
    else if (sorts[number] === 2 || sorts[number] === 3) bar.others += 1;
  });
  return found;
}
