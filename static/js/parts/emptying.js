/* For the control room: asking once more before the text of a note goes for good. */

import { html } from "../view.js";
import { Confirm } from "./dialog.js";

const words = {
  title: "Dit briefje voorgoed leegmaken?",
  text: "De tekst verdwijnt voorgoed, ook uit het verslag. Dat kan niet ongedaan worden gemaakt.",
  yes: "Ja, maak voorgoed leeg",
};

export function Emptying({ room, note, title, onClose }) {
  const yes = () => {
    room.send("note.redact", { note: note.id });
    onClose();
  };
  return html`<${Confirm} title=${title || words.title} text=${words.text} yes=${words.yes} danger onYes=${yes} onClose=${onClose} />`;
}
