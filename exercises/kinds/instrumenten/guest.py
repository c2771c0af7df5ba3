"""What a simulated participant knows of that there is for carers, and what it misses."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.instrumenten.words import KNOWN, MISSED
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

PROPOSES, CARRIES = 2, 0.2  # instruments of one person at most; of the people carry one out
MISSES = 2
# name, building block, category, for whom
MORE = (
    ("Scherm in de wachtkamer", 1, "information", ""),
    ("Stukje in het wijkblad", 1, "information", "wie nog nergens bekend is"),
    ("Les op school over zorgen thuis", 1, "education", "jonge mantelzorgers"),
    ("Vraag naar de naaste bij de intake", 2, "guidance", ""),
    ("Koffieochtend in het buurthuis", 2, "emotional", "oudere mantelzorgers"),
    ("Rondje bellen na een diagnose", 2, "guidance", "wie net begint"),
    ("Logeerweekend", 3, "respite", "partners van mensen met dementie"),
    ("Samen naar het eerste gesprek", 3, "guidance", ""),
    ("Dagbesteding op de boerderij", 3, "respite", ""),
    ("Gesprek over grenzen", 4, "psychoeducation", "werkende mantelzorgers"),
    ("Schrijfgroep", 4, "emotional", ""),
    ("Bezoek na een overlijden", 5, "guidance", "wie achterblijft"),
    ("Jaarlijks telefoontje", 5, "guidance", ""),
    ("Meelopen bij de consulent", 6, "workshop", "nieuwe collega's"),
    ("Vraag in de enquête van de gemeente", 7, "carers", ""),
)


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """What it knows at the blocks of this step, what is missed there, and what it carries out itself."""
    rows = step["state"].get("blocks", ())
    blocks = [row["block"] for row in rows]
    known = {one[0]: one[1:4] for one in (*KNOWN, *MORE, *named(guest)) if one[1] in blocks}
    for number in range(guest.many(PROPOSES)):
        name = guest.say("know", tuple(known), "", number)
        if name:
            block, category, group = known[name]
            body = {"step": step["id"], "name": name, "block": block, "category": category, "group": group}
            yield Intent(f"know/{number}", "instrument.propose", body, name + group)
    for number in range(guest.many(MISSES)):
        text = guest.say("missed", guest.examples or MISSED, "mis", number)
        body = {"step": step["id"], "block": guest.chance("missed", number).choice(blocks), "text": text}
        yield Intent(f"missed/{number}", "note.post", body, text)
    for row in rows:
        for one in row["instruments"]:
            name = guest.view.get(one["id"], {}).get("name", "")
            if name and guest.often(CARRIES / 2, "carry", name):
                body = {"step": step["id"], "slot": f"executor.{one['id']}", "how": "already"}
                yield Intent(f"carry/{name}", "role.offer", body)


def named(guest: Guest) -> Iterator[tuple[str, int, str, str]]:
    """Instruments of the reference shelf, like the others."""
    for one in guest.shelf.get("instrumenten", ()):
        yield one["naam"], int(one["blok"]), one["soort"], one.get("voor", "")
