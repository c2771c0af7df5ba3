"""Building blocks: `facilitator/handbook/bouwstenen/*.md` -> task, goal, instruments and guiding questions."""

from __future__ import annotations

from typing import Any

from facilitator.content.body import Body
from facilitator.content.document import Document
from facilitator.content.faults import Faults
from facilitator.content.fields import Form

MOST = 7


def read_block(document: Document, faults: Faults) -> dict[str, Any]:
    """One building block; `kind` is casus (about one carer) or keten (about the chain), task and goal are prose."""
    form = Form(document.file, 1, document.fields, faults)
    block = {
        "number": form.whole("nummer", 1, MOST),
        "name": form.text("naam"),
        "kind": form.choice("soort", ("casus", "keten")),
        "source": form.text("bron"),
    }
    form.close()
    body = Body.of(document, ("Opgave", "Doel", "Instrumenten", "Vragen"), faults)
    return {
        **block,
        "task": body.prose("Opgave", required=True),
        "goal": body.prose("Doel", required=True),
        "instruments": body.bullets("Instrumenten", required=True),
        "questions": body.bullets("Vragen", required=True),
    }
