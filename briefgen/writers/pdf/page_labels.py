"""Page labels: the numbers that are printed on pages, and that a viewer goes by.

Enters: for each page, the kind of numerals that it has. Leaves: its label, and the same for the
file. Each kind counts for itself from 1, as books count what stands before the text.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

from briefgen.roman import roman

Numerals: TypeAlias = Literal["arabic", "roman"]

_STYLES = {"arabic": "D", "roman": "r"}
"""What the file calls the kinds (ISO 32000-1, table 159)."""


class PageLabels(Struct):
    """The labels of all pages, in order; they are added page by page."""

    pages: list[tuple[Numerals, int]] = field(default_factory=list)
    _last: dict[Numerals, int] = field(default_factory=dict)

    def add(self, numerals: Numerals) -> None:
        """Number one more page."""
        number = self._last[numerals] = self._last.get(numerals, 0) + 1
        self.pages.append((numerals, number))

    def label(self, page: int) -> str:
        """Give what is printed on a page, counted from 1."""
        numerals, number = self.pages[page - 1]
        return roman(number) if numerals == "roman" else str(number)

    @property
    def last(self) -> str:
        """How many pages there are, as "page 1 of 5" says: those of the text."""
        count = self._last.get("arabic") or len(self.pages) or 1
        return str(count)

    def ranges(self) -> str:
        """Write the number tree of the labels (ISO 32000-1, 12.4.2)."""
        entries: list[str] = []
        before: Numerals | None = None
        for index, (numerals, number) in enumerate(self.pages):
            if numerals != before:
                entries.append(f"{index}<</S/{_STYLES[numerals]}/St {number}>>")
                before = numerals
        return f"<</Nums[{''.join(entries)}]>>"
