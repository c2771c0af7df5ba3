"""Sticky notes: silent first, then on the wall, in lanes and clusters."""

from __future__ import annotations

from typing import Literal

import msgspec

from facilitator.chain.kind import Kind


class Briefjes(Kind):
    """Notes under one or more prompts."""

    name = "briefjes"
    commands = frozenset({"note.post", "note.many", "cluster.make"})

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """Whose note it is, whether it starts silent, and how long it may be."""

        names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
        silent: bool = True
        wall_on_phone: bool = True
        max_length: int = 280
        approve: bool = False
