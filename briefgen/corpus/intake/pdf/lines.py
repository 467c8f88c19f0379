"""Lines of print, made of glyphs by where they stand.

Enters: the glyphs of a page. Leaves: rows from top to bottom, each of one piece, or of several
where wide gaps part it; whether what stands side by side is a table, two columns or a letterhead
cannot be told from here, so such rows are marked and never joined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.corpus.intake.pdf.glyphs import LINE_END_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.corpus.intake.pdf.glyphs import Glyph, Page

_WIDE: Final = 2.0
"""A gap of so many times the type size parts a line; justified words seldom stand so far apart."""
_RAISED: Final = 0.8
"""A character smaller than this part of the type before it, and higher, is raised."""
_LABEL: Final = re.compile(r"\S{1,7}$")
"""What may stand before a gap as a label or a bullet, with its words after the gap."""
_OVERLAP: Final = 0.5
_NEAR: Final = 8
"""Rows among which a piece may belong, when all come from top to bottom."""
_FAR: Final = 2.5
"""A line so many times its height away is no part of the same table or columns."""


class Piece(Struct):
    """Glyphs that follow one another on a line."""

    glyphs: list[Glyph]

    @property
    def text(self) -> str:
        """The characters, with blanks; a hyphen at the end of a line is one."""
        return "".join(one.text for one in self.glyphs).replace(LINE_END_HYPHEN, "-").strip()

    @property
    def left(self) -> float:
        """The left edge, in points."""
        return min(one.left for one in self.glyphs)

    @property
    def right(self) -> float:
        """The right edge, in points."""
        return max(one.right for one in self.glyphs)

    @property
    def bottom(self) -> float:
        """The lower edge of the first glyph's line, in points."""
        return self.glyphs[0].bottom

    @property
    def top(self) -> float:
        """The upper edge of the first glyph's line, in points."""
        return self.glyphs[0].top

    @property
    def raised(self) -> str:
        """The characters that stand raised after larger ones."""
        found = []
        base: Glyph | None = None
        for one in self.glyphs:
            if base and one.size < base.size * _RAISED and one.bottom > base.bottom:
                found.append(one.text)
            elif one.text.strip():
                base = one
        return "".join(found).strip()


class Row(Struct):
    """What stands at one height; ``line`` counts from 1 down the page."""

    pieces: list[Piece]
    line: int = 0
    apart: bool = field(default=False)
    """Whether the pieces stand side by side, so that their order could not be decided."""

    @property
    def text(self) -> str:
        """The words from left to right."""
        return " ".join(one.text for one in self.pieces)

    @property
    def bottom(self) -> float:
        """The lower edge, in points."""
        return min(one.bottom for one in self.pieces)

    @property
    def top(self) -> float:
        """The upper edge, in points."""
        return max(one.top for one in self.pieces)

    def gap(self) -> float | None:
        """Give the middle of the first gap that is wide and no label's; None without one."""
        for before, after in zip(self.pieces, self.pieces[1:], strict=False):
            if before is not self.pieces[0] or not _LABEL.match(before.text):
                return (before.right + after.left) / 2
        return None

    def covers(self, place: float) -> bool:
        """Say whether words stand at this distance from the left."""
        return any(one.left < place < one.right for one in self.pieces)


def rows_of(page: Page) -> list[Row]:
    """Give the rows of a page, from top to bottom."""
    rows: list[Row] = []
    pieces = [one for one in _pieces(one for one in page.glyphs if not one.turned) if one.text]
    for piece in sorted(pieces, key=lambda one: -one.top):
        beside = next((row for row in reversed(rows[-_NEAR:]) if _level(row, piece)), None)
        if beside:
            beside.pieces.append(piece)
        else:
            rows.append(Row([piece]))
    for number, row in enumerate(rows, start=1):
        row.pieces.sort(key=lambda one: one.left)
        row.line = number
    return rows


def mark_apart(rows: list[Row]) -> None:
    """Mark the rows whose pieces stand side by side, and those next to them in a column."""
    for at, row in enumerate(rows):
        middle = row.gap()
        if middle is not None:
            for near in (*_until(rows[at::-1], middle), *_until(rows[at:], middle)):
                near.apart = True


def _until(rows: list[Row], middle: float) -> Iterator[Row]:
    """Give the rows next to a gap, up to one that stands across it, far off, or parted."""
    last: Row | None = None
    for row in rows:
        far = last and abs(last.bottom - row.bottom) > _FAR * (row.top - row.bottom)
        if far or row.covers(middle):
            return
        yield row
        if last and row.gap() is not None:
            return  # what stands beyond is next to that row's own gap
        last = row


def _level(row: Row, piece: Piece) -> bool:
    shared = min(row.top, piece.top) - max(row.bottom, piece.bottom)
    return shared > _OVERLAP * min(row.top - row.bottom, piece.top - piece.bottom)


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[Piece]:
    """Cut the run of glyphs where a line ends, or a wide gap stands."""
    piece: list[Glyph] = []
    last: Glyph | None = None
    blank = False
    for glyph in glyphs:
        if glyph.made or not glyph.text.strip():
            # PDFium's own line ends and blanks have no place that could be trusted
            blank = True
            continue
        if last is not None and _parted(last, glyph):
            yield Piece(piece)
            piece = []
        elif blank and last is not None:
            piece.append(replace(glyph, text=" ", left=last.right, right=last.right, made=True))
        piece.append(glyph)
        last = glyph
        blank = False
    if piece:
        yield Piece(piece)


def _parted(last: Glyph, glyph: Glyph) -> bool:
    shared = min(last.top, glyph.top) - max(last.bottom, glyph.bottom)
    if shared < _OVERLAP * min(last.top - last.bottom, glyph.top - glyph.bottom):
        return True
    size = max(last.size, glyph.size)
    return glyph.left - last.right > _WIDE * size or glyph.right < last.left - size
