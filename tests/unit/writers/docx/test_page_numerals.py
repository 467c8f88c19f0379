"""Roman numerals before the text, in Word as in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit.writers.docx.docx_reading import attributes, find, parts, text_of, tree
from unit.writers.docx.reference.letterheads import letterhead

from briefgen.blocks import Contents, Field, Heading, Pack, RunningLine, Section, Text
from briefgen.writers.docx import open_reference, write_docx

if TYPE_CHECKING:
    from briefgen.styles import Style

RUNNING = RunningLine((), (Field("page"), Text(" of "), Field("pages")))
PAGES = {"five": "1", "six": "2"}


def section(anchor: str, role: str = "body") -> Section:
    return Section((Heading(1, (Text(anchor),), anchor),), role, footer=RUNNING)


FRONT = Section((Contents(4),), "front", footer=RUNNING)
PACK = Pack("Title", "en", "", (FRONT, section("five"), section("six")))


@pytest.fixture
def roman(style: Style) -> Style:
    front = style.page("body").model_copy(update={"numbers": "roman"})
    return style.model_copy(update={"pages": {**style.pages, "front": front}})


def numbering(file: bytes) -> list[tuple[list[str], list[str]]]:
    """Give the numerals and the first number of each section, as far as they are said."""
    return [
        (attributes(one, "w:pgNumType/@w:fmt"), attributes(one, "w:pgNumType/@w:start"))
        for one in find(tree(file), "//w:sectPr")
    ]


def footers(file: bytes) -> str:
    names = [name for name in parts(file) if name.startswith("word/footer")]
    return "".join("".join(attributes(tree(file, one), "//w:instrText/text()")) for one in names)


def test_pages_are_counted_from_the_first_on_unless_the_style_says_otherwise(style: Style) -> None:
    file = write_docx(PACK, style, PAGES)
    assert numbering(file) == [([], [])] * 3
    assert "NUMPAGES" in footers(file)


def test_the_text_begins_with_page_1_after_roman_numerals(roman: Style) -> None:
    file = write_docx(PACK, roman, PAGES)
    assert numbering(file) == [(["lowerRoman"], []), ([], ["1"]), ([], [])]


def test_page_of_pages_counts_those_of_the_text(roman: Style) -> None:
    file = write_docx(PACK, roman, PAGES)
    (end,) = find(tree(file), "//w:p[w:bookmarkStart/@w:name='_EndOfText']")
    assert text_of(end) == "six"
    assert "PAGEREF _EndOfText" in footers(file)
    assert "NUMPAGES" not in footers(file)


def test_numerals_that_come_back_go_on_from_the_page_of_their_heading(roman: Style) -> None:
    pack = Pack("Title", "en", "", (section("five"), FRONT, section("six"), FRONT))
    starts = [start for _, start in numbering(write_docx(pack, roman, PAGES))]
    assert starts == [[], ["1"], ["2"], []]
    assert [start for _, start in numbering(write_docx(pack, roman))][2] == []


def test_a_reference_has_them_too(roman: Style) -> None:
    opened = open_reference(letterhead(), "letter.docx")
    found = numbering(write_docx(PACK, roman, PAGES, opened))
    assert found == [(["lowerRoman"], []), ([], ["1"]), ([], [])]
