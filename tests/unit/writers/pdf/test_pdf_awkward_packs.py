"""Whatever a Pack holds: a file with all its words, or one clear message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit.writers.pdf.awkward_packs import AWKWARD
from unit.writers.pdf.structure_reading import structure_of
from unit.writers.pdf.told_pack import assert_told

from briefgen.blocks import ListBlock, ListItem, Pack, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.writers.pdf import write_pdf

if TYPE_CHECKING:
    from briefgen.styles import Style

    from .conftest import PlanBlocks


@pytest.mark.parametrize("name", AWKWARD)
def test_no_word_of_an_awkward_pack_is_lost(name: str, style: Style) -> None:
    """That the same files are valid, ``test_pdf_validity`` shows."""
    assert_told(AWKWARD[name], structure_of(write_pdf(AWKWARD[name], style)))


def test_ten_thousand_empty_items_are_ten_thousand_bullets(
    plan: PlanBlocks,
) -> None:
    pages = plan(ListBlock((ListItem(()),) * 10_000)).pages
    assert sum(len(page.lines) for page in pages) == 10_000


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\U0001f600", "U+1F600 GRINNING FACE in '...': no font has it"),
        ("\u4e2d", "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D in '...': no font has it"),
        ("\ue000", "U+E000 in '...': it cannot be printed"),
        ("\ud800", "U+D800 in '...': it cannot be printed"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE in '...': it cannot be printed"),
        ("\u0915", "U+0915 DEVANAGARI LETTER KA in '...': its script needs shaping"),
    ],
)
def test_a_character_without_a_shape_is_refused_and_never_a_box(
    style: Style, character: str, reason: str
) -> None:
    pack = Pack("T", "en", "", (Section((Paragraph((Text(f"a{character}b"),)),)),))
    with pytest.raises(UnusableInput) as refused:
        write_pdf(pack, style)
    (found,) = [one.message for one in refused.value.diagnostics]
    start, end = reason.split("...")
    assert found.startswith(start)
    assert end in found
