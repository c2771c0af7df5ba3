/* A storage as browsers have it: shared by tabs, with an event for the others, and one that can be full or forbidden. */
export class Shelf {
  constructor() {
    this.held = new Map();
    this.full = false;
    this.forgets = false;
    this.listeners = new Set();
  }
  get length() {
    return this.held.size;
  }
  key(index) {
    return [...this.held.keys()][index] ?? null;
  }
  getItem(name) {
    return this.held.has(name) ? this.held.get(name) : null;
  }
  setItem(name, text) {
    if (this.full) throw new Error("QuotaExceededError");
    if (this.forgets) return;
    this.held.set(name, String(text));
    this.tell(name);
  }
  removeItem(name) {
    if (this.held.delete(name)) this.tell(name);
  }
  tell(name) {
    this.listeners.forEach((listener) => listener(name));
  }
}
