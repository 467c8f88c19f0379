"""The shipped corpus holds what its sources were counted to hold, by hand and by script."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from briefgen.corpus import Corpus

FINAL_WORDS = {
    1: (11, 624), 2: (12, 694), 3: (5, 281), 4: (7, 323), 5: (10, 520), 6: (12, 668),
    7: (12, 732), 8: (6, 334), 9: (6, 301), 10: (10, 487), 11: (7, 346), 12: (5, 283),
    13: (8, 470), 14: (6, 313), 15: (6, 334), 16: (9, 365), 17: (7, 366), 18: (12, 553),
    19: (10, 465), 20: (12, 694), 21: (9, 539), 22: (3, 155), 23: (5, 259),
}  # fmt: skip
"""Actions and words of actions, by objective; those of 20 are the copy of 2."""

DRAFT_WORDS = {
    1: (11, 74, 610), 2: (12, 98, 627), 3: (5, 60, 285), 4: (7, 86, 305), 5: (10, 58, 525),
    6: (12, 49, 590), 7: (12, 101, 640), 8: (6, 57, 305), 9: (7, 88, 316), 10: (10, 76, 461),
    11: (6, 75, 279), 12: (5, 61, 295), 13: (8, 102, 466), 14: (6, 65, 289), 15: (7, 75, 332),
    16: (9, 94, 360), 17: (7, 104, 346), 18: (12, 58, 510), 19: (10, 46, 460),
    20: (9, 108, 426), 21: (9, 112, 497), 22: (4, 49, 171), 23: (5, 160, 252),
}  # fmt: skip
"""Actions, words of the commitment and words of actions, by objective."""


def _words(corpus: Corpus, prefix: str, kind: str) -> int:
    return sum(len(unit.text.split()) for unit in corpus.under(prefix) if unit.kind == kind)


def _kinds(corpus: Corpus, document: str) -> Counter[str]:
    return Counter(unit.kind for unit in corpus.document(document).units)


@pytest.mark.parametrize(("objective", "counts"), FINAL_WORDS.items())
def test_each_final_objective_has_its_actions_and_words(
    verbatim: Corpus, objective: int, counts: tuple[int, int]
) -> None:
    prefix = f"gcm-final/{objective}"
    actions = [unit for unit in verbatim.under(prefix) if unit.kind == "action"]
    assert (len(actions), _words(verbatim, prefix, "action")) == counts


@pytest.mark.parametrize(("objective", "counts"), DRAFT_WORDS.items())
def test_each_draft_objective_has_its_commitment_actions_and_words(
    verbatim: Corpus, objective: int, counts: tuple[int, int, int]
) -> None:
    prefix = f"gcm-rev2/{objective}"
    units = verbatim.under(prefix)
    assert [unit.kind for unit in units[:3]] == ["objective-title", "commitment", "chapeau"]
    assert units[0].label == str(objective)
    assert units[1].label == str(objective + 15)
    assert units[2].text == "In this regard, the following actions are instrumental:"
    found = (len(units) - 3, *(_words(verbatim, prefix, kind) for kind in ("commitment", "action")))
    assert found == counts


def test_the_final_text_has_190_actions_under_23_titles(verbatim: Corpus) -> None:
    assert _kinds(verbatim, "gcm-final") == {"objective-title": 23, "action": 190}


def test_the_draft_is_whole(verbatim: Corpus) -> None:
    kinds = _kinds(verbatim, "gcm-rev2")
    assert kinds["paragraph"] + kinds["commitment"] == 51
    lettered = [u for u in verbatim.document("gcm-rev2").units if u.kind in ("action", "sub-item")]
    romans = [unit for unit in lettered if len(unit.path) == 5]
    assert len(lettered) - len(romans) == 200
    assert len(romans) == 11
    assert kinds == {
        "letter": 2,
        "document-title": 3,
        "heading": 6,
        "sub-heading": 4,
        "paragraph": 28,
        "principle": 10,
        "list-entry": 23,
        "objective-title": 23,
        "commitment": 23,
        "chapeau": 24,
        "action": 189,
        "sub-item": 22,
        "note": 4,
    }


def test_the_draft_has_its_sections_in_order(verbatim: Corpus) -> None:
    assert [section.name for section in verbatim.document("gcm-rev2").sections] == [
        "letters",
        "title",
        "opening",
        "preamble",
        "vision",
        "principles",
        "framework",
        "objectives",
        "implementation",
        "follow-up-and-review",
        "notes",
    ]


def test_every_note_of_the_draft_has_one_mark(verbatim: Corpus) -> None:
    marks = [
        (unit.id, span.value, unit.text[: span.start].split()[-1])
        for unit in verbatim.document("gcm-rev2").units
        for span in unit.spans
        if span.kind == "note"
    ]
    assert marks == [
        ("gcm-rev2/para/2", "gcm-rev2/note/1", "treaties"),
        ("gcm-rev2/para/2", "gcm-rev2/note/2", "Agreement"),
        ("gcm-rev2/para/2", "gcm-rev2/note/3", "mobility"),
        ("gcm-rev2/2/a", "gcm-rev2/note/4", "Agreement"),
    ]


def test_paragraph_42_has_its_two_levels(verbatim: Corpus) -> None:
    ids = [unit.id.removeprefix("gcm-rev2/para/42") for unit in verbatim.under("gcm-rev2/para/42")]
    romans = {"a": 5, "b": 3, "c": 3}
    numerals = ["i", "ii", "iii", "iv", "v"]
    wanted = [""]
    for letter, count in romans.items():
        wanted += [f"/{letter}", *(f"/{letter}/{one}" for one in numerals[:count])]
    assert ids == wanted


@pytest.mark.parametrize(
    ("document", "bullets", "nested", "words", "partnerships"),
    [
        ("iom-human", [8, 5, 2], 0, [206, 204, 60], [1, 1, 1]),
        ("iom-governance", [5, 3, 6], 9, [143, 312, 180], [3, 1, 1]),
    ],
)
def test_each_table_has_its_rows_bullets_and_cells(
    verbatim: Corpus,
    document: str,
    bullets: list[int],
    nested: int,
    words: list[int],
    partnerships: list[int],
) -> None:
    rows = range(1, 4)
    means = [verbatim.under(f"{document}/{row}/means") for row in rows]
    assert [sum(len(unit.path) == 4 for unit in row) for row in means] == bullets
    assert sum(len(unit.path) == 5 for row in means for unit in row) == nested
    assert [sum(len(unit.text.split()) for unit in row) for row in means] == words
    cells = [verbatim.under(f"{document}/{row}/partnerships") for row in rows]
    assert [len(cell) for cell in cells] == partnerships
    assert {unit.kind for cell in cells for unit in cell} == {"partnership"}
    assert all(verbatim.find(f"{document}/{row}/recommendation") for row in rows)
    assert verbatim.under(f"{document}/4") == ()


def test_partnership_cells_are_joined_over_bullets_and_pages(verbatim: Corpus) -> None:
    cells = {
        "iom-human/1": "Whole of government cooperation; engagement with civil society, migrant"
        " and diaspora groups, private sector.",
        "iom-human/2": "Whole of government cooperation, including down to the local/municipal"
        " level.",
        "iom-human/3": "Whole of government cooperation; engagement with civil society, migrant"
        " and diaspora groups, private sector and the media.",
        "iom-governance/2": "Whole of government, especially labour ministry, judicial"
        " authorities, law enforcement, border control agencies, and non-state actors such as"
        " private sector, civil society organisations",
        "iom-governance/3": "Relevant line ministries with statisticiens, non-state actors such as"
        " private sector, civil society, academia",
    }
    for row, text in cells.items():
        unit = verbatim.find(f"{row}/partnerships")
        assert unit is not None
        assert unit.text == text


def test_titles_in_list_and_section_differ_for_four_objectives(verbatim: Corpus) -> None:
    differing = []
    for objective in range(1, 24):
        entry = verbatim.find(f"gcm-rev2/list/{objective}")
        title = verbatim.find(f"gcm-rev2/{objective}/title")
        assert entry is not None
        assert title is not None
        if entry.text != title.text:
            differing.append(objective)
    assert differing == [4, 13, 18, 21]


def test_units_hold_words_alone(verbatim: Corpus) -> None:
    """No label, bullet, mark, markup or doubled space is left in any text."""
    for name in verbatim.document_ids:
        for unit in verbatim.document(name).units:
            assert unit.text == " ".join(unit.text.split())
            assert not set(unit.text) & set("¹²³⁴•●○*<>|#\t\n"), unit.id
            assert not unit.text.startswith(("- ", "a) ", "a. ", "("))


def test_slips_stand_verbatim(verbatim: Corpus) -> None:
    slips = {
        "gcm-final/2/a": "the Paris Agreement4 and",
        "gcm-final/18/e": "migrants in 26 countries",
        "gcm-final/22/a": "ILO Recommendation 202 on",
        "gcm-rev2/12/c": "National Human Rights Institutionst,",
        "iom-human/1/means/1": 'possible "skills passports",',
        "iom-governance/3/means/2": "potential of “big data” for",
    }
    for name, words in slips.items():
        unit = verbatim.find(name)
        assert unit is not None
        assert words in unit.text
