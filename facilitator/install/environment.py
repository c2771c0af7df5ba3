"""The virtual environment .venv and the hashed packages in it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from facilitator.install import place, say, stamp

_ASK = "import sys; print(sys.version_info[:2] >= (3, 11), sys.prefix != sys.base_prefix)"


def ready(lock: str) -> bool:
    """True when .venv can start and holds what `lock` says."""
    return place.PYTHON.exists() and _home_exists() and stamp.read(stamp.of_lock(lock)) == _wanted(lock)


def bring() -> None:
    """Make .venv when it is missing or can no longer start."""
    if place.PYTHON.exists() and _works():
        return
    say.line("Python-omgeving maken in .venv")
    if place.inside():
        raise say.Stopped("De map .venv werkt niet meer. Start opnieuw met: python3 run.py")
    flags = ["--clear"] if place.VENV.exists() else []
    result = subprocess.run(
        [sys.executable, "-m", "venv", *flags, str(place.VENV)],
        capture_output=True, text=True, encoding="utf-8", errors="replace",
    )
    if result.returncode:
        shutil.rmtree(place.VENV, ignore_errors=True)
        raise say.Stopped(_why_no_venv(result.stdout + result.stderr))


def install(lock: str, step: str, covers: str = "") -> None:
    """Install the packages of `lock`, each checked against its hash; `covers` names a lock that is part of it."""
    say.line(step)
    stamp.forget(stamp.of_lock(lock))
    command = [
        str(place.PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
        "--require-hashes", "-r", str(place.ROOT / lock),
    ]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if result.returncode:
        raise say.Stopped(_why_no_packages(lock, result.stdout + result.stderr))
    for name in filter(None, (lock, covers)):
        stamp.write(stamp.of_lock(name), _wanted(name))


def _wanted(lock: str) -> str:
    # The interpreter behind .venv belongs to the stamp: when the system's Python is replaced, look again.
    seen = (place.ROOT / lock).read_bytes() + os.path.realpath(place.PYTHON).encode() + _settings().encode()
    return hashlib.sha256(seen).hexdigest()


def _settings() -> str:
    return stamp.read(place.VENV / "pyvenv.cfg")


def _home_exists() -> bool:
    for row in _settings().splitlines():
        name, _, value = row.partition("=")
        if name.strip() == "home":
            return Path(value.strip()).exists()
    return False


def _works() -> bool:
    try:
        answer = subprocess.run([str(place.PYTHON), "-c", _ASK], capture_output=True, text=True, timeout=60)
        pip = subprocess.run([str(place.PYTHON), "-m", "pip", "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.split() == ["True", "True"] and pip.returncode == 0


def _why_no_venv(output: str) -> str:
    if "ensurepip" in output or "No module named venv" in output:
        number = f"{sys.version_info.major}.{sys.version_info.minor}"
        return (
            "Python mist hier het onderdeel venv. Installeer het en start opnieuw; op Debian en Ubuntu: "
            f"sudo apt install python{number}-venv"
        )
    return f"{output.strip()[-1500:]}\n\nDe map .venv kon niet worden gemaakt. Mag u in deze map schrijven?"


def _why_no_packages(lock: str, output: str) -> str:
    tail = output.strip()[-1500:]
    if "HASHES" in output or "hash mismatch" in output.lower():
        return f"{tail}\n\nEen pakket is anders dan het hoort te zijn ({lock}). Er is niets van geïnstalleerd."
    if any(word in output for word in ("NewConnectionError", "Max retries", "ConnectionError", "timed out", "resolve")):
        return (
            "De pakketten konden niet worden opgehaald. De eerste keer is internet nodig: "
            "maak verbinding en start opnieuw."
        )
    if "No space left" in output:
        return "De schijf is vol. Maak ongeveer 500 MB vrij en start opnieuw."
    return f"{tail}\n\nDe pakketten van {lock} konden niet worden geïnstalleerd."
