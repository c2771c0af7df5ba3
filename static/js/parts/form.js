/* A form of which each field that was typed in is kept until it is stored or left, also over a refresh. */

import { useDraft, useSend } from "../view.js";

/* `first` is what is stored now; what was typed (`typed`; `begun` when that is anything) lies over it (`now`). `put(fields)`
   and `set(name)(value)` keep, `clear` forgets, `of(name)` is what was refused of one field; `send`, `busy` and `fault` are
   those of useSend. */
export function useForm(room, step, field, first) {
  const [held, keep, clear] = useDraft(room, step.id, field, "");
  const typed = held ? JSON.parse(held) : {};
  const { send, busy, fault } = useSend(room);
  const put = (fields) => keep(JSON.stringify({ ...typed, ...fields }));
  return {
    now: { ...first, ...typed },
    typed,
    begun: Boolean(held),
    put,
    set: (name) => (value) => put({ [name]: value }),
    clear,
    send,
    busy,
    fault,
    of: (name) => (fault && fault.field === name ? fault.say : ""),
  };
}
