/* What a phone keeps on itself: localStorage under one prefix, read back after writing, and memory when storage refuses. */

export function createKeep(storage, prefix) {
  const memory = new Map();
  const keep = {
    prefix,
    /* False as soon as one write did not come back: then only memory holds it, and the page says so. */
    safe: true,

    get(name) {
      if (memory.has(name)) return memory.get(name);
      try {
        const text = storage.getItem(prefix + name);
        return text === null || text === undefined ? undefined : JSON.parse(text);
      } catch (fault) {
        return undefined;
      }
    },

    /* Writes and reads back; true when the device really holds it. */
    set(name, value) {
      const text = JSON.stringify(value);
      try {
        storage.setItem(prefix + name, text);
        if (storage.getItem(prefix + name) === text) {
          memory.delete(name);
          keep.safe = memory.size === 0;
          return true;
        }
      } catch (fault) {
        /* full, forbidden, or a private window: memory below */
      }
      memory.set(name, value);
      keep.safe = false;
      return false;
    },

    drop(name) {
      memory.delete(name);
      keep.safe = memory.size === 0;
      try {
        storage.removeItem(prefix + name);
      } catch (fault) {
        /* nothing was there to remove */
      }
    },

    /* The names under this prefix that begin with `start`, in storage and in memory. */
    names(start) {
      const found = new Set();
      for (const name of memory.keys()) if (name.startsWith(start)) found.add(name);
      try {
        for (let index = 0; index < storage.length; index += 1) {
          const key = storage.key(index);
          if (key && key.startsWith(prefix + start)) found.add(key.slice(prefix.length));
        }
      } catch (fault) {
        /* memory is all there is */
      }
      return [...found];
    },

    wipe() {
      for (const name of keep.names("")) keep.drop(name);
    },
  };
  return keep;
}

/* A storage that is not there (blocked cookies make the mere mention of localStorage throw). */
export function deviceStorage() {
  try {
    return window.localStorage;
  } catch (fault) {
    return null;
  }
}
