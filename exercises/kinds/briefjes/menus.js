/* The menus of the wall: where a note can go, and what can be done with it. */

import { may } from "/static/js/parts/may.js";
import { times } from "/static/js/parts/note.js";

const words = {
  to: "Verplaats naar",
  fresh: "Een nieuw groepje …",
  loose: "Los van de groepjes",
  lane: (text) => "Los onder “" + short(text) + "”",
  note: "Dit briefje",
  edit: "Pas de tekst aan …",
  block: "Kies een bouwsteen …",
  merge: "Voeg samen met …",
  behind: "Bekijk wat erachter zit …",
  split: "Haal weer uit elkaar",
  hide: "Verberg voor de zaal",
  redact: "Maak voorgoed leeg …",
};

export const short = (text) => (text.length > 42 ? text.slice(0, 40).trimEnd() + " …" : text);

/* Every place where these notes do not all hang already; `fresh` offers a new group as well. */
export function places(desk, ids, fresh = true) {
  const { wall, act, ask } = desk;
  const chosen = wall.flatMap((lane) => lane.all).filter((note) => ids.includes(note.id));
  const items = [];
  for (const lane of wall) {
    for (const group of lane.groups) {
      if (!chosen.every((note) => note.cluster === group.id)) items.push({ group: words.to, label: group.name, run: () => act("note.move", { notes: ids, cluster: group.id }) });
    }
  }
  if (fresh) items.push({ group: words.to, label: words.fresh, run: () => ask({ what: "group", notes: ids }) });
  for (const lane of wall) {
    const there = chosen.every((note) => lane.loose.includes(note));
    if (there) continue;
    const label = wall.length > 1 ? words.lane(lane.text) : words.loose;
    items.push({ group: words.to, label, run: () => act("note.move", { notes: ids, lane: lane.id }) });
  }
  return items;
}

export function noteMenu(desk, note) {
  const { act, ask, room } = desk;
  const ids = desk.with(note.id);
  const rest = [
    { label: words.merge, run: () => ask({ what: "merge", notes: ids, from: note }) },
    ...(times(note) > 1
      ? [
          { label: words.behind, run: () => ask({ what: "behind", note }) },
          { label: words.split, run: () => room.send("note.split", { note: note.id }) },
        ]
      : []),
    { label: words.edit, run: () => ask({ what: "edit", note }) },
    { label: words.block, run: () => ask({ what: "block", notes: ids }) },
    { label: words.hide, run: () => act("note.hide", { notes: ids, on: true }) },
    ...(may(room, "note.redact") ? [{ label: words.redact, danger: true, run: () => ask({ what: "redact", note }) }] : []),
  ];
  return [...places(desk, ids), ...rest.map((item) => ({ group: words.note, ...item }))];
}
