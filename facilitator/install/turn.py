"""One set-up at a time: a second start on the same folder waits for the first."""

import contextlib
import time

from facilitator.install import place, say

_PATIENCE = 900  # seconds


@contextlib.contextmanager
def taken():
    """Hold the lock of the set-up; the system lets it go when the process ends, also when it crashes."""
    path = place.ROOT / ".stamps" / "turn"
    try:
        path.parent.mkdir(exist_ok=True)
        file = path.open("a+")
    except OSError as fault:
        raise say.Stopped(
            f"In de map {place.ROOT} kan niet worden geschreven ({fault.strerror}). "
            "Zet Ketentafel in een map waar u wel mag schrijven."
        ) from fault
    with file:
        end, told = time.monotonic() + _PATIENCE, False
        while not _try(file):
            if not told:
                say.line("Een andere start is nog bezig met klaarzetten. Even wachten.")
                told = True
            if time.monotonic() > end:
                raise say.Stopped("Een andere start is al een kwartier bezig. Sluit die en probeer het opnieuw.")
            time.sleep(0.2)
        yield


def _try(file) -> bool:
    try:
        if place.WINDOWS:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
