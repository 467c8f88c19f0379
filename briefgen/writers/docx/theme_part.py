"""The part ``word/theme/theme1.xml``: the colours and the font that Word's menus offer.

Enters: the colours of a style. Leaves: the part's bytes. No style of the document refers to it:
the styles name their own font and colours; but Word's menus, and validators, want it there.
"""

from __future__ import annotations

from docx.oxml.ns import nsmap

from briefgen.writers.docx.xml_text import attribute

_COLOURS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_EACH = 3
"""A theme has three of each kind of format (ISO/IEC 29500-1, 20.1.4.1.14)."""


def theme_part(font: str, ink: str, accent: str, tint: str) -> bytes:
    """Give the part; colours are six hexadecimal digits."""
    chosen = {"dk1": ink, "lt1": "FFFFFF", "dk2": ink, "lt2": tint}
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{chosen.get(name, accent)}"/></a:{name}>' for name in _COLOURS
    )
    face = f'<a:latin{attribute("typeface", font)}/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    formats = "".join(
        f"<a:{name}>{one * _EACH}</a:{name}>"
        for name, one in (
            ("fillStyleLst", _FILL),
            ("lnStyleLst", _LINE),
            ("effectStyleLst", _EFFECT),
            ("bgFillStyleLst", _FILL),
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{nsmap["a"]}" name="Briefing"><a:themeElements>'
        f'<a:clrScheme name="Briefing">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Briefing">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Briefing">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()
