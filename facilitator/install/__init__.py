"""The set-up: from a bare Python 3.11 to a folder that can run, with the standard library only."""
