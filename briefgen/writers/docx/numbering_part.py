"""The part ``word/numbering.xml``: all definitions first, then all lists, as 17.9.17 has it.

Enters: the ``Numbering`` of a plan. Leaves: the part's bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from briefgen.writers.docx.xml_text import part, toggle, value

if TYPE_CHECKING:
    from briefgen.writers.docx.numbering import Level, NumberedList, Numbering


def numbering_part(numbering: Numbering) -> bytes:
    """Give the part."""
    definitions = (_definition(at, levels) for levels, at in numbering.definitions.items())
    lists = (_list(number, one) for number, one in enumerate(numbering.lists, 1))
    return part("w:numbering", "".join((*definitions, *lists)))


def _definition(number: int, levels: tuple[Level, ...]) -> str:
    # Word joins lists on pasting by this number, so that it must be the same for the same levels.
    kind = crc32(repr(levels).encode())
    inner = "".join(_level(place, level) for place, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{kind:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    )


def _level(place: int, level: Level) -> str:
    text = level.text
    if level.format != "bullet":
        text = text.replace("%", f"%{place + 1}")
    return "".join(
        (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/>',
            value("numFmt", level.format),
            "" if level.hang else '<w:suff w:val="space"/>',
            value("lvlText", text),
            '<w:lvlJc w:val="left"/>',
            f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hang}"/></w:pPr>',
            f"<w:rPr>{toggle('b', on=level.bold)}{toggle('i', on=level.italic)}",
            f"{value('color', level.colour)}</w:rPr>",
            "</w:lvl>",
        )
    )


def _list(number: int, one: NumberedList) -> str:
    start = ""
    if one.start:
        start = (
            f'<w:lvlOverride w:ilvl="{one.level}"><w:startOverride w:val="{one.start}"/>'
            "</w:lvlOverride>"
        )
    return f'<w:num w:numId="{number}">{value("abstractNumId", one.definition)}{start}</w:num>'
