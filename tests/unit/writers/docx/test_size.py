"""A Word file stays small, and takes time in step with what it holds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefgen.blocks import ListBlock, ListItem, Pack, Paragraph, Quotation, Section, Text
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.styles import Style


def units(count: int) -> Pack:
    lists = tuple(
        ListBlock(
            tuple(
                ListItem((Paragraph((Quotation((Text("words"),), f"u/{at}/{label}"),)),), label)
                for label in ("(a)", "(b)", "(c)", "(d)", "(e)")
            ),
            "labelled",
        )
        for at in range(count // 5)
    )
    return Pack("Units", "en", "", (Section(lists),))


def calls(pack: Pack, style: Style) -> int:
    """Count the calls of functions, which no other program on the machine can change."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    previous = sys.getprofile()
    sys.setprofile(counted)
    try:
        write_docx(pack, style)
    finally:
        sys.setprofile(previous)
    return count


def test_the_work_grows_in_step_with_the_units(style: Style) -> None:
    """Twice the units, twice the work; four times, if something were searched for each unit."""
    write_docx(units(10), style)
    few, more, most = (calls(units(count), style) for count in (500, 1000, 2000))
    assert most - more < 2.5 * (more - few)


def test_ten_thousand_units_are_written(style: Style) -> None:
    assert len(write_docx(units(10_000), style)) < 400_000


def test_the_whole_compact_is_a_small_file(files_of: Callable[..., dict[str, bytes]]) -> None:
    assert len(files_of("full-compact")["docx"]) < 120_000
