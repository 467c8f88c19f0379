"""Imposition: the pages of a finished PDF, each drawn once, at their places on sheets of paper.

Enters: the bytes of a PDF, a ``Scheme``, and a page for the places that stay empty. Leaves: the
bytes of the PDF to print, the same for the same input. Pages are taken over as they are drawn, as
form XObjects (ISO 32000-1, 8.10), so that type, fonts and colours stay what they were; links,
bookmarks, tags, scripts and attachments are left behind.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from msgspec import Struct
from msgspec.structs import replace
from pikepdf import Dictionary, Name

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.press.copies_told import ON_SHEET_KEY
from briefgen.press.geometry import (
    Grid,
    box_after,
    grid_for,
    lay_into,
    lies_across,
    scale_into,
    turned_round,
)
from briefgen.press.page_order import booklet, cut_stacks, from_the_right, in_order, repeated
from briefgen.press.reading import (
    flip_told,
    is_accessible,
    is_one_sided,
    opened,
    reads_from_the_right,
    size_of,
)
from briefgen.press.scheme import CUT, check_scheme
from briefgen.styles import POINTS_PER_MM

if TYPE_CHECKING:
    from briefgen.press.geometry import Matrix, Size
    from briefgen.press.page_order import Leaf, Side
    from briefgen.press.scheme import Flip, Scheme
    from briefgen.styles import Paper

FARTHEST_CREEP_MM = 4.0
"""Farther than this, pages would run into the fold."""

_DUPLEX = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge"}


class Imposed(Struct, frozen=True):
    """A file to print, and what the printer and the reader have to know of it.

    ``scale`` is what most pages are printed at, 1.0 for their own size; ``accessible`` says whether
    the file that it was made from is; ``flip`` is None for sheets printed on one side. ``turned``
    is the number of pages that lie across their places, ``from_the_right`` says that pages follow
    one another so.
    """

    data: bytes
    sheets: int
    paper: Paper
    flip: Flip | None
    scale: float
    empty: int
    accessible: bool
    turned: int = 0
    from_the_right: bool = False


def impose(data: bytes, scheme: Scheme, name: str, blank: bytes) -> Imposed:
    """Lay the pages of a PDF out on sheets; ``blank`` is a PDF whose page stands on empty places.

    Raises:
        UnusableInput: the scheme cannot be folded or cut, or ``opened`` refuses the file.
    """
    faults = check_scheme(scheme)
    if faults:
        raise UnusableInput(faults)
    with opened(blank, "blank page") as spare, opened(data, name, whole=True) as source:
        sizes = Counter(size_of(page) for page in source.pages)
        most = sizes.most_common(1)[0][0]
        grid = grid_for(scheme, most)
        if scheme.single_sided is None:
            single_sided = scheme.kind != "booklet" and is_one_sided(source)
            scheme = replace(scheme, single_sided=single_sided)
        from_right = _is_from_the_right(scheme, source)
        leaves = _leaves(scheme, len(source.pages), grid)
        if from_right and scheme.kind not in CUT:
            leaves = from_the_right(leaves, grid.columns)
        _check_creep(scheme, leaves)
        ends_in_front = scheme.kind != "booklet" and set(leaves[-1].back) == {None}
        if ends_in_front and len(leaves) == 1:
            scheme = replace(scheme, single_sided=True)
        printing = _Printing(source, spare, scheme, grid)
        for leaf in leaves:
            printing.add_leaf(leaf, on_back=not (ends_in_front and leaf is leaves[-1]))
        return Imposed(
            printing.to_bytes(),
            len(leaves),
            grid.paper,
            printing.flip,
            scale_into(grid.cells[0], most),
            sum(side.count(None) for side in printing.sides),
            is_accessible(source),
            sum(count for size, count in sizes.items() if lies_across(grid.cells[0], size)),
            from_right,
        )


def _is_from_the_right(scheme: Scheme, source: pikepdf.Pdf) -> bool:
    if scheme.binding:
        return scheme.binding == "right"
    return reads_from_the_right(source)


def _leaves(scheme: Scheme, pages: int, grid: Grid) -> list[Leaf]:
    single = bool(scheme.single_sided)
    match scheme.kind:
        case "booklet":
            return booklet(pages, scheme.signature)
        case "n-up":
            return in_order(pages, scheme.per_side, single_sided=single)
        case "stack":
            return cut_stacks(pages, grid.columns, grid.rows, single_sided=single)
        case "repeat":
            return repeated(pages, scheme.per_side, single_sided=single)


def _turns_like_a_calendar(source: pikepdf.Pdf) -> bool:
    """Tell whether the backs of a file are upright once a sheet is turned over its head."""
    width, height = size_of(source.pages[0])
    return flip_told(source) == ("long" if width > height else "short")


def _check_creep(scheme: Scheme, leaves: list[Leaf]) -> None:
    deepest = max(leaf.depth for leaf in leaves)
    if deepest * scheme.thickness_mm > FARTHEST_CREEP_MM:
        message = (
            f"{deepest + 1} sheets of {scheme.thickness_mm:g} mm in one another push the inner "
            f"pages out by {deepest * scheme.thickness_mm:.1f} mm"
        )
        hint = "fold it in parts, with --signature 16 or 32"
        raise UnusableInput.because(message, Place("--creep"), hint)


class _Printing:
    """A file to print under way."""

    def __init__(self, source: pikepdf.Pdf, spare: pikepdf.Pdf, scheme: Scheme, grid: Grid) -> None:
        self.source = source
        self.scheme = scheme
        self.grid = grid
        natural: Flip = "short" if grid.is_landscape else "long"
        self.flip: Flip | None = None if scheme.single_sided else scheme.flip or natural
        self.turns_backs = self.flip is not None and self.flip != natural
        self.target = pikepdf.new()
        self.blank = self._form(spare.pages[0])
        self.cells = grid.cells
        self.marks = _marks(grid) if scheme.kind in CUT else ""
        self.upends_backs = scheme.kind in CUT and _turns_like_a_calendar(source)
        self.sides: list[Side] = []

    def add_leaf(self, leaf: Leaf, *, on_back: bool) -> None:
        """Add the sides of a sheet; the last back is left away where nothing stands on it."""
        creep = leaf.depth * self.scheme.thickness_mm * POINTS_PER_MM
        self._add_side(leaf.front, creep, is_back=False)
        if on_back and not self.scheme.single_sided:
            self._add_side(leaf.back, creep, is_back=True)

    def _add_side(self, side: Side, creep: float, *, is_back: bool) -> None:
        self.sides.append(side)
        drawing: list[str] = [self.marks] if self.marks else []
        forms = Dictionary()
        for at, (number, cell) in enumerate(zip(side, self.cells, strict=True)):
            form, size, origin = (
                self.blank if number is None else self._form(self.source.pages[number])
            )
            shift = creep if at % 2 == 0 else -creep  # towards the fold
            matrix = lay_into(cell, size, shift)
            if is_back and self.upends_backs:
                matrix = turned_round(matrix, cell.centre)
            if is_back and self.turns_backs:
                matrix = turned_round(matrix, self.grid.centre)
            drawing.append(f"q {_numbers(_from(origin, matrix))} cm /P{at} Do Q")
            forms[f"/P{at}"] = form
        self.target.pages.append(
            pikepdf.Page(
                Dictionary(
                    Type=Name.Page,
                    MediaBox=[0, 0, round(self.grid.width, 3), round(self.grid.height, 3)],
                    Resources=Dictionary(XObject=forms),
                    Contents=self.target.make_stream("\n".join(drawing).encode("ascii")),
                )
            )
        )

    def _form(self, page: pikepdf.Page) -> tuple[pikepdf.Object, Size, tuple[float, float]]:
        """Give a page as something to draw, with its size and its lower left corner."""
        size_of(page)  # refuses a page without size
        form = self.target.copy_foreign(page.as_form_xobject())
        box = tuple(float(side) for side in form["/BBox"])
        matrix = tuple(float(one) for one in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
        left, low, right, high = box_after(box, matrix)
        return form, (right - left, high - low), (left, low)

    def to_bytes(self) -> bytes:
        """Write the file, with what a printer's dialogue reads (ISO 32000-1, 12.2)."""
        duplex = _DUPLEX[self.flip] if self.flip else "/Simplex"
        root = self.target.Root
        root["/ViewerPreferences"] = Dictionary(
            {"/PrintScaling": Name("/None"), "/Duplex": Name(duplex), "/DisplayDocTitle": True}
        )
        language = self.source.Root.get("/Lang")
        if language is not None:
            root["/Lang"] = pikepdf.String(str(language))
        title = str(self.source.docinfo.get("/Title", ""))
        information = {"/Producer": "briefgen"} | ({"/Title": title} if title else {})
        if self.scheme.kind == "repeat":
            information[ON_SHEET_KEY] = str(self.scheme.per_side)
        for key, words in information.items():
            self.target.docinfo[key] = pikepdf.String(words)
        out = BytesIO()
        self.target.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
        return out.getvalue()


def _from(origin: tuple[float, float], matrix: Matrix) -> Matrix:
    """Give the matrix for a page whose lower left corner is not at 0, 0."""
    a, b, c, d, e, f = matrix
    x, y = origin
    return (a, b, c, d, e - a * x - c * y, f - b * x - d * y)


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in values)


def _marks(grid: Grid) -> str:
    lines = [f"{_numbers(mark[:2])} m {_numbers(mark[2:])} l" for mark in grid.cut_marks]
    return f"q 0.25 w {' '.join(lines)} S Q"
