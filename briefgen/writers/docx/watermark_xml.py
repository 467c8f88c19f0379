"""The XML of a watermark, which hangs on a header and so stands on every page that has it.

Enters: words and the size of a page in points. Leaves: a run with a shape in VML, the form that
Word itself gives a watermark and by which its menu finds one to take out (ISO/IEC 29500-4, 14.1).
It is behind the text.
"""

from __future__ import annotations

from typing import Final

from briefgen.writers.docx.xml_text import attribute
from briefgen.writers.watermarks import COLOUR, LARGEST, scale_across, slant

_PER_CHARACTER: Final = 0.55
"""Ems that a character takes in bold office typefaces."""
_SHAPES: Final = 2048
"""Numbers of shapes in headers follow on from this one, as Word counts them."""

_PLAIN_TEXT: Final = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
    + "".join(
        f'<v:f eqn="{one}"/>'
        for one in (
            *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
            *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600"),
            *("mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
        )
    )
    + '</v:formulas><v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
"""Text along a straight line, as every program that writes it has to spell it out (136)."""


def size_across(words: str, width: float, height: float) -> float:
    """Give about how many points large the words are, across a page of this size in points."""
    return LARGEST * scale_across(_length(words), width, height)


def watermark_xml(words: str, font: str, width: float, height: float, number: int) -> str:
    """Give the run; ``number`` is that of the part it stands in, and of nothing else's."""
    scale = scale_across(_length(words), width, height)
    place = (
        "position:absolute;margin-left:0;margin-top:0;"
        f"width:{_length(words) * scale:.0f}pt;height:{LARGEST * scale:.0f}pt;"
        f"rotation:{360 - slant(width, height):.0f};z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    look = attribute("style", f'font-family:"{font}";font-size:1pt;font-weight:bold')
    return (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"'
        f' xmlns:o="urn:schemas-microsoft-com:office:office">{_PLAIN_TEXT}'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{_SHAPES + number}"'
        f' type="#_x0000_t136"{attribute("alt", words)} style="{place}" o:allowincell="f"'
        f' fillcolor="{COLOUR}" stroked="f"><v:textpath{look}{attribute("string", words)}/>'
        "</v:shape></w:pict></w:r>"
    )


def _length(words: str) -> float:
    return len(words) * _PER_CHARACTER * LARGEST
