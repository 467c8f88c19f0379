"""Sections of one entry read on: one locator for each run under a heading; notes stand once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.blocks import Heading, Paragraph, Quotation
from briefgen.walk import all_blocks, all_inlines, headings, plain_words

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen import Pack

TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")


VERBATIM = "text: verbatim"


def packed(folder: Path, contents: str, *, more: str = "") -> Pack:
    profile = folder / "pack.yaml"
    profile.write_text(f"title: T\ntemplate: handout\n{more}\ncontents:\n{contents}")
    return build_pack(load_profile(profile, search=[]), Corpus(), STYLE, [TEMPLATES])


def roles(pack: Pack) -> list[str]:
    return [one.role for one in all_blocks(pack) if isinstance(one, Paragraph | Heading)]


def locators(pack: Pack) -> list[str]:
    return [
        plain_words(one.inlines)
        for one in all_blocks(pack)
        if isinstance(one, Paragraph) and one.role == "locator"
    ]


def quoted_notes(pack: Pack) -> list[str]:
    return [
        one.unit
        for section in pack.sections
        for one in all_inlines(section.blocks)
        if isinstance(one, Quotation) and "/note/" in one.unit
    ]


def started(pack: Pack) -> list[str]:
    return [one.label or plain_words(one.inlines) for one in headings(pack) if one.new_page]


def test_sections_of_one_entry_have_one_locator_below_each_heading(tmp_path: Path) -> None:
    """And the title of all stands above it."""
    sections = ["title", "opening"]
    apart = [f"  - {{section: [{one}], from: gcm-rev2}}\n" for one in sections]
    assert len(locators(packed(tmp_path, "".join(apart)))) == 2
    pack = packed(tmp_path, f"  - {{section: [{', '.join(sections)}], from: gcm-rev2}}\n")
    assert len(locators(pack)) == 1
    assert roles(pack).index("document-title") < roles(pack).index("locator")


def test_notes_that_are_called_stand_at_the_foot_alone_and_the_others_in_the_text(
    tmp_path: Path,
) -> None:
    """So a section of notes prints something wherever it is chosen, and nothing twice."""
    alone = packed(tmp_path, "  - {section: [notes], from: gcm-rev2}\n", more=VERBATIM)
    assert len(quoted_notes(alone)) > 1
    assert not alone.notes
    contents = "  - {section: [preamble, notes], from: gcm-rev2}\n"
    whole = packed(tmp_path, contents, more=VERBATIM)
    at_foot = {note.id for note in whole.notes}
    assert at_foot
    assert set(quoted_notes(whole)) == set(quoted_notes(alone)) - at_foot


def test_each_objective_starts_a_page_over_all_entries(tmp_path: Path) -> None:
    """With the heading that leads to it; the first of a chapter stands where that begins."""
    contents = (
        "  - {objectives: [16]}\n  - {objectives: [17], heading: More}\n  - {objectives: [18-19]}\n"
    )
    pack = packed(tmp_path, contents, more="from: gcm-rev2\nnew-page: objective")
    assert started(pack) == ["More", "Objective 18", "Objective 19"]
