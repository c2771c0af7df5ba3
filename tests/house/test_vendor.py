"""static/vendor and our own modules: only imports that every browser can follow, and nothing that writes HTML."""

import re
import subprocess
from pathlib import Path

import pytest

from facilitator.install import vendor
from tests.house import tracked

STATIC = tracked.ROOT / "static"
IMPORT = re.compile(
    r"""(?m)(?:^|[\s;}])(?:import|export)\s*(?:[\w*{][^"';]*?\bfrom\s*)?["']([^"']+)["']"""
    r"""|\bimport\(\s*["']([^"']+)["']\s*\)"""
)
WRITES_HTML = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc)\b"
    r"|\bdocument\.write|\beval\(|\bnew Function\b"
)


def specifiers(source: str) -> list[str]:
    """What a module imports, as written."""
    return [one or other for one, other in IMPORT.findall(source)]


def served() -> list[tuple[str, str]]:
    """(path, text) of every JavaScript file that a browser gets, those of npm included."""
    ours = [name for name in tracked.paths() if name.endswith(".js") and name.startswith(("static/", "exercises/"))]
    brought = [f"static/vendor/{name}" for name in vendor.SCRIPTS]
    return [(name, (tracked.ROOT / name).read_text(encoding="utf-8")) for name in ours + brought]


def target(name: str, specifier: str) -> Path | None:
    """The file that `specifier` means in the file `name`, or None for a bare import."""
    if specifier.startswith("/static/"):
        return tracked.ROOT / specifier[1:]
    if specifier.startswith("/kinds/"):
        return tracked.ROOT / "exercises" / specifier[1:]
    if specifier.startswith(("./", "../")):
        return tracked.ROOT / Path(name).parent / specifier
    return None


def test_every_file_of_the_list_is_there():
    assert [name for name in vendor.files() if not (vendor.place.VENDOR / name).is_file()] == []


def test_every_import_is_relative_and_leads_to_a_file():
    wrong = [
        (name, specifier)
        for name, text in served()
        for specifier in specifiers(text)
        if not ((path := target(name, specifier)) and path.is_file())
    ]
    assert wrong == []


def test_there_is_no_import_map():
    wanted = re.compile(r"""type=["']import""" + "map")
    assert [name for name, text in tracked.texts() if wanted.search(text)] == []


def test_our_own_javascript_never_writes_html():
    ours = [(name, text) for name, text in served() if not name.startswith("static/vendor/")]
    assert {name: found for name, text in ours if (found := WRITES_HTML.findall(text))} == {}


def test_the_packages_work_together(node_program):
    script = """
        import { h } from "./static/vendor/preact.js";
        import { useState } from "./static/vendor/preact-hooks.js";
        import htm from "./static/vendor/htm.js";
        import { io } from "./static/vendor/socket.io.js";
        const node = htm.bind(h)`<p class="a">b</p>`;
        console.log(node.type, node.props.class, typeof useState, typeof io);
    """
    result = subprocess.run(
        [node_program, "--input-type=module", "-e", script], cwd=tracked.ROOT, capture_output=True, text=True
    )
    assert result.stdout.strip() == "p a function function", result.stderr


@pytest.mark.parametrize("weight", [400, 700])
def test_the_letters_for_the_report_know_names_from_elsewhere(weight):
    from fontTools.ttLib import TTFont

    font = TTFont(vendor.place.VENDOR / "fonts" / f"atkinson-{weight}.ttf")
    assert font["name"].getDebugName(1) == "Atkinson Hyperlegible"
    assert font["OS/2"].usWeightClass == weight
    assert [letter for letter in "aéËïĳğşıŁłŠč€’" if ord(letter) not in font.getBestCmap()] in ([], ["ĳ"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('import{options as n}from"preact";x', 'import{options as n}from"./preact.js";x'),
        ("import { h } from 'preact/hooks';", "import { h } from './preact-hooks.js';"),
        ('import("preact")', 'import("./preact.js")'),
        ('import "./other.js";', 'import "./other.js";'),
        ("x;\n//# sourceMappingURL=x.map\n", "x;\n"),
    ],
)
def test_bare_imports_become_relative(before, after):
    assert vendor.relative_imports(before) == after


def test_an_unknown_package_stops_the_set_up():
    with pytest.raises(ValueError, match="debug"):
        vendor.relative_imports('import d from "debug";')


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('import{a}from"preact"', ["preact"]),
        ("import x, { y }\n  from '../net.js';", ["../net.js"]),
        ('import "/static/js/view.js";', ["/static/js/view.js"]),
        ("export { z } from './z.js';", ["./z.js"]),
        ('const m = await import("lodash");', ["lodash"]),
        ('const m = await import("/kinds/" + name);', []),
        ('const text = "from here";', []),
    ],
)
def test_the_search_for_imports_finds_them(source, found):
    assert specifiers(source) == found
