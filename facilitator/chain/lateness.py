"""How far a meeting is behind its agenda: the sum that the control room shows as well (static/js/control/time.js)."""

from __future__ import annotations

from facilitator.chain.model import Chain, Entity


def spent(step: Entity, meeting: Entity, now: float) -> float:
    """Seconds that a step got until now."""
    running = meeting["step"] == step["id"] and meeting["state"] == "open" and step.get("entered_at") is not None
    return step["spent"] + (max(0.0, now - step["entered_at"]) if running else 0.0)


def behind(chain: Chain, meeting: Entity, now: float) -> float:
    """Seconds behind at this moment (negative: ahead); 0 before the first step."""
    steps = chain.steps(meeting["id"])
    at = next((number for number, step in enumerate(steps) if step["id"] == meeting["step"]), None)
    if at is None:
        return 0.0
    got = [spent(step, meeting, now) for step in steps]
    planned = [step["minutes"] * 60 for step in steps[:at]]
    return sum(got) - sum(planned) - min(got[at], steps[at]["minutes"] * 60)


def until(chain: Chain, meeting: Entity, now: float, seconds: float) -> float:
    """How long it takes, if nobody does anything, until the meeting is so far behind; never less than that itself."""
    step = chain.get(meeting["step"], "step")
    if step is None:
        return 0.0
    left = max(0.0, step["minutes"] * 60 - spent(step, meeting, now))
    return max(seconds, seconds - behind(chain, meeting, now) + left)
