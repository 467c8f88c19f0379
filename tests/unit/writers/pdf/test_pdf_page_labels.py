"""What is printed on pages as their number, and what a viewer goes by."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf

from briefgen.blocks import (
    Contents,
    Field,
    Heading,
    ListBlock,
    ListItem,
    Pack,
    Paragraph,
    Quotation,
    RunningLine,
    Section,
    Text,
)
from briefgen.writers.pdf import plan_pdf, write_pdf
from briefgen.writers.pdf.page_labels import PageLabels

if TYPE_CHECKING:
    from briefgen.styles import Style

RUNNING = RunningLine((), (Field("page"), Text(" of "), Field("pages")))
FRONT = Section((Contents(4),), "front", footer=RUNNING)
TEXT = Section(
    (
        Heading(1, (Text("Objective 5"),), "five"),
        ListBlock(
            (ListItem((Paragraph((Quotation((Text("Cooperate widely"),), "gcm/5/a"),)),), "(a)"),),
            "labelled",
        ),
        Heading(1, (Text("Objective 6"),), "six", new_page=True),
        ListBlock((ListItem((Paragraph((Text("our own view"),)),), "(a)"),), "labelled"),
    ),
    footer=RUNNING,
)
PACK = Pack("", "en", "", (FRONT, TEXT))


def with_roman_front(style: Style) -> Style:
    front = style.page("body").model_copy(update={"numbers": "roman"})
    return style.model_copy(update={"pages": {**style.pages, "front": front}})


def numbers(pack: Pack, style: Style) -> list[str]:
    return [page.lines[-1].line.text.strip() for page in plan_pdf(pack, style).pages]


def test_pages_are_counted_from_the_first_on_unless_the_style_says_otherwise(style: Style) -> None:
    assert numbers(PACK, style) == ["1 of 3", "2 of 3", "3 of 3"]


def test_what_stands_before_the_text_may_have_roman_numbers(style: Style) -> None:
    assert numbers(PACK, with_roman_front(style)) == ["i of 2", "1 of 2", "2 of 2"]


def test_the_contents_list_gives_the_numbers_that_are_printed(style: Style) -> None:
    first = plan_pdf(PACK, with_roman_front(style)).pages[0]
    assert [line.line.text.strip() for line in first.lines][:4] == [
        "Objective 5",
        "1",
        "Objective 6",
        "2",
    ]


def test_a_viewer_knows_the_numbers_that_are_printed(style: Style) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(PACK, with_roman_front(style)))) as opened:
        labels = list(opened.Root.PageLabels.Nums)
    assert [(int(labels[at]), str(labels[at + 1].S)) for at in (0, 2)] == [(0, "/r"), (1, "/D")]


def test_a_long_front_counts_in_roman_numerals() -> None:
    labels = PageLabels()
    for _ in range(1994):
        labels.add("roman")
    assert [labels.label(page) for page in (4, 9, 14, 40, 90, 1994)] == [
        *("iv", "ix", "xiv", "xl", "xc", "mcmxciv")
    ]


def test_the_outline_goes_down_to_the_actions_that_are_quoted(style: Style) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(PACK, style))) as opened, opened.open_outline() as tree:
        five, six = tree.root
        assert [one.title for one in five.children] == ["(a) Cooperate widely"]
        assert five.children[0].destination[0].objgen == opened.pages[1].objgen
        assert six.children == []
