"""word/theme/theme1.xml: our colours and font in Word's own choosers, so that who goes on writing stays in the look."""

from __future__ import annotations

from facilitator.report.styles import DRAWING, FONT, GREEN, INK, SOFT, TINT, XML

PALETTE = {
    "dk1": INK, "lt1": "FFFFFF", "dk2": GREEN, "lt2": TINT,
    "accent1": GREEN, "accent2": "7A5200", "accent3": "8A1F3D",
    "accent4": "5B2E86", "accent5": "1F4788", "accent6": "2F5E1E",
    "hlink": GREEN, "folHlink": SOFT,
}  # fmt: skip
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme() -> str:
    """The theme part; forms and effects are the plainest there are."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in PALETTE.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    edges = "".join(f'<a:ln w="{width}">{FILL}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    forms = (
        f"<a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{edges}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{XML}<a:theme xmlns:a="{DRAWING}" name="Ketentafel"><a:themeElements>'
        f'<a:clrScheme name="Ketentafel">{colours}</a:clrScheme><a:fontScheme name="Ketentafel">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Ketentafel">{forms}</a:fmtScheme></a:themeElements></a:theme>'
    )
