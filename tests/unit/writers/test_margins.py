"""Margins that printers do not reach are made wider, and told; without room nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit.writers.docx.docx_reading import attributes, tree

from briefgen.blocks import Pack, Paragraph, RunningLine, Section, Text
from briefgen.errors import UnusableInput
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.styles import POINTS_PER_MM, PRINTABLE_MM, Style
from briefgen.writers import write
from briefgen.writers.margins import margin_findings
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(shipped("templates") / "styles/standard.yaml")


def with_margins(style: Style, margins: Mapping[str, float]) -> Style:
    page = style.page("handout").model_copy(update=dict(margins))
    return style.model_copy(update={"pages": {**style.pages, "handout": page}})


def pack() -> Pack:
    line = RunningLine((Text("At the edge"),), (Text("of the paper"),))
    words = (Paragraph((Text("Words " * 400),)),)
    return Pack("Margins", "en", "", (Section(words, "handout", header=line, footer=line),))


NARROW = {"left_mm": 4.0, "right_mm": 0.0, "top_mm": 6.0, "header_mm": 3.0, "footer_mm": 2.5}


def test_nothing_stands_nearer_to_the_edge_than_printers_reach(style: Style) -> None:
    """In the PDF nor in the Word file."""
    narrow = with_margins(style, NARROW)
    (page, *_) = plan_pdf(pack(), narrow).pages
    least = PRINTABLE_MM * POINTS_PER_MM - 0.01
    for placed in page.lines:
        assert placed.x >= least
        assert placed.x + placed.line.width <= page.width - least
        assert least < placed.y < page.height - least
    document = tree(write(pack(), narrow, ["docx"])["docx"])
    for side in ("left", "right", "top", "bottom", "header", "footer"):
        assert int(attributes(document, f"//w:pgMar/@w:{side}")[0]) >= PRINTABLE_MM * 56


def test_what_was_made_wider_is_told_once(style: Style) -> None:
    """One remark for a kind of page, with all that is too narrow and the cure."""
    (found,) = margin_findings(pack(), with_margins(style, NARROW))
    assert "page 'handout'" in found.message
    assert found.message.endswith("top 6, left 4, right 0, header 3, footer 2.5")
    assert "12 mm" in found.hint
    assert margin_findings(pack(), style) == []


@pytest.mark.parametrize("format_", ["docx", "pdf"])
@pytest.mark.parametrize("margins", [{"left_mm": 150.0, "right_mm": 80.0}, {"top_mm": 260.0}])
def test_margins_larger_than_the_page_are_refused(
    style: Style, format_: str, margins: dict[str, float]
) -> None:
    """One message with the cure, also where only the Word file is wanted."""
    with pytest.raises(UnusableInput, match=r"leave .* mm of a page 'handout'") as caught:
        write(pack(), with_margins(style, margins), [format_])
    (one,) = caught.value.diagnostics
    assert "smaller margins or larger paper" in one.hint
