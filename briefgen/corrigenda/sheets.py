"""Which sheets of paper are to be exchanged.

Enters: the pages of two files, and what words of running lines may differ unnoticed. Leaves: steps,
each with the sheets to take out and those to put in. Sheets that print the same keep their order
and stay; as the page's own number is printed, pages that move on by one are other pages.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefgen.corrigenda.model import Exchange, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.corrigenda.model import PrintedFile, PrintedPage


def sheets_of(pages: Sequence[PrintedPage], sides: int) -> tuple[Sheet, ...]:
    """Give the sheets that pages are printed on, with one or two sides each."""
    starts = range(0, len(pages), sides)
    return tuple(
        Sheet(number, tuple(range(start + 1, min(start + sides, len(pages)) + 1)))
        for number, start in enumerate(starts, 1)
    )


def exchange_sheets(
    old: PrintedFile,
    new: PrintedFile,
    sides: int | None,
    unsaid: Callable[[str, PrintedFile], str],
) -> tuple[tuple[Exchange, ...], dict[int, int]]:
    """Give the steps, and the pages that stay, from new to old.

    ``sides`` of a sheet are printed, of None as many as each file declares: one of the two may be
    for one side. ``unsaid`` gives a running line of a file without the words that may differ.
    """
    before, after = (sheets_of(one.pages, sides or one.sides) for one in (old, new))

    def keys(file: PrintedFile, sheets: Sequence[Sheet]) -> list[tuple[tuple[str, ...], ...]]:
        return [
            tuple(page_key(file.pages[at - 1], file, unsaid) for at in one.pages) for one in sheets
        ]

    steps: list[Exchange] = []
    stay: dict[int, int] = {}
    matcher = SequenceMatcher(None, keys(old, before), keys(new, after), autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal":
            for one, other in zip(before[low:high], after[start:end], strict=True):
                stay.update(zip(other.pages, one.pages, strict=True))
            continue
        last = before[low - 1] if low else None
        steps.append(Exchange(before[low:high], after[start:end], last))
    return tuple(steps), stay


def page_key(
    page: PrintedPage, file: PrintedFile, unsaid: Callable[[str, PrintedFile], str]
) -> tuple[str, ...]:
    """Give what a page prints: two of one key are the same on paper."""
    return (page.body, *(unsaid(line, file) for line in page.furniture))
