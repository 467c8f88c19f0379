"""Any tree of blocks makes a good file: every word is in it, in order, and on the paper."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING

import pypdfium2
from hypothesis import HealthCheck, given, settings
from unit.writers.pdf.pdf_trees import PACKS

from briefgen.blocks import (
    Heading,
    LineBreak,
    NoteReference,
    Pack,
    Paragraph,
    Text,
)
from briefgen.walk import all_blocks, inlines_within
from briefgen.writers.pdf import plan_pdf, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Inline, Inlines
    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan


def spoken(inlines: Inlines, ends: Iterator[Inline] | None = None) -> str:
    """Give the words of inlines as they are to be read; fields and marks left out."""
    parts = []
    for inline in ends or inlines_within(inlines):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, LineBreak):
            parts.append(" ")
    return "".join(parts)


def placed_words(plan: Plan) -> dict[object, str]:
    """Give the words that each element shows, in the order of the pages; repetitions left out."""
    words: dict[object, list[str]] = defaultdict(list)
    for page in plan.pages:
        for placed in page.lines:
            line = placed.line
            if placed.repeated or line.element.kind not in {"paragraph", "heading"}:
                continue
            for fragment in line.fragments:
                if not (fragment.sense.note or fragment.sense.field):
                    words[line.element].append(fragment.text)
    return {element: "".join(texts) for element, texts in words.items()}


def called_notes(pack: Pack) -> set[str]:
    return {
        inline.note
        for block in all_blocks(pack)
        if isinstance(block, Paragraph | Heading)
        for inline in inlines_within(block.inlines)
        if isinstance(inline, NoteReference)
    }


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_every_word_of_any_tree_is_placed_once_and_in_order(style: Style, pack: Pack) -> None:
    wanted = sorted(
        words
        for block in all_blocks(pack)
        if isinstance(block, Paragraph | Heading)
        for words in [spoken(block.inlines).split()]
        if words
    )
    shown = sorted(text.split() for text in placed_words(plan_pdf(pack, style)).values())
    assert [words for words in shown if words] == wanted


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_nothing_of_any_tree_stands_outside_the_paper_or_on_top_of_something(
    style: Style, pack: Pack
) -> None:
    safe = 12 * 72 / 25.4
    for page in plan_pdf(pack, style).pages:
        rows: dict[tuple[float, float], str] = {}
        for placed in page.lines:
            assert safe <= placed.x
            assert placed.x + placed.line.width <= page.width - safe
            assert safe <= placed.y <= page.height - safe
            key = (round(placed.x, 2), round(placed.y, 2))
            assert not placed.line.text.strip() or key not in rows
            rows[key] = placed.line.text


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_every_word_of_any_tree_can_be_read_out_of_the_file(style: Style, pack: Pack) -> None:
    planned = plan_pdf(pack, style)
    with pypdfium2.PdfDocument(io.BytesIO(write_pdf(pack, style))) as document:
        assert len(document) == len(planned.pages)
        for page, read in zip(planned.pages, document, strict=True):
            text = read.get_textpage().get_text_range()
            assert sorted("".join(text.split())) == sorted("".join(page.text.split()))
