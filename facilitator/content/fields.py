"""Typed reading of front matter: each reader takes text and gives a value, or adds a fault and gives a blank one.

YAML alone would read 9:30 as 570, NO as False and 1.10 as 1.1; here every scalar arrives as text and the field decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.content.document import Value
from facilitator.content.faults import Faults, suggestion

WHOLE = re.compile(r"[0-9]{1,6}")
ANSWERS = {"ja": True, "nee": False}


@dataclass
class Form:
    """The keys of one mapping in one file, read field by field; `close` reports what nobody asked for."""

    file: str
    line: int
    values: dict[str, Value]
    faults: Faults
    asked: list[str] = field(default_factory=list)

    def fault(self, line: int, sentence: str) -> None:
        self.faults.add(self.file, line, sentence)

    def line_of(self, key: str) -> int:
        return self.values[key].line if key in self.values else self.line

    def text(self, key: str, required: bool = True) -> str:
        """One line of text; white space is folded."""
        value = self._value(key, required)
        if value is None:
            return ""
        if not isinstance(value.raw, str):
            self.fault(value.line, f"'{key}' moet gewone tekst zijn.")
            return ""
        return " ".join(value.raw.split())

    def whole(self, key: str, least: int, most: int, required: bool = True) -> int:
        """A whole number written with digits only; 0 when it is not there."""
        text = self.text(key, required)
        if not text:
            return 0
        if not WHOLE.fullmatch(text):
            self.fault(self.line_of(key), f"'{key}' moet een geheel getal zijn. Er staat '{text}'.")
            return 0
        if not least <= int(text) <= most:
            self.fault(self.line_of(key), f"'{key}' moet tussen {least} en {most} liggen. Er staat {text}.")
            return 0
        return int(text)

    def choice(self, key: str, options: Iterable[str], required: bool = True) -> str:
        """One of the options, spelled as given."""
        options = list(options)
        text = self.text(key, required)
        if text and text not in options:
            self.fault(self.line_of(key), f"'{key}' kent '{text}' niet.{suggestion(text, options)}")
            return ""
        return text

    def yes(self, key: str) -> bool:
        """ja or nee; nee when it is not there."""
        return ANSWERS.get(self.choice(key, ANSWERS, required=False), False)

    def texts(self, key: str, required: bool = True) -> list[str]:
        """A list of texts, `[a, b]` or one per line."""
        found = []
        for value in self._list(key, required):
            if isinstance(value.raw, str) and value.raw.strip():
                found.append(" ".join(value.raw.split()))
            else:
                self.fault(value.line, f"In de lijst '{key}' hoort op elke plaats gewone tekst.")
        return found

    def wholes(self, key: str, least: int, most: int, required: bool = True) -> list[int]:
        """A list of whole numbers, each once."""
        found: list[int] = []
        for value in self._list(key, required):
            if not (isinstance(value.raw, str) and WHOLE.fullmatch(value.raw) and least <= int(value.raw) <= most):
                self.fault(value.line, f"In de lijst '{key}' horen gehele getallen van {least} tot en met {most}.")
            elif int(value.raw) in found:
                self.fault(value.line, f"In de lijst '{key}' staat {value.raw} twee keer.")
            else:
                found.append(int(value.raw))
        return found

    def mapping(self, key: str) -> dict[str, Value]:
        """The keys and values under `key`; empty when it is not there."""
        value = self._value(key, required=False)
        if value is None:
            return {}
        if not isinstance(value.raw, dict):
            self.fault(value.line, f"Onder '{key}' horen naam en waarde te staan, zoals {{naam: waarde}}.")
            return {}
        return value.raw

    def forms(self, key: str) -> list[Form]:
        """A list of mappings, each as a form of its own."""
        found = []
        for value in self._list(key, required=True):
            if isinstance(value.raw, dict):
                found.append(Form(self.file, value.line, value.raw, self.faults))
            else:
                self.fault(value.line, f"In de lijst '{key}' hoort elk onderdeel namen en waarden te hebben.")
        return found

    def close(self) -> None:
        """Adds a fault for every key that no reader asked for."""
        for key, value in self.values.items():
            if key not in self.asked and " " in key and value.raw == "":
                sentence = f"'{key}' lijkt een stuk van een tekst. Zet een tekst met een komma tussen aanhalingstekens."
                self.fault(value.line, sentence)
            elif key not in self.asked:
                self.fault(value.line, f"'{key}' is geen bekend kenmerk.{suggestion(key, self.asked)}")

    def _value(self, key: str, required: bool) -> Value | None:
        self.asked.append(key)
        value = self.values.get(key)
        empty = value is not None and (not value.raw or (isinstance(value.raw, str) and not value.raw.strip()))
        if value is None or empty:
            if required:
                self.fault(self.line_of(key), f"'{key}' {'is leeg' if empty else 'ontbreekt'}.")
            return None
        return value

    def _list(self, key: str, required: bool) -> list[Value]:
        value = self._value(key, required)
        if value is None:
            return []
        if not isinstance(value.raw, list):
            self.fault(value.line, f"'{key}' moet een lijst zijn, zoals [een, twee].")
            return []
        return value.raw
