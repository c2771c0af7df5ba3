"""Categories of instruments, and which of them the handreiking names for each building block (§2.2)."""

from __future__ import annotations

from collections.abc import Iterable

CATEGORIES = {
    "information": "Informatie en advies",
    "education": "Educatie",
    "psychoeducation": "Psycho-educatie en advisering",
    "ehealth": "E-health",
    "emotional": "Emotionele steun",
    "guidance": "Persoonlijke begeleiding",
    "selfhelp": "Zelfhulp",
    "movement": "Bewegen",
    "material": "Materiële hulp",
    "financial": "Financiële regelingen",
    "respite": "Vervangende mantelzorg en praktische hulp",
    "light": "Lichttherapie",
    "medication": "Medicatie",
    "therapy": "Psychodynamische therapie",
    "guideline": "Richtlijn",
    "handbook": "Handreiking",
    "workshop": "Workshop over de ketenaanpak",
    "carers": "Vragenlijst voor mantelzorgers",
    "partners": "Vragenlijst voor ketenpartijen",
    "persona": "Persona",
    "network": "Netwerkanalyse",
    "other": "Anders",
}
FITTING: dict[int, tuple[str, ...]] = {
    1: ("information", "education"),
    2: ("information", "emotional", "guidance", "education"),
    3: (
        *("information", "psychoeducation", "ehealth", "emotional", "guidance", "movement", "material", "financial"),
        *("respite", "light", "medication", "therapy"),
    ),
    4: ("information", "psychoeducation", "ehealth", "emotional", "guidance", "selfhelp"),
    5: ("information", "guidance", "education"),
    6: ("guideline", "handbook", "workshop"),
    7: ("carers", "partners", "persona", "network"),
}


def missing(block: int, found: Iterable[str]) -> list[str]:
    """What is named for a block and not among the categories that were found."""
    have = set(found)
    return [one for one in FITTING.get(block, ()) if one not in have]
