"""Everything that is wrong with the content, collected so that an author sees all of it in one go."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: the file (relative to the root), the line (1-based) and a full Dutch sentence for the author."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


class ContentFaults(Exception):
    """Raised once by `load`, holding every fault of every file in the order of file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass
class Faults:
    """The list being filled while files are read."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int, sentence: str) -> None:
        self.found.append(Fault(file, line, sentence))


def suggestion(word: str, options: Iterable[str]) -> str:
    """A sentence that helps: the nearest option, else the whole list, else nothing; starts with a space."""
    options = list(dict.fromkeys(options))
    folded = {option.casefold(): option for option in options}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return f" Bedoelde u '{folded[near[0]]}'?"
    return f" Kies uit: {', '.join(options)}." if options else ""
