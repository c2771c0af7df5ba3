"""The look of a report: every style, list and setting of the document, so that nothing of a stock template remains."""

from __future__ import annotations

FONT = "Arial"  # every Word has it, every LibreOffice has its twin with letters as wide: the same pages everywhere
TWIN = "Liberation Sans"
OTHER_SCRIPTS = "Arial"  # Hebrew and Arabic are in it
LANGUAGE = "nl-NL"
INK, SOFT, GREEN, TINT, LINE = "1D2733", "4A5663", "0B5351", "E3EFEC", "D9CFC0"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4 in twentieths of a point
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 1191, 1361, 1247
MARGIN_TOP_WIDE, MARGIN_BOTTOM_WIDE = 1247, 1134
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
WIDE_WIDTH = PAGE_HEIGHT - 2 * MARGIN_SIDE  # of a page on its side

BULLETS, NUMBERS = 1, 2  # the list ids that the list styles use; each numbered block gets one of its own after these
_BULLET_FORM, _NUMBER_FORM = 0, 1


def _spacing(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _letters(half_points: int = 0, *, bold: bool = False, color: str = "") -> str:
    """Inside of a w:rPr; bold and size stand twice, the second for scripts from right to left."""
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "")
    )


def _style(
    key: str,
    name: str,
    layout: str,
    letters: str = "",
    *,
    after: str = "",
    based: str = "Normal",
    rank: int = 10,
) -> str:
    """One paragraph style.

    `layout` is the inside of its w:pPr, `letters` of its w:rPr, `after` the style of the paragraph that follows it,
    `rank` its place in Word's list. The one that is based on nothing is the default.
    """
    kind = ("" if based else ' w:default="1"') + ("" if key in BUILT_IN else ' w:customStyle="1"')
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{after}"/>' if after else "")
        + f'<w:uiPriority w:val="{rank}"/><w:qFormat/>'
        + (f"<w:pPr>{layout}</w:pPr>" if layout else "")
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


BUILT_IN = {
    "Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "BodyText", "Quote",
    "ListBullet", "ListNumber", "Caption", "Header", "Footer", "TOCHeading", "TOC1", "TOC2",
}  # fmt: skip

_NO_HYPHENS = "<w:suppressAutoHyphens/>"
_HANGING = '<w:ind w:left="397" w:hanging="397"/>'
_WHOLE = "<w:keepNext/><w:keepLines/>"


def _heading(level: int, before: int, after: int, letters: str) -> str:
    layout = (
        f'<w:keepNext/><w:keepLines/>{_NO_HYPHENS}{_spacing(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    )
    return _style(f"Heading{level}", f"heading {level}", layout, letters, after="BodyText", rank=9)


def _list(key: str, name: str, list_id: int) -> str:
    layout = f'<w:numPr><w:numId w:val="{list_id}"/></w:numPr>{_spacing(0, 60, 278)}{_HANGING}'
    return _style(key, name, layout)


def _border(side: str, size: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _front_styles() -> list[str]:
    """Title and cover: a green bar above the title, a thin rule under the last line."""
    bar = f"<w:pBdr>{_border('top', 48, 18, GREEN)}</w:pBdr>"
    rule = f"<w:pBdr>{_border('bottom', 6, 14, LINE)}</w:pBdr>"
    title = f"{_WHOLE}{bar}{_NO_HYPHENS}{_spacing(0, 60, 240)}"
    subtitle = f"{_WHOLE}{_NO_HYPHENS}{_spacing(0, 160, 259)}"
    link_line = '<w:ind w:left="284" w:right="284"/>'
    return [
        _style("Title", "Title", title, _letters(54, bold=True, color=GREEN), after="Subtitle", rank=4),
        _style("Subtitle", "Subtitle", subtitle, _letters(30), after="CoverLine", rank=5),
        _style("CoverLine", "Ketentafel omslagregel", _spacing(0, 20, 264), _letters(color=SOFT), rank=6),
        _style(
            "CoverLast", "Ketentafel omslagregel laatste", f"{rule}{_spacing(0, 320, 264)}", based="CoverLine", rank=6
        ),
        _style(
            "TOCHeading", "TOC Heading", f"{_WHOLE}{_spacing(240, 80)}", _letters(24, bold=True, color=GREEN), rank=39
        ),
        _style("TOC1", "toc 1", _spacing(60, 0, 264), rank=39),
        _style("TOC2", "toc 2", _spacing(0, 0, 259) + link_line, _letters(19), rank=39),
        _style(
            "Header", "header", f"<w:pBdr>{_border('bottom', 4, 6, LINE)}</w:pBdr>", _letters(17, color=SOFT), rank=99
        ),
        _style("Footer", "footer", '<w:jc w:val="right"/>', _letters(17, color=SOFT), rank=99),
    ]


def _text_styles() -> list[str]:
    bar = f"<w:pBdr>{_border('left', 24, 10, GREEN)}</w:pBdr>"
    quote = f'<w:keepLines/>{bar}{_spacing(60, 180, 278)}<w:ind w:left="284" w:right="567"/>'
    normal = f"<w:widowControl/>{_NO_HYPHENS}{_spacing(0, 0, 278)}"
    return [
        _style("Normal", "Normal", normal, based="", rank=0),
        _style("BodyText", "Body Text", _spacing(0, 120, 278), rank=1),
        _style("Lead", "Ketentafel inleiding", _spacing(0, 160, 288), _letters(25), after="BodyText", rank=2),
        _style("Small", "Ketentafel klein", _spacing(0, 100, 264), _letters(18, color=SOFT), rank=3),
        _heading(1, 440, 140, _letters(38, bold=True, color=GREEN)),
        _heading(2, 340, 80, _letters(29, bold=True, color=GREEN)),
        _heading(3, 260, 60, _letters(24, bold=True)),
        _heading(4, 200, 60, _letters(22, bold=True, color=SOFT)),
        _heading(5, 180, 40, _letters(20, bold=True)),
        _style("Quote", "Quote", quote, after="BodyText", rank=29),
        _list("ListBullet", "List Bullet", BULLETS),
        _list("ListNumber", "List Number", NUMBERS),
        _style("Figure", "Ketentafel afbeelding", f"<w:keepLines/>{_spacing(120, 200)}", rank=36),
    ]


def _cell_styles() -> list[str]:
    """What stands above and in a table. Only in cells may a long word be broken with a hyphen."""
    cell = f'<w:suppressAutoHyphens w:val="0"/>{_spacing(0, 0, 254)}'
    caption = f"{_WHOLE}{_spacing(200, 80, 259)}"
    return [
        _style("Caption", "caption", caption, _letters(19, bold=True, color=SOFT), rank=35),
        _style("Cell", "Ketentafel cel", cell, _letters(19), rank=37),
        _style("CellHead", "Ketentafel tabelkop", "<w:keepNext/>", _letters(bold=True), based="Cell", rank=38),
        _style("CellTight", "Ketentafel cel smal", "", _letters(18), based="Cell", rank=37),
        _style("CellTightHead", "Ketentafel tabelkop smal", "", _letters(18), based="CellHead", rank=38),
    ]


def _room(top: int, sides: int, bottom: int) -> str:
    """The empty edges inside a cell."""
    edges = {"top": top, "left": sides, "bottom": bottom, "right": sides}
    inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in edges.items())
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


def _other_styles() -> str:
    lines = _border("top", 8, 0, GREEN) + _border("bottom", 8, 0, GREEN) + _border("insideH", 4, 0, LINE)
    hidden = "<w:semiHidden/><w:unhideWhenUsed/>"
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>{hidden}</w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
        f'<w:unhideWhenUsed/><w:rPr><w:color w:val="{GREEN}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Ketentafel invulplek"/>'
        '<w:uiPriority w:val="30"/><w:qFormat/><w:rPr><w:b/><w:bCs/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/>{hidden}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_room(0, 108, 0)}</w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/>{hidden}</w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Ketentafel tabel"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{_room(70, 90, 80)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tblPr/>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def styles() -> str:
    """word/styles.xml."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{OTHER_SCRIPTS}"/>'
    letters = f'{fonts}{_letters(21, color=INK)}<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
    return (
        f"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        f"{''.join(_front_styles() + _text_styles() + _cell_styles())}{_other_styles()}</w:styles>"
    )


def _list_form(form_id: int, kind: str, text: str, style: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{form_id}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_HANGING}</w:pPr><w:rPr>{_letters(bold=True, color=GREEN)}</w:rPr></w:lvl></w:abstractNum>"
    )


def new_count(list_id: int) -> str:
    """A numbered list of its own, that starts at 1 again."""
    return (
        f'<w:num {NAMESPACES} w:numId="{list_id}"><w:abstractNumId w:val="{_NUMBER_FORM}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def numbering() -> str:
    """word/numbering.xml: one form of bullets and one of numbers."""
    forms = _list_form(_BULLET_FORM, "bullet", "•", "ListBullet")
    forms += _list_form(_NUMBER_FORM, "decimal", "%1.", "ListNumber")
    uses = "".join(
        f'<w:num w:numId="{use}"><w:abstractNumId w:val="{form}"/></w:num>'
        for use, form in ((BULLETS, _BULLET_FORM), (NUMBERS, _NUMBER_FORM))
    )
    return f"{XML}<w:numbering {NAMESPACES}>{forms}{uses}</w:numbering>"


def settings() -> str:
    """word/settings.xml: Dutch, today's Word (no compatibility mode), nothing that makes Word ask to update fields."""
    word = "http://schemas.microsoft.com/office/word"
    choices = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{word}" w:val="{value}"/>' for name, value in choices.items()
    )
    accents = " ".join(f'w:accent{number}="accent{number}"' for number in range(1, 7))
    return (
        f'{XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        f'<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" {accents} '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts() -> str:
    """word/fontTable.xml: no font is embedded; the twin is named for machines that have only that."""
    return (
        f'{XML}<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="{TWIN}"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
