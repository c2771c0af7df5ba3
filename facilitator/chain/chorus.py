"""What several people said in the same words: on paper it stands once, with all who said it."""

from __future__ import annotations

from collections.abc import Iterable


def bare(text: str) -> str:
    """A text without what makes no difference: capitals, spaces, the full stop at its end."""
    return " ".join(text.casefold().split()).rstrip(".")


def once(said: Iterable[tuple[str, str, list[str]]]) -> list[str]:
    """One line for each thing that was said: (text, who or "", what the reader has to know of it), in that order."""
    found: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    for text, who, marks in said:
        found.setdefault((bare(text), *marks), (text, []))[1].append(who)
    lines = []
    for (_, *marks), (text, people) in found.items():
        named = everybody(people)
        often = f"{len(people)} keer" if len(people) > 1 else ""
        more = ", ".join(part for part in (": ".join(filter(None, (often, named))), *marks) if part)
        lines.append(f"{text} ({more})" if more else text)
    return lines


def tallied(people: list[str]) -> str:
    """All who said it, and how often when that does not follow from their names."""
    named = everybody(people)
    told = len(people) < 2 or len(set(filter(None, people))) == len(people)
    return named if told else ": ".join(filter(None, (f"{len(people)} keer", named)))


def everybody(people: Iterable[str]) -> str:
    """All who said it, each once; "" is nobody who may be named."""
    return "; ".join(dict.fromkeys(filter(None, people)))
