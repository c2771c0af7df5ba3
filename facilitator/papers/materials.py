"""What to lay ready for a meeting: what is always needed, and what each kind asks for; a proposal of our own."""

from __future__ import annotations

from typing import Any

ALWAYS = (
    "Laptop, beamer en een verlengsnoer.",
    "De code op papier bij de deur, en een of twee telefoons voor wie er geen heeft.",
    "Pennen en papieren briefjes, voor wie liever met de hand schrijft.",
)


def materials(steps: list[dict[str, Any]]) -> list[str]:
    """What every meeting needs, then what its steps ask for, in their order and each once."""
    return [*ALWAYS, *dict.fromkeys(step["materials"] for step in steps if step.get("materials"))]
