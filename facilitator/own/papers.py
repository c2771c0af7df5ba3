"""A form's values as Markdown and back: the file that is written is the one that is checked, line by line.

Values are text by the name of their field; an agenda has `stappen` as well, a list of such values. What the form does
not draw (settings that a kind does not offer) stays in the values, so that a file goes through the form unharmed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.content.document import Document, Value
from facilitator.content.faults import Fault
from facilitator.content.people import NOTES, SECTIONS
from facilitator.content.second import AGENDA, CONFIRMED, EXERCISE, PERSONA

Values = dict[str, Any]
PLAIN = re.compile(r"[^\W_](?:[\w .()/-]*[\w.)])?")
BODY = {  # field -> heading
    "uitleg": "Uitleg",
    "doel": "Doel",
    "vraag": "Vraag",
    "letop": "Let op",
    "achter": "Als u achterloopt",
    "toelichting": "Toelichting",
    "voorbeelden": "Voorbeelden",
}
HEADS = {
    "leeftijd": "Wie is {}?",
    "persoonlijke_situatie": "Wie horen bij {}?",
    "werk": "Wat doet {}?",
    "huidige_situatie": "Hoe gaat het nu met {}?",
    "profiel": "Wat voor mens is {}?",
    "informatievoorziening_en_zoekgedrag": "Waar zoekt {} informatie?",
    "behoeften_en_verlangens": "Wat zou {} helpen?",
    "pijn_angst_frustraties_belemmeringen": "Waar loopt {} tegenaan?",
    "ondersteuning": "Wie en wat is er al voor {}?",
}
STEP = ("oefening", "onderdeel", "titel", "minuten", "van")  # what the form draws of a step
LISTED = ("vragen", "kies")  # lists that a step may carry
SWITCH = {"true": "ja", "false": "nee"}  # a file may say either
KEYS = {  # what a form knows of the top of a file
    EXERCISE: {"id", "soort", "titel", "minuten", "bouwsteen", "instellingen", "van", "bron", CONFIRMED},
    AGENDA: {"id", "titel", "fase", "minuten", "bron", "stappen"},
    PERSONA: set("naam leeftijd nummer label regel zorgt_voor segmenten bouwstenen portret bron".split()) | {CONFIRMED},
}
STEP_KEYS = {*STEP, *LISTED, "instellingen"}
SET = "instelling."  # before the name of a setting
NUMBER = "50"  # own personas stand behind ours


@dataclass
class Paper:
    """Lines as they are written, and which field each of them came from."""

    lines: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def add(self, name: str, text: str) -> None:
        for line in text.split("\n"):
            self.lines.append(line)
            self.fields.append(name)

    def key(self, name: str, key: str, text: str, lead: str = "") -> None:
        self.add(name, f"{lead}{key}: {quoted(text)}")

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def where(self, fault: Fault) -> str:
        """The field that a fault belongs to; "" when it is about the whole."""
        return self.fields[fault.line - 1] if 1 <= fault.line <= len(self.fields) else ""


def quoted(text: str) -> str:
    """One line of text as YAML: plain when it cannot be read otherwise."""
    line = " ".join(text.split())
    return line if PLAIN.fullmatch(line) else json.dumps(line, ensure_ascii=False)


def listed(texts: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def lines_of(text: str) -> list[str]:
    """The lines of a field, without a dash in front and without empty ones."""
    return [line for line in (re.sub(r"^[-*][ \t]+", "", one.strip()) for one in text.split("\n")) if line]


def write(sort: str, identity: str, values: Values, settings: Iterable[str] = ()) -> Paper:
    """The file; `settings` are the names of the settings that the exercise's kind knows."""
    paper = Paper()
    paper.add("", "---")
    {PERSONA: _persona, EXERCISE: _exercise, AGENDA: _agenda}[sort](paper, identity, values, list(settings))
    return paper


def said(values: Values, name: str) -> str:
    return str(values.get(name, "") or "").strip()


def _exercise(paper: Paper, identity: str, values: Values, settings: list[str]) -> None:
    paper.key("", "id", identity)
    for name in ("soort", "titel", "minuten"):
        paper.key(name, name, said(values, name))
    if said(values, "bouwsteen"):
        paper.key("bouwsteen", "bouwsteen", said(values, "bouwsteen"))
    given = [name for name in settings if said(values, SET + name)]
    if given:
        paper.add("instellingen", "instellingen:")
    for name in given:
        text = said(values, SET + name)
        paper.add(SET + name, f"  {name}: {text if text[0] in '[{' else quoted(text)}")
    if said(values, "van"):
        paper.key("van", "van", said(values, "van"))
    paper.key("bron", "bron", said(values, "bron"))
    if values.get(CONFIRMED) == "ja":
        paper.key(CONFIRMED, CONFIRMED, "ja")
    paper.add("", "---")
    questions = lines_of(values.get("vragen", ""))
    if questions:
        paper.add("vragen", "\n## Vragen\n\n" + "\n".join(f"- {line}" for line in questions))
    for name, title in BODY.items():
        if said(values, name) or name == "doel":
            paper.add(name, f"\n## {title}\n\n{said(values, name)}")


def _agenda(paper: Paper, identity: str, values: Values, settings: list[str]) -> None:
    steps = values.get("stappen") or []
    total = sum(int(step["minuten"]) for step in steps if str(step.get("minuten", "")).strip().isdigit())
    paper.key("", "id", identity)
    paper.key("titel", "titel", said(values, "titel"))
    paper.key("fase", "fase", said(values, "fase"))
    paper.key("stappen", "minuten", str(total))
    paper.key("bron", "bron", said(values, "bron"))
    paper.add("stappen", "stappen:" if steps else "stappen: []")
    for number, step in enumerate(steps):
        lead = "  - "
        for name in STEP:
            if said(step, name) or name in ("oefening", "minuten"):
                paper.key(f"stappen.{number}.{name}", name, said(step, name), lead)
                lead = "    "
        for name in LISTED:
            rows = lines_of(step.get(name, ""))
            if rows:
                paper.add(f"stappen.{number}.{name}", f"    {name}: {listed(rows)}")
        if said(step, "instellingen"):
            paper.add(f"stappen.{number}.instellingen", f"    instellingen: {said(step, 'instellingen')}")
    paper.add("", "---")
    paper.add("over", f"\n{said(values, 'over')}")


def label_of(values: Values) -> str:
    """What tells a persona apart: the label, else name and age."""
    name, age = said(values, "naam"), said(values, "leeftijd")
    return said(values, "label") or (f"{name} ({age})" if name and age else name)


def _persona(paper: Paper, identity: str, values: Values, settings: list[str]) -> None:
    for name in ("naam", "leeftijd"):
        paper.key(name, name, said(values, name))
    paper.key("nummer", "nummer", said(values, "nummer") or NUMBER)
    paper.key("label", "label", label_of(values))
    for name in ("regel", "zorgt_voor"):
        paper.key(name, name, said(values, name))
    for name in ("segmenten", "bouwstenen"):
        paper.add(name, f"{name}: {listed(lines_of(values.get(name, '')))}")
    for name in ("portret", "bron"):
        paper.key(name, name, said(values, name))
    if values.get(CONFIRMED) == "ja":
        paper.key(CONFIRMED, CONFIRMED, "ja")
    paper.add("", "---")
    for section in SECTIONS:
        head = said(values, f"{section}.kop") or HEADS[section].format(said(values, "naam") or "deze persoon")
        paper.add(f"{section}.tekst", f"\n## {head} {{#{section}}}")
        paper.add(f"{section}.vraag", f"Vraag: {' '.join(said(values, f'{section}.vraag').split())}")
        paper.add(f"{section}.tekst", f"\n{said(values, f'{section}.tekst')}")
    paper.add(NOTES, f"\n## Toelichting voor de begeleider {{#{NOTES}}}\n\n{said(values, NOTES)}")


def fits(sort: str, document: Document) -> bool:
    """True when the form can hold all of a file: then nothing of it is lost on the way through."""
    ids = [section.id if sort == PERSONA else section.title.casefold() for section in document.sections]
    places = {
        PERSONA: {*SECTIONS, NOTES},
        EXERCISE: {"vragen", *(title.casefold() for title in BODY.values())},
        AGENDA: set(),
    }[sort]
    whole = set(ids) <= places and len(set(ids)) == len(ids) and document.fields.keys() <= KEYS[sort]
    if sort != AGENDA:
        return whole and not document.opening.body.strip()
    raw = _front(document).get("stappen") or []
    return whole and isinstance(raw, list) and all(isinstance(step, dict) and step.keys() <= STEP_KEYS for step in raw)


def read(sort: str, document: Document) -> Values:
    """What a form shows of a file."""
    return {PERSONA: _of_persona, EXERCISE: _of_exercise, AGENDA: _of_agenda}[sort](document)


def _raw(value: Value) -> Any:
    if isinstance(value.raw, list):
        return [_raw(one) for one in value.raw]
    if isinstance(value.raw, dict):
        return {name: _raw(one) for name, one in value.raw.items()}
    return value.raw


def _text(raw: Any) -> str:
    return raw.strip() if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)


def _front(document: Document) -> dict[str, Any]:
    return {name: _raw(value) for name, value in document.fields.items()}


def _of_exercise(document: Document) -> Values:
    front = _front(document)
    values = {name: _text(front.get(name, "")) for name in ("soort", "titel", "minuten", "bouwsteen", "van", "bron")}
    given = front.get("instellingen")
    for name, raw in given.items() if isinstance(given, dict) else ():
        values[SET + name] = SWITCH.get(_text(raw), _text(raw))
    bodies = {section.title.casefold(): section.body for section in document.sections}
    questions: list[str] = []
    for line in bodies.get("vragen", "").split("\n"):
        if line[:1] in (" ", "\t") and line.strip() and questions:
            questions[-1] += f" {line.strip()}"
        else:
            questions += lines_of(line)
    values["vragen"] = "\n".join(questions)
    return values | {name: bodies.get(title.casefold(), "").strip() for name, title in BODY.items()}


def _of_agenda(document: Document) -> Values:
    front = _front(document)
    values: Values = {name: _text(front.get(name, "")) for name in ("titel", "fase", "bron")}
    values["over"] = document.opening.body.strip()
    raw = front.get("stappen")
    values["stappen"] = [_of_step(step) for step in (raw if isinstance(raw, list) else ()) if isinstance(step, dict)]
    return values


def _of_step(step: dict[str, Any]) -> Values:
    values = {name: _text(step.get(name, "")) for name in STEP}
    for name in LISTED:
        if isinstance(step.get(name), list):
            values[name] = "\n".join(_text(one) for one in step[name])
    if isinstance(step.get("instellingen"), dict):
        values["instellingen"] = json.dumps(step["instellingen"], ensure_ascii=False)
    return values


def _of_persona(document: Document) -> Values:
    front = _front(document)
    names = ("naam", "leeftijd", "nummer", "label", "regel", "zorgt_voor", "portret", "bron")
    values = {name: _text(front.get(name, "")) for name in names}
    for name in ("segmenten", "bouwstenen"):
        raw = front.get(name)
        values[name] = "\n".join(_text(one) for one in raw) if isinstance(raw, list) else _text(raw or "")
    if values["label"] == label_of({**values, "label": ""}):
        values["label"] = ""
    for section in document.sections:
        if section.id in SECTIONS:
            usual = HEADS[section.id].format(values["naam"])
            first, _, rest = section.body.strip().partition("\n")
            asked = first.removeprefix("Vraag:").strip() if first.startswith("Vraag:") else ""
            values[f"{section.id}.kop"] = "" if section.title == usual else section.title
            values[f"{section.id}.vraag"] = asked
            values[f"{section.id}.tekst"] = (rest if asked else section.body).strip()
        elif section.id == NOTES:
            values[NOTES] = section.body.strip()
    return values
