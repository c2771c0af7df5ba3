"""Markdown becomes a tree of few tags; nasty Markdown becomes text, quickly."""

import json
import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content import plain, prose
from facilitator.content.prose import DEEPEST, TAGS, _parsed, _simple


def nodes(tree, depth=1):
    """(tag, depth) of every element; strings and tags are checked on the way."""
    for node in tree:
        if isinstance(node, str):
            assert node
        else:
            tag, *children = node
            yield tag, depth
            yield from nodes(children, depth + 1)


def test_paragraph_with_emphasis():
    assert prose("Hallo **sterke** en *zachte* wereld.") == [
        ["p", "Hallo ", ["strong", "sterke"], " en ", ["em", "zachte"], " wereld."]
    ]


def test_headings_become_two_small_levels():
    assert prose("# Een\n\n## Twee\n\n### Drie\n\n#### Vier\n\n###### Zes") == [
        ["h3", "Een"], ["h3", "Twee"], ["h3", "Drie"], ["h4", "Vier"], ["h4", "Zes"]
    ]  # fmt: skip


def test_lists_inside_lists():
    assert prose("- een\n- twee\n    1. diep\n") == [["ul", ["li", "een"], ["li", "twee", ["ol", ["li", "diep"]]]]]


def test_table_quote_and_line_break():
    assert prose("| A | B |\n|---|---|\n| 1 | *2* |") == [
        ["table", ["thead", ["tr", ["th", "A"], ["th", "B"]]], ["tbody", ["tr", ["td", "1"], ["td", ["em", "2"]]]]]
    ]
    assert prose("> Zo zei zij\n> het.") == [["blockquote", ["p", "Zo zei zij het."]]]
    assert prose("Een  \ntwee") == [["p", "Een", ["br"], "twee"]]


def test_nothing_gives_nothing():
    assert prose("") == prose(" \n\n\t\n") == prose("---") == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b>vet</b> en <!-- weg -->",
        "[klik](javascript:alert(1))",
        "![plaatje](http://voorbeeld.test/x.png)",
        "[klik][1]",
        "<http://voorbeeld.test>",
        "<iemand@voorbeeld.test>",
        "`code` en ``nog meer``",
        "https://voorbeeld.test",
        "&lt;script&gt;",
    ],
)
def test_html_links_images_and_code_stay_words(text):
    said = text.replace("&lt;", "<").replace("&gt;", ">")
    assert prose(text) == [["p", said]]


def test_reference_definitions_are_words_too():
    assert prose("Zie [hier].\n\n[hier]: javascript:alert(1)") == [
        ["p", "Zie [hier]."], ["p", "[hier]: javascript:alert(1)"]
    ]  # fmt: skip


def test_html_block_and_indented_code_are_words():
    assert plain(prose("<div onclick='x()'>\n\n**a**\n\n</div>")) == "<div onclick='x()'>\na\n</div>"
    assert prose("    <b>ingesprongen</b>") == [["p", "<b>ingesprongen</b>"]]


NASTY = {
    "brackets": "[" * 5000,
    "images": "![[" * 3000,
    "stars": "**a " * 3000,
    "three stars": "***a" * 2000,
    "underscores": "_a " * 3000,
    "backticks": "`" * 5000,
    "quotes": "> " * 5000,
    "bullets": "- a" + " - a" * 3000,
    "numbers in one line": "1. " * 3000,
    "deeper and deeper": "\n".join("    " * depth + "- x" for depth in range(1500)),
    "pipes": "| " * 2000 + "\n" + "|-" * 2000 + "\n" + "| " * 2000,
    "tags": "<a " * 3000,
    "comments": "<!--" * 3000,
    "ampersands": "&" * 5000,
    "empty lines": "\n" * 20000,
    "spaces": " " * 20000 + "x",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_nasty_text_is_finished_soon(text):
    start = time.process_time()
    tree = prose(text)
    assert time.process_time() - start < 2
    for tag, depth in nodes(tree):
        assert tag in TAGS
        assert depth <= DEEPEST


def test_the_slow_patterns_are_really_there_without_our_parser():
    """The control: Python-Markdown as it comes needs far longer for brackets than ours does."""
    text = "[" * 1500

    def seconds(work):
        start = time.process_time()
        work(text)
        return time.process_time() - start

    assert seconds(markdown.markdown) > 20 * seconds(prose)


@given(st.text(max_size=300) | st.text(alphabet="*_[]()!<>#-|`\\&;: \n\ta1.", max_size=200))
def test_any_text_gives_a_tree_that_goes_over_the_wire(text):
    tree = prose(text)
    assert json.loads(json.dumps(tree).encode()) == tree
    assert {tag for tag, _ in nodes(tree)} <= TAGS
    assert isinstance(plain(tree), str)


def test_a_lone_surrogate_is_replaced():
    assert prose("a\ud800b") == [["p", "a?b"]]


def test_plain_has_a_line_for_each_block():
    text = "# Kop\n\nEen **twee**  \ndrie\n\n- vier\n- vijf\n    - zes\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    assert plain(prose(text)) == "Kop\nEen twee\ndrie\n- vier\n- vijf\n- zes\nA | B\n1 | 2"


@given(st.text(alphabet="ab -\n.1é:(\u2003", max_size=120) | st.text(max_size=80))
def test_a_text_without_marks_gives_what_the_parser_gives(text):
    tree = _simple(text)
    assert tree is None or tree == _parsed(text)


def test_paragraphs_and_lists_need_no_parser():
    text = "Een zin.\nNog een.\n\n- een\n- twee: drie\n\nTot slot."
    assert _simple(text) == [
        ["p", "Een zin. Nog een."],
        ["ul", ["li", "een"], ["li", "twee: drie"]],
        ["p", "Tot slot."],
    ]
    assert [_simple(marked) for marked in ("*nee*", "1. nee", "a  \nb", "a\n- b", "- a\n\n- b")] == [None] * 5


def test_a_parser_that_is_used_again_remembers_nothing():
    before = prose("> - *een*\n> - twee")
    prose("[x]: y\n\n| A |\n|---|\n| 1 |\n\n1. a\n    - b")
    assert prose("> - *een*\n> - twee") == before
