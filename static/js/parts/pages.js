/* Cards on the screen, a page at a time: as many as stay readable at the back of the room. Screen and control room count the same. */

const MOST = 12;
const ROOM = 60; /* lines that four columns hold at the least size, with some lost at their feet */
const CHARS = 30; /* in a line of a card */
const AROUND = 2.7; /* lines that a card takes besides its text */

const weight = (text) =>
  AROUND +
  String(text || "")
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / CHARS)), 0);

/* The page `wanted` (from 0) of a list of cards: {shown, from (index of the first), to (number of the last), page, pages}. */
export function pageOf(list, wanted = 0, text = (one) => one.text) {
  const starts = [0];
  let filled = 0;
  list.forEach((one, index) => {
    const first = starts[starts.length - 1];
    const heavy = weight(text(one));
    if (index > first && (index - first >= MOST || filled + heavy > ROOM)) {
      starts.push(index);
      filled = 0;
    }
    filled += heavy;
  });
  const page = Math.max(0, Math.min(wanted || 0, starts.length - 1));
  const from = starts[page];
  const to = page + 1 < starts.length ? starts[page + 1] : list.length;
  return { shown: list.slice(from, to), from, to, page, pages: starts.length };
}
