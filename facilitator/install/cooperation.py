"""gevent's own sockets, threads and clocks in place of Python's: to be done before anything else is imported."""

from importlib import metadata


def cooperate() -> None:
    """Patch the standard library for the server or for the simulated people.

    gevent asks all installed packages 25 times whether one of them listens to that. None does, and each time costs
    what a start can better use.
    """
    from gevent import monkey

    asked = metadata.entry_points
    metadata.entry_points = lambda **_: ()  # type: ignore[assignment]
    try:
        monkey.patch_all()
    finally:
        metadata.entry_points = asked
