"""The laws of the house as plain functions on a Sim; each carries the rule that it holds (docs/SYNC.md)."""

from __future__ import annotations

from typing import Any

from facilitator.chain.census import Census
from facilitator.chain.command import op_of
from facilitator.chain.model import Event
from facilitator.chain.notes import ANONYMOUS
from facilitator.chain.undo import LASTING
from tests.chain import promises
from tests.chain.sim import Sim, summary


def s1_what_was_acked_is_in_the_ledger_once(sim: Sim) -> None:
    """And so is whatever is in memory: numbers without a gap, and the fold of the book is what lives.

    Only when nothing waits to be written.
    """
    first, events = sim.first_events(), sim.written()
    for cid, answer in sim.acked.items():
        assert first.get(op_of(cid)) == [answer["seq"]], "an acknowledged command is not in the book exactly once"
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert summary(sim.book.fold(sim.id, events)) == summary(sim.chain), "the book says something else"
    assert sim.disk.people(sim.id) == sim.room.people
    assert sim.disk.salts(sim.id) == sim.room.salts
    an_anonymous_event_names_nobody(sim, events)
    promises.a_name_is_never_shown_more_openly_than_was_promised(events)
    history_is_complete(sim, events)
    d9_after_the_seal_nobody_votes_again(events)
    d8_after_the_erasure_no_name_is_left(sim, events)


def d9_after_the_seal_nobody_votes_again(events: list[Event]) -> None:
    sealed: set[str] = set()
    for event in events:
        if event.name == "step.sealed":
            sealed.add(event.body["id"])
        assert "key" not in event.body or event.step not in sealed, "somebody may have voted twice"


def d8_after_the_erasure_no_name_is_left(sim: Sim, events: list[Event]) -> None:
    """Of those who were at that table, of contact persons of its roles, and of who told something beforehand."""
    named: set[str] = set()
    for event in events:
        identity = event.body.get("id", "")
        if event.name in ("participant.joined", "participant.edited", "intake.told"):
            named.add(identity)
        elif event.name == "intake.dropped":
            named.discard(identity)
        elif event.name in ("role.assigned", "role.edited"):
            said = event.body.get("fields", event.body).get("named")
            named = named | {identity} if said else named - {identity} if said is False else named
        elif event.name == "role.removed":
            named.discard(identity)
        elif event.name == "people.erased":
            stays = ("role",) if event.body.get("due") else ()  # contact people of the keten, when its days are over
            there = {one: sim.chain.entities[one] for one in named}
            named = {one for one in there if there[one]["meeting"] != identity or there[one]["type"] in stays}
    assert sim.disk.people(sim.id).keys() <= named, "a name was kept"


def d9_what_is_sealed_is_nobodys_own(sim: Sim) -> None:
    """The salt is gone, and no page nor the house itself knows any more whose ballot it was."""
    sealed = [step["id"] for step in sim.chain.of_type("step") if step.get("sealed")]
    secret = [one for step in sealed for one in sim.chain.in_step(step) if one.get("key")]
    assert not set(sealed) & sim.room.salts.keys(), "a salt was kept"
    assert not {one["key"] for one in secret} & sim.room.authors.writers.keys(), "the house remembers whose it is"
    for channel, held in sim.room.held.items():
        assert channel[0] != "own" or not {one["id"] for one in secret} & held.keys(), "a page still has it as its own"
    closed = sim.chain.entities[sim.meeting]["state"] == "closed"
    left = {step for step in sim.room.salts if any(one.get("key") for one in sim.chain.in_step(step))}
    assert not (closed and left), "the meeting is closed and a salt is still there"


def s4_what_channels_hold_is_the_whole_view(sim: Sim) -> None:
    for channel, held in sim.room.held.items():
        assert held == sim.rooms.gate.whole(sim.chain, sim.room.people, sim.room.audience(channel)), channel


def s3_s5_every_page_holds_its_whole_view(sim: Sim) -> None:
    """After quiet."""
    for page in sim.pages:
        for channel in sim.room.channels(page.seat):
            assert page.channels[channel[0]].view == sim.whole(channel), (page.seat, channel)


def a_pile_hangs_together(sim: Sim) -> None:
    chain = sim.chain
    for note in chain.of_type("note"):
        group = chain.get(note.get("cluster") or "")
        assert group is None or (not group["gone"] and group["lane"] == note["lane"]), "a note hangs in what is gone"
        assert note["lane"] in {prompt["id"] for prompt in chain.entities[note["step"]]["prompts"]}
        for identity in note.get("merged", ()):
            assert chain.entities[identity]["into"] == note["id"]
        if note.get("into"):
            head = chain.entities[note["into"]]
            assert note["id"] in head["merged"] and not head.get("into") and not note.get("withdrawn")
            assert not head.get("withdrawn") and not head.get("redacted"), "a text is behind one that went"
            assert (head["lane"], head.get("cluster", "")) == (note["lane"], note.get("cluster", ""))


def an_anonymous_event_names_nobody(sim: Sim, events: list[Event]) -> None:
    people = set(sim.chain.by_type.get("participant", ()))
    for event in events:
        step: dict[str, Any] = sim.chain.entities.get(event.step) or {}
        secret = step.get("settings", {}).get("names") == ANONYMOUS or event.name in ("ballot.cast", "rating.given")
        if secret and event.name.split(".")[0] in ("note", "notes", "commitment", "ballot", "rating"):
            assert not people & set(strings(event.body)), "somebody is named in an anonymous step"


def history_is_complete(sim: Sim, events: list[Event]) -> None:
    """Every act on an action is one line of its history, in order; the lines lead to how the action is now."""
    for action in sim.chain.of_type("action"):
        acts = [one for one in events if one.name.startswith("action.")]
        about = [one for one in acts if action["id"] in (one.body.get("id"), *one.body.get("made", ()))]
        assert [one.seq for one in about] == [row["seq"] for row in action["history"]], "an act is not in the history"
        known: dict[str, Any] = {}
        for row in action["history"]:
            for field, (before, after) in row.get("changes", {}).items():
                assert known.get(field, before) == before, "the history leaves something out"
                known[field] = after
        assert {field: action.get(field) for field in known} == known, "the history ends somewhere else"
        taken_back = {row["undoes"] for row in action["history"] if row.get("undoes")}
        undone = {row["seq"] for row in action["history"] if "undone" in row}
        assert undone == taken_back, "what was taken back does not say so"


def s8_another_meeting_shows_only_what_is_carried(sim: Sim) -> None:
    """Of another meeting no page has anything but what came back in its own, without trace, writer and contact."""
    carried = {meeting: came_back(sim, meeting) for meeting in (sim.meeting, sim.later)}
    for channel, held in sim.room.held.items():
        mine = channel[1]
        for identity, view in held.items():
            owner = sim.chain.entities.get(identity, {}).get("meeting", mine)
            if owner != mine:
                assert view["type"] in LASTING and identity in carried[mine], (channel, identity)
                assert not {"by", "org", "sources", "trace", "rank", "step"} & set(view), (channel, view)
                assert channel[0] == "control" or "contact" not in view, (channel, view)
                current = sim.chain.current(mine)
                back = current["state"].get("carried", ()) if current else ()
                here = identity in back or sim.chain.entities[identity].get("under") in back
                assert here or channel[0] == "control", (channel, identity)


def came_back(sim: Sim, meeting: str) -> set[str]:
    """What the steps of this meeting took from others when they began, with its pieces."""
    return {
        identity
        for step in sim.chain.steps(meeting)
        if step["started_at"] is not None
        for whole in step["state"].get("carried", ())
        for identity in (whole, *sim.chain.entities[whole].get("subs", ()))
    }


def strings(value: Any) -> list[str]:
    """All strings in a value, keys as well."""
    if isinstance(value, dict):
        return [one for pair in value.items() for part in pair for one in strings(part)]
    if isinstance(value, list | tuple):
        return [one for part in value for one in strings(part)]
    return [value] if isinstance(value, str) else []


def s8_nothing_reaches_the_room_early(sim: Sim) -> None:
    """No text of a note that was not shown is on the screen, on phones or with another writer; nor is a hidden one."""
    at = sim.chain.entities[sim.meeting]["step"]
    weighed = set(sim.chain.entities[at]["state"].get("candidates", ()))
    shown: set[str] = set()
    for channel, held in sim.room.held.items():
        if channel[0] in ("screen", "phone"):
            shown |= {identity for identity, view in held.items() if view["type"] == "note"}
    for identity in shown:
        note = sim.chain.entities[identity]
        assert not any(note.get(flag) for flag in ("hidden", "withdrawn", "redacted", "into")), identity
        open_wall = sim.chain.entities[note["step"]]["revealed"] and note["step"] == at
        assert open_wall or {identity, note.get("cluster")} & weighed, identity


def counts_are_what_one_counts(sim: Sim) -> None:
    """The census, kept up with every change, says what somebody who counts everything again would say."""
    again = Census()
    for entity in sim.chain.entities.values():
        again.shift(entity, 1)
    assert filled(vars(sim.chain.census)) == filled(vars(again)), "somebody is counted twice or not at all"


def filled(value: Any) -> Any:
    """The same counts without those that came to nothing."""
    if isinstance(value, dict):
        return {key: found for key, found in ((key, filled(one)) for key, one in value.items()) if found}
    if isinstance(value, list | tuple):
        return [filled(one) for one in value] if any(filled(one) for one in value) else []
    return value


ALWAYS = (
    d9_what_is_sealed_is_nobodys_own,
    s4_what_channels_hold_is_the_whole_view,
    counts_are_what_one_counts,
    a_pile_hangs_together,
    s8_nothing_reaches_the_room_early,
    promises.nobody_gives_more_than_they_have,
    s8_another_meeting_shows_only_what_is_carried,
)
