"""The list of kinds; a new kind adds its import and its line here and nothing elsewhere."""

from exercises.kinds.acties.kind import Acties
from exercises.kinds.afsluiten.kind import Afsluiten
from exercises.kinds.briefjes.kind import Briefjes
from exercises.kinds.casus.kind import Casus
from exercises.kinds.checklist.kind import Checklist
from exercises.kinds.doelen.kind import Doelen
from exercises.kinds.instrumenten.kind import Instrumenten
from exercises.kinds.kennismaking.kind import Kennismaking
from exercises.kinds.matrix.kind import Matrix
from exercises.kinds.netwerk.kind import Netwerk
from exercises.kinds.persona.kind import Persona
from exercises.kinds.planning.kind import Planning
from exercises.kinds.reflectie.kind import Reflectie
from exercises.kinds.rollen.kind import Rollen
from exercises.kinds.schaal.kind import Schaal
from exercises.kinds.stemmen.kind import Stemmen
from exercises.kinds.terugblik.kind import Terugblik
from exercises.kinds.uitleg.kind import Uitleg
from exercises.kinds.vindplaatsen.kind import Vindplaatsen
from facilitator.chain.kind import Kind
from facilitator.chain.rules import Rulebook

KINDS: list[Kind] = [
    Uitleg(),
    Kennismaking(),
    Briefjes(),
    Persona(),
    Casus(),
    Vindplaatsen(),
    Checklist(),
    Netwerk(),
    Doelen(),
    Instrumenten(),
    Rollen(),
    Stemmen(),
    Matrix(),
    Schaal(),
    Planning(),
    Reflectie(),
    Terugblik(),
    Acties(),
    Afsluiten(),
]


def rulebook() -> Rulebook:
    """The rules of a meeting with all kinds; raises when two kinds claim one name."""
    return Rulebook(KINDS)
