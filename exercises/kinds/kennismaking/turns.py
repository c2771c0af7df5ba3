"""Turns: the order in which organisations at the table speak, and how the facilitator leads them through it."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from exercises.kinds.kennismaking.words import PACES, WORDS
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity
from facilitator.chain.people import present

Seconds = Annotated[int, Meta(ge=15, le=1800)]
START: dict[str, Any] = {
    "order": [],  # organisations as far as a command has fixed their place; later ones follow by themselves
    "hand": [],  # put in the round by the facilitator: nobody with a phone sits there for them
    "current": "",
    "done": [],  # [organisation, seconds] in the order in which they spoke
    "skipped": [],
    "since": None,  # since when the current one speaks (s)
    "started": False,
}


class Here(Body):
    step: Id


class One(Body):
    step: Id
    organisation: Id


class Move(Body):
    step: Id
    organisation: Id
    after: str = ""


class Pace(Body):
    step: Id
    seconds: Seconds


def state_of(step: Entity) -> dict[str, Any]:
    return {**START, "seconds": step["settings"].get("seconds", 120), **step["state"]}


def seated(chain: Chain, meeting: str) -> list[str]:
    """Organisations of who is here, in the order in which they came in."""
    return list(dict.fromkeys(one["organisation"] for one in present(chain, meeting) if one.get("organisation")))


def order_of(chain: Chain, step: Entity) -> list[str]:
    """The whole row: places that were fixed and still mean somebody, then whoever came later."""
    state, here = state_of(step), seated(chain, step["meeting"])
    spoke = [organisation for organisation, _ in state["done"]]
    stays = {*here, *state["hand"], *spoke, state["current"]}
    kept = [organisation for organisation in state["order"] if organisation in stays]
    return kept + [organisation for organisation in here if organisation not in kept]


def waiting(order: list[str], state: dict[str, Any]) -> list[str]:
    """Who still has to speak, without who was skipped."""
    away = {organisation for organisation, _ in state["done"]} | {*state["skipped"], state["current"]}
    return [organisation for organisation in order if organisation not in away]


def speak(desk: Desk, step: Entity, fields: dict[str, Any]) -> None:
    """Put the change in the book, with a fresh clock for who speaks now, or none."""
    state = {**state_of(step), "order": order_of(desk.chain, step), **fields}
    now, seconds = desk.command.at, state["seconds"]
    fields = {"order": state["order"], **fields, "since": now if state["current"] else None, "started": True}
    desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])
    timer = {"left": seconds, "until": now + seconds} if state["current"] else None
    desk.emit("step.timed", {"id": step["id"], "timer": timer}, step=step["id"])


def tight(step: Entity, turns: int) -> dict[str, Any]:
    """Why a round does not fit in its step, and what would: {say, needs (min), fits (seconds each, 0 for none)}; or {}.

    The handreiking allows ten minutes for each organisation (§4.2); with eleven that is most of three hours (§4.1).
    """
    seconds, has = state_of(step)["seconds"], step["minutes"]
    needs = -(-turns * seconds // 60)
    if not has or needs <= has:
        return {}
    each = next(text for pace, text in PACES if pace == seconds) if seconds in dict(PACES) else f"{seconds} seconden"
    fits = max((pace for pace, _ in PACES if pace * turns <= has * 60), default=0)
    words = {"turns": plural(turns, "organisatie", "organisaties"), "each": each[0].lower() + each[1:]}
    words |= {"needs": plural(needs, "minuut", "minuten"), "has": plural(has, "minuut", "minuten")}
    say = WORDS["tight"].format(**words) + " " + WORDS["tight_less" if fits else "tight_never"]
    return {"say": say, "needs": needs, "fits": fits}


def plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def finished(desk: Desk, state: dict[str, Any]) -> list[list[Any]]:
    """`done`, with who speaks now added to it."""
    if not state["current"]:
        return state["done"]
    return [*state["done"], [state["current"], round(desk.command.at - state["since"])]]


def following(desk: Desk) -> None:
    """The one who speaks has had a turn; the next begins. After the last the round is over."""
    step = desk.step(desk.body.step)
    state, order = state_of(step), order_of(desk.chain, step)
    if not order:
        raise Refused(WORDS["nobody"])
    rest = waiting(order, state)
    if not rest and not state["current"]:
        raise Refused(WORDS["all_done"])
    speak(desk, step, {"current": rest[0] if rest else "", "done": finished(desk, state)})


def back(desk: Desk) -> None:
    """Who spoke last speaks again; who speaks now waits for another turn."""
    step = desk.step(desk.body.step)
    state = state_of(step)
    if not state["done"]:
        raise Refused(WORDS["nobody_before"])
    speak(desk, step, {"current": state["done"][-1][0], "done": state["done"][:-1]})


def skip(desk: Desk) -> None:
    """Who should speak now does not; the next begins. Who was skipped can be chosen later."""
    step = desk.step(desk.body.step)
    state = state_of(step)
    if not state["current"]:
        raise Refused(WORDS["nobody_now"])
    rest = waiting(order_of(desk.chain, step), state)
    speak(desk, step, {"current": rest[0] if rest else "", "skipped": [*state["skipped"], state["current"]]})


def choose(desk: Desk) -> None:
    """Any organisation of the row speaks now, also one that was skipped or has spoken."""
    step = desk.step(desk.body.step)
    state, wanted = state_of(step), in_row(desk, step)
    if wanted == state["current"]:
        return
    done = [one for one in finished(desk, state) if one[0] != wanted]
    skipped = [one for one in state["skipped"] if one != wanted]
    speak(desk, step, {"current": wanted, "done": done, "skipped": skipped})


def in_row(desk: Desk, step: Entity) -> str:
    """The organisation of the body, if it is in the row."""
    if desk.body.organisation not in order_of(desk.chain, step):
        raise Refused(WORDS["not_in_round"])
    return desk.body.organisation


def move(desk: Desk) -> None:
    """An organisation takes another place in the row: after another one, or in front ("")."""
    step = desk.step(desk.body.step)
    moved, order = in_row(desk, step), order_of(desk.chain, step)
    rest = [organisation for organisation in order if organisation != moved]
    if desk.body.after and desk.body.after not in rest:
        raise Refused(WORDS["not_in_round"])
    place = rest.index(desk.body.after) + 1 if desk.body.after else 0
    after = [*rest[:place], moved, *rest[place:]]
    if after == order:
        raise Refused(WORDS["same_place"])
    desk.emit("step.set", {"id": step["id"], "fields": {"order": after}}, step=step["id"])


def add(desk: Desk) -> None:
    """An organisation that nobody with a phone sits there for gets a place at the end of the row."""
    step = desk.step(desk.body.step)
    organisation = desk.find(desk.body.organisation, "organisation")["id"]
    order = order_of(desk.chain, step)
    if organisation in order:
        raise Refused(WORDS["in_round"])
    hand = [*state_of(step)["hand"], organisation]
    desk.emit(
        "step.set", {"id": step["id"], "fields": {"hand": hand, "order": [*order, organisation]}}, step=step["id"]
    )


def pace(desk: Desk) -> None:
    """Another time for each; who speaks now gets the difference."""
    step = desk.step(desk.body.step)
    if retime(desk, step, desk.body.seconds):
        settings = {**step["settings"], "seconds": desk.body.seconds}
        desk.emit("step.edited", {"id": step["id"], "fields": {"settings": settings}}, step=step["id"])


def retime(desk: Desk, step: Entity, seconds: int) -> bool:
    """Set the time for each in what the step remembers, and the clock that runs; True when that is a change."""
    more = seconds - state_of(step)["seconds"]
    if not more:
        return False
    desk.emit("step.set", {"id": step["id"], "fields": {"seconds": seconds}}, step=step["id"])
    clock = step.get("timer")
    if clock and state_of(step)["current"]:
        until = None if clock["until"] is None else clock["until"] + more
        desk.emit(
            "step.timed", {"id": step["id"], "timer": {"left": clock["left"] + more, "until": until}}, step=step["id"]
        )
    return True


RULES = [
    Rule("turn.next", Here, ONLY_FACILITATOR, following, of_step=True),
    Rule("turn.back", Here, ONLY_FACILITATOR, back, of_step=True),
    Rule("turn.skip", Here, ONLY_FACILITATOR, skip, of_step=True),
    Rule("turn.choose", One, ONLY_FACILITATOR, choose, of_step=True),
    Rule("turn.move", Move, ONLY_FACILITATOR, move, of_step=True),
    Rule("turn.add", One, ONLY_FACILITATOR, add, of_step=True),
    Rule("turn.pace", Pace, ONLY_FACILITATOR, pace, of_step=True),
]
