"""Formats without pages hold the words of the Pack: all, in order, and never as markup."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from lxml import etree, html
from markdown_it import MarkdownIt
from unit.writers.docx.trees import PACKS

from briefgen.blocks import (
    Cell,
    Contents,
    Heading,
    Highlight,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Quotation,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.walk import all_blocks, all_inlines, plain_words
from briefgen.writers import write
from briefgen.writers.html import write_html
from briefgen.writers.markdown import write_markdown
from briefgen.writers.plain_text import WIDTH, write_text
from briefgen.writers.records import records, write_csv, write_json
from briefgen.writers.spreadsheet import write_xlsx

if TYPE_CHECKING:
    from briefgen.styles import Style

TRICKY = (
    "# no heading",
    "1. no list",
    "+ no list",
    "- no list",
    "=== no rule",
    "a_b_c *no emphasis* **none** `no code`",
    "[no](link) <b>no tag</b> &amp; | no cell ~~no strike~~ [^1]",
    "<script>alert(1)</script>",
    "\\ backslash \\* both",
    "12) no list",
    "=1+1",
)


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(shipped("templates") / "styles" / "standard.yaml")


def quoted(text: str, unit: str) -> Paragraph:
    return Paragraph((Quotation((Text(text),), unit),))


@pytest.fixture(scope="module")
def pack() -> Pack:
    head = Row((Cell((quoted("Means", "t/head/means"),), header=True), Cell((), header=True)))
    row = Row((Cell((ListBlock((ListItem((quoted("Do it", "t/1/means/1"),)),)),)), Cell(())))
    blocks = (
        Contents(2),
        Heading(1, (Quotation((Text("On pathways"),), "d/5/title"),), "o5", "Objective 5"),
        ListBlock(
            (
                ListItem(
                    (
                        quoted("First", "d/5/a"),
                        ListBlock((ListItem((quoted("Below", "d/5/a/i"),), "(i)"),), "labelled"),
                    ),
                    "(a)",
                ),
            ),
            "labelled",
        ),
        Paragraph(
            (Strong((Text("Bold"),)), Strong((Text("Bolder"),)), NoteReference("d/note/1", "1"))
        ),
        Paragraph((Link((Text("here"),), "https://un.org/"), Link((Text("up"),), "#o5"))),
        Table((1.0, 1.0), (head,), (row,), summary="What is meant"),
        *(quoted(text, "d/tricky") for text in TRICKY),
    )
    note = Note("d/note/1", "1", (quoted("A note", "d/note/1"),))
    return Pack("A pack", "en", "2018-06-04", (Section(blocks),), (note,), author="State")


def spoken(pack: Pack) -> list[str]:
    """The words of the Pack, block by block."""
    words = (
        plain_words(block.inlines)
        for block in all_blocks(pack)
        if isinstance(block, Heading | Paragraph)
    )
    return [" ".join(one.split()) for one in words if one.strip()]


def flat(text: str) -> str:
    return " ".join(text.split())


def contains_in_order(text: str, words: list[str]) -> bool:
    at = 0
    for one in words:
        at = text.find(one, at)
        if at < 0:
            return False
        at += len(one)
    return True


@given(PACKS)
def test_a_web_page_holds_every_word_of_any_tree_in_order(style: Style, pack: Pack) -> None:
    page = html.document_fromstring(write_html(pack, style))
    body = page.find("body")
    for call in body.iter("sup"):
        call.text, call[:] = "", []
    dense = "".join("".join(body.itertext()).split())
    assert contains_in_order(dense, ["".join(one.split()) for one in spoken(pack)])


def test_a_web_page_fetches_nothing_and_shows_markup_as_words(style: Style, pack: Pack) -> None:
    data = write_html(pack, style)
    page = html.document_fromstring(data)
    assert not page.xpath("//script | //link | //img | //iframe")
    assert "<script>alert(1)</script>" in page.text_content()
    assert page.xpath("string(/html/@lang)") == "en"
    assert page.xpath("string(//title)") == "A pack"


def test_a_web_page_ties_notes_heads_and_units_together(style: Style, pack: Pack) -> None:
    page = html.document_fromstring(write_html(pack, style))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href") if href[0] == "#"} <= set(ids)
    assert page.xpath("//th/@scope") == ["col", "col"]
    assert page.xpath("string(//caption)") == "What is meant"
    assert page.xpath("string(//*[@data-unit='d/5/a/i'])") == "Below"


def test_markdown_shows_every_word_and_takes_none_for_markup(pack: Pack) -> None:
    """Read by another program: tables and notes on, everything that could be misread shown."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = html.document_fromstring(reader.render(write_markdown(pack).decode()))
    text = flat(page.text_content())
    assert contains_in_order(text, [one for one in spoken(pack) if one != "A note"][1:])
    assert page.xpath("//th")[0].text_content() == "Means"
    assert [one.text_content() for one in page.xpath("//strong")] == ["Bold", "Bolder"]
    assert page.xpath("//h1")[0].text_content() == "Objective 5: On pathways"
    assert not page.xpath("//code | //s | //h2 | //hr | //ol | //script")
    assert page.xpath("//a/@href") == ["https://un.org/"]


def test_plain_text_holds_every_word_of_the_pack_in_order(pack: Pack) -> None:
    lines = write_text(pack).decode().split("\n")
    text = flat(" ".join(lines)).replace("here <https://un.org/>up", "hereup")
    assert contains_in_order(text, spoken(pack))
    assert "(a) First" in lines
    assert "    (i) Below" in lines
    assert "[Means]" in lines
    assert max(map(len, lines)) <= WIDTH


@given(PACKS)
def test_plain_text_loses_no_word_of_any_tree(pack: Pack) -> None:
    dense = "".join(write_text(pack).decode().split())
    for inline in all_inlines(block for section in pack.sections for block in section.blocks):
        if isinstance(inline, Text):
            assert all(word in dense for word in inline.text.split())


@given(PACKS)
def test_any_tree_gives_markdown_that_ends_with_one_line_feed(pack: Pack) -> None:
    assert not write_markdown(pack).endswith(b"\n\n")


def test_a_record_tells_unit_headings_labels_and_column(pack: Pack) -> None:
    found = {record.unit: record for record in records(pack)}
    assert found["d/5/a/i"].label == "(a) (i)"
    assert found["d/5/a/i"].under == "Objective 5: On pathways"
    assert (found["t/1/means/1"].column, found["t/1/means/1"].text) == ("Means", "Do it")
    assert found["d/note/1"].label == "1"
    assert found["d/5/title"].document == "d"


def test_csv_json_and_spreadsheet_hold_the_same_records(pack: Pack) -> None:
    found = [record.text for record in records(pack)]
    rows = list(csv.DictReader(io.StringIO(write_csv(pack).decode("utf-8-sig"), newline="")))
    assert [row["text"].removeprefix("'") for row in rows] == found
    assert [one["text"] for one in json.loads(write_json(pack))["quotations"]] == found
    with zipfile.ZipFile(io.BytesIO(write_xlsx(pack))) as package:
        assert package.testzip() is None
        strings = etree.fromstring(package.read("xl/sharedStrings.xml"))
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert set(found) <= {"".join(one.itertext()) for one in strings}
    assert b"<f>" not in sheet


def test_words_that_look_like_a_formula_stay_words(pack: Pack) -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv(pack).decode("utf-8-sig"), newline="")))
    assert "'=1+1" in {row["text"] for row in rows}


@pytest.mark.parametrize("form", ["html", "markdown", "text", "csv", "xlsx", "json"])
def test_the_same_pack_gives_the_same_bytes(form: str, pack: Pack, style: Style) -> None:
    assert write(pack, style, [form]) == write(pack, style, [form])


def test_words_looked_for_are_marked_where_the_format_can_and_stay_the_same(style: Style) -> None:
    """HTML and Markdown have an element for it; text and rows hold the words alone."""
    words = (Text("of "), Highlight((Text("trade unions"),)), Text(", too"))
    found = Pack("T", "en", "", (Section((Paragraph((Quotation(words, "d/5/g"),)),)),))
    assert '<mark class="highlight">trade unions</mark>' in write_html(found, style).decode()
    assert "of <mark>trade unions</mark>, too" in write_markdown(found).decode()
    assert write_text(found).decode() == "of trade unions, too\n"
    assert [one.text for one in records(found)] == ["of trade unions, too"]


def test_a_web_page_says_what_language_a_block_is_in_and_where_it_begins(style: Style) -> None:
    """On the block, so that its label stands on the right side; on spans within others, too."""
    arabic = (Quotation((Span((Text("مرحبا"),), language="ar"),), "gates/para/1"),)
    french = Span((Text("en bloc"),), language="fr")
    items = (ListItem((Paragraph(arabic, "list"),), "(1)"),)
    blocks = (
        Heading(1, arabic, "gates"),
        Paragraph((Text("adopted "), french)),
        ListBlock(items, "labelled"),
    )
    page = html.fromstring(write_html(Pack("", "en", "", (Section(blocks),)), style))
    assert [one.get("dir") for one in page.xpath("//h1|//main//p|//li")] == [
        "rtl",
        None,
        "rtl",
        "rtl",
    ]
    assert {one.get("lang") for one in page.xpath("//*[@dir='rtl']")} == {"ar"}
    (span,) = page.xpath("//span[@lang='fr']")
    assert span.get("dir") == "ltr"


def test_a_web_page_in_one_direction_names_none(style: Style) -> None:
    french = Span((Text("en bloc"),), language="fr")
    page = write_html(Pack("", "en", "", (Section((Paragraph((french,)),)),)), style)
    assert b" dir=" not in page
    page = write_html(Pack("", "ar", "", (Section((Paragraph((Text("مرحبا"),)),)),)), style)
    assert page.count(b" dir=") == 1
    assert b'<html lang="ar" dir="rtl">' in page
