"""The draaiboek: what the facilitator does and says, step by step and on the clock; made from the meeting's agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Table, Text
from facilitator.papers.materials import materials
from facilitator.papers.programme import Programme, View, minutes
from facilitator.papers.prose import blocks_of
from facilitator.report.word import write

PARTS = (("goal", "Doel"), ("ask", "Zeg of vraag"), ("pitfall", "Let op"), ("late", "Als u achterloopt"))
SOURCE = (
    "De stappen komen uit de agenda van deze bijeenkomst. De onderdelen en vragen steunen op de handreiking; tijden, "
    "zinnen om te zeggen en de lijst met spullen zijn een eigen voorstel."
)
NO_CLOCK = "Er is nog geen begintijd. De tijden tellen daarom vanaf het begin: +0:30 is na een half uur."
AFTER = (
    "Maak dezelfde dag het verslag en mail het. Een begin van die mail staat bij Papieren.",
    "Bel tussendoor met wie een actie heeft: wat houdt u tegen, en wie kan helpen?",
    "Plan de volgende keer. Die begint met de acties van vandaag.",
)


def write_script(programme: Programme, at: float) -> bytes:
    """The Word file; a step without a word of guidance still stands in it with its time."""
    when = datetime.fromtimestamp(at, UTC)
    blocks: list[Block] = [Heading(1, "De bijeenkomst in één blik"), overview(programme)]
    if programme.begin is None:
        blocks.append(Text(NO_CLOCK, "small"))
    blocks += [Heading(1, "Leg klaar"), Bullets(materials(programme.steps))]
    blocks += [Heading(1, "Stap voor stap")]
    for after, step in programme.timed():
        blocks += in_steps(programme, after, step)
    blocks += [Heading(1, "Na afloop"), Bullets(list(AFTER)), Text(SOURCE, "small")]
    cover = [line for line in (programme.practice, programme.keten, programme.when, minutes(programme.minutes)) if line]
    title = f"Draaiboek {programme.meeting['title']}"
    marks = {"title": title, "subject": programme.keten, "cover": cover, "created": when, "look": programme.look}
    return write(blocks, **marks, contents=False)


def overview(programme: Programme) -> Table:
    rows = [
        [programme.clock(after), step["title"], step.get("group", ""), str(step["minutes"]), ""]
        for after, step in programme.timed()
    ]
    rows.append([programme.clock(programme.minutes), "Einde", "", "", ""])
    header = ["Tijd", "Stap", "Onderdeel", "Min.", "Werd"]
    return Table(
        header, rows, [1.0, 5.7, 4.3, 0.9, 0.9], "Alle stappen met hun tijd; schrijf zelf op hoe laat het werd"
    )


def in_steps(programme: Programme, after: int, step: View) -> list[Block]:
    """One step: its time, its goal, what to say, the questions, what goes wrong, and what may go when it is late."""
    until = programme.clock(after + step["minutes"])
    about = " · ".join(part for part in (step.get("group"), minutes(step["minutes"]), f"klaar om {until}") if part)
    coaching = step.get("coaching") or {}
    ready = [Text(f"Leg klaar: {lowered(step['materials'])}", "small", True)] if step.get("materials") else []
    found: list[Block] = [Heading(2, f"{programme.clock(after)}  {step['title']}"), Text(about, "small", True), *ready]
    for key, name in PARTS:
        told = blocks_of(coaching.get(key) or [])
        told = held(told) if key == "goal" else told
        if told:
            found += [Heading(3, name), *told]
        if key == "ask" and step.get("prompts"):
            found += [Heading(3, "Vragen aan de zaal"), Numbers([one["text"] for one in step["prompts"]])]
    told = [small(block) for block in blocks_of(coaching.get("notes") or [])]
    return [*found, Heading(3, "Om te weten"), *told] if told else found


def held(blocks: list[Block]) -> list[Block]:
    """Not parted from what follows: nobody turns a page between the goal of a step and what to say."""
    return [replace(block, keep=True) if isinstance(block, Text) else block for block in blocks]


def lowered(text: str) -> str:
    """The sentence as it goes on after a colon."""
    return text[:1].lower() + text[1:]


def small(block: Block) -> Block:
    """Background: nobody has to read it while the room waits."""
    return Text(block.text, "small") if isinstance(block, Text) else block
