"""What a new version changes: every unit of both told once, by its words before its id."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made_documents import document_of, paragraphs
from msgspec.structs import replace

from briefgen.corpus.changes import change_report, compare
from briefgen.corpus.model import Document, Unit

KEEP = "Keep every shared lighthouse lit through the night."
PAINT = "Paint the towers white each spring."
SHARE = "Share the data on wrecks among coastal States."
FUND = "Fund two clerks for the register of wrecks."


def table(*rows: tuple[str, ...]) -> Document:
    """Give a table whose rows have a recommendation and means."""
    return document_of(
        *(
            Unit(f"d/{at}/{path}", "d", path.partition("/")[0], words)
            for at, row in enumerate(rows, 1)
            for path, words in zip(("recommendation", "means/1", "means/2"), row, strict=False)
        )
    )


def test_a_paragraph_that_is_gone_is_told_though_the_next_has_its_id() -> None:
    changes = compare(paragraphs(KEEP, PAINT, SHARE, FUND), paragraphs(KEEP, PAINT, FUND))
    assert changes.lines() == [
        f"vanished  d/para/3: '{SHARE}' (another unit has the id now)",
        "moved     d/para/4 is now d/para/3",
    ]
    assert (changes.gone, changes.reused) == (("d/para/4",), ("d/para/3",))


def test_what_is_told_as_moved_is_not_told_as_changed() -> None:
    """A new item between two pushes the second down, and its id is given to other words."""
    changes = compare(paragraphs(KEEP, SHARE), paragraphs(KEEP, PAINT, SHARE))
    assert changes.lines() == [
        f"appeared  d/para/2: '{PAINT}'",
        "moved     d/para/2 is now d/para/3",
    ]
    assert changes.reused == ("d/para/2",)


def test_a_unit_that_is_moved_and_edited_is_told_with_its_edit() -> None:
    edited = SHARE.replace("coastal States", "States")
    changes = compare(paragraphs(KEEP, SHARE), paragraphs(KEEP, PAINT, edited))
    assert [(one.old, one.new, one.difference) for one in changes.moved] == [
        ("d/para/2", "d/para/3", "on wrecks among [-coastal-] States.")
    ]


def test_an_edit_in_place_changes_the_unit_and_its_id_still_means_it() -> None:
    changes = compare(paragraphs(KEEP, SHARE), paragraphs(KEEP, SHARE.replace("data", "news")))
    assert [name for name, _ in changes.changed] == ["d/para/2"]
    assert (changes.gone, changes.reused) == ((), ())


def test_wholly_other_words_under_an_id_are_a_change_that_profiles_are_warned_of() -> None:
    changes = compare(paragraphs(KEEP, SHARE), paragraphs(KEEP, "Decides to meet again."))
    assert [name for name, _ in changes.changed] == ["d/para/2"]
    assert changes.reused == ("d/para/2",)


def test_a_row_put_in_on_top_of_a_table_moves_the_rows_below() -> None:
    old = table((KEEP, "Agree on a timetable;", "Set oil aside."), (SHARE, FUND))
    new = table((PAINT, "Buy paint together."), (KEEP, "Agree on a timetable;"), (SHARE, FUND))
    changes = compare(old, new)
    assert changes.changed == ()
    assert [name for name, _ in changes.appeared] == ["d/1/recommendation", "d/1/means/1"]
    assert [name for name, _ in changes.vanished] == ["d/1/means/2"]
    assert {"d/1", "d/2", "d/1/recommendation"} <= set(changes.reused)
    assert changes.gone == ("d/1/means/2",)


def test_words_that_stand_twice_are_paired_in_their_order() -> None:
    changes = compare(paragraphs("None.", KEEP, "None."), paragraphs(KEEP, "None.", "None."))
    assert [(one.old, one.new) for one in changes.moved] == [
        ("d/para/1", "d/para/2"),
        ("d/para/2", "d/para/1"),
    ]


@given(*[st.lists(st.sampled_from([KEEP, PAINT, SHARE, FUND, "None."]), min_size=1)] * 2)
def test_every_unit_of_both_versions_is_told_once_or_stays(old: list[str], new: list[str]) -> None:
    before, after = paragraphs(*old), paragraphs(*new)
    changes = compare(before, after)
    texts = {unit.id: unit.text for unit in after.units}
    same = [u.id for u in before.units if texts.get(u.id) == u.text]
    told = [name for name, _ in changes.changed]
    left = [name for name, _ in changes.vanished] + [one.old for one in changes.moved]
    come = [name for name, _ in changes.appeared] + [one.new for one in changes.moved]
    assert sorted(same + told + left) == sorted(unit.id for unit in before.units)
    assert sorted(same + told + come) == sorted(texts)


def test_the_report_names_the_two_files() -> None:
    old, new = paragraphs(KEEP), paragraphs(PAINT)
    new = replace(new, source=replace(new.source, file="second.md", sha256="ab" * 32))
    report = change_report("d", compare(old, new))
    assert f"to second.md (sha256 {'ab' * 6})" in report
