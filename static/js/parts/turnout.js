/* How many did it, of how many, and how many of those on paper: "23 van 26 hebben gestemd, waarvan 3 op papier". */

const words = { of: " van ", paper: (n) => ", waarvan " + n + " op papier" };

/* `tally`: {voters, people, paper?}; null while there is nobody to count. */
export function withPaper({ voters = 0, people = 0, paper = 0 }, one, more) {
  const all = Math.max(people, voters);
  if (!all) return null;
  return voters + words.of + all + " " + (all === 1 ? one : more) + (paper ? words.paper(paper) : "");
}
