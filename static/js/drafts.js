/* Half-typed text: kept per step and field at every keystroke, until it is sent or thrown away by the person. */

export function createDrafts({ keep, changed = () => {}, now = Date.now }) {
  const name = (step, field) => "draft." + step + "." + field;
  const drafts = {
    get(step, field) {
      const held = keep.get(name(step, field));
      return held ? held.text : undefined;
    },

    /* `about` says what the text would become: {title, name, body, field}. An emptied field is kept only when it changes
       something that was saved (`over`): else there is nothing to keep. */
    set(step, field, text, about = null, over = false) {
      if (text === "" && !over) return drafts.clear(step, field);
      const kept = keep.set(name(step, field), { step, field, text, at: now(), about });
      changed();
      return kept;
    },

    clear(step, field) {
      if (keep.get(name(step, field)) === undefined) return true;
      keep.drop(name(step, field));
      changed();
      return true;
    },

    /* Half-typed text with something in it, oldest first. A field that begins with ~ holds a choice, no text. */
    list() {
      return keep
        .names("draft.")
        .map((one) => keep.get(one))
        .filter((held) => held && held.text && held.field[0] !== "~" && held.text.trim() !== "")
        .sort((a, b) => a.at - b.at);
    },
  };
  return drafts;
}
