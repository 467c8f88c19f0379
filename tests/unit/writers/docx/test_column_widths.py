"""Columns follow the table's proportions, and give way to words that would be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit.writers.docx.docx_reading import attributes, tree

from briefgen.blocks import Cell, ListBlock, ListItem, Pack, Paragraph, Row, Section, Table, Text
from briefgen.print_looks import on_paper
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.styles import Style


def cell(words: str) -> Cell:
    return Cell((Paragraph((Text(words),)),))


def columns(style: Style, widths: tuple[float, ...], *words: str) -> list[int]:
    table = Table(widths, (), (Row(tuple(cell(one) for one in words)),))
    file = write_docx(Pack("T", "en", "", (Section((table,)),)), style)
    return [int(one) for one in attributes(tree(file), "//w:gridCol/@w:w")]


def test_short_words_leave_the_proportions_as_they_are(style: Style) -> None:
    one, two, three = columns(style, (1.0, 3.0, 1.0), "a", "b", "c")
    assert abs(two - 3 * one) < 4
    assert abs(one - three) < 2


def test_a_long_word_takes_from_the_column_that_has_room(style: Style) -> None:
    plain = columns(style, (1.0, 9.0), "a", "b")
    wide = columns(style, (1.0, 9.0), "non-discrimination", "b")
    assert wide[0] > 1.3 * plain[0]
    assert sum(wide) == sum(plain)


def test_words_that_cannot_all_be_had_whole_change_nothing(style: Style) -> None:
    long = "x" * 90
    assert columns(style, (1.0, 2.0), long, long) == columns(style, (1.0, 2.0), "a", "b")


def test_words_in_lists_count_with_their_indent(style: Style) -> None:
    item = ListItem((Paragraph((Text("implementation"),)),))
    bare = Table((1.0, 9.0), (), (Row((cell("implementation"), cell("b"))),))
    listed = Table((1.0, 9.0), (), (Row((Cell((ListBlock((item,)),)), cell("b"))),))
    first = [
        int(attributes(tree(write_docx(pack, style)), "//w:gridCol/@w:w")[0])
        for pack in (Pack("T", "en", "", (Section((one,)),)) for one in (bare, listed))
    ]
    assert first[1] > first[0]


def test_proportions_that_say_nothing_make_equal_columns(style: Style) -> None:
    one, two = columns(style, (0.0, 0.0), "a", "b")
    assert abs(one - two) < 2


@pytest.mark.parametrize("paper", ["A5", "A4"])
def test_no_word_of_the_iom_tables_is_wider_than_its_column(
    style: Style, pack_of: Callable[..., Pack], paper: str
) -> None:
    """At the width that Calibri gives "Recommendations/" in bold, 9 points: 75 points."""
    file = write_docx(pack_of("iom-tables"), on_paper(style, paper))  # type: ignore[arg-type]
    grids = attributes(tree(file), "//w:tbl/w:tblGrid/w:gridCol[1]/@w:w")
    assert all(int(one) > 75 * 20 for one in grids)
