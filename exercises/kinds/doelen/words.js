/* Words and small things that the views of goals share. */

import { block } from "/static/js/view.js";

/* The five letters, in the order of the rulebook: [key, letter, name, the question that is asked]. */
export const LETTERS = [
  ["specific", "S", "Specifiek", "Wat precies?"],
  ["measurable", "M", "Meetbaar", "Waaraan zien we het?"],
  ["agreed", "A", "Acceptabel", "Staat iedereen erachter?"],
  ["realistic", "R", "Realistisch", "Lukt dit met wat we hebben?"],
  ["timed", "T", "Tijdgebonden", "Wanneer?"],
];
export const STANDS = ["loopt", "gehaald", "losgelaten"];
export const LONG = 300;
export const SHORT = 200;

export const where = (number) => (number ? "Bouwsteen " + number + ": " + block(number) : "De hele keten");
export const choices = () => [{ id: 0, text: "De hele keten" }, ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: n, text: n + ". " + block(n) }))];

/* Where a goal of this step belongs when nobody is asked. */
export const fixed = (step) => step.block || (step.settings && step.settings.blocks === false ? 0 : null);

export const letterOf = (goal, key) => (goal.letters || {})[key] || "";
/* The letters without an answer; what the house says goes first, a goal that is not stored yet has all its own. */
export const lacking = (goal) => LETTERS.filter(([key]) => !letterOf(goal, key));

/* "Nog niet beantwoord: waaraan zien we het? wanneer?" */
export function missing(goal) {
  const open = lacking(goal);
  return open.length ? "Nog niet beantwoord: " + open.map(([, , , ask]) => ask.toLowerCase()).join(" ") : "Alle vijf de vragen zijn beantwoord.";
}

/* The goals of the keten, by block, with their entities: [{block, goals, running}] */
export const groups = (room, step) =>
  (step.state.groups || []).map((group) => ({ ...group, goals: group.goals.map((id) => room.get(id)).filter(Boolean) })).filter((group) => group.goals.length);
export const proposals = (room, step) => (step.state.proposals || []).map((id) => room.get(id)).filter(Boolean);
export const over = (step, group) => group.running > step.state.advice;
/* What a proposal weighs on a page of the screen: its text, and a line for its block. */
export const weighed = (goal) => goal.text + "\n\n";
