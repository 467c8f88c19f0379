"""Words of headers and footers that may differ without a page being printed again.

Enters: the pack's own words in its language. Leaves: a running line without them. How many pages or
sheets there are in all, and the date of the pack, would change every page of it for nothing; all
else that a running line says (a marking, a version, the page's own number) counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefgen.manifest.words import normalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.compose.furniture import Furniture
    from briefgen.corrigenda.model import PrintedFile

_COUNTED: Final = (
    ("sheet-alone", "{sheets}"),
    ("sheet-front", "{sheets}"),
    ("sheet-back", "{sheets}"),
    ("page-of", "{pages}"),
)
"""Words of the pack's own that tell how many there are; the last may be the end of the first."""
_NUMBER: Final = "[0-9ivxlc]+"
_HIDDEN: Final = "\N{HORIZONTAL ELLIPSIS}"
"""What stands for words that are left out, also in a note."""


def unsaid_words(furniture: Furniture) -> Callable[[str, PrintedFile], str]:
    """Give what leaves out of a running line of a file the words that may differ."""
    counts = [_pattern(furniture[key], total) for key, total in _COUNTED]

    def without(line: str, file: PrintedFile) -> str:
        for count in counts:
            line = count.sub(rf"\1{_HIDDEN}\2", line)
        day = normalised(furniture.date(file.date))
        return line.replace(day, _HIDDEN) if day else line

    return without


def unnumbered(furniture: Furniture) -> Callable[[str], str]:
    """Give what leaves out of a running line all numbers of pages and sheets."""
    patterns = [re.compile(rf"{_any_number(furniture[key])}$") for key, _ in _COUNTED]

    def without(line: str) -> str:
        for pattern in patterns:
            line = pattern.sub(_HIDDEN, line)
        return line

    return without


def sheet_words(furniture: Furniture) -> Callable[[str], str]:
    """Give what finds the number of a sheet in a running line: ``Sheet 1 of 2``, or nothing."""
    patterns = [
        re.compile(_any_number(furniture[key].partition(",")[0]))
        for key in ("sheet-front", "sheet-back")
    ]

    def found(line: str) -> str:
        return next((one.group() for pattern in patterns if (one := pattern.search(line))), "")

    return found


def _pattern(words: str, total: str) -> re.Pattern[str]:
    before, _, after = words.partition(total)
    return re.compile(rf"({_any_number(before)}){_NUMBER}({_any_number(after)})$")


def _any_number(words: str) -> str:
    """Give the pattern of words with any number in the place of ``{page}`` or ``{sheet}``."""
    return "".join(
        _NUMBER if re.fullmatch(r"\{[a-z]+\}", part) else re.escape(part)
        for part in re.split(r"(\{[a-z]+\})", words)
    )
