/* One text that a phone sends by itself (a goal, who is missed): kept while it is typed, and until it has arrived. */

import { useState, useDraft } from "../view.js";

/* `key` is the field of the command `name` that holds the text, beside what `body` says; `draft` is where it is kept. */
export function useProposal(room, step, { draft, name, body, key, most, words }) {
  const [text, setText, clear] = useDraft(room, step.id, draft, "", { title: step.title, name, body, field: key });
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const held = () => (room.draft(step.id, draft) || "").trim();

  async function post(event) {
    event.preventDefault();
    if (busy) return;
    const said = held();
    const used = Array.from(said).length;
    if (!said || used > most) {
      setFault(said ? words.long(used) : words.empty);
      return;
    }
    setFault("");
    const sent = room.send(name, { ...body, [key]: said });
    room.typing(step.id, false);
    if (sent.kept) {
      clear();
      return;
    }
    /* The phone cannot keep it: the field does, until the house has it; what was typed since stays. */
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    if (!answer.ok) setFault(answer.say || "");
    else if (held() === said) clear();
  }
  function type(value) {
    setText(value);
    if (fault) setFault("");
    room.typing(step.id, value.trim() !== "");
  }
  return { text, setText, type, post, busy, fault };
}
