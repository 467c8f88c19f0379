"""Running heads, feet and page numbers: what comes again at the same height of several pages.

Enters: the rows of all pages. Leaves: those rows that are no words of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefgen.corpus.intake.pdf.glyphs import Page
    from briefgen.corpus.intake.pdf.lines import Row

_ZONE: Final = 0.14
"""The part of a page's height, above and below, in which heads and feet stand."""
_SHARE: Final = 4
"""A head comes again on at least one page in so many, and on two: odd and even pages differ."""
DIGITS: Final = re.compile(r"\d+")
_TOLERANCE: Final = 4.0
"""Points by which a head may move from page to page."""


def running_rows(pages: list[tuple[Page, list[Row]]]) -> list[tuple[int, Row]]:
    """Give the rows that are heads or feet, each with its page."""
    alike: dict[tuple[str, int], list[tuple[int, Row]]] = defaultdict(list)
    for page, rows in pages:
        for row in rows:
            if row.bottom > page.height * (1 - _ZONE) or row.top < page.height * _ZONE:
                # what differs from page to page is a number
                words = DIGITS.sub("#", row.text)
                alike[words, round(row.bottom / _TOLERANCE)].append((page.number, row))
    needed = max(2, len(pages) // _SHARE)
    return [
        one
        for found in alike.values()
        if len({number for number, _ in found}) >= needed
        for one in found
    ]
