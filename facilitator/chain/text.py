"""Text at the door: what may not be in it goes out, and nothing else is touched."""

from __future__ import annotations

import unicodedata
from typing import Any

KEPT = {"\n", "\t"}
FORBIDDEN = {"Cc", "Cs"}


def clean(text: str) -> str:
    """NFC, without control characters (line ends and tabs stay), lone surrogates, U+FFFE and U+FFFF."""
    if text.isprintable():  # the usual line: no character that could have to go
        return unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = [c for c in text if c in KEPT or (unicodedata.category(c) not in FORBIDDEN and c not in "\ufffe\uffff")]
    return unicodedata.normalize("NFC", "".join(kept))


def clean_all(value: Any) -> Any:
    """The same value with every string in it cleaned, keys as well."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_all(part) for part in value]
    if isinstance(value, dict):
        return {clean_all(key): clean_all(part) for key, part in value.items()}
    return value


def blank(text: str) -> bool:
    """True when nothing in the text can be seen: spaces, zero-width and other format characters only."""
    return not any(not c.isspace() and unicodedata.category(c) not in {"Cf", "Zs", "Zl", "Zp", "Mn"} for c in text)


def one_line(text: str) -> str:
    """Cleaned text on one line, single spaces, trimmed."""
    return " ".join(clean(text).split())
