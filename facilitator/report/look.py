"""The look of a report: whose colours, whose logo, whose styles. Without any it is ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.chain.command import Refused
from facilitator.report.contrast import LEAST, colour, contrast, paler, readable
from facilitator.report.styles import GREEN, INK, SOFT, TINT

WHITE = "FFFFFF"
NO_COLOUR = "Dit is geen kleur. Kies een kleur, of typ zes cijfers en letters zoals #0B5351."
PALE_MAIN = (
    "Deze kleur is te licht voor letters: {found} op 1, en {least} op 1 is nodig. Net donker genoeg is #{better}."
)
DARK_GROUND = (
    "Op deze kleur zijn letters niet goed te lezen: {found} op 1, en {least} op 1 is nodig. "
    "Licht genoeg is bijvoorbeeld #{better}."
)


@dataclass(frozen=True)
class Look:
    """`main` is the colour of headings and lines, `tint` the ground of a table's head: six hex figures each.

    `logo` is a PNG (logo.py), `whose` says of whom; `parts` are styles and theme of an own template (template.py).
    """

    main: str = GREEN
    tint: str = TINT
    logo: bytes = b""
    whose: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    def coloured(self, xml: str) -> str:
        """A part of ours with this look's colours in the place of ours."""
        ours = {GREEN: self.main, TINT: self.tint}
        return re.sub(rf'"({GREEN}|{TINT})"', lambda found: f'"{ours[found[1]]}"', xml)

    def painted(self, svg: str) -> str:
        """A drawing of ours in this look's colours."""
        ours = {f"#{GREEN}": f"#{self.main}", f"#{TINT}": f"#{self.tint}"}
        return re.sub(rf'"(#{GREEN}|#{TINT})"', lambda found: f'"{ours[found[1]]}"', svg)


OURS = Look()


def checked(main: str, tint: str) -> tuple[str, str]:
    """Both colours, when everything that is written in and on them can be read; raises Refused for the field."""
    letters, ground = colour(main), colour(tint)
    for field, found in (("main", letters), ("tint", ground)):
        if not found:
            raise Refused(NO_COLOUR, field=field)
    if contrast(letters, WHITE) < LEAST:
        raise Refused(say(PALE_MAIN, contrast(letters, WHITE), readable(letters, WHITE)), field="main")
    inks = (INK, SOFT, letters)
    worst = min(contrast(ink, ground) for ink in inks)
    if worst < LEAST:
        raise Refused(say(DARK_GROUND, worst, paler(ground, *inks)), field="tint")
    return letters, ground


def say(words: str, found: float, better: str) -> str:
    """4.53 -> "4,5"."""
    return words.format(found=f"{int(found * 10) / 10:.1f}".replace(".", ","), least="4,5", better=better)
