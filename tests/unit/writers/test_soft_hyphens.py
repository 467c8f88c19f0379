"""A soft hyphen (U+00AD) is seen nowhere inside a line, and divides no word for who reads it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from unit.writers.docx.docx_reading import find, tree

from briefgen.blocks import Deletion, Pack, Paragraph, Quotation, Section, Text
from briefgen.manifest.words import normalised
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.verify import read_delivered
from briefgen.writers import write

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")
WORDS = "\u00adThe inter\u00adnation\u00adal migra\u00adtion \u00ad of per\u00adsons\u00ad " * 20


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    blocks = (
        Paragraph((Quotation((Text(WORDS),), "u/1"),)),
        Paragraph((Deletion((Text(WORDS),)),)),
    )
    return write(Pack("T", "en", "", (Section(blocks),)), STYLE, ["pdf", "docx"])


def test_a_pdf_shows_the_words_whole(files: dict[str, bytes]) -> None:
    with pypdfium2.PdfDocument(io.BytesIO(files["pdf"])) as opened:
        words = opened[0].get_textpage().get_text_range().split()
    assert words == ["The", "international", "migration", "of", "persons"] * 40


def test_word_is_told_where_it_may_divide(files: dict[str, bytes]) -> None:
    """By an element: the character itself shows as a hyphen in Word."""
    document = tree(files["docx"])
    assert len(find(document, "//w:softHyphen")) == 2 * WORDS.count("\u00ad")
    texts = find(document, "//w:t | //w:delText")
    assert not any("\u00ad" in (one.text or "") for one in texts)
    assert all(one.text for one in texts)


@pytest.mark.parametrize("name", ["t.pdf", "t.docx"])
def test_who_reads_the_file_finds_the_words_of_the_quotation(
    files: dict[str, bytes], name: str
) -> None:
    first = read_delivered(files[name.partition(".")[2]], name).passages[0]
    assert normalised(first.words) == normalised(WORDS)
