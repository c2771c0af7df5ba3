"""Tests of the house itself: the launcher, the borders between rooms, and what may stand in git."""
