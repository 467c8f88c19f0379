"""What a section takes is measured as the plan of the whole pack has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import Note, NoteReference, Paragraph, Text
from briefgen.print_looks import Printing, for_print
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.pdf.footnotes import BELOW_RULE, RULE_WIDTH
from briefgen.writers.pdf.measuring import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from unit.writers.pdf.conftest import MakePack

    from briefgen import Pack, Style
    from briefgen.styles import Duplex


@pytest.mark.parametrize("duplex", ["none", "long", "short"])
def test_each_section_has_the_sides_and_the_words_of_its_pages(
    pack_of: Callable[..., Pack], style: Style, duplex: Duplex
) -> None:
    """Also with a margin for the binding, and with footnotes."""
    pack = pack_of("objective-handout")
    look = for_print(style, Printing(duplex=duplex, binding_mm=10), "A5")
    measure = Measure(pack, look)
    plan = plan_pdf(pack, look)
    found = [measure.sides(at) for at in range(len(pack.sections))]
    assert [len(sides) for sides in found] == [extent.pages for extent in plan.extents]
    for side, page in zip((side for sides in found for side in sides), plan.pages, strict=True):
        quoted = {
            fragment.sense.unit for placed in page.lines for fragment in placed.line.fragments
        }
        assert set(side.units) <= quoted
        assert 0 < side.height < page.height


def test_the_room_between_text_and_notes_is_no_height(make_pack: MakePack, style: Style) -> None:
    """A line that calls a note, at the foot of the same page, is as high as both and the rule."""
    words = Text("Called here")
    note = Note("n1", "1", (Paragraph((Text("A note"),), "footnote"),))
    line = Paragraph((words, NoteReference("n1", "1")))
    ((plain,), (called,)) = (
        Measure(make_pack(*blocks, notes=notes), style).sides(0)
        for blocks, notes in (((Paragraph((words,)),), ()), ((line,), (note,)))
    )
    of_note = style.role("footnote").leading + BELOW_RULE + RULE_WIDTH
    assert called.height == pytest.approx(plain.height + of_note, abs=0.1)
    assert called.free == pytest.approx(plain.free - of_note, abs=0.1)
