"""Totals and the pack's date may differ in running lines; all other words there count."""

from __future__ import annotations

import pytest
from revised_packs import TEMPLATES

from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda.model import PrintedFile
from briefgen.corrigenda.running_lines import sheet_words, unnumbered, unsaid_words
from briefgen.verify.model import Delivered


def dated(date: str) -> PrintedFile:
    return PrintedFile(Delivered("pack.pdf", "pdf", ()), date=date)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("4 of 24", "4 of 25", True),
        ("iv of 24", "iv of 25", True),
        ("4 of 24", "5 of 24", False),
        ("Sheet 1 of 2, back", "Sheet 1 of 3, back", True),
        ("Sheet 1 of 2", "Sheet 1 of 3", True),
        ("Sheet 1 of 2", "Sheet 2 of 2", False),
        ("Sheet 1 of 2, back", "Sheet 2 of 2, back", False),
        ("Sheet 1 of 2, back", "Sheet 1 of 2, front", False),
        ("Pack of 4 June 2018", "Pack of 21 November 2026", True),
        ("Draft Rev 2, 28 May 2018", "Draft Rev 3, 28 May 2018", False),
        ("Draft Rev 2, 28 May 2018", "Draft Rev 2, 29 May 2018", False),
        ("Internal", "Confidential", False),
        ("2 of 3 rows of 4", "2 of 9 rows of 4", False),
    ],
)
def test_lines_that_are_the_same_for_a_copier(old: str, new: str, *, same: bool) -> None:
    """Of two packs of other days."""
    unsaid = unsaid_words(load_furniture("en", TEMPLATES))
    found = unsaid(old, dated("2018-06-04")) == unsaid(new, dated("2026-11-21"))
    assert found is same


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_every_language_counts_pages_and_sheets(language: str) -> None:
    """By the words of the language's own file."""
    furniture = load_furniture(language, TEMPLATES)
    unsaid, plain, sheet = (make(furniture) for make in (unsaid_words, unnumbered, sheet_words))
    bare: set[str] = set()
    sheets = ("sheet-front", "sheet-back", "sheet-alone")
    for key, total in (("page-of", "{pages}"), *((key, "{sheets}") for key in sheets)):
        page = furniture[key].replace("{page}", "7").replace("{sheet}", "7")
        lines = [page.replace(total, count) for count in ("24", "25")]
        assert unsaid(lines[0], dated("")) == unsaid(lines[1], dated("")) != lines[0]
        bare.update(map(plain, lines))
    assert len(bare) == 1, "one way of counting in place of another is no change of words"
    line = furniture["sheet-back"].replace("{sheet}", "3").replace("{sheets}", "4")
    assert sheet(line) == line.partition(",")[0]
    assert sheet(furniture["page-of"]) == ""
