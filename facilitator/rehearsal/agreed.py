"""What a rehearsed keten agreed on, as it was sent and accepted (goals, roles, instruments, dates), and its check."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from exercises.kinds.rollen.words import HOW, ROLES
from facilitator.chain.goals import RUNNING

Body = dict[str, Any]
TOOL_ROLES = ("developer", "executor")


@dataclass
class Agreed:
    """Kept by the id that the house gave; `after` is what a next meeting of the keten begins with."""

    goals: dict[str, Body] = field(default_factory=dict)
    roles: dict[str, Body] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    offers: dict[tuple[str, str | int, str], Body] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)  # instruments that are not on the list (yet)
    dates: dict[str, list[str]] = field(default_factory=dict)  # per step the days that are on its list
    back: set[str] = field(default_factory=set)  # ids that come from a meeting before this one

    def after(self) -> Agreed:
        goals = {key: one for key, one in self.goals.items() if one["adopted"] and one["stand"] == RUNNING}
        roles = {key: dict(one) for key, one in self.roles.items()}
        goals = {key: dict(one) for key, one in goals.items()}
        return Agreed(goals, roles, dict(self.instruments), back={*goals, *roles, *self.instruments})

    def told(self, steps: dict[str, str]) -> Agreed:
        """What a report must say when the meeting was at these steps (each with its kind)."""
        kinds = set(steps.values())
        offers = {key: one for key, one in self.offers.items() if steps.get(key[0]) == "rollen"}
        goals = {key: one for key, one in self.goals.items() if key not in self.back or "doelen" in kinds}
        roles = {key: one for key, one in self.roles.items() if key not in self.back or "rollen" in kinds}
        return Agreed(goals, roles, self.instruments, offers, dates=self.dates, back=self.back)

    # goals

    def on_goal_make(self, who: str | int, body: Body, ids: list[str]) -> None:
        letters = {key: flat(text) for key, text in body.get("letters", {}).items()}
        self.goals[ids[0]] = {"text": body["text"].strip(), "letters": letters, "adopted": False, "stand": RUNNING}

    def on_goal_many(self, who: str | int, body: Body, ids: list[str]) -> None:
        lines = [line.strip() for line in body["lines"] if line.strip()]
        for identity, line in zip(ids, lines, strict=True):
            self.goals[identity] = {"text": line, "letters": {}, "adopted": False, "stand": RUNNING}

    def on_goal_edit(self, who: str | int, body: Body, ids: list[str]) -> None:
        goal = self.goals[body["goal"]]
        goal["letters"] |= {key: flat(text) for key, text in body.get("letters", {}).items()}
        goal["text"] = (body.get("text") or goal["text"]).strip()

    def on_goal_adopt(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.goals[body["goal"]]["adopted"] = body.get("on", True)

    def on_goal_follow(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.goals[body["goal"]]["stand"] = body["stand"]

    def on_goal_remove(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.goals[body["goal"]]["adopted"] = False

    # roles and instruments

    def on_role_assign(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.roles[ids[-1]] = {key: flat(body.get(key, "")) for key in ("slot", "organisation", "contact")}

    def on_role_edit(self, who: str | int, body: Body, ids: list[str]) -> None:
        changed = {key: flat(body[key]) for key in ("organisation", "contact") if body.get(key) is not None}
        self.roles[body["role"]] |= changed

    def on_role_remove(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.roles.pop(body["role"], None)

    def on_role_offer(self, who: str | int, body: Body, ids: list[str]) -> None:
        key = body["step"], who, body["slot"]
        self.offers.pop(key, None)
        if body["how"]:
            self.offers[key] = {"how": body["how"], "other": flat(body.get("other", ""))}

    def on_instrument_add(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.instruments[ids[0]] = flat(body["name"])

    def on_instrument_propose(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.proposals[ids[0]] = flat(body["name"])

    def on_instrument_many(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.proposals |= zip(ids, (flat(line) for line in body["lines"] if line.strip()), strict=True)

    def on_instrument_adopt(self, who: str | int, body: Body, ids: list[str]) -> None:
        there, away = (self.instruments, self.proposals) if body.get("on", True) else (self.proposals, self.instruments)
        there[body["instrument"]] = away.pop(body["instrument"])

    def on_instrument_edit(self, who: str | int, body: Body, ids: list[str]) -> None:
        if body.get("name"):
            listed = body["instrument"] in self.instruments
            (self.instruments if listed else self.proposals)[body["instrument"]] = flat(body["name"])

    def on_instrument_remove(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.instruments.pop(body["instrument"], None)
        self.proposals.pop(body["instrument"], None)

    # dates

    def on_date_propose(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.dates.setdefault(body["step"], []).append(body["day"])

    def title(self, slot: str) -> str:
        """How the report begins the line of a role."""
        role, _, about = slot.partition(".")
        if role in TOOL_ROLES:
            return f"{ROLES[role]}, {self.instruments.get(about, '')}"
        return f"{ROLES[role]}, bouwsteen {about}" if about else ROLES[role]


def flat(text: str) -> str:
    return " ".join(text.split())


def beginning(rows: list[list[str]], first: str, *inside: str) -> bool:
    """True when a row begins with the one, and has each of the others somewhere in it."""
    return any(
        flat(row[0]).startswith(first) and all(text in flat(" ".join(row[1:])) for text in inside if text)
        for row in rows
        if row
    )


def goals(rows: list[list[str]], agreed: Agreed) -> list[str]:
    """Each goal with the answers to its letters; one that the keten took also with how it goes."""
    found = []
    for goal in agreed.goals.values():
        wanted = [*goal["letters"].values(), goal["stand"] if goal["adopted"] else ""]
        if not beginning(rows, flat(goal["text"]), *wanted):
            found.append(f"Doel '{flat(goal['text'])}' staat niet (zo) in het verslag.")
    return found


def roles(rows: list[list[str]], agreed: Agreed) -> list[str]:
    """Each role with its organisation and contact person; each instrument; each offer."""
    found = []
    for one in agreed.roles.values():
        role, _, about = one["slot"].partition(".")
        tool = agreed.instruments.get(about, "") if role in TOOL_ROLES else ""
        if not beginning(rows, tool or agreed.title(one["slot"]), one["organisation"], one["contact"]):
            found.append(f"{agreed.title(one['slot'])}: '{one['organisation']}' staat niet (zo) in het verslag.")
    for identity, name in agreed.instruments.items():
        if identity not in agreed.back and not any(name in flat(cell) for row in rows for cell in row):
            found.append(f"Instrument '{name}' staat niet in het verslag.")
    for (_, _, slot), one in agreed.offers.items():
        if not beginning(rows, agreed.title(slot), HOW[one["how"]].format(other=one["other"])):
            found.append(f"Een aanbod bij {agreed.title(slot)} staat niet in het verslag.")
    return found


def days(rows: list[list[str]], agreed: Agreed) -> list[str]:
    """Every step that proposed dates has as many rows of them as there were."""
    found = []
    for listed in agreed.dates.values():
        for day in listed:
            year, _, number = day.split("-")
            if not any(row and f" {int(number)} " in row[0] and row[0].split(",")[0].endswith(year) for row in rows):
                found.append(f"De datum {day} staat niet in het verslag.")
    return found
