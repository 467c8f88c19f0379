"""Where a reference has a cover, the pack's own is left out, but not what it warns of."""

from __future__ import annotations

from briefgen.blocks import Box, Pack, Paragraph, Section, Text
from briefgen.writers.docx.covers import without_cover


def words(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


NOTICE = Box((words("A negotiating draft"),))
COVER = Section((words("Title", "cover-title"), NOTICE), role="cover")


def test_the_title_goes_and_the_notice_moves_to_the_next_page() -> None:
    pack = Pack("Title", "en", "", (COVER, Section((words("text"),))))
    assert without_cover(pack).sections == (Section((NOTICE, words("text"))),)


def test_a_pack_that_is_only_a_cover_keeps_it() -> None:
    pack = Pack("Title", "en", "", (COVER,))
    assert without_cover(pack) == pack
