"""Dutch words of the crowd: what somebody just did, and what is said when the room cannot go on."""

from __future__ import annotations

SOMEBODY = "Iemand"
AT = "{who} ({organisation})"
DID = {
    "note.post": "schreef een briefje",
    "note.edit": "verbeterde een briefje",
    "note.withdraw": "haalde een briefje terug, of hing het weer op",
    "ballot.cast": "gaf stippen of cijfers",
    "rating.give": "woog de voorstellen",
    "introduction.give": "vulde de kennismaking in",
    "action.make": "bood een actie aan",
    "action.take": "pakte een actie op",
    "commitment.make": "nam zich iets voor",
    "goal.make": "stelde een doel voor",
    "goal.edit": "maakte een doel scherper",
    "instrument.propose": "noemde iets wat er al is",
    "instrument.edit": "verbeterde wat er al is",
    "network.say": "zei met wie de organisatie samenwerkt",
    "network.propose": "zei iets over een lijn op de kaart",
    "partner.propose": "noemde wie er nog bij hoort",
    "tie.tell": "zei wie de organisatie al kent",
    "place.tell": "zei waar de organisatie al komt",
    "place.add": "noemde een nieuwe plek",
    "progress.tell": "vertelde hoe een actie ervoor staat",
    "reflection.ready": "is klaar met nadenken",
    "role.offer": "zei bij wie een rol past",
}
OTHER = "deed iets op de telefoon"
CAME, LEFT, BACK, LOST = "komt binnen", "gaat naar huis", "is er weer", "heeft geen verbinding"
REMOVED = "is van tafel gehaald"

SHUT = "De gespeelde mensen komen niet binnen. De deur zegt: {say}"
NOT_ALLOWED = (
    "De gespeelde mensen kunnen nu niet verder. Een echte deelnemer kan het nu ook niet ({name}). "
    "Ketentafel zegt: {say}"
)
NO_WATCH = "De gespeelde mensen kunnen de regie niet zien. Haal ze opnieuw binnen."
NO_HOUSE = "De gespeelde mensen vinden de oefenzaal niet. Kijk of hij nog draait en haal ze opnieuw binnen."
BROKEN = "Bij de gespeelde mensen ging iets mis, en dat ligt aan ons. Haal ze opnieuw binnen."
BUSY = "Er is al een voorval bezig. Wacht tot het voorbij is."
UNKNOWN = "Dit voorval bestaat niet. Kies er een uit de lijst."
