"""Uitleg: a slide in prose. The room reads along; nobody has to write anything."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.uitleg.words import WORDS
from facilitator.chain.kind import Act, Kind, Page, Table
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Text


class Uitleg(Kind):
    """The slide stands in the step itself, so this kind keeps no state and takes no commands."""

    name = "uitleg"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]

    def report(self, step: Entity, page: Page) -> list[Block]:
        """Only the questions to the room: what was explained stands in the handreiking, not in a report."""
        questions = [prompt["text"] for prompt in step.get("prompts", [])]
        return [Text(WORDS["asked"]), Bullets(questions)] if questions else []

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """The facilitator starts the clock and tells; the room listens."""
        yield "facilitator", "step.timer", {"step": step["id"], "do": "start", "seconds": step["minutes"] * 60}
        yield "facilitator", "step.timer", {"step": step["id"], "do": "stop"}
