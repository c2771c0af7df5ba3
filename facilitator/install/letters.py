"""Make one TTF from several WOFF files of the same face; run inside .venv, because it needs fonttools."""

import io
import sys
from pathlib import Path


def merge(target: Path, sources: list[Path]) -> None:
    """Write `target` with the characters of all `sources`."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    parts = []
    for source in sources:
        part, plain = TTFont(source), io.BytesIO()
        part.flavor = None
        part.save(plain)
        plain.seek(0)
        parts.append(plain)
    merged = Merger().merge(parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    merged.save(target)


if __name__ == "__main__":
    merge(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
