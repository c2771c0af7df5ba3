/* In the control room of a practice house that another house holds: the trainer's message, and a remark for afterwards. */

const PAUSE = 4000; /* ms between two questions */
const LONG = 8; /* questions without an answer after which the room may be gone: a restart takes less */
const words = {
  from: "De trainer zegt:",
  read: "Gelezen",
  note: "Opmerking voor straks",
  label: "Wat wilt u onthouden voor de nabespreking?",
  hint: "De trainer leest dit ook.",
  keep: "Bewaar",
  shut: "Sluit",
  kept: "Bewaard voor de nabespreking.",
  gone: "De oefenzaal antwoordt niet meer. Heeft de trainer de oefening gestopt? Dan kunt u dit venster sluiten.",
  away: "Nu geen verbinding. Wat u typte, staat er nog. Probeer het zo weer.",
};
const { ref, trainee } = JSON.parse(document.getElementById("start").textContent);
const address = `${trainee ? "/meekijken" : "/regie"}/${ref}/trainer`;
const band = document.querySelector(".practice");
let missed = 0; /* questions in a row without an answer */
let seen = 0; /* the number of the last message that was dismissed */

function make(tag, set = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), set);
  made.append(...inside);
  return made;
}

/* the message */
const text = make("p", { className: "trainer-text", dir: "auto" });
const read = make("button", { type: "button", className: "button button--small", textContent: words.read });
const from = make("p", { className: "trainer-from", textContent: words.from });
const message = make("div", { className: "trainer-says", hidden: true }, from, text, read);
message.setAttribute("role", "alert");
document.body.append(message);
read.addEventListener("click", () => {
  seen = Number(message.dataset.number);
  message.hidden = true;
});

async function ask() {
  try {
    const reply = await fetch(address, { credentials: "same-origin" });
    missed = 0;
    if (reply.ok) {
      const said = await reply.json();
      from.hidden = read.hidden = false;
      message.hidden = !said.text || said.number === seen;
      if (text.textContent !== said.text) text.textContent = said.text;
      message.dataset.number = said.number;
    }
  } catch (fault) {
    /* the control room itself says that there is no line; when that lasts, this says what it may mean */
    missed += 1;
    if (missed === LONG) {
      text.textContent = words.gone;
      from.hidden = true;
      read.hidden = true;
      message.hidden = false;
    }
  }
  setTimeout(ask, PAUSE);
}

/* the remark */
const open = make("button", { type: "button", className: "practice-note", textContent: words.note });
const field = make("textarea", { className: "input", rows: 4, id: "remark", maxLength: 600 });
const told = make("p", { className: "small", hidden: true });
told.setAttribute("role", "status");
const form = make(
  "form",
  { className: "stack stack--tight", method: "dialog" },
  make("label", { className: "field-label", htmlFor: "remark", textContent: words.label }),
  make("p", { className: "small muted", textContent: words.hint }),
  field,
  told,
  make("div", { className: "row" }, make("button", { className: "button button--main", textContent: words.keep }), make("button", { type: "button", className: "button", textContent: words.shut, onclick: () => dialog.close() })),
);
const dialog = make("dialog", { className: "trainer-note" }, form);
dialog.setAttribute("aria-label", words.note);
document.body.append(dialog);
band.append(open);
open.addEventListener("click", () => {
  told.hidden = true;
  dialog.showModal();
  field.focus();
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  told.hidden = false;
  try {
    const reply = await fetch(address, { method: "POST", body: new URLSearchParams({ remark: field.value }), credentials: "same-origin" });
    const said = await reply.json();
    told.textContent = said.ok ? words.kept : said.say;
    if (said.ok) field.value = "";
  } catch (fault) {
    told.textContent = words.away;
  }
});
/* What is typed here is not for the keys of the control room. */
dialog.addEventListener("keydown", (event) => event.stopPropagation());
ask();
