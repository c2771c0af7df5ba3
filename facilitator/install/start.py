"""The start: set up what is missing, step into .venv, then hand over to the tests or to facilitator.app."""

import os
import signal
import subprocess
import sys

from facilitator.install import environment, node, place, say, turn, vendor

RUN = "requirements.lock"
TEST = "requirements-test.lock"


def main(argv: list[str]) -> int:
    """Do what `python3 run.py` was asked; the number is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Windows console with an old code page must not stop us
    testing = argv[:1] == ["test"]
    try:
        set_up(testing)
        if not place.inside():
            return step_inside(argv)
        if testing:
            from facilitator.install import testing as tests

            return tests.run(argv[1:])
    except say.Stopped as stopped:
        print(f"\n{stopped}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt. Bij de volgende start gaat Ketentafel verder waar het was.", file=sys.stderr, flush=True)
        return 130
    return serve(argv)


def enter() -> int:
    """The command `ketentafel` of an editable install: the packages are there, JavaScript and letters may not be."""
    if not vendor.ready():
        try:
            if not node.present():
                raise say.Stopped("npm ontbreekt. Installeer Node.js 18 of nieuwer, of start met: python3 run.py")
            vendor.bring()
        except say.Stopped as stopped:
            print(f"\n{stopped}", file=sys.stderr, flush=True)
            return 1
    return serve(sys.argv[1:])


def ready(testing: bool) -> bool:
    """True when nothing has to be set up."""
    return environment.ready(RUN) and (not testing or environment.ready(TEST)) and vendor.ready(testing)


def set_up(testing: bool) -> None:
    """Bring in everything that is missing, with one line of progress per step."""
    if ready(testing):
        return
    with turn.taken():
        if ready(testing):  # another start did it while we waited
            return
        say.line("Ketentafel wordt klaargezet. Dat gebeurt één keer en heeft internet nodig.")
        environment.bring()
        if testing and not environment.ready(TEST):
            environment.install(TEST, "Python-pakketten ophalen, ook die voor de tests", covers=RUN)
        if not environment.ready(RUN):
            environment.install(RUN, "Python-pakketten ophalen")
        if not vendor.ready(testing):
            vendor.bring()
        say.line("Klaar.")


def step_inside(argv: list[str]) -> int:
    """Run this same command again with the Python of .venv, and pass its exit code on."""
    command = [str(place.PYTHON), str(place.ROOT / "run.py"), *argv]
    sys.stdout.flush()
    if not place.WINDOWS:
        os.execv(command[0], command)  # noqa: S606  (our own interpreter, no shell)
    # Windows has no exec that keeps the console: wait, and leave Ctrl-C to the one that does the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command)


def serve(argv: list[str]) -> int:
    """Hand over to facilitator.app; the command word, when there is one, comes first."""
    if not argv or argv[0].startswith("-") or argv[0] == "serve":
        # Only the server lives on gevent, and it must be patched before anything else is imported.
        from facilitator.install import cooperation

        cooperation.cooperate()
    from facilitator.app import main as open_house

    return open_house(argv)
