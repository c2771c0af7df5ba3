"""The JavaScript and the letters from npm: brought in with the lock, and only the files we serve are copied."""

import hashlib
import os
import re
import subprocess
from pathlib import Path

from facilitator.install import node, place, say, stamp

FONT = "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible"

# our name under static/vendor -> file in node_modules
SCRIPTS = {
    "preact.js": "preact/dist/preact.mjs",
    "preact-hooks.js": "preact/hooks/dist/hooks.mjs",
    "htm.js": "htm/dist/htm.module.js",
    "sortable.js": "sortablejs/modular/sortable.esm.js",
    "socket.io.js": "socket.io-client/dist/socket.io.esm.min.js",
}
WOFF2 = {
    f"fonts/atkinson-{part}-{weight}.woff2": f"{FONT}-{part}-{weight}-normal.woff2"
    for part in ("latin", "latin-ext")
    for weight in (400, 700)
}
# Pictures in the report are drawn with TTF; both parts of the alphabet together, for names with a or s with a tail.
TTF = {
    f"fonts/atkinson-{weight}.ttf": [f"{FONT}-{part}-{weight}-normal.woff" for part in ("latin", "latin-ext")]
    for weight in (400, 700)
}
# For the accessibility tests; it stays where npm put it and is never served.
AXE = place.MODULES / "axe-core" / "axe.min.js"
# What a package calls another package, and the file beside it that is meant (no import map: decision D22).
BARE = {"preact": "./preact.js", "preact/hooks": "./preact-hooks.js"}

# What was fetched before is taken from npm's cache; without internet it gives up in seconds, not in minutes.
NPM = (
    "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline",
    "--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000",
)  # fmt: skip

_IMPORT = re.compile(r"""(?P<before>\b(?:from|import)\s*\(?\s*)(?P<quote>["'])(?P<name>[^"']+)(?P=quote)""")
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=.*\s*$")


def files() -> list[str]:
    """Every file that must stand in static/vendor."""
    return [*SCRIPTS, *WOFF2, *TTF]


def relative_imports(text: str) -> str:
    """The same module with its bare imports made relative; raises ValueError for a package we do not serve."""

    def swap(found: re.Match) -> str:
        name = found["name"]
        if name.startswith(("./", "../")):
            return found[0]
        if name not in BARE:
            raise ValueError(f'imports "{name}", which is not in static/vendor')
        return f"{found['before']}{found['quote']}{BARE[name]}{found['quote']}"

    return _SOURCE_MAP.sub("\n", _IMPORT.sub(swap, text))


def _wanted() -> str:
    content = b"".join((place.ROOT / name).read_bytes() for name in ("package-lock.json", ".npmrc"))
    return hashlib.sha256(content + Path(__file__).read_bytes()).hexdigest()


def ready(testing: bool = False) -> bool:
    """True when every file is there and made from this lock; `testing` asks for what only the tests read as well."""
    if stamp.read(stamp.VENDOR) != _wanted() or (testing and not AXE.is_file()):
        return False
    return all((place.VENDOR / name).is_file() for name in files())


def bring() -> None:
    """Fetch the packages with npm and fill static/vendor."""
    tools = node.bring()
    say.line("JavaScript en letters ophalen met npm")
    stamp.forget(stamp.VENDOR)
    environment = dict(os.environ, PATH=os.pathsep.join([str(Path(tools.node[0]).parent), os.environ.get("PATH", "")]))
    result = subprocess.run(
        [*tools.npm, "ci", *NPM],
        cwd=place.ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace",
    )
    if result.returncode:
        raise say.Stopped(
            f"{(result.stdout + result.stderr).strip()[-1500:]}\n\n"
            "Het ophalen met npm is mislukt. Controleer de internetverbinding en start opnieuw."
        )
    copy()
    stamp.write(stamp.VENDOR, _wanted())


def copy() -> None:
    """Copy and make the served files from node_modules."""
    for name, source in SCRIPTS.items():
        text = (place.MODULES / source).read_text(encoding="utf-8")
        _write(place.VENDOR / name, relative_imports(text).encode("utf-8"))
    for name, source in WOFF2.items():
        _write(place.VENDOR / name, (place.MODULES / source).read_bytes())
    for name, sources in TTF.items():
        _letters(place.VENDOR / name, [place.MODULES / source for source in sources])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _letters(path: Path, sources: list[Path]) -> None:
    command = [place.python(), "-m", "facilitator.install.letters", str(path), *map(str, sources)]
    result = subprocess.run(command, cwd=place.ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if result.returncode:
        raise say.Stopped(f"{result.stderr.strip()[-1500:]}\n\nDe letters voor het verslag konden niet worden gemaakt.")
