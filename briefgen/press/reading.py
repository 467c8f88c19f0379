"""Finished PDFs, opened without trust.

Enters: the bytes of a file and its name. Leaves: an open PDF, or facts on it. A file that is
encrypted, damaged or without pages is refused with the cure; nothing in it is run or mended.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pikepdf
from msgspec import Struct

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.file_kinds import is_pdf, wrong_kind
from briefgen.press.copies_told import copies_on_sheet, copy_number
from briefgen.press.geometry import box_after
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.press.geometry import Size
    from briefgen.press.scheme import Flip
    from briefgen.styles import Paper

MOST_PAGES = 20_000
_LARGEST_SIDE = 14_400.0
"""Points; no page is larger (ISO 32000-1, annex C.2)."""
_ALIKE = 3.0

_FLIPS: dict[str, Flip] = {"/DuplexFlipLongEdge": "long", "/DuplexFlipShortEdge": "short"}


class Facts(Struct, frozen=True):
    """What a printer has to know of a PDF.

    ``paper`` is "" for paper of no common size, and for pages of several sizes; ``flip`` is None
    for a file to be printed on one side. ``accessible`` says that its words are tagged, ``origin``
    what the file says it is: a pack as it was built, a revision of one or sheets of that, or else.
    ``copies`` are what one print of it gives, once its sheets are cut apart; ``number`` is that of
    a numbered copy, of which there are ``numbers`` in all, 0 for a file without.
    """

    pages: int
    paper: Paper | str
    landscape: bool
    flip: Flip | None
    accessible: bool
    title: str
    language: str
    origin: Literal["build", "revision", "other"] = "other"
    copies: int = 1
    number: int = 0
    numbers: int = 0


@contextmanager
def opened(data: bytes, name: str, *, whole: bool = False) -> Iterator[pikepdf.Pdf]:
    """Open a PDF; what turns out to be broken while it is used is told as well.

    Of a ``whole`` one every object is looked up and every stream unpacked first: a page or a face
    that is damaged would print as nothing, or as other words.

    Raises:
        UnusableInput: this is no PDF, or one that is encrypted, damaged, empty or too long.
    """
    place = Place(name)
    if not is_pdf(data):
        raise UnusableInput([wrong_kind(data, place, "a PDF", "name a finished PDF file")])
    damaged = "print it to PDF again, or ask who made it for another copy"
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                _refuse_encrypted(place)
            if not len(pdf.pages):
                raise UnusableInput.because("the PDF has no page", place, damaged)
            if len(pdf.pages) > MOST_PAGES:
                message = f"the PDF has {len(pdf.pages)} pages, more than {MOST_PAGES}"
                raise UnusableInput.because(message, place, "divide it")
            if whole:
                _refuse_damaged(pdf)
            yield pdf
    except pikepdf.PasswordError:
        _refuse_encrypted(place)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise UnusableInput.because("the PDF is damaged", place, damaged) from None


def _refuse_damaged(pdf: pikepdf.Pdf) -> None:
    if pdf.check_pdf_syntax():
        raise ValueError


def _refuse_encrypted(place: Place) -> None:
    hint = "save a copy without password and restrictions, and use that"
    raise UnusableInput.because("the PDF is encrypted", place, hint) from None


def read_facts(data: bytes, name: str, *, whole: bool = False) -> Facts:
    """Find out what a printer has to know, of a ``whole`` file or of what is read for it.

    Raises:
        UnusableInput: what ``opened`` refuses.
    """
    with opened(data, name, whole=whole) as pdf:
        sizes = Counter(size_of(page) for page in pdf.pages)
        (width, height), _ = sizes.most_common(1)[0]
        papers = {_paper(size) for size in sizes}
        landscape = width > height
        natural: Flip = "short" if landscape else "long"
        return Facts(
            len(pdf.pages),
            papers.pop() if len(papers) == 1 else "",
            landscape,
            None if is_one_sided(pdf) else flip_told(pdf) or natural,
            is_accessible(pdf),
            str(pdf.docinfo.get("/Title", "")),
            str(pdf.Root.get("/Lang", "")),
            _origin(pdf),
            copies_on_sheet(pdf),
            *copy_number(pdf),
        )


def _origin(pdf: pikepdf.Pdf) -> Literal["build", "revision", "other"]:
    """Give what the private data (14.5) say that a file is; ``press.extracting`` counts there."""
    held = pdf.Root.get("/PieceInfo", pikepdf.Dictionary()).get("/briefgen")
    if held is None:
        return "other"
    return "revision" if "/Revision" in held else "build"


def _preference(pdf: pikepdf.Pdf, key: str) -> str:
    """Give what a PDF asks of a program that shows or prints it (ISO 32000-1, 12.2)."""
    preferences = pdf.Root.get("/ViewerPreferences")
    return "" if preferences is None else str(preferences.get(key, ""))


def is_one_sided(pdf: pikepdf.Pdf) -> bool:
    """Say whether a PDF asks to be printed on one side of the paper."""
    return _preference(pdf, "/Duplex") == "/Simplex"


def flip_told(pdf: pikepdf.Pdf) -> Flip | None:
    """Give the edge that a PDF asks its sheets to be turned about; None where it asks nothing."""
    return _FLIPS.get(_preference(pdf, "/Duplex"))


def reads_from_the_right(pdf: pikepdf.Pdf) -> bool:
    """Say whether a PDF says that its pages follow one another from right to left."""
    return _preference(pdf, "/Direction") == "/R2L"


def is_accessible(pdf: pikepdf.Pdf) -> bool:
    """Say whether the words of a PDF are tagged (ISO 32000-1, 14.7.1)."""
    mark = pdf.Root.get("/MarkInfo")
    return mark is not None and bool(mark.get("/Marked")) and "/StructTreeRoot" in pdf.Root


def size_of(page: pikepdf.Page) -> Size:
    """Give a page's width and height in points, as it is seen."""
    box = tuple(float(side) for side in page.trimbox)
    unit = float(page.obj.get("/UserUnit", 1))
    _, _, width, height = box_after(
        (0.0, 0.0, abs(box[2] - box[0]), abs(box[3] - box[1])), (unit, 0, 0, unit, 0, 0)
    )
    quarter = 90
    if int(page.rotation) % (2 * quarter):
        width, height = height, width
    if not (1 <= width <= _LARGEST_SIDE and 1 <= height <= _LARGEST_SIDE):
        raise ValueError
    return round(width, 2), round(height, 2)


def _paper(size: Size) -> str:
    short, long = sorted(size)
    for paper, sides in PAGE_SIZES_MM.items():
        width, height = (side * POINTS_PER_MM for side in sides)
        if abs(short - width) < _ALIKE and abs(long - height) < _ALIKE:
            return paper
    return ""
