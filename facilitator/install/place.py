"""Where things are: the folder of the project, its virtual environment, and what the set-up leaves behind."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENDOR = ROOT / "static" / "vendor"
MODULES = ROOT / "node_modules"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def inside() -> bool:
    """True when this very process runs in the project's own virtual environment."""
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def python() -> str:
    """The interpreter that has the packages: that of .venv, or this one in an editable install elsewhere."""
    return str(PYTHON) if PYTHON.exists() else sys.executable
