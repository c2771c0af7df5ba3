"""The rulebook of a chain approach: pure, without I/O, time or chance."""
