"""The smallest type of a file's text, whoever made the file."""

from __future__ import annotations

import io

import pikepdf
import pytest
from printed_sheets import numbered, pdf_of, saved

from briefgen.press import Scheme, impose
from briefgen.press.type_sizes import smallest_type


def _drawn(*contents: str) -> bytes:
    """Give a file with a page for each drawing."""
    pdf = pikepdf.open(io.BytesIO(numbered(len(contents))))
    for page, drawing in zip(pdf.pages, contents, strict=True):
        page.obj["/Contents"] = pdf.make_stream(drawing.encode())
    return saved(pdf)


def _words(points: float, words: str) -> str:
    return f"BT /F {points:g} Tf 50 400 Td ({words}) Tj ET"


def test_the_smallest_type_counts_once_a_part_of_the_text_is_in_it() -> None:
    """Not a note's mark among many words; one page in small type, of many, does."""
    text, mark, note = _words(10, "words " * 20), _words(5, "1"), _words(8, "a note " * 5)
    assert smallest_type(_drawn(f"{text} {mark}")) == 10
    assert smallest_type(_drawn(text, text, f"{text} {mark} {note}")) == 8


def test_running_lines_of_a_tagged_file_do_not_count() -> None:
    """They are artifacts; in a file without tags nothing tells them from the text."""
    text, line = _words(11, "words " * 5), _words(7, "running " * 5)
    assert smallest_type(_drawn(f"/P <</MCID 0>> BDC {text} EMC /Artifact BMC {line} EMC")) == 11
    assert smallest_type(_drawn(f"{text} {line}")) == 7


def test_type_is_as_large_as_it_is_drawn() -> None:
    """Scaled on the page, or with the page, as on sheets that are imposed."""
    assert smallest_type(_drawn(f"q 0.5 0 0 0.5 0 0 cm {_words(20, 'words')} Q")) == 10
    made = impose(numbered(4, points=12), Scheme("n-up", 4), "x", pdf_of([""]))
    assert smallest_type(made.data) == pytest.approx(6, abs=0.05)


@pytest.mark.parametrize("data", [pdf_of([""]), _drawn("0 0 9 9 re f"), b"no PDF"])
def test_a_file_without_words_has_no_type(data: bytes) -> None:
    """A scan, or what cannot be opened."""
    assert smallest_type(data) == 0
