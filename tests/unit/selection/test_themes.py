"""A theme in the contents stands for what the documents say on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import load_profile
from briefgen.errors import UnusableInput
from briefgen.excerpts import Criteria, find_excerpt
from briefgen.selection import Selection, TablePart, TextPart, select
from briefgen.selection.choosing import units_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen import Corpus


def chosen(corpus: Corpus, folder: Path, contents: str) -> Selection:
    path = folder / "mine.yaml"
    path.write_text(f"title: T\ncontents:\n{contents}", encoding="utf-8")
    return select(corpus, load_profile(path, search=[]))


def test_a_theme_chooses_what_an_excerpt_finds(corpus: Corpus, tmp_path: Path) -> None:
    """In the documents that are named, in their order; weak ties are known, and the line."""
    selection = chosen(corpus, tmp_path, "- theme: remittances\n  from: [gcm-rev2, iom-human]\n")
    asked = Criteria(themes=("remittances",), documents=("gcm-rev2", "iom-human"))
    excerpt = find_excerpt(corpus, asked)
    ids = {unit.id for part in selection.parts for unit in units_of(part)}
    assert {unit.id for unit in excerpt.units} <= ids
    assert selection.findings.weak == excerpt.weak
    assert {place.line for place in selection.reasons.values()} == {3}
    text, table = selection.parts
    assert isinstance(text, TextPart)
    assert isinstance(table, TablePart)
    assert (text.heading, table.heading) == ("Remittances", "")
    assert selection.entries == (0, 0)


def test_themes_go_by_any_of_their_names_and_under_a_heading(
    corpus: Corpus, tmp_path: Path
) -> None:
    """Several at once are one part; without documents, all are looked in."""
    contents = "- theme: [remittance, detention]\n  heading: Two themes\n"
    selection = chosen(corpus, tmp_path, contents)
    assert selection.parts[0].heading == "Two themes"
    assert {one.id for one in selection.documents} >= {"gcm-final", "gcm-rev2", "iom-human"}


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ("theme: remitances", "there is no theme 'remitances'", "did you mean 'Remittances'"),
        ("{theme: remittances, from: gcm-rev3}", "there is no document 'gcm-rev3'", "gcm-rev2"),
        (
            "{theme: remittances, from: iom-governance}",
            "nothing is said on 'Remittances' in iom-governance",
            "take 'from' out",
        ),
    ],
)
def test_a_theme_that_says_nothing_is_told_at_its_line(
    corpus: Corpus, tmp_path: Path, entry: str, message: str, hint: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        chosen(corpus, tmp_path, f"- {entry}\n")
    (one,) = caught.value.diagnostics
    assert message in one.message
    assert hint in one.hint
    assert one.place
    assert one.place.line == 3
