"""Watermarks and numbers of copies: on every page, in nobody's way, and no part of the text."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from unit.writers.pdf.structure_reading import structure_of

from briefgen.blocks import Pack, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.inspection.colours import contrast
from briefgen.writers.pdf import plan_pdf, write_pdf
from briefgen.writers.pdf.emitting import Edition
from briefgen.writers.watermarks import COLOUR

if TYPE_CHECKING:
    from briefgen.styles import Style

COPIES = 12
WORDS = (Paragraph((Text("The words of the pack, which go on for some time. " * 200),)),)


@pytest.fixture(scope="module")
def pack() -> Pack:
    """A pack of upright and of turned pages."""
    sections = (Section(WORDS), Section(WORDS, landscape=True))
    return Pack("A pack", "en", "2018-06-04", sections, copy_words="Copy {copy} of {copies}")


@pytest.fixture(scope="module")
def edition(pack: Pack, style: Style) -> Edition:
    return Edition(plan_pdf(replace(pack, watermark="Draft: č"), style, COPIES))


def _pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def _bounds(data: bytes) -> list[tuple[float, ...]]:
    """Give where forms draw, of all pages, as parts of the page's width and height."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(data)) as opened:
        for page in opened:
            width, height = page.get_size()
            for one in page.get_objects(max_depth=1):
                if one.type == pypdfium2.raw.FPDF_PAGEOBJ_FORM:
                    left, low, right, high = one.get_bounds()
                    found.append((left / width, low / height, right / width, high / height))
    return found


def test_every_page_has_the_watermark_and_the_number_of_the_copy(edition: Edition) -> None:
    pages = _pages(edition.copy(3))
    assert len(pages) >= 4
    for words in pages:
        assert "Draft: č" in words
        assert "Copy 3 of 12" in words


def test_copies_are_alike_but_for_their_number(edition: Edition) -> None:
    """Also in any order; and the same copy has the same bytes again."""
    first, last = edition.copy(1), edition.copy(COPIES)
    assert edition.copy(1) == first
    assert last != first
    others = [re.sub(r"Copy \d+ of", "Copy of", "".join(_pages(one))) for one in (first, last)]
    assert others[0] == others[1]


def test_pages_and_their_structure_are_those_of_the_pack_without(
    pack: Pack, edition: Edition, style: Style
) -> None:
    """What stands on every page takes no room, and a screen reader is not told of it."""
    plain = write_pdf(pack, style)
    assert structure_of(edition.copy(2)) == structure_of(plain)
    stamped = [re.sub(r"Draft: č|Copy 2 of 12|\s", "", one) for one in _pages(edition.copy(2))]
    assert stamped == [re.sub(r"\s", "", one) for one in _pages(plain)]


def test_stamps_are_artifacts_in_the_file_itself(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(edition.copy(1))) as opened:
        forms = opened.pages[0].Resources.XObject
        kinds = {
            re.findall(rb"/Subtype/(\w+).*>>BDC", one.read_bytes())[0] for one in forms.values()
        }
        assert kinds == {b"Watermark", b"Footer"}
        assert b"/Footer/CopyNumber 1/CopyTotal " in forms["/C0"].read_bytes()
        assert all(one.read_bytes().endswith(b"EMC") for one in forms.values())


def test_the_watermark_lies_below_the_words(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(edition.copy(1))) as opened:
        for page in opened.pages:
            operators = page.Contents.read_bytes().split(b"\n")
            assert operators[0].startswith(b"/W")
            assert operators[-1].startswith(b"/C")


@pytest.mark.parametrize("words", ["I", "Draft", "Draft for comment by delegations only"])
def test_a_watermark_of_any_length_lies_on_the_page(pack: Pack, style: Style, words: str) -> None:
    bounds = _bounds(write_pdf(replace(pack, watermark=words), style))
    assert len(bounds) >= 4
    for left, low, right, high in bounds:
        assert 0.02 < left < 0.5 < right < 0.98
        assert 0.02 < low < 0.5 < high < 0.98


def test_a_copys_number_lies_in_the_margin_within_reach_of_printers(
    pack: Pack, style: Style
) -> None:
    bounds = _bounds(Edition(plan_pdf(pack, style, 350)).copy(350))
    for left, low, right, high in bounds:
        assert 0.93 < left < right < 0.98
        assert 0.04 < low < high < 0.3


def test_words_that_can_be_read_on_paper_can_be_read_on_the_watermark(style: Style) -> None:
    """By the contrast that WCAG 2.1, 1.4.3, asks for."""
    colours = {role.colour[1:] for role in style.roles.values()}
    colours |= {role.label_colour[1:] for role in style.roles.values() if role.label_colour}
    legible = [one for one in colours if contrast(one, "ffffff") >= 4.5]
    assert len(legible) >= 3
    assert [one for one in legible if contrast(one, COLOUR[1:]) < 4.5] == []


@pytest.mark.parametrize(
    ("watermark", "message"),
    [
        ("Draft " * 20, "the watermark .* is too long to be read across a page"),
        ("草案", "U\\+8349 .* no font has it"),
        ("two\nlines", "U\\+000A .* it cannot be printed"),
    ],
)
def test_a_watermark_that_cannot_be_printed_is_refused(
    pack: Pack, style: Style, watermark: str, message: str
) -> None:
    with pytest.raises(UnusableInput, match=message):
        write_pdf(replace(pack, watermark=watermark), style)


@pytest.mark.parametrize("watermark", ["", "  "])
def test_no_watermark_leaves_no_trace(pack: Pack, style: Style, watermark: str) -> None:
    assert write_pdf(replace(pack, watermark=watermark), style) == write_pdf(pack, style)
