"""The structure tree says all of a Pack's words, in order and as what they are.

A validator cannot see words that were lost to an artifact; so the tree is read back here and
compared with the Pack.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from unit.writers.pdf.pdf_trees import PACKS
from unit.writers.pdf.structure_reading import structure_of
from unit.writers.pdf.told_pack import assert_told

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Heading,
    Insertion,
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
    Table,
    Text,
)
from briefgen.resources import shipped
from briefgen.walk import all_inlines, plain_words
from briefgen.writers.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.blocks import Block
    from briefgen.styles import Style

    from .conftest import MakePack
    from .structure_reading import Told

PROFILES = sorted(path.stem for path in shipped("profiles").glob("*.yaml"))


@pytest.mark.parametrize("name", PROFILES)
def test_a_shipped_pack_is_told_word_for_word_and_each_quoted_unit_by_its_id(
    name: str, pack_of: Callable[[str], Pack], files_of: Callable[[str], dict[str, bytes]]
) -> None:
    """Spaces do not count for a unit: those after a note's mark may belong to the mark."""
    pack, told = pack_of(name), structure_of(files_of(name)["pdf"])
    assert_told(pack, told)
    found = {
        (one.title, "".join(one.words(without=("Reference", "Lbl")).split()))
        for one in told.within()
        if one.title
    }
    quoted = {
        (one.unit, "".join(plain_words(one.children).split()))
        for section in pack.sections
        for one in all_inlines(section.blocks)
        if isinstance(one, Quotation)
    }
    assert quoted
    assert quoted <= found


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_any_pack_is_told_word_for_word(style: Style, pack: Pack) -> None:
    assert_told(pack, structure_of(write_pdf(pack, style)))


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_headings_of_any_pack_begin_at_one_and_skip_no_level(style: Style, pack: Pack) -> None:
    told = structure_of(write_pdf(pack, style))
    levels = [int(one.type[1]) for one in told.within() if re.fullmatch(r"H\d", one.type)]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.fixture
def tell(style: Style, make_pack: MakePack) -> Callable[..., Told]:
    def write_and_read(*blocks: Block, notes: tuple[Note, ...] = ()) -> Told:
        return structure_of(write_pdf(make_pack(*blocks, notes=notes), style))

    return write_and_read


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def first(told: Told, kind: str) -> Told:
    return next(one for one in told.within() if one.type == kind)


def test_a_paragraph_over_pages_is_one_element(tell: Callable[..., Told]) -> None:
    words = " ".join(f"word{number}" for number in range(4000))
    told = tell(paragraph(words))
    (only,) = [one for one in told.within() if one.type == "P"]
    assert len(only.kids) > 3, "one marked sequence a page"
    assert only.words().split() == words.split()


def test_a_row_over_pages_is_one_row_with_its_cells_in_order(tell: Callable[..., Told]) -> None:
    long = tuple(paragraph(f"line {number}") for number in range(200))
    head = Row(tuple(Cell((paragraph(f"Head {one}"),), header=True) for one in "ABC"))
    row = Row((Cell((paragraph("case"),), header=True), Cell(()), Cell(long)))
    told = tell(Table((1, 1, 2), (head,), (row,), summary="What is done", continued="continued"))
    table = first(told, "Table")
    assert table.attributes == {"/O": "/Table", "/Summary": "What is done"}
    assert [one.type for one in table.kids] == ["THead", "TBody"]
    assert table.words().split().count("Head") == 3, "later heads are artifacts"
    assert "continued" not in told.words()
    (only,) = first(table, "TBody").kids
    assert [(one.type, one.attributes.get("/Scope")) for one in only.kids] == [
        ("TH", "/Row"),
        ("TD", None),
        ("TD", None),
    ]
    scopes = [one.attributes["/Scope"] for one in first(table, "THead").kids[0].kids]
    assert scopes == ["/Column"] * 3
    assert [one.words().strip() for one in only.kids[2].kids] == [f"line {n}" for n in range(200)]


@pytest.mark.parametrize(
    ("labels", "numbering"),
    [
        (("(a)", "(b)"), "LowerAlpha"),
        (("(c)",), "LowerAlpha"),
        (("(i)", "(ii)", "(iv)"), "LowerRoman"),
        (("I.", "II."), "UpperRoman"),
        (("A", "B"), "UpperAlpha"),
        (("24.", "25."), "Decimal"),
        (("", ""), "None"),
    ],
)
def test_a_list_tells_how_it_is_numbered(
    tell: Callable[..., Told], labels: tuple[str, ...], numbering: str
) -> None:
    items = tuple(ListItem((paragraph("words"),), label) for label in labels)
    told = first(tell(ListBlock(items, "labelled")), "L")
    assert told.attributes["/ListNumbering"] == f"/{numbering}"
    shown = [[kid.words().strip() for kid in item.kids if kid.type == "Lbl"] for item in told.kids]
    assert shown == [[label] if label else [] for label in labels]


def test_bullets_are_labels_too(tell: Callable[..., Told]) -> None:
    told = first(tell(ListBlock((ListItem((paragraph("words"),)),))), "L")
    assert told.attributes["/ListNumbering"] == "/Disc"
    label, body = told.kids[0].kids
    assert (label.type, body.type) == ("Lbl", "LBody")
    assert len(label.words().strip()) == 1


def test_a_note_is_told_once_after_the_first_block_that_calls_it(tell: Callable[..., Told]) -> None:
    note = Note("n1", "1", (paragraph("The words of the note."),))
    call = NoteReference("n1", "1")
    again = Heading(1, (Text("Later"), call), "later", new_page=True)
    told = tell(Paragraph((Text("Called"), call)), paragraph("next"), again, notes=(note,))
    (section,) = told.kids
    assert [one.type for one in section.kids] == ["P", "Note", "P", "H1"]
    assert section.kids[1].identity == "n1"
    assert told.words().split().count("note.") == 1, "printed again on the other page"
    for caller in (section.kids[0], section.kids[3]):
        link = first(first(caller, "Reference"), "Link")
        assert link.words() == "1 "
        assert link.links == ["1 The words of the note."]


def test_links_and_contents_lead_on_and_say_where(tell: Callable[..., Told]) -> None:
    linked = Paragraph((Text("See "), Link((Text("a portal " * 30),), "https://example.org/")))
    told = tell(Contents(1), Heading(1, (Text("Words"),), "one", "Objective 1"), linked)
    entry = first(told, "TOCI")
    link = first(first(entry, "Reference"), "Link")
    assert link.words().split() == ["Objective", "1", "Words", "1"]
    assert len(link.links) == 3
    link = first(first(told, "P"), "Link")
    assert len(link.links) > 1, "one area a line, in one element"
    assert "".join(link.links).replace(" ", "") == "aportal" * 30


def test_language_unit_and_change_are_said_of_the_smallest_element_that_has_them_whole(
    tell: Callable[..., Told],
) -> None:
    whole = Paragraph((Span((Quotation((Text("Tout entier"),), "gcm/5/a"),), language="fr"),))
    part = Paragraph((Text("Said "), Quotation((Text("in part"),), "gcm/5/b"), Text(".")))
    changed = Paragraph((Text("New "), Insertion((Text("words"),))))
    told = tell(whole, Box((part,)), changed)
    first_one, second, third = [one for one in told.within() if one.type == "P"]
    assert (first_one.title, first_one.language) == ("gcm/5/a", "fr")
    assert all(isinstance(kid, str) for kid in first_one.kids)
    assert second.title == ""
    assert [(one.title, one.words()) for one in second.kids if not isinstance(one, str)] == [
        ("gcm/5/b", "in part")
    ]
    assert first(third, "Span").attributes["/TextDecorationType"] == "/Underline"


def test_the_language_of_a_document_is_its_packs(style: Style) -> None:
    pack = Pack("T", "fr", "", (Section((paragraph("mots"),)),))
    assert b"<rdf:li>fr</rdf:li>" in write_pdf(pack, style)
