"""Roman numerals before the text, arabic ones in it: what each section of a DOCX counts from.

Enters: sections in order, and their style. Leaves: the numerals of each, and the number of its
first page where Word would count on otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.blocks import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.blocks import Section
    from briefgen.styles import Style

END_OF_TEXT: Final = "_EndOfText"
"""The bookmark on the last page that "page 1 of 5" counts, where roman pages stand before it.

Word keeps a name with a low line before it to itself; no heading has one.
"""


def has_roman(section: Section, style: Style) -> bool:
    """Tell whether the pages of a section have roman numerals."""
    return style.page(section.role).numbers == "roman"


def has_both(sections: tuple[Section, ...], style: Style) -> bool:
    """Tell whether some pages have roman numerals, and others arabic ones."""
    return len({has_roman(section, style) for section in sections}) > 1


class PageNumerals:
    """Each kind of numerals counts for itself from 1; sections are asked for in order."""

    def __init__(self, style: Style, pages: Mapping[str, str]) -> None:
        self._style = style
        self._pages = pages
        self._met: list[bool] = []

    def first_number(self, section: Section) -> int | None:
        """Give the number of a section's first page, ``None`` where it counts on.

        Where numerals come back after others, Word cannot know where they stopped: the number is
        that of the heading that the section begins with, if its page is known.
        """
        roman = has_roman(section, self._style)
        met, self._met = self._met, [*self._met, roman]
        if section.starts == "front" and met:
            return 1
        if not met or met[-1] == roman:
            return None
        if roman not in met:
            return 1
        first = section.blocks[0] if section.blocks else None
        page = self._pages.get(first.anchor, "") if isinstance(first, Heading) else ""
        return int(page) if page.isdecimal() else None
