"""The document as a package: the parts that Word needs and no more, its properties, and its bytes."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from facilitator.report import styles
from facilitator.report.look import OURS, Look
from facilitator.report.runs import clean, line, paragraph, runs
from facilitator.report.theme import theme

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE_TYPE = "application/vnd.openxmlformats-package"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
WORD_TYPE = f"{OFFICE_TYPE}.wordprocessingml"
PARTS = ("styles", "numbering", "settings", "fontTable")
LONGEST_PROPERTY = 255


def _content_types() -> str:
    overrides = {"word/document.xml": f"{WORD_TYPE}.document.main+xml"}
    overrides |= {f"word/{part}.xml": f"{WORD_TYPE}.{part}+xml" for part in PARTS}
    overrides["word/theme/theme1.xml"] = f"{OFFICE_TYPE}.theme+xml"
    overrides["docProps/core.xml"] = f"{PACKAGE_TYPE}.core-properties+xml"
    return (
        f'{styles.XML}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{PACKAGE_TYPE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{styles.XML}<Relationships xmlns="{LINKS}">{rows}</Relationships>'


def _page() -> str:
    """The first section: A4 upright; the first page has a header and footer of its own."""
    side, top, bottom = styles.MARGIN_SIDE, styles.MARGIN_TOP, styles.MARGIN_BOTTOM
    return (
        f'<w:sectPr><w:pgSz w:w="{styles.PAGE_WIDTH}" w:h="{styles.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" '
        'w:header="624" w:footer="567" w:gutter="0"/>'
        '<w:cols w:space="567"/><w:titlePg/></w:sectPr>'
    )


@lru_cache(maxsize=8)
def _blank(look: Look) -> bytes:
    """A document without text, in this look."""
    core = (
        f'{styles.XML}<cp:coreProperties xmlns:cp="{LINKS.replace("relationships", "metadata/core-properties")}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    office = styles.R
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [
                (f"{office}/officeDocument", "word/document.xml"),
                (f"{LINKS}/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": _relationships(
            [(f"{office}/{part}", f"{part}.xml") for part in PARTS] + [(f"{office}/theme", "theme/theme1.xml")]
        ),
        "word/document.xml": f"{styles.XML}<w:document {styles.NAMESPACES}><w:body>{_page()}</w:body></w:document>",
        "word/styles.xml": styles.styles(),
        "word/numbering.xml": styles.numbering(),
        "word/settings.xml": styles.settings(),
        "word/fontTable.xml": styles.fonts(),
        "word/theme/theme1.xml": theme(),
    }
    files = {name: look.coloured(text) for name, text in (files | dict(look.parts)).items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def blank_document(look: Look = OURS) -> Document:
    """A fresh document in this look, with nothing in it."""
    return docx.Document(io.BytesIO(_blank(look)))


def set_properties(document: Document, title: str, subject: str, created: datetime | None) -> None:
    """Title, subject, language and time, and nothing that tells who or what made the file."""
    properties = document.core_properties
    properties.title = clean(title)[:LONGEST_PROPERTY]
    properties.subject = clean(subject)[:LONGEST_PROPERTY]
    properties.language = styles.LANGUAGE
    properties.author = ""
    if created is not None:
        moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
        properties.created = properties.modified = moment.replace(microsecond=0)


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{runs("1")}</w:fldSimple>'


def set_edges(document: Document, title: str) -> None:
    """The title above every page but the first, the page number below every page."""
    section = document.sections[0]
    number = paragraph("Footer", f"{runs('Pagina ')}{_field('PAGE')}{runs(' van ')}{_field('NUMPAGES')}")
    for edge, content in (
        (section.header, line("Header", title)),
        (section.footer, number),
        (section.first_page_footer, number),
    ):
        edge.is_linked_to_previous = False
        root = edge._element  # python-docx has no public way to a header's own XML
        for child in list(root):
            root.remove(child)
        root.append(parse_xml(content.replace("<w:p>", f"<w:p {styles.NAMESPACES}>", 1)))


def section(document: Document, first: bool, wide: bool) -> str:
    """The end of a section as XML. The first one names what stands above and below its pages; the others follow it."""
    page = deepcopy(document.element.body.sectPr)
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    if wide:
        size.set(qn("w:w"), str(styles.PAGE_HEIGHT))
        size.set(qn("w:h"), str(styles.PAGE_WIDTH))
        size.set(qn("w:orient"), "landscape")
        margins.set(qn("w:top"), str(styles.MARGIN_TOP_WIDE))
        margins.set(qn("w:bottom"), str(styles.MARGIN_BOTTOM_WIDE))
    if not first:
        for name in ("w:headerReference", "w:footerReference", "w:titlePg"):
            for one in page.findall(qn(name)):
                page.remove(one)
    return etree.tostring(page, encoding="unicode")


def packed(document: Document, content: str) -> bytes:
    """The document with the XML of its paragraphs, tables and sections, as the bytes of a .docx file.

    The text goes into the file as it is: moving a table of 1,500 rows into python-docx's own tree takes six seconds.
    The same document gives the same bytes, since no clock is read.
    """
    text = f"{styles.XML}<w:document {styles.NAMESPACES}><w:body>{content}</w:body></w:document>"
    rough, smooth = io.BytesIO(), io.BytesIO()
    document.save(rough)
    with zipfile.ZipFile(rough) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # a file like any other, not one from this machine's system
            target.writestr(entry, text if name == "word/document.xml" else source.read(name))
    return smooth.getvalue()
