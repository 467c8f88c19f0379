# ruff: noqa: RUF001 - the curly quotation marks and dashes are what is tested
"""The file: what programs that read PDF find in it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from briefgen.blocks import (
    Contents,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Pack,
    Paragraph,
    Section,
    Strong,
    Text,
)
from briefgen.writers.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.styles import Style

WORDS = (
    "Miroslav Lajčák and Juan José Gómez Camacho: “gender-responsive” policies of “the” "
    "co-facilitators’ draft – efficient and official, 2015-2030 (a*b_c[d]\\e) ⁴ ○ ● Миграция. "
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    blocks = (
        Contents(2),
        Heading(1, (Text("Smuggling of migrants"),), "gcm-rev2/9", "Objective 9"),
        Paragraph((Text(WORDS * 8), Strong((Text("bold words"),)))),
        ListBlock((ListItem((Paragraph((Text(WORDS * 2),), "list"),), "(a)"),), "labelled"),
        Heading(3, (Text("Points č"),), "points", new_page=True),
        Paragraph(
            (
                Link((Text("Objective 9"),), "#gcm-rev2/9"),
                Text(" and "),
                Link((Text("a portal"),), "https://example.org/a?b=(c)"),
            )
        ),
    )
    return Pack(
        "Objectives – č",
        "en-GB",
        "2018-06-04",
        (Section(blocks),),
        author="Delegation of Example State",
        subject="Briefing",
        keywords=("migration", "GCM"),
    )


@pytest.fixture(scope="module")
def file(pack: Pack, style: Style) -> bytes:
    return write_pdf(pack, style)


@pytest.fixture
def document(file: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(io.BytesIO(file)) as opened:
        yield opened


def test_words_are_read_back_whole_apart_and_in_order(document: pypdfium2.PdfDocument) -> None:
    # PDFium takes a hyphen at a line's end for a typesetter's, and says so by U+FFFE.
    read = document[0].get_textpage().get_text_range().replace("\ufffe", "-").split()
    start = read.index("Miroslav")
    assert read[start:] == [*(WORDS * 8).split(), "bold", "words", "(a)", *(WORDS * 2).split()]


def test_the_file_says_what_it_is(document: pypdfium2.PdfDocument, file: bytes) -> None:
    assert document.get_metadata_dict() == {
        "Title": "Objectives – č",
        "Author": "Delegation of Example State",
        "Subject": "Briefing",
        "Keywords": "migration, GCM",
        "Creator": "briefgen",
        "Producer": "briefgen",
        "CreationDate": "D:20180604000000Z",
        "ModDate": "D:20180604000000Z",
    }
    assert file.startswith(b"%PDF-1.7")
    with pikepdf.open(io.BytesIO(file)) as opened:
        assert opened.Root.Lang == "en-GB"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.Root.MarkInfo.Marked


def test_colours_mean_the_same_on_every_machine(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as opened:
        (intent,) = opened.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp", "an ICC profile"


def test_the_packet_of_metadata_says_what_the_file_follows(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "Objectives – č"
        assert metadata["dc:language"] == {"en-GB"}
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"


def test_the_whole_compact_is_small_enough_to_mail(
    files_of: Callable[[str], dict[str, bytes]],
) -> None:
    assert len(files_of("full-compact")["pdf"]) < 300_000


def test_the_outline_is_nested_by_level(document: pypdfium2.PdfDocument) -> None:
    found = [(one.level, one.get_title()) for one in document.get_toc()]
    assert found == [(0, "Objective 9: Smuggling of migrants"), (1, "Points č")]
    pages = [one.get_dest().get_index() for one in document.get_toc()]
    assert pages == [0, 1]


def test_every_font_is_embedded_and_none_is_a_standard_one(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as opened:
        fonts = list(opened.pages[0].Resources.Font.values())
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        names = sorted(str(font.BaseFont) for font in fonts)
    assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
    assert {name.partition("+")[2] for name in names} == {
        "FiraGO-Regular",
        "FiraGO-Bold",
        "CascadiaMono-Regular",
    }
    assert len(set(names)) == len(names)


def test_links_go_to_places_and_addresses(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as opened:
        links = [link for page in opened.pages for link in page.get("/Annots", ())]
        assert len(links) == 3 + 2
        assert str(links[-1].A.URI) == "https://example.org/a?b=(c)"
        named = dict(pikepdf.NameTree(opened.Root.Names.Dests))
        assert set(named) == {"gcm-rev2/9", "points"}
        assert {str(link.Dest) for link in links[:-1]} == {"gcm-rev2/9"}
        assert named["gcm-rev2/9"][0].objgen == opened.pages[0].objgen


def test_the_same_pack_gives_the_same_bytes_again(pack: Pack, style: Style, file: bytes) -> None:
    assert write_pdf(pack, style) == file


def test_letters_of_several_subsets_kerned_and_joined_are_read_back(style: Style) -> None:
    letters = [chr(code) for code in (*range(0xC0, 0x180), *range(0x400, 0x4A0))]
    text = " ".join(a + b for a, b in zip(letters, reversed(letters), strict=True))
    text += " Tomorrow, office, efficient flow."
    pack = Pack("", "en", "2018-06-04", (Section((Paragraph((Text(text),)),)),))
    with pypdfium2.PdfDocument(io.BytesIO(write_pdf(pack, style))) as opened:
        assert opened[0].get_textpage().get_text_range().split() == text.split()


@pytest.mark.parametrize(
    ("date", "expected"), [("2018-06-04", "D:20180604000000Z"), ("", "D:19800101000000Z")]
)
def test_the_dates_of_the_file_are_the_packs_own(style: Style, date: str, expected: str) -> None:
    """No clock is read; a pack without a date has a fixed one in its properties."""
    section = Section((Paragraph((Text("words"),)),))
    document = pypdfium2.PdfDocument(write_pdf(Pack("T", "en", date, (section,)), style))
    metadata = document.get_metadata_dict()
    document.close()
    assert (metadata["CreationDate"], metadata["ModDate"]) == (expected, expected)
