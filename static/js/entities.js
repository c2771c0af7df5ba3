/* What a page holds of each channel: entities by id, and the rule (S3) by which a patch is taken, ignored or a gap. */

const CHANNELS = new Set(["control", "screen", "phone", "own", "now"]);

/* A number by which ids sort in the order in which they were made: prefix + base 36. */
export function order(id) {
  return parseInt(String(id).slice(1), 36) || 0;
}

export function createBook() {
  const channels = new Map();
  let lists = new Map();
  let epoch = null;

  function channel(name) {
    let found = channels.get(name);
    if (!found) channels.set(name, (found = { epoch: null, to: null, entities: new Map() }));
    return found;
  }

  return {
    /* "applied", "old" (nothing to do) or "gap" (send hello). */
    take(patch) {
      const mine = channel(patch.c);
      if (patch.from === null || patch.from === undefined) {
        mine.entities = new Map(Object.entries(patch.put || {}));
      } else {
        if (patch.e !== mine.epoch || mine.to === null) return "gap";
        if (patch.to <= mine.to) return "old";
        if (patch.from !== mine.to) return "gap";
        for (const [id, entity] of Object.entries(patch.put || {})) mine.entities.set(id, entity);
        for (const id of patch.drop || []) mine.entities.delete(id);
      }
      mine.epoch = patch.e;
      mine.to = patch.to;
      if (patch.c !== "now") epoch = patch.e;
      lists = new Map();
      return "applied";
    },

    /* What `hello` says: the last `to` of each channel that is of the newest epoch. */
    have() {
      const said = { epoch };
      for (const [name, held] of channels) {
        if (name !== "now" && held.epoch === epoch && held.to !== null) said[name] = held.to;
      }
      return epoch === null ? {} : said;
    },

    get(name, id) {
      const held = channels.get(name);
      return held ? held.entities.get(id) : undefined;
    },

    /* All entities of one type on one channel, oldest first. The same array until the next patch. */
    list(name, type) {
      const key = name + " " + type;
      let found = lists.get(key);
      if (!found) {
        const held = channels.get(name);
        found = held ? [...held.entities.values()].filter((entity) => entity.type === type) : [];
        found.sort((a, b) => order(a.id) - order(b.id));
        lists.set(key, found);
      }
      return found;
    },

    known: (name) => CHANNELS.has(name),
  };
}

/* `where` is an object whose fields must all be equal, a function, or nothing. */
export function matching(where) {
  if (!where) return () => true;
  if (typeof where === "function") return where;
  const wanted = Object.entries(where);
  return (entity) => wanted.every(([field, value]) => entity[field] === value);
}
