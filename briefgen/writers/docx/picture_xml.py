"""The XML of a picture that stands in a line of text.

Enters: a planned picture, its number in the file and the relationship to its bytes. Leaves: XML of
DrawingML (ISO/IEC 29500-1, 20.4.2.8 and 20.2.2.5), with the words for those who do not see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml.ns import nsmap

from briefgen.writers.docx.xml_text import attribute

if TYPE_CHECKING:
    from briefgen.writers.docx.model import Picture

PICTURE: Final = "image/x-emf"
"""The content type of pictures."""
_EMU: Final = 12_700
"""English Metric Units in a point (20.1.2.1)."""


def drawing_xml(picture: Picture, number: int, relationship: str) -> str:
    """Give the ``w:drawing`` of a picture."""
    size = f' cx="{round(picture.width * _EMU)}" cy="{round(picture.height * _EMU)}"'
    name = attribute("name", f"Picture {number}") + attribute("descr", picture.alternative)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{nsmap["wp"]}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent{size}/><wp:docPr id="{number}"{name}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{nsmap["a"]}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{nsmap["a"]}"><a:graphicData uri="{nsmap["pic"]}">'
        f'<pic:pic xmlns:pic="{nsmap["pic"]}"><pic:nvPicPr><pic:cNvPr id="{number}"{name}/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip{attribute('r:embed', relationship)}/>"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext{size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
