"""LibreOffice and pdftoppm, for the tests that open the Word report as a reader would."""

import shutil

from facilitator.install import debian, say


def found() -> bool:
    """True when a .docx can be turned into pages."""
    return bool(shutil.which("soffice") and shutil.which("pdftoppm"))


def bring() -> bool:
    """Install both by apt when possible; False with one loud line when they are not there."""
    if not found() and debian.possible():
        debian.install(
            ["libreoffice-writer-nogui", "poppler-utils"], "LibreOffice voor de tests installeren met apt"
        )
    if not found():
        say.loud(
            "Geen LibreOffice en pdftoppm gevonden: de tests die het verslag bekijken worden OVERGESLAGEN. "
            "Op Debian en Ubuntu: sudo apt install libreoffice-writer-nogui poppler-utils"
        )
    return found()
