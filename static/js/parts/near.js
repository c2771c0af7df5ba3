/* Names of organisations that somebody may be typing. The house asks and decides (facilitator/chain/network/names.py);
   both are held to tests/data/near.json. */

const FILLING = new Set("de het een van voor en in te bij der den stichting st vereniging ver bv nv".split(" "));
const SHORT = new Map([["gem", "gemeente"], ["mz", "mantelzorg"], ["zkh", "ziekenhuis"], ["wt", "wijkteam"]]); /* as people write them */
const MANY = "en"; /* huisarts, huisartsen */
const FIRSTS = 3; /* letters from which a word may be the first letters of others */
const MOST = 5;

/* A name as compared: lower case, without accents, punctuation and double spaces. */
export const plain = (name) => name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}_]+/gu, " ").trim();

function wordsOf(name) {
  const spoken = [];
  let oneByOne = false;
  for (const word of plain(name).split(" ").filter(Boolean)) {
    if (oneByOne && [...word].length === 1) spoken.push(spoken.pop() + word); /* C.J.G. is CJG */
    else spoken.push(word);
    oneByOne = [...word].length === 1;
  }
  const known = spoken.filter((word) => !FILLING.has(word)).map((word) => SHORT.get(word) || word);
  return known.length ? known : spoken;
}

/* Letters added, left out, replaced, or two that changed places. */
function distance(one, other) {
  let older = [];
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let down = 1; down <= one.length; down += 1) {
    older = before;
    before = row;
    row = [down];
    for (let across = 1; across <= other.length; across += 1) {
      let best = Math.min(before[across] + 1, row[across - 1] + 1, before[across - 1] + (one[down - 1] === other[across - 1] ? 0 : 1));
      if (down > 1 && across > 1 && one[down - 1] === other[across - 2] && one[down - 2] === other[across - 1]) best = Math.min(best, older[across - 2] + 1);
      row.push(best);
    }
  }
  return row[other.length];
}

/* Two words that are equal but for a slip of the fingers, never in the first letter, or that one is of many. */
function slip(one, other) {
  if (one === other) return true;
  const short = Math.min(one.length, other.length);
  const most = short >= 9 ? 2 : short >= 5 ? 1 : 0;
  if (!most || one[0] !== other[0] || one.replace(/[^0-9]/g, "") !== other.replace(/[^0-9]/g, "")) return false; /* team1 and team2 are two */
  return one + MANY === other || other + MANY === one || (Math.abs(one.length - other.length) <= most && distance(one, other) <= most);
}

export function same(one, other) {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (!few.length) return false;
  if (few.join("") === many.join("") || within(few, many)) return true;
  return few.length === many.length && within(many, few);
}

/* True when every word of the one name is said in the other: with a slip, as two words, or by their first letters. */
function within(few, many) {
  const firsts = many.map((word) => word[0]).join("");
  const said = (word) =>
    many.some((other) => slip(word, other)) ||
    many.some((first) => first !== word && word.startsWith(first) && many.includes(word.slice(first.length))) ||
    (word.length >= FIRSTS && firsts.includes(word));
  return few.every(said);
}

function rank(typed, name) {
  const written = plain(name);
  if (written.startsWith(plain(typed))) return 1;
  const begun = wordsOf(typed);
  const spoken = written.split(" ");
  if (begun.length && begun.every((part) => spoken.some((word) => word.startsWith(part)))) return 2;
  if (same(typed, name)) return 3;
  return begun.length && begun.every((part) => spoken.some((word) => slip(part, word.slice(0, part.length)) || slip(part, word))) ? 4 : 0;
}

/* The names that somebody may be typing, the likeliest first. */
export function found(typed, names) {
  if (plain(typed).length < 2) return [];
  const ranked = [...new Set(names)].map((name) => [rank(typed, name), name]).filter(([place]) => place);
  return ranked.sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, name]) => name);
}

/* The known names of which to ask whether they are the same; none when the name itself is known. */
export function asked(typed, names) {
  if (!plain(typed) || names.some((name) => plain(name) === plain(typed))) return [];
  return [...new Set(names)].filter((name) => same(typed, name)).slice(0, MOST);
}
