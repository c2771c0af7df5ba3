/* A field for the name of an organisation: what is known is found while typing. The finding is fetched when somebody comes
   to the field; until then, or without it, it is an ordinary field. */

import { html, useEffect, useRef, later } from "../view.js";
import { Field } from "./field.js";

const Reach = later((again) => import("./hints.js" + again).then((module) => module.Reach), () => null);

/* `names`: what is known now. The rest goes to the field. */
export function NameField({ names, ...field }) {
  const input = useRef(null);
  const now = useRef({});
  now.current = { names, onValue: field.onValue };
  useEffect(() => {
    let gone = false;
    let undo = null;
    const come = () =>
      undo ||
      import("./combo.js").then(
        ({ combo }) => {
          if (!gone && !undo) undo = combo(input.current, () => now.current.names, { onPick: (name) => now.current.onValue(name), halt: true });
        },
        () => {},
      );
    const element = input.current;
    element.addEventListener("focus", come);
    return () => {
      gone = true;
      element.removeEventListener("focus", come);
      if (undo) undo();
    };
  }, []);
  return html`<${Field} ...${field} inputRef=${input} />${field.value && html`<${Reach} text=${field.value} />`}`;
}
