"""What a municipality would bring along: a Word template with styles of its own, and a logo with a name in it."""

import io
import struct
import zipfile
import zlib

from facilitator.report import styles
from facilitator.report.word import write
from tests.report.sample import BLOCKS

W = styles.W
STYLE = '<w:style xmlns:w="{w}" w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{inside}</w:style>'


def png(wide=6, high=4, inside=b"", dot=b"\xc0\x20\x20"):
    """A picture with somebody's name in it."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + dot * min(wide, 50) for _ in range(min(high, 50)))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    told = chunk(b"tEXt", b"Author\0Wilhelmina") + inside
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + told + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def docx(changes=None, sheet=None, more=None):
    """Our own document with its parts changed; the styles are a municipality's: Dutch ids, its own base and colours."""
    with zipfile.ZipFile(io.BytesIO(write(BLOCKS, title="Sjabloon"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/styles.xml"] = (sheet or municipal()).encode()
    parts |= {name: body.encode() for name, body in (changes or {}).items()} | (more or {})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return stream.getvalue()


def municipal(colour="8A1F3D", away=(), base="Basis"):
    rows = [
        ("Standaard", "Normal", '<w:rPr><w:sz w:val="22"/></w:rPr>'),
        ("Basis", "Gemeente basis", '<w:basedOn w:val="Standaard"/><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'),
        ("Titel", "Title", '<w:basedOn w:val="Basis"/><w:rPr><w:sz w:val="60"/></w:rPr>'),
        *(
            (f"Kop{n}", f"heading {n}", f'<w:basedOn w:val="{base}"/><w:link w:val="Kop{n}Char"/><w:pPr><w:numPr>'
             f'<w:numId w:val="9"/></w:numPr></w:pPr><w:rPr><w:color w:val="{colour}"/><w:lang w:val="en-GB"/></w:rPr>')
            for n in (1, 2, 3)
        ),
        ("Lijstopsomteken", "List Bullet", '<w:pPr><w:ind w:left="600"/></w:pPr>'),
    ]  # fmt: skip
    inside = "".join(STYLE.format(w=W, id=key, name=name, inside=body) for key, name, body in rows if name not in away)
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return f'<w:styles xmlns:w="{W}">{defaults}{inside}</w:styles>'
