"""Rooms: one live chain each, where commands are decided in order and shown after they are on disk."""

from facilitator.rooms.room import Room
from facilitator.rooms.rooms import Rooms

__all__ = ["Room", "Rooms"]
