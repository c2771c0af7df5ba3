"""What a simulated participant does at the goals: propose one or two, and make one of its own sharper."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.doelen.words import ANSWERS
from facilitator.chain.goals import LETTERS
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

MOST, SHARPENS, BLOCK = 2, 0.35, 0.6  # goals of one person; of the people sharpen; of what is about a block says so
ABOUT = (
    ("werkende", 1),
    ("school", 1),
    ("overbelasting", 2),
    ("vraag", 2),
    ("doorverwezen", 3),
    ("afloop", 5),
    ("denken mee", 7),
)
MORE = {
    "specific": ("Het gaat om mensen die nog nergens bekend zijn.", "Alleen de drie wijken waar wij al werken.",
                 "Het gaat om de eerste weken na een diagnose."),
    "measurable": ("Wij vragen het bij elk huisbezoek.", "Wij schrijven op wie er via wie binnenkomt.",
                   "De vraag komt in de enquête die er al is."),
    "agreed": ("De thuiszorg en het steunpunt willen dit.", "Dat moeten wij nog aan mantelzorgers vragen.",
               "Mijn leidinggevende staat erachter."),
    "realistic": ("Ja, want het past in ons gewone werk.", "Alleen als wij het samen doen.",
                  "Dat kan, als iemand het bijhoudt."),
    "timed": ("Voor het nieuwe schooljaar.", "De eerste stap kan deze maand.",
              "Bij de volgende bijeenkomst kijken wij."),
}  # fmt: skip


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Proposals, for the keten or for a building block; then two of the five questions about the first one."""
    texts = []
    for number in range(guest.many(MOST)):
        text = guest.say("goal", guest.examples, "doel", number)
        texts.append(text)
        body = {"step": step["id"], "text": text, "block": block(step, guest, number, text)}
        yield Intent(f"goal/{number}", "goal.make", body, text, hard=1.5)
    goal = guest.mine("goal", texts[0]) if texts and guest.often(SHARPENS, "sharpen") else None
    if goal is not None and not goal.get("adopted"):
        letters = {}
        for letter in guest.chance("letters").sample(LETTERS, 2):
            said = guest.say(f"letter {letter}", (*ANSWERS[letter], *MORE[letter]), "")
            letters |= {letter: said} if said else {}
        if letters:
            body = {"goal": goal["id"], "letters": letters}
            yield Intent("sharpen", "goal.edit", body, "".join(letters.values()), late=True)


def block(step: Entity, guest: Guest, number: int, text: str) -> int:
    """The building block of a goal, when its words say which; 0 is the whole keten."""
    if step.get("block") or not step["settings"].get("blocks", True):
        return step.get("block") or 0
    fitting = next((one for word, one in ABOUT if word in text.casefold()), 0)
    return fitting if guest.chance("block", number).random() < BLOCK else 0
