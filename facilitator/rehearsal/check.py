"""The check of a full report (D33): everything that was sent and accepted must stand in it; each loss is a sentence."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import Any

from facilitator.chain.answers import partners
from facilitator.chain.chorus import bare
from facilitator.rehearsal import agreed
from facilitator.rehearsal.paper import Paper, read
from facilitator.rehearsal.sent import Sent

APPENDIX = "Bijlage: alle briefjes"
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
LEAST = 3  # answers to a statement, below which the report says nothing of it
SHORT = 80  # characters of a lost text that are shown


def lost(report: bytes, sent: Sent) -> list[str]:
    """What was sent and is not in this report, one Dutch sentence each; [] when all of it came out."""
    try:
        paper = read(report)
    except ValueError as fault:
        return [f"Het verslag is geen Word-document ({fault})."]
    checks = (people, notes, clusters, votes, scales, dates, ratings, placed, actions, earlier, told)
    checks += (introductions, commitments, typed, lines)
    found = [sentence for check in checks for sentence in check(paper, sent)]
    there = sent.agreed.told(sent.kinds)
    agreements = (agreed.goals, agreed.roles, agreed.days)
    return found + [sentence for check in agreements for sentence in check(paper.rows, there)]


def lines(paper: Paper, sent: Sent) -> list[str]:
    """Each line of the network map that somebody named on a phone."""
    return sent.mapped.lost(paper.rows, {who: person.organisation for who, person in sent.people.items()})


def typed(paper: Paper, sent: Sent) -> list[str]:
    """Offered actions and commitments that came from cards."""
    return [
        f"Wat op papier stond, {quote(line)}, staat niet in het verslag."
        for line in sent.cards.lines
        if not paper.count(line)
    ]


def quote(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat[:SHORT]}...'" if len(flat) > SHORT else f"'{flat}'"


def same(text: str) -> str:
    """As a reader sees it: spaces and line ends do not count."""
    return " ".join(text.split())


def has_row(paper: Paper, *wanted: str) -> int:
    """In how many rows all of these stand, each in a cell of its own (a cell may say more after it)."""
    asked = [same(text) for text in wanted if text.strip()]
    found = 0
    for row in paper.rows:
        cells = [same(cell) for cell in row]
        for text in asked:
            at = next((place for place, cell in enumerate(cells) if cell == text), None)
            if at is None:
                at = next((place for place, cell in enumerate(cells) if cell.startswith(text)), None)
            if at is None:
                break
            del cells[at]
        else:
            found += 1
    return found


def people(paper: Paper, sent: Sent) -> list[str]:
    """Everybody who joined: name, profession and organisation in the table of who was there."""
    found = []
    for person in sent.people.values():
        told = ", ".join(part for part in (same(person.name), same(person.profession)) if part)
        if told and not paper.count(told):
            found.append(f"Deelnemer {quote(told)} staat niet in het verslag.")
        if person.organisation and not paper.count(same(person.organisation)):
            found.append(f"Organisatie {quote(person.organisation)} staat niet in het verslag.")
    return found


def notes(paper: Paper, sent: Sent) -> list[str]:
    """Each note by its number in the appendix, and its text in the part above that."""
    found = []
    body = paper.until(APPENDIX)
    all_words = "\n".join(bare(text) for text in (*body.lines, *(cell for row in body.rows for cell in row)))
    rows = {row[0]: same(row[1]) for row in paper.rows if len(row) > 1}
    for identity, text in sent.notes.items():
        if rows.get(identity) != same(text):
            found.append(f"Briefje {identity} {quote(text)} staat niet in de bijlage.")
        if bare(text) not in all_words:
            found.append(f"Briefje {identity} {quote(text)} staat niet bij zijn stap.")
    return found


def clusters(paper: Paper, sent: Sent) -> list[str]:
    return [
        f"Groepje {quote(name)} staat niet in het verslag." for name in sent.clusters.values() if not paper.count(name)
    ]


def label(sent: Sent, identity: str) -> str:
    """How the report begins what can be weighed."""
    return f"{sent.clusters[identity]} (" if identity in sent.clusters else sent.notes.get(identity, "")


def votes(paper: Paper, sent: Sent) -> list[str]:
    """The total of every candidate that got dots, in a row with its name."""
    found = []
    for step in sent.ballots_of("stemmen"):
        totals = sent.votes(step)
        wanted = Counter((label(sent, identity), dots) for identity, dots in totals.items())
        for (name, dots), times in wanted.items():
            said = f"{same(name)} ({'1 stip' if dots == 1 else f'{dots} stippen'})"
            if rows_ending(paper, name, str(dots)) + paper.count(said) < times:
                found.append(f"De {dots} stippen op {quote(name)} staan niet in het verslag.")
    return found


def rows_ending(paper: Paper, name: str, last: str) -> int:
    """Rows of three that name a candidate and end in this number."""
    return sum(len(row) == 3 and row[2] == last and same(row[1]).startswith(same(name)) for row in paper.rows)


def scales(paper: Paper, sent: Sent) -> list[str]:
    """Of each statement with enough answers every mark, in the last cell of a row."""
    found = []
    cells = Counter(same(row[-1]) for row in paper.rows if row)
    for step in sent.ballots_of("schaal"):
        for identity, often in sent.given(step).items():
            typed_in = len(sent.cards.answers.get(step, {}).get(identity, ()))
            phones = often.total() - typed_in
            secret = often.total() < LEAST or (typed_in and 0 < phones < LEAST)
            said = ", ".join(f"{often[number]} keer een {number}" for number in sorted(often))
            cells[said] -= 1
            if not secret and cells[said] < 0:
                found.append(f"De cijfers {quote(said)} staan niet in het verslag.")
    return found


def dates(paper: Paper, sent: Sent) -> list[str]:
    """Of each date how many said yes, maybe and no."""
    found = []
    rows = Counter(tuple(row[1:4]) for row in paper.rows if len(row) == 5)
    for step in sent.ballots_of("planning"):
        for often in sent.given(step).values():
            counts = tuple(str(often[number]) for number in (3, 2, 1))
            rows[counts] -= 1
            if rows[counts] < 0:
                found.append(f"De aantallen {quote(' / '.join(counts))} bij een datum staan niet in het verslag.")
    return found


def mark(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def ratings(paper: Paper, sent: Sent) -> list[str]:
    """The medians of effect and effort of every candidate that was rated and not moved by hand."""
    found = []
    for step in dict.fromkeys((*sent.ratings, *sent.cards.marks)):
        marks: dict[str, list[list[int]]] = {}
        for one in sent.ratings.get(step, {}).values():
            for identity, pair in one.items():
                marks.setdefault(identity, []).append(pair)
        for identity, (effects, efforts) in sent.cards.marks.get(step, {}).items():
            marks.setdefault(identity, []).extend([list(pair) for pair in zip(effects, efforts, strict=True)])
        for identity, pairs in marks.items():
            if identity not in sent.placed.get(step, {}):
                middle = [median(pair[axis] for pair in pairs) for axis in (0, 1)]
                found += on_plane(paper, label(sent, identity), middle)
    return found


def placed(paper: Paper, sent: Sent) -> list[str]:
    """Every point that the facilitator put on the plane."""
    return [
        sentence
        for points in sent.placed.values()
        for identity, spot in points.items()
        for sentence in on_plane(paper, label(sent, identity), spot)
    ]


def on_plane(paper: Paper, name: str, spot: list[float]) -> list[str]:
    impact, effort = mark(spot[0]), mark(spot[1])
    for row in paper.rows:
        if len(row) == 6 and same(row[1]).startswith(same(name)):
            if row[2].split(" ")[0] == impact and row[3].split(" ")[0] == effort:
                return []
    return [f"De cijfers van {quote(name)} (effect {impact}, moeite {effort}) staan niet in het verslag."]


def day(text: str) -> str:
    year, month, number = text.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def actions(paper: Paper, sent: Sent) -> list[str]:
    """Each action in a row with who, when, status and remarks; subactions as well."""
    found = []
    wanted: Counter[tuple[str, ...]] = Counter()
    for action in sent.actions.values():
        when = day(action["when"]) if action["when"] else ""
        wanted[action["what"], action["who"], when, action["status"], action["remarks"]] += 1
    for cells, times in wanted.items():
        if has_row(paper, *cells) < times:
            found.append(f"Actie {quote(cells[0])} staat niet (zo) in het verslag.")
    return found


def earlier(paper: Paper, sent: Sent) -> list[str]:
    """Each action that an earlier meeting left, as it stands now, with what is in the way and what helps."""
    found = []
    for action in sent.earlier.values() if sent.looked_back else ():
        when = day(action["when"]) if action["when"] else ""
        what = f"– {action['what']}" if action.get("under") in sent.earlier else action["what"]
        if not has_row(paper, what, action["who"], when, action["status"]):
            found.append(f"Actie {quote(action['what'])} van een eerdere bijeenkomst staat niet (zo) in het verslag.")
        for text in (action.get("obstacle", ""), action.get("help", "")):
            if text and not has_row(paper, action["what"], text):
                found.append(f"Bij actie {quote(action['what'])} staat {quote(text)} niet in het verslag.")
    return found


def told(paper: Paper, sent: Sent) -> list[str]:
    """What people said on their phones about actions of earlier meetings."""
    found = []
    for one in sent.told:
        action = sent.earlier.get(one["action"], {"what": ""})
        if not has_row(paper, action["what"], one["status"], one.get("obstacle", ""), one.get("help", "")):
            found.append(f"Wat iemand zei over {quote(action['what'])} staat niet in het verslag.")
    return found


def introductions(paper: Paper, sent: Sent) -> list[str]:
    """What each phone told of its organisation: contact, offer and cooperation, each in a row."""
    found = []
    for who, body in sent.introductions.items():
        person = sent.people.get(who)
        organisation = same(person.organisation) if person else ""
        for theme, fields in THEMES:
            cells = [joined(partners(body) if key == "has" else body.get(key)) for key in fields]
            if any(cells) and not has_row(paper, organisation, *cells):
                found.append(
                    f"Kennismaking van {quote(organisation)}, {theme}: {quote(', '.join(filter(None, cells)))}."
                )
    return found


THEMES = (
    ("contact", ("contact", "number", "frequency")),
    ("aanbod", ("offers", "how", "funding")),
    ("samenwerking", ("has", "wants")),
)


def joined(value: Any) -> str:
    return ", ".join(same(one) for one in value if one.strip()) if isinstance(value, list) else same(value or "")


def commitments(paper: Paper, sent: Sent) -> list[str]:
    """Each commitment, and what people thought of the meeting, as often as it was said, in whatever spelling."""
    said = [body.get(key, "") for body in sent.commitments.values() for key in ("text", "worth", "better")]
    spelled = {bare(text): text for text in reversed(said)}  # the first spelling, as the report prints it
    wanted = Counter(map(bare, said))
    told = [bare(line) for line in paper.lines] + [bare(cell) for row in paper.rows for cell in row]
    return [
        f"Voornemen of mening {quote(spelled[text])} staat niet in het verslag (of te weinig)."
        for text, times in wanted.items()
        if text and sum(often(text, one) for one in told if text in one) < times
    ]


def often(text: str, line: str) -> int:
    """How often a line says that this was said, both bare: "samen eten (3 keer)" is three."""
    counted = re.search(rf"{re.escape(text)}\.* \((\d+) keer", line)
    return int(counted[1]) if counted else 1
