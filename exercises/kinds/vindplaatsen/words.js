/* Groups and places in words, and what the three views share. */

/* group -> [name, short name] */
export const GROUPS = {
  young: ["Jonge mantelzorgers", "Jong"],
  older: ["Oudere mantelzorgers", "Ouder"],
  migration: ["Mantelzorgers met een migratieachtergrond", "Migratieachtergrond"],
  working: ["Werkende mantelzorgers", "Werkend"],
};
export const NOBODY = "nog niemand";
export const name = (group) => GROUPS[group][0];
export const short = (group) => GROUPS[group][1];

/* The groups that take part: [{id, all, open}]. */
export const groups = (step) => (step.state && step.state.groups) || [];
/* The places of a group: the fixed ones, then those that were added; with `gone` also what was taken away. */
export function places(step, group, gone = false) {
  const own = ((step.state && step.state.own) || []).filter((one) => gone || !one.gone).map((one) => ({ ...one, own: true }));
  return [...(step.places || []), ...own].filter((one) => one.group === group);
}
/* The organisations that come there: [{id, name}]. */
export const visitors = (room, step, slot) => (((step.state && step.state.who) || {})[slot] || []).map((id) => room.get(id)).filter(Boolean);
export const names = (room, step, slot) => visitors(room, step, slot).map((one) => one.name);
export const open = (step) => groups(step).reduce((sum, one) => sum + one.open, 0);
