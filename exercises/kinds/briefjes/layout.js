/* How cards stand on the room's screen: which fit, and in which column, reckoned in lines of text at the least size. */

const TALL = 17; /* lines in one column of the whole stage */
const WIDE = { 1: 125, 2: 60, 3: 38, 4: 27 }; /* letters on a line when the stage has so many columns */
const AROUND = 1.3; /* the card's own edges and the gap under it */

/* When the wall is too full, first the names under the cards go, then fewer cards are shown: {share of the room, by}. */
export const STAIRS = [
  { share: Infinity, by: true },
  { share: Infinity, by: false },
  ...[1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2].map((share) => ({ share, by: false })),
];

/* How many columns of cards stand under one of so many prompts. */
export const columnsOf = (lanes, all) => (lanes === 1 ? (all <= 2 ? 2 : all <= 9 ? 3 : 4) : lanes === 2 && all > 3 ? 2 : 1);

const linesOf = (text, letters) =>
  String(text || "")
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);

/* `parts`: [{id, name, notes}]. Gives [[block]]: the columns, with blocks {name, count}, {name, again} (a part that goes on
   in the next column), {note}, {left}. */
export function layOut(parts, { lanes, columns, share, by }) {
  const letters = WIDE[Math.min(4, lanes * columns)];
  const rows = Math.ceil(lanes / 4);
  const room = (TALL / rows - (lanes > 1 ? 3 : 0)) * columns * share;
  const tall = (note) => linesOf(note.text, letters) + AROUND + (note.block || note.merged || (by && (note.by || note.org)) ? 1 : 0);
  const units = parts.map((part) => ({ ...part, head: part.name ? linesOf(part.name, letters * 0.85) + 0.6 : 0, shown: 0 }));
  let filled = units.reduce((sum, unit) => sum + unit.head, 0);
  /* every part gets a card in turn, so that no group stays empty while another is full */
  for (let going = true; going; ) {
    going = false;
    for (const unit of units) {
      const next = unit.notes[unit.shown];
      if (!next || filled + tall(next) > room) continue;
      filled += tall(next);
      unit.shown += 1;
      going = true;
    }
  }
  return inColumns(units.flatMap((unit) => blocksOf(unit, tall)), columns);
}

/* A part as pieces that may not be torn: its name stays with its first card, "en nog 3" with its last. */
function blocksOf(unit, tall) {
  const left = unit.notes.length - unit.shown;
  const head = unit.name ? [{ key: unit.id, name: unit.name, count: unit.notes.length }] : [];
  const rest = left ? [{ key: unit.id + " left", left }] : [];
  const cards = unit.notes.slice(0, unit.shown).map((note) => ({ blocks: [{ key: note.id, note }], tall: tall(note), unit }));
  if (cards.length === 0) return [{ blocks: [...head, ...rest], tall: unit.head + (left ? 1.4 : 0) }];
  cards[0] = { blocks: [...head, ...cards[0].blocks], tall: cards[0].tall + unit.head };
  const last = cards[cards.length - 1];
  cards[cards.length - 1] = { ...last, blocks: [...last.blocks, ...rest], tall: last.tall + (left ? 1.4 : 0) };
  return cards;
}

/* From top to bottom and then to the right, in columns as short as this order allows. */
function inColumns(pieces, columns) {
  const sum = pieces.reduce((total, piece) => total + piece.tall, 0);
  for (let most = Math.max(sum / columns, ...pieces.map((piece) => piece.tall)); ; most += 0.25) {
    const found = [[]];
    let filled = 0;
    for (const piece of pieces) {
      if (filled && filled + piece.tall > most + 0.01) {
        found.push([]);
        filled = 0;
        if (piece.unit && piece.unit.name) {
          found[found.length - 1].push({ key: piece.unit.id + " again " + found.length, name: piece.unit.name, again: true });
          filled = piece.unit.head;
        }
      }
      found[found.length - 1].push(...piece.blocks);
      filled += piece.tall;
    }
    if (found.length <= columns) return found;
  }
}
