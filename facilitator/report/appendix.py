"""The appendix: all notes as they were written, step by step, with what became of each."""

from __future__ import annotations

from typing import Any

from facilitator.chain.kind import Kind, Page
from facilitator.chain.paper import Block, Heading, PageBreak, Table, Text
from facilitator.report.source import begun

FLAGS = (
    ("on_behalf", "namens iemand"),
    ("late", "later toegevoegd"),
    ("hidden", "verborgen"),
    ("withdrawn", "teruggenomen"),
    ("into", "samengevoegd"),
)
HEADER = ["Code", "Briefje", "Groepje", "Van, en opmerkingen"]
WIDTHS = [1.2, 6.5, 3, 3.5]


def appendix(page: Page) -> list[Block]:
    """A table for each step that holds notes, also of steps that went from the agenda; no column stays empty."""
    by_step: dict[str, list[dict[str, Any]]] = {}
    for note in page.list("note"):
        by_step.setdefault(note["step"], []).append(note)
    if not by_step:
        return []
    blocks: list[Block] = [PageBreak(), Heading(1, "Bijlage: alle briefjes")]
    blocks.append(
        Text("Elk briefje staat hier zoals het geschreven is, per stap, op volgorde van binnenkomst.", "small")
    )
    for step, notes in by_step.items():
        title = page.entities.get(step, {}).get("title", "Een stap die van de agenda ging")
        rows = [[note["id"], *row(page, note)] for note in notes]
        keep = [0, 1, *(column for column in (2, 3) if any(cells[column] for cells in rows))]
        kept = [[cells[column] for column in keep] for cells in rows]
        header, widths = [HEADER[column] for column in keep], [WIDTHS[column] for column in keep]
        blocks += [Heading(2, title), Table(header, kept, widths, f"Alle briefjes bij: {title}")]
    return blocks


def annexes(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """What the steps keep for the end, each on a page of its own."""
    blocks: list[Block] = []
    for step in begun(page, meeting):
        kept = kinds[step["kind"]].annex(step, page)
        blocks += [PageBreak(), Heading(1, f"Bijlage bij: {step['title']}"), *kept] if kept else []
    return blocks


def row(page: Page, note: dict[str, Any]) -> list[str]:
    """Text, group, and who wrote it with what is to be known of it."""
    cluster = page.entities.get(note.get("cluster", ""), {})
    writer = " · ".join(part for part in (note.get("by"), note.get("org")) if part)
    remarks = [word for flag, word in FLAGS if note.get(flag)]
    return [note["text"], cluster.get("name", ""), "; ".join(part for part in (writer, *remarks) if part)]
