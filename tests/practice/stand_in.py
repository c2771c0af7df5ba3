"""A crowd of one line, for tests of the hall itself: says what it was asked, and follows its standard input."""

from __future__ import annotations

import json
import sys


def tell(**said: object) -> None:
    print(json.dumps(said), flush=True)


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    state = {"people": asked["people"], "here": asked["people"], "step": None, "writing": 0, "notes": 0, "last": ""}
    tell(state={**state, "asked": asked})
    for line in sys.stdin:
        said = json.loads(line)
        if said["do"] == "stop":
            return
        if said["do"] == "fall":
            sys.exit(3)
        if said.get("name") == "herstart":
            tell(incident={"id": said["id"], "name": "herstart", "phase": "began", "asks": {"restart": True}})
        tell(state={**state, "last": json.dumps(said)})


if __name__ == "__main__":
    main()
