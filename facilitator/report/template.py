"""An own Word template: only its styles and its theme are taken, and only when everything in them is sound.

The file comes from outside: it is read within bounds, nothing in it is run or followed, and what refers to anything
outside itself is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from facilitator.chain.command import Refused
from facilitator.report import styles
from facilitator.report.contrast import LEAST, contrast

W = f"{{{styles.W}}}"
LARGEST = 900 * 1024  # bytes of the file
MOST_PARTS, MOST_BYTES, MOST_OF_PART = 500, 20 * 1024 * 1024, 2 * 1024 * 1024
NO_WORD = "Dit is geen Word-bestand. Kies een bestand dat eindigt op .docx of .dotx."
HEAVY = "Dit bestand is te groot. Haal de plaatjes eruit, en maak het kleiner dan 900 kB."
SWOLLEN = "Dit bestand is veel groter dan het lijkt. Dat vertrouwen wij niet. Sla het in Word opnieuw op."
BROKEN = "Dit bestand is kapot of niet te lezen. Open het in Word, sla het opnieuw op en probeer het nog eens."
MACROS = "In dit bestand zitten macro's. Sla het in Word op als gewoon .docx-bestand, zonder macro's."
OUTSIDE = "Dit bestand verwijst naar iets buiten zichzelf ({}). Haal die koppeling weg en sla het opnieuw op."
OBJECTS = "In dit bestand zit een ingesloten onderdeel. Haal het weg en sla het opnieuw op."
MISSING = (
    "In dit sjabloon {verb}: {names}. Gebruik ze één keer in Word en sla het bestand opnieuw op, "
    "of begin met ons voorbeeld."
)
PALE = "De letters van {name} zijn in dit sjabloon te licht om te lezen. Kies in Word een donkerder kleur."
NEEDED = {"normal": "Standaard", "title": "Titel", "heading 1": "Kop 1", "heading 2": "Kop 2", "heading 3": "Kop 3"}
TAKEN = {  # Word's own name of a style -> our id of it: what we write with, and a template may bring
    "normal": "Normal", "title": "Title", "subtitle": "Subtitle", "heading 1": "Heading1", "heading 2": "Heading2",
    "heading 3": "Heading3", "heading 4": "Heading4", "heading 5": "Heading5", "body text": "BodyText",
    "quote": "Quote", "list bullet": "ListBullet", "list number": "ListNumber", "caption": "Caption",
    "header": "Header", "footer": "Footer", "toc heading": "TOCHeading", "toc 1": "TOC1", "toc 2": "TOC2",
}  # fmt: skip
LISTS = {"ListBullet": styles.BULLETS, "ListNumber": styles.NUMBERS}
SPOKEN = {**NEEDED, "heading 4": "Kop 4", "heading 5": "Kop 5"}
DROPPED = ("lang", "numPr", "rsid", "link", "sectPr", "pPrChange", "rPrChange")
STYLES, THEME, TYPES = "word/styles.xml", "word/theme/theme1.xml", "[Content_Types].xml"


def read(data: bytes) -> tuple[tuple[str, str], ...]:
    """(part's name, its XML) of styles and theme for our documents; raises Refused with a Dutch sentence."""
    if len(data) > LARGEST:
        raise Refused(HEAVY, field="template")
    parts = opened(data)
    sheet = tree(parts[STYLES])
    named = {name: style for style in sheet.iter(f"{W}style") if (name := name_of(style))}
    away = [told for name, told in NEEDED.items() if name not in named]
    if away:
        verb = "ontbreekt de stijl" if len(away) == 1 else "ontbreken de stijlen"
        names = away[0] if len(away) == 1 else f"{', '.join(away[:-1])} en {away[-1]}"
        raise Refused(MISSING.format(verb=verb, names=names), field="template")
    legible(sheet, named)
    found = [(STYLES, merged(sheet, named))]
    if THEME in parts:
        theme = tree(parts[THEME])
        if any(key.startswith(f"{{{styles.R}}}") for one in theme.iter(etree.Element) for key in one.attrib):
            raise Refused(OBJECTS, field="template")
        found.append((THEME, styles.XML + etree.tostring(theme, encoding="unicode")))
    return tuple(found)


def opened(data: bytes) -> dict[str, bytes]:
    """The parts that we look at; the file is bounded before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            rows = archive.infolist()
            if len(rows) > MOST_PARTS or sum(row.file_size for row in rows) > MOST_BYTES:
                raise Refused(SWOLLEN, field="template")
            names = {row.filename for row in rows}
            if TYPES not in names or STYLES not in names:
                raise Refused(NO_WORD, field="template")
            if any(re.search(r"vbaproject|vbadata|\.bin$", name.lower()) for name in names):
                raise Refused(MACROS, field="template")
            if any(re.search(r"embeddings/|activex/", name.lower()) for name in names):
                raise Refused(OBJECTS, field="template")
            links = [name for name in names if name.endswith(".rels")]
            wanted = {TYPES, STYLES, *links} | ({THEME} & names)
            parts = {name: bounded(archive, name) for name in wanted}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error):
        raise Refused(NO_WORD if not data.startswith(b"PK") else BROKEN, field="template") from None
    if b"macroenabled" in parts[TYPES].lower():
        raise Refused(MACROS, field="template")
    for name in links:
        for link in tree(parts[name]).iter(etree.Element):
            if link.get("TargetMode", "").lower() == "external":
                raise Refused(OUTSIDE.format(link.get("Target", "")[:60]), field="template")
    return parts


def bounded(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, of which no more is unpacked than may be, whatever the file says of itself."""
    with archive.open(name) as part:
        body = part.read(MOST_OF_PART + 1)
    if len(body) > MOST_OF_PART:
        raise Refused(SWOLLEN, field="template")
    return body


def tree(body: bytes) -> etree._Element:
    """XML without entities, DTD or network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(BROKEN, field="template") from None
    if root.getroottree().docinfo.doctype:
        raise Refused(BROKEN, field="template")
    return root


def value(element: etree._Element | None, path: str) -> str:
    """The w:val of what stands at this path, or ""."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/"))) if element is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def name_of(style: etree._Element) -> str:
    """A paragraph style's own name as Word knows it in every language ("heading 1"); "" for other sorts."""
    return value(style, "name").split(",")[0].strip().lower() if style.get(f"{W}type") == "paragraph" else ""


def legible(sheet: etree._Element, named: dict[str, etree._Element]) -> None:
    """Every colour of letters that we would write in can be read, on white or on the style's own ground."""
    by_id = {style.get(f"{W}styleId"): style for style in sheet.iter(f"{W}style")}
    ordinary = value(sheet, "docDefaults/rPrDefault/rPr/color")
    for name in TAKEN:
        style, ink, ground, seen = named.get(name), "", "", set()
        while style is not None and style.get(f"{W}styleId") not in seen:
            seen.add(style.get(f"{W}styleId"))
            ink = ink or value(style, "rPr/color")
            shade = style.find(f"{W}pPr/{W}shd")
            ground = ground or (shade.get(f"{W}fill") or "" if shade is not None else "")
            style = by_id.get(value(style, "basedOn"))
        letters, paper = hex_of(ink or ordinary, "000000"), hex_of(ground, "FFFFFF")
        if name in named and contrast(letters, paper) < LEAST:
            told = SPOKEN.get(name, name)
            raise Refused(PALE.format(name=told), field="template")


def hex_of(text: str, otherwise: str) -> str:
    return text.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", text) else otherwise


def merged(sheet: etree._Element, named: dict[str, etree._Element]) -> str:
    """Our styles, with theirs in the place of those that they have; their defaults, in Dutch."""
    ours = etree.fromstring(styles.styles().encode())
    theirs = {style.get(f"{W}styleId"): style for style in sheet.iter(f"{W}style")}
    ids = {style.get(f"{W}styleId"): TAKEN[name] for name, style in named.items() if name in TAKEN}
    waiting, taken = [identity for identity in ids if identity], []
    while waiting:
        identity = waiting.pop(0)
        style = theirs.get(identity)
        if style is None or identity in taken:
            continue
        taken.append(identity)
        base = value(style, "basedOn")
        if base and base not in ids:
            ids[base] = f"Eigen{len(ids)}"
            waiting.append(base)
    for identity in taken:
        put(ours, theirs[identity], ids)
    defaults = sheet.find(f"{W}docDefaults")
    if defaults is not None:
        ours.replace(ours.find(f"{W}docDefaults"), in_dutch(defaults))
    return styles.XML + etree.tostring(ours, encoding="unicode")


def put(ours: etree._Element, style: etree._Element, ids: dict[str, str]) -> None:
    """One style of theirs among ours, under our id, without what it cannot take along."""
    identity = ids[style.get(f"{W}styleId")]
    for one in list(style.iter(*(f"{W}{name}" for name in DROPPED))):
        one.getparent().remove(one)
    for field in ("basedOn", "next"):
        link = style.find(f"{W}{field}")
        if link is not None:
            target = ids.get(link.get(f"{W}val") or "")
            style.remove(link) if target is None else link.set(f"{W}val", target)
    style.set(f"{W}styleId", identity)
    layout = style.find(f"{W}pPr")
    if layout is None:
        layout = etree.Element(f"{W}pPr")
        letters = style.find(f"{W}rPr")
        style.append(layout) if letters is None else letters.addprevious(layout)
    if identity.startswith("Heading"):
        whole(layout, identity)
    if identity in LISTS:
        counted(layout, LISTS[identity])
    old = next((one for one in ours.iter(f"{W}style") if one.get(f"{W}styleId") == identity), None)
    ours.append(style) if old is None else ours.replace(old, style)


def whole(layout: etree._Element, identity: str) -> None:
    """A heading stays with what follows it, and has its place in the outline."""
    if layout.find(f"{W}keepNext") is None:
        layout.insert(0, etree.Element(f"{W}keepNext"))
    if layout.find(f"{W}outlineLvl") is None:
        etree.SubElement(layout, f"{W}outlineLvl").set(f"{W}val", str(int(identity[-1]) - 1))


def counted(layout: etree._Element, list_id: int) -> None:
    """A list style counts with our numbering: theirs stays behind in a part that is not taken."""
    before = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    at = sum(1 for one in layout if one.tag.removeprefix(W) in before)
    numbers = etree.Element(f"{W}numPr")
    etree.SubElement(numbers, f"{W}numId").set(f"{W}val", str(list_id))
    layout.insert(at, numbers)


def in_dutch(defaults: etree._Element) -> etree._Element:
    """Their defaults, with our language: the last but a few of what a w:rPr may hold."""
    letters = defaults.find(f"{W}rPrDefault/{W}rPr")
    if letters is None:
        defaults.insert(0, etree.fromstring(f'<w:rPrDefault xmlns:w="{styles.W}"><w:rPr/></w:rPrDefault>'))
        letters = defaults[0][0]
    for one in letters.findall(f"{W}lang"):
        letters.remove(one)
    at = next(
        (n for n, one in enumerate(letters) if one.tag in (f"{W}eastAsianLayout", f"{W}specVanish")), len(letters)
    )
    language = etree.Element(f"{W}lang")
    for key, text in (("val", styles.LANGUAGE), ("eastAsia", styles.LANGUAGE), ("bidi", "ar-SA")):
        language.set(f"{W}{key}", text)
    letters.insert(at, language)
    return defaults
