"""A drawing for Word: SVG becomes PNG (Word's own SVG is too new for many), with its alternative text on it."""

from __future__ import annotations

import re
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Any

import resvg_py

from facilitator.report.runs import attribute, clean
from facilitator.report.styles import DRAWING

FACE = "Atkinson Hyperlegible"  # of our drawings; the text around them is in a font that every machine has
FONTS = Path(__file__).resolve().parents[2] / "static" / "vendor" / "fonts"
DOTS_PER_CM = 80  # 203 dots per inch: sharp in print; finer takes twice the time
WIDEST_CM, HIGHEST_CM = 16.8, 22.0
WIDEST_LYING_CM, HIGHEST_LYING_CM = 25.4, 13.0  # on a page on its side, with a heading above it
EMU_PER_CM = 360_000
INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
BEYOND_OUR_FONT = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20ac\u2122\u2190-\u2193\u2212]")
SYSTEM_FONTS = {
    "win32": ["C:\\Windows\\Fonts"],
    "darwin": ["/System/Library/Fonts", "/Library/Fonts"],
}.get(sys.platform, ["/usr/share/fonts", "/usr/local/share/fonts"])


ODD_FORMS = re.compile("bold|italic|oblique|condensed|narrow|light|mono|serif", re.IGNORECASE)


@cache
def _system_fonts() -> tuple[str, ...]:
    """The upright, ordinary fonts of this machine, for the signs that ours have not."""
    found = [
        path
        for folder in SYSTEM_FONTS
        for form in ("*.ttf", "*.otf", "*.ttc")
        for path in sorted(Path(folder).glob(f"**/{form}"))
    ]
    return tuple(str(path) for path in found if not ODD_FORMS.search(path.name))


@cache
def _font_files(folder: Path) -> tuple[str, ...]:
    return tuple(str(path) for path in sorted(folder.glob("**/*.ttf")))


def png(svg: str, width_cm: float, fonts: Path = FONTS) -> bytes:
    """The drawing as PNG, `width_cm` wide at 203 dots per inch, on white.

    With our own fonts in `fonts` the system's are looked at only for signs that ours have not (emoji, other scripts);
    without them the system's are all there is. Raises ValueError when the SVG is not one.
    """
    svg = clean(svg)
    files = list(_font_files(fonts))
    choice: dict[str, Any] = {"skip_system_fonts": False}
    if files:
        others = list(_system_fonts()) if BEYOND_OUR_FONT.search(svg) else []
        choice = {
            "skip_system_fonts": True,
            "font_files": files + others,
            "font_family": FACE,
            "sans_serif_family": FACE,
        }
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=round(width_cm * DOTS_PER_CM), background="#ffffff", **choice)
    )


def size_cm(image: bytes, width_cm: float, lying: bool = False) -> tuple[float, float]:
    """Width and height on paper: as wide as asked, smaller when it would not fit on a page."""
    width, height = struct.unpack(">II", image[16:24])
    widest, highest = (WIDEST_LYING_CM, HIGHEST_LYING_CM) if lying else (WIDEST_CM, HIGHEST_CM)
    scale = min(1.0, widest / width_cm, highest / (width_cm * height / width))
    return width_cm * scale, width_cm * scale * height / width


def drawing(relation: str, number: int, alt: str, title: str, size: tuple[float, float]) -> str:
    """The run that holds the picture, in line with the text; `size` in centimetres."""
    wide, high = (round(centimetres * EMU_PER_CM) for centimetres in size)
    name = f"Afbeelding {number}"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{INLINE}" xmlns:a="{DRAWING}" xmlns:pic="{PICTURE}" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" descr={attribute(alt)} title={attribute(title)}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr={attribute(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
