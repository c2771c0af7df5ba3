"""Judging what is being typed: the faults beside their fields, and what may point at a real person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.content.people import NOTES, SECTIONS
from facilitator.content.second import AGENDA, CONFIRMED, EXERCISE, PERSONA, Own, Second, sort_of
from facilitator.own import papers, traces
from facilitator.own.bookcase import Bookcase
from facilitator.own.fields import setting_names
from facilitator.own.papers import Values

DRAFT = "eigen-nieuw"  # the name of what has none yet; no file ever gets it, since four letters come behind a title
SURE = "Lees alles nog eens door. Zet dan het vinkje als niemand te herkennen is."
RARE = "Een plaats, een leeftijd en een ziekte samen passen vaak maar bij één mens. Haal er een weg, of verander hem."
NO_STEPS = "Zet er eerst een stap bij."
KINDER = (  # what the reader of files says, as one says it beside a field
    (re.compile(r"'stappen' is leeg\."), NO_STEPS),
    (re.compile(r"'\w+' (?:is leeg|ontbreekt)\.|Onder de kop '.*' staat niets\."), "Vul dit nog in."),
    (re.compile(r"Onder '.*' hoort eerst een regel 'Vraag.*"), "Schrijf hier een vraag aan de zaal."),
    (re.compile(r"Onder '.*' staat alleen een vraag.*"), "Beschrijf hier de persoon."),
    (re.compile(r"Zet onder de kenmerken.*"), "Schrijf in een paar zinnen waar deze agenda voor is."),
    (re.compile(r"(.*) Kies uit: .{120,}"), r"\1 Kies iets uit de lijst."),
    (re.compile(r"'\w+' moet tussen (\d+) en (\d+) liggen\..*"), r"Kies een getal van \1 tot en met \2."),
    (re.compile(r"'\w+' moet een geheel getal zijn\..*"), "Vul hier een getal in, met cijfers."),
)
NAMED = re.compile(r"'([\w-]+)'")
HOME = {AGENDA: "over"}
READ = (*(f"{section}.tekst" for section in SECTIONS), "naam", "regel", "zorgt_voor", NOTES)
CASE = ("titel", "vragen", "uitleg", "doel", "vraag", "letop", "achter", "toelichting", "voorbeelden")


@dataclass
class Judged:
    """What was typed, as if it stood there. A fault is {field, say}, a trace {field, name, say, found, instead}."""

    one: Own
    shelf: Second
    text: str
    faults: list[dict[str, str]] = field(default_factory=list)
    traces: list[dict[str, Any]] = field(default_factory=list)
    rare: list[dict[str, Any]] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not self.faults


def judge_form(bookcase: Bookcase, sort: str, identity: str, values: Values, names: Iterable[str] = ()) -> Judged:
    """A form: written as a file, read by the rules of files, and every fault brought back to the field it is about."""
    identity = identity or DRAFT
    paper = papers.write(sort, identity, values, setting_names(bookcase.kinds, str(values.get("soort", ""))))
    shelf, one = bookcase.judge(sort, identity, paper.text)
    judged = Judged(one, shelf, paper.text)
    texts = {name: values.get(name, "") for name in fields_read(sort) if isinstance(values.get(name), str)}
    judged.traces = [{"field": name, **row} for name, text in texts.items() for row in traces.looked_at(text, names)]
    if sort != AGENDA:
        judged.rare = rare_in(values, texts)
    for fault in one.faults:
        row = {"field": paper.where(fault) or HOME.get(sort, ""), "say": fault.sentence}
        if "echt mens lijkt" in fault.sentence:
            row = {"field": CONFIRMED, "say": SURE}
        elif sort == AGENDA and fault.sentence.startswith("Zet onder de kenmerken"):
            row["field"] = "over"
        elif sort == AGENDA and "verder" in fault.sentence:
            row["field"] = row["field"].rpartition(".")[0] + ".van"
        say = kinder(row["say"])
        judged.faults.append({**row, "say": titled(say, shelf) if sort == AGENDA else say})
    judged.faults = [row for row in judged.faults if not follows(row, values)]
    if sort == EXERCISE and (judged.traces or judged.rare) and values.get(CONFIRMED) != "ja":
        judged.faults.append({"field": CONFIRMED, "say": SURE})
    return judged


def kinder(say: str) -> str:
    """The sentence for somebody who sees a field and no file."""
    for pattern, words in KINDER:
        if pattern.fullmatch(say):
            return pattern.sub(words, say)
    return say


def titled(say: str, shelf: Second) -> str:
    """The sentence with the titles of exercises where a file has their ids."""
    first, mark, options = say.partition(" Kies uit: ")
    exercises = shelf.library.exercises
    first = NAMED.sub(lambda it: f"“{exercises[it[1]]['title']}”" if it[1] in exercises else it[0], first)
    names = [f"“{exercises[it]['title']}”" if it in exercises else it for it in options.removesuffix(".").split(", ")]
    return f"{first}{mark}{', '.join(names)}." if mark else first


def follows(row: dict[str, str], values: Values) -> bool:
    """True for a fault that only follows from another one beside it."""
    name = row["field"]
    if name == "label":
        return not values.get("label") and not (values.get("naam") and values.get("leeftijd"))
    return name == "stappen" and not values.get("stappen") and row["say"] != NO_STEPS


def judge_text(bookcase: Bookcase, sort: str, identity: str, text: str, names: Iterable[str] = ()) -> Judged:
    """A text that was typed or sent as Markdown; faults name their line."""
    shelf, one = bookcase.judge(sort, identity or DRAFT, text)
    judged = Judged(one, shelf, text)
    judged.traces = [{"field": "", **row} for row in traces.looked_at(text, names)]
    judged.faults = [{"field": "", "say": f"Regel {fault.line}: {fault.sentence}"} for fault in one.faults]
    return judged


def fields_read(sort: str) -> tuple[str, ...]:
    return {PERSONA: READ, EXERCISE: CASE, AGENDA: ("titel", "over")}[sort]


def rare_in(values: Values, texts: dict[str, str]) -> list[dict[str, Any]]:
    """The combination, looked for in everything together; a persona's age stands in a field of its own."""
    age = f"{values['leeftijd']} jaar" if values.get("leeftijd") else ""
    found = traces.rare("\n".join([*texts.values(), age]))
    rows = []
    for trace in found:
        where = next((name for name, text in texts.items() if trace.found in text), "leeftijd")
        row = {"field": where, "name": trace.name, "say": trace.say, "found": trace.found}
        rows.append({**row, "instead": traces.replacement(trace) if where != "leeftijd" else ""})
    return rows


__all__ = ["DRAFT", "RARE", "Judged", "judge_form", "judge_text", "sort_of"]
