"""Programs that only Debian's apt can bring: used for the tests, and only when we may (root)."""

import os
import shutil
import subprocess

from facilitator.install import say

_updated = False


def possible() -> bool:
    """True when apt is here and this is root."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: list[str], step: str) -> bool:
    """Install packages with apt; False (and what apt said) when it did not work."""
    global _updated
    say.line(step)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    commands = [["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]]
    if not _updated:
        commands.insert(0, ["apt-get", "update", "-qq"])
        _updated = True
    for command in commands:
        result = subprocess.run(command, env=quiet, capture_output=True, text=True, errors="replace")
        if result.returncode and command[1] == "install":
            say.line(f"  apt: {result.stderr.strip()[-300:]}")
            return False
    return True
