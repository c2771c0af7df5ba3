"""Hunspell with Debian's Dutch word list, for the test that checks the spelling of all Dutch in the house."""

import shutil
import subprocess

from facilitator.install import debian, say

COMMAND = ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"]


def found() -> bool:
    """True when Dutch words can be checked."""
    if not shutil.which(COMMAND[0]):
        return False
    asked = subprocess.run(COMMAND, input="fiets\n", capture_output=True, text=True, encoding="utf-8")
    return asked.returncode == 0 and not asked.stderr and not asked.stdout


def unknown(words: list[str]) -> list[str]:
    """Those of the words that the list does not know, in one run."""
    told = subprocess.run(COMMAND, input="\n".join(words), capture_output=True, text=True, encoding="utf-8", check=True)
    return told.stdout.split()


def bring() -> bool:
    """Install both by apt when possible; False with one loud line when they are not there."""
    if not found() and debian.possible():
        debian.install(["hunspell", "hunspell-nl"], "Nederlandse woordenlijst voor de tests installeren met apt")
    if not found():
        say.loud(
            "Geen hunspell met Nederlands gevonden: de test van de spelling wordt OVERGESLAGEN. "
            "Op Debian en Ubuntu: sudo apt install hunspell hunspell-nl"
        )
    return found()
