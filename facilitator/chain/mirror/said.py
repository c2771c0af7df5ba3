"""The same figures in plain Dutch: one sentence for each picture, kind in tone and without a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitator.chain.mirror import drawn
from facilitator.chain.mirror.row import FEW, Quiet, Row

WORDS: dict[str, Any] = {
    "as_planned": "Deze stap duurde {real}, precies zoals gepland.",
    "longer": "Deze stap duurde {real}: {more} langer dan gepland.",
    "shorter": "Deze stap duurde {real}: {more} korter dan gepland.",
    "running": "Deze stap loopt nog: tot nu toe {real}, op de agenda {planned}.",
    "ahead": "Deze stap komt nog. Er staat {planned} voor.",
    "back": "U was er {n} keer; de tijd is opgeteld.",
    "unseen": "Hier bent u niet aan toegekomen. Er stond {planned} voor.",
    "gone": "Deze stap haalde u later van de agenda.",
    "played": "Daarvan ging {long} in één keer voorbij. Dat was de oefening: de klok werd vooruitgezet.",
    "small": "Er waren minder dan {few} mensen aan tafel. Daarom ziet u hier alleen de tijd.",
    "all_wrote": "Alle {all} mensen met een telefoon brachten iets in.",
    "wrote": "Van de {all} mensen met een telefoon brachten er {n} iets in.",
    "fewer": "Van de {all} mensen met een telefoon brachten er minder dan {few} iets in.",
    "none": "Er kwam niets binnen. Misschien was er vooral gesprek; dat ziet Ketentafel niet.",
    "anonymous": "Deze stap was anoniem: Ketentafel weet hoeveel briefjes er zijn, niet hoeveel mensen schreven.",
    "notes": ("Er hangt 1 briefje.", "Er hangen {n} briefjes."),
    "paper": ("Daarvan kwam er 1 van papier.", "Daarvan kwamen er {n} van papier."),
    "later": ("1 kwam pas toen de zaal al verder was.", "{n} kwamen pas toen de zaal al verder was."),
    "quiet_start": "Het eerste briefje kwam na ongeveer {long}. Daarna was het nooit langer stil.",
    "quiet_between": "Het langst stil was het van minuut {since} tot {until}: ongeveer {long} zonder iets nieuws.",
    "quiet_end": "Na minuut {since} kwam er niets nieuws meer. De stap duurde daarna nog ongeveer {long}.",
    "steady": "Er kwam steeds iets binnen: het was nooit langer dan een minuut of twee stil.",
    "words": "Een briefje had meestal ongeveer {words}.",
    "all_chose": "Alle {all} mensen deden mee.",
    "chose": "Van de {all} mensen deden er {n} mee.",
    "few_chose": "Van de {all} mensen deden er minder dan {few} mee.",
    "nobody_chose": "Nog niemand deed mee.",
    "hidden": ("U hield 1 briefje van het scherm.", "U hield {n} briefjes van het scherm."),
    "merged": ("U legde 1 briefje bij een ander dat erop leek.", "U legde {n} briefjes bij een ander dat erop leek."),
    "ran": "De bijeenkomst duurde {real}. Op de agenda stond {planned}.",
    "runs": "De bijeenkomst is nog open: tot nu toe {real}. Op de agenda staat {planned}.",
    "before": "Daarvan was {long} vóór de eerste stap.",
    "idle": "De deur stond ook nog {long} open zonder dat er iets gebeurde. Die tijd telt niet mee.",
    "over": "De meeste extra tijd ging naar “{title}”: {long} meer dan gepland.",
    "not_begun": "Deze bijeenkomst is nog niet geweest. Na de eerste stap ziet u hier hoe het ging.",
}
SHORT = 120  # seconds: a shorter silence is none


@dataclass(frozen=True)
class Told:
    """A sentence, and the picture that it is about ("" for none)."""

    text: str
    svg: str = ""
    key: str = ""


def minutes(number: float) -> str:
    """nog geen minuut, 1 minuut, 12 minuten; under an hour and a half in minutes, above it in hours as well."""
    if not number:
        return "nog geen minuut"
    if number < 90:
        return "1 minuut" if number == 1 else f"{number:g} minuten"
    hours, rest = divmod(round(number), 60)
    return f"{hours} uur" + (f" en {minutes(rest)}" if rest else "")


def whole_minutes(seconds: float) -> int:
    return round(seconds / 60)


def counted(key: str, number: int) -> list[str]:
    """One sentence about how many; none about nothing."""
    one, many = WORDS[key]
    return [one if number == 1 else many.format(n=number)] if number else []


def time(row: Row) -> Told:
    """Planned and real time of a step."""
    if not row.started:
        return Told(WORDS["ahead" if row.ahead else "unseen"].format(planned=minutes(row.planned)), key="time")
    real = whole_minutes(row.spent)
    key = (
        "running"
        if row.running
        else "as_planned"
        if real == row.planned
        else "longer"
        if real > row.planned
        else "shorter"
    )
    text = WORDS[key].format(real=minutes(real), more=minutes(abs(real - row.planned)), planned=minutes(row.planned))
    more = [WORDS["played"].format(long=minutes(whole_minutes(row.played)))] if row.played else []
    more += [WORDS["back"].format(n=row.visits)] if row.visits > 1 else []
    more += [WORDS["gone"]] if row.gone else []
    return Told(" ".join([text, *more]), key="time")


def told(row: Row) -> list[Told]:
    """All that may be said of a step, its time first."""
    found = [time(row)]
    if not row.started:
        return found
    if row.small:
        return [*found, Told(WORDS["small"].format(few=FEW), key="small")]
    found += [*who(row), *wall(row), *choices(row)]
    return found


def who(row: Row) -> list[Told]:
    """How many wrote, as far as the book knows."""
    if row.fewer:
        return [Told(WORDS["fewer"].format(all=row.people, few=FEW), key="wrote")]
    if row.wrote is None:
        return [Told(WORDS["anonymous"], key="wrote")]
    if not row.wrote:
        return [Told(WORDS["none"], key="wrote")] if row.writes and not row.notes else []
    key = "all_wrote" if row.wrote == row.people else "wrote"
    return [Told(WORDS[key].format(all=row.people, n=row.wrote), drawn.share(row.wrote, row.people), "wrote")]


def wall(row: Row) -> list[Told]:
    """What hangs there, when it came in, how long it is, what was put away or together."""
    found: list[Told] = []
    if row.notes:
        keys = ("notes", "paper", "later", "hidden", "merged")
        found.append(Told(" ".join(one for key in keys for one in counted(key, getattr(row, key))), key="notes"))
    if row.pulse is not None and row.quiet is not None:
        spent = max(row.spent, row.quiet.until)
        picture = drawn.pulse(row.pulse, row.quiet.since, row.quiet.until, spent)
        found.append(Told(silence(row.quiet), picture, "quiet"))
    if row.lengths is not None and row.words is not None:
        middle = round(row.words)
        text = WORDS["words"].format(words="1 woord" if middle == 1 else f"{middle} woorden")
        found.append(Told(text, drawn.lengths(row.lengths), "words"))
    return found


def silence(quiet: Quiet) -> str:
    long = quiet.until - quiet.since
    if long < SHORT:
        return WORDS["steady"]
    since, until = whole_minutes(quiet.since), whole_minutes(quiet.until)
    return WORDS[f"quiet_{quiet.where}"].format(long=minutes(max(1, until - since)), since=since, until=until)


def choices(row: Row) -> list[Told]:
    """How many voted or marked."""
    if not row.choosers:
        return []
    if row.chose is None:
        return [Told(WORDS["few_chose"].format(all=row.choosers, few=FEW), key="chose")]
    key = "nobody_chose" if not row.chose else "all_chose" if row.chose == row.choosers else "chose"
    text = WORDS[key].format(all=row.choosers, n=row.chose)
    return [Told(text, drawn.share(min(row.chose, row.choosers), row.choosers) if row.chose else "", "chose")]


def whole(rows: list[Row], ran: float, idle: float) -> list[Told]:
    """Of the meeting as a whole: `ran` and `idle` are of its diary, in seconds."""
    begun = [row for row in rows if row.started]
    if not begun:
        return [Told(WORDS["not_begun"], key="whole")]
    planned = sum(row.planned for row in rows if not row.gone)
    before = ran - sum(row.spent for row in rows)
    key = "runs" if any(row.running for row in rows) else "ran"
    text = [WORDS[key].format(real=minutes(whole_minutes(ran)), planned=minutes(planned))]
    if whole_minutes(before):
        text.append(WORDS["before"].format(long=minutes(whole_minutes(before))))
    if any(row.played for row in rows):
        text.append(WORDS["played"].format(long=minutes(whole_minutes(sum(row.played for row in rows)))))
    longest = max(begun, key=lambda row: whole_minutes(row.spent) - row.planned)
    over = whole_minutes(longest.spent) - longest.planned
    if over > 0:
        text.append(WORDS["over"].format(title=longest.title, long=minutes(over)))
    if whole_minutes(idle):
        text.append(WORDS["idle"].format(long=minutes(whole_minutes(idle))))
    lines = [(row.title, row.planned, whole_minutes(row.spent)) for row in rows]
    return [Told(" ".join(text), drawn.beside(lines), "whole")]
