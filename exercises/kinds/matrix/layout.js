/* Arithmetic of the plane, without any drawing. Marks run from 1 to 5; a unit is a pixel of the room's screen. */

export const WIDTH = 900;
export const HEIGHT = 610;
export const BAND = 52; /* above and below: the quadrants' names stand there, no point does */
export const RADIUS = 23;
export const MIDDLE = 3.25; /* no median of whole marks lies on it */
export const LOW = 0.6;
export const HIGH = 5.4;
const APART = 2 * RADIUS + 4;

const share = (mark) => (Math.min(5, Math.max(1, mark)) - LOW) / (HIGH - LOW);
export const across = (effort) => WIDTH * share(effort);
export const up = (impact) => HEIGHT - BAND - (HEIGHT - 2 * BAND) * share(impact);

/* The mark under a place on the plane, to the half. */
const markAt = (part) => Math.round(2 * Math.min(5, Math.max(1, LOW + part * (HIGH - LOW)))) / 2;
export const effortAt = (x) => markAt(x / WIDTH);
export const impactAt = (y) => markAt((HEIGHT - BAND - y) / (HEIGHT - 2 * BAND));

/* Where each point is drawn: at home when there is room, else as near as possible in its own quadrant; no two touch.
   The first go first. */
export function placed(points) {
  const taken = [];
  const free = (x, y) =>
    x >= RADIUS + 2 &&
    x <= WIDTH - RADIUS - 2 &&
    y >= BAND + RADIUS - 14 &&
    y <= HEIGHT - BAND - RADIUS + 14 &&
    taken.every((one) => Math.hypot(one.x - x, one.y - y) >= APART);
  for (const point of points) {
    const homeX = across(point.effort);
    const homeY = up(point.impact);
    const own = (x, y) => free(x, y) && beside(x, homeX, across(MIDDLE)) && beside(y, homeY, up(MIDDLE));
    const [x, y] = nearest(homeX, homeY, own) || nearest(homeX, homeY, free) || [homeX, homeY];
    taken.push({ x, y, homeX, homeY });
  }
  return taken;
}

/* True when a place is on the same side of a border as home, as far from it as home or a whole circle. */
function beside(at, home, border) {
  const side = home < border ? border - at : at - border;
  return side >= Math.min(RADIUS, Math.abs(home - border));
}

function nearest(x, y, free) {
  if (free(x, y)) return [x, y];
  for (let ring = 1; ring < 200; ring += 1) {
    const count = 8 + 4 * ring;
    for (let k = 0; k < count; k += 1) {
      const angle = (2 * Math.PI * k) / count;
      const there = [x + 5 * ring * Math.cos(angle), y + 5 * ring * Math.sin(angle)];
      if (free(...there)) return there;
    }
  }
  return null;
}
