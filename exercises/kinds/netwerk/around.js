/* Where everybody sits when one organisation is in the middle: on a phone the table stands upright, with that organisation
   on it and its neighbours around it, each with a strip of its own, so that no name can meet another.

   Pure: the same neighbours give the same drawing, and one more moves the others by one place at most. */

export const WIDE = 328; /* of the drawing: what a phone of 360 px has for it */
export const MOST = 30; /* neighbours in the drawing; the list has them all */
const LETTERS = [15, 14, 13]; /* the largest in which no word of a neighbour is broken */
const OWN = 14; /* letters of the name on the table, in bold */
const BOLD = 1.08; /* so much wider than plain */
const LINE = 1.2; /* height of a line, in letters */
const AIR = 0.55; /* between two names, in letters */
const MARK = 8; /* half of a mark */
const GAP = 5; /* between mark and name */
const EDGE = 2; /* nothing is drawn nearer to the edge */
const TABLE = [44, 60]; /* half the width of the table: as wide as the name on it asks */
const LEAST = 70; /* half the least height of it */
const INNER = 84; /* width of the name on the table */

const REST = 3; /* letters of a broken word that are left over at least */
const JOINT = /(?:mantelzorg|huisartsen|thuiszorg|zorg|vrijwilligers|welzijns?|ouderen|jeugd|wijk|gezondheids|ondersteunings|verpleeg|patiënten|cliënten)$/i; /* where Dutch words of this field are joined */

/* How many of these letters stand on a line where `most` fit: up to a joint of the word, when there is one. */
function cut(letters, most) {
  for (let fits = most; fits > REST; fits -= 1) if (JOINT.test(letters.slice(0, fits).join(""))) return fits;
  return most;
}

/* A name in lines of at most so many pixels. A word that is wider is broken: at its own hyphen, or with one; nothing is left out. */
export function lined(name, room, measure) {
  const lines = [];
  let line = "";
  const next = (text) => {
    if (line) lines.push(line);
    line = text;
  };
  for (const word of name.split(/\s+/).filter(Boolean)) {
    let glue = line && " ";
    for (const part of word.match(/[^-]+-*|-+/g)) {
      if (measure(line + glue + part) <= room) line += glue + part;
      else next(part);
      glue = "";
      while (measure(line) > room) {
        const letters = [...line];
        if (letters.length < 2) break;
        let fits = letters.length - 1;
        while (fits > 1 && measure(letters.slice(0, fits).join("") + "-") > room) fits -= 1;
        if (letters.length > 2 * REST) fits = cut(letters, Math.min(fits, letters.length - REST));
        lines.push(letters.slice(0, fits).join("") + "-");
        line = letters.slice(fits).join("");
      }
    }
  }
  next("");
  return lines;
}

const broken = (names, room, measure) => names.some((name) => name.split(/[\s-]+/).some((word) => measure(word) > room));

/* `neighbours`: names in order; `measure(text, size)`: its width in pixels.
   {wide, high, letter, line, mark, table: {x, y, across, down}, own: {x, y, lines, at, letter, line}, seats: [{x, y, lines, anchor, at}]};
   `at`: where the first line begins, on its base. */
export function around(own, neighbours, measure) {
  const names = neighbours.slice(0, MOST);
  const x = WIDE / 2;
  const bold = (text) => measure(text, OWN) * BOLD;
  const mine = lined(own, INNER, bold);
  const wide = Math.max(0, ...mine.map(bold)) / 2 + MARK + EDGE; /* half of what the name needs, free of the marks */
  const across = Math.min(TABLE[1], Math.max(TABLE[0], wide + 6));
  const room = (far) => x - far - 2 * MARK - GAP - EDGE;
  const letter = LETTERS.find((size) => !broken(names, room(across), (text) => measure(text, size))) || LETTERS[1];
  const width = (text) => measure(text, letter);
  const tall = (lines) => Math.max(lines.length * LINE * letter, 2 * MARK) + AIR * letter;
  const rows = names.map((name) => ({ name, high: tall(lined(name, room(across), width)) }));
  const half = Math.ceil(rows.length / 2);
  const sides = [rows.slice(0, half), rows.slice(half).reverse()];
  const sum = (side) => side.reduce((all, row) => all + row.high, 0);
  const block = 2 * MARK + GAP + mine.length * LINE * OWN;
  const middle = Math.max(LEAST, ...sides.map((side) => sum(side) / 2), (block / 2 + EDGE) / Math.sqrt(1 - (wide / across) ** 2) + MARK) + EDGE;
  const down = middle - EDGE - MARK;
  const [right, left] = sides.map((side, number) => {
    const way = number ? -1 : 1;
    const spare = (2 * (middle - EDGE) - sum(side)) / Math.max(1, side.length);
    let top = EDGE;
    return side.map((row) => {
      const y = top + (spare + row.high) / 2;
      top += spare + row.high;
      const far = across * Math.sqrt(Math.max(0, 1 - ((y - middle) / down) ** 2));
      const lines = lined(row.name, room(far), width); /* more room than in the middle, where the table is widest */
      return { x: x + way * far, y, lines, anchor: number ? "end" : "start", at: [x + way * (far + MARK + GAP), y - ((lines.length - 1) * LINE * letter) / 2 + letter * 0.35] };
    });
  });
  const first = middle - block / 2 + MARK;
  return {
    wide: WIDE,
    high: 2 * middle,
    letter,
    line: LINE * letter,
    mark: MARK,
    table: { x, y: middle, across, down },
    own: { x, y: first, lines: mine, at: [x, first + MARK + GAP + OWN * 0.8], letter: OWN, line: LINE * OWN },
    seats: [...right, ...left.reverse()],
  };
}
