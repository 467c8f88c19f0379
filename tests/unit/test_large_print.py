"""Large print loses no word and runs over no edge, in any size and on any paper."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from delivered import dense, is_in_pages, pdf_pages

from briefgen import Corpus, build_pack, load_style, shipped
from briefgen.blocks import (
    Emphasis,
    Insertion,
    NoteReference,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefgen.large_print import in_large_print
from briefgen.print_looks import LARGE, Printing, for_print
from briefgen.profiles.schema import Profile
from briefgen.walk import (
    all_blocks,
    all_inlines,
    blocks_within,
    inlines_within,
    plain_words,
    quoted_units,
)
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.pdf.emitting import emit

if TYPE_CHECKING:
    from briefgen import Pack
    from briefgen.styles import Paper, Style

TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")
CORPUS = Corpus(text="clean")

EVERYTHING = bool(os.environ.get("BRIEFGEN_EXPLORE"))
SIZES: list[tuple[float, Paper]] = [
    (size, paper) for size in (16.0, 18.0, 24.0) for paper in ("A4", "Letter", "A5")
]
SAMPLE = {
    "objectives": [7, 22],
    "rows": ["iom-human/2", "iom-governance/1"],
}
ALL = {"objectives": "all", "rows": "all"}


def _pack(size: float | None) -> Pack:
    """Build handouts, the longest and the shortest objective and rows of both tables among them."""
    asked = ALL if EVERYTHING else SAMPLE
    profile = Profile.model_validate(
        {
            "title": "Large print",
            "text": "clean",
            "layout": "handout",
            "print": {"size": size} if size else {},
            "contents": [
                {"objectives": asked["objectives"], "from": "gcm-rev2"},
                {"rows": "related"},  # long lines at the foot: two texts, and their status
                {"rows": asked["rows"]},
            ],
        }
    )
    return build_pack(profile, CORPUS, STYLE, [TEMPLATES])


def _look(size: float | str, paper: Paper = "A4") -> Style:
    return for_print(STYLE, Printing.model_validate({"size": size}), paper)


PACK = _pack(LARGE)


@pytest.mark.parametrize(
    ("size", "paper"), SIZES if EVERYTHING else [(16.0, "A4"), (18.0, "Letter"), (24.0, "A5")]
)
def test_every_word_is_on_the_pages_and_none_over_an_edge(size: float, paper: Paper) -> None:
    """Words read back from the file; edges as the lines stand on the plan."""
    style = _look(size, paper)
    plan = plan_pdf(PACK, style)
    page = style.page("handout")
    mm = 72 / 25.4
    for one in plan.pages:
        for placed in one.lines:
            assert placed.x >= page.left_mm * mm - 0.01
            assert placed.x + placed.line.width <= one.width - page.right_mm * mm + 0.01
            assert 0 < placed.y < one.height - 12 * mm + 0.01
            assert all(fragment.look.size >= size for fragment in placed.line.fragments)
    pages = [dense(text) for text in pdf_pages(emit(plan))]
    for block in all_blocks(PACK):
        if isinstance(block, Paragraph):
            for words in _between_marks(block):
                assert is_in_pages(words, pages), words


def _between_marks(paragraph: Paragraph) -> list[str]:
    """Give the words of a paragraph between the marks of notes, which are no words of it."""
    pieces = [""]
    for inline in inlines_within(paragraph.inlines):
        if isinstance(inline, NoteReference):
            pieces.append("")
        elif isinstance(inline, Text):
            pieces[-1] += inline.text
    return [dense(piece) for piece in pieces]


def test_a_table_becomes_records_with_all_its_words_in_order() -> None:
    """The head of each column stands above what was in it; no unit is lost."""
    plain = _pack(None)
    assert not any(isinstance(block, Table) for block in all_blocks(PACK))
    assert quoted_units(PACK) == quoted_units(plain)
    for before, after in zip(plain.sections, PACK.sections, strict=True):
        tables = [block for block in blocks_within(before.blocks) if isinstance(block, Table)]
        in_cells = [
            plain_words(block.inlines)
            for table in tables
            for row in table.body
            for cell in row.cells
            for block in blocks_within(cell.blocks)
            if isinstance(block, Paragraph)
        ]
        heads = {
            inline.unit
            for table in tables
            for row in table.head
            for cell in row.cells
            for inline in all_inlines(cell.blocks)
            if isinstance(inline, Quotation)
        }
        if not tables or after.role != "handout":
            continue
        printed = [block for block in blocks_within(after.blocks) if isinstance(block, Paragraph)]
        labels = [block for block in printed if block.role.startswith("record-")]
        words = [plain_words(one.inlines) for one in printed if one not in labels]
        assert words[-len(in_cells) :] == in_cells
        assert {
            inline.unit
            for label in labels
            for inline in all_inlines((label,))
            if isinstance(inline, Quotation)
        } == heads


def test_nothing_is_in_italics_or_underlined() -> None:
    """Neither by a role nor by words that stood out so; they are bold instead."""
    words = (Emphasis((Insertion(()),)),)
    pack = in_large_print(PACK.__class__("T", "en", "", ()))
    assert pack.sections == ()
    section = PACK.sections[0].__class__((Paragraph(words),))
    changed = in_large_print(PACK.__class__("T", "en", "", (section,)))
    assert changed.sections[0].blocks == (Paragraph((Strong((Strong(()),)),)),)
    style = _look("large")
    assert not any(role.italic for role in style.roles.values())
    assert (style.marks.links, style.marks.notes) == ("plain", "full-size")


def test_every_role_is_large_black_on_white_and_from_the_left() -> None:
    """Headings too are larger than the text, by less than they were."""
    style = _look("large")
    for role in style.roles.values():
        assert role.size >= LARGE
        assert role.leading >= 1.25 * role.size
        assert (role.colour, role.background, role.align) == ("#000000", None, "left")
    assert LARGE < style.role("heading-1").size < 1.5 * LARGE


@pytest.mark.parametrize("wrong", ["huge", "8", "100", "", "nan"])
def test_a_size_that_is_none_is_refused(wrong: str) -> None:
    """With the sizes that there are."""
    with pytest.raises(ValueError, match="size"):
        Printing.model_validate({"size": wrong})
