"""Files of two builds of a set are told by what they are, and not by their place in it."""

from __future__ import annotations

from briefgen.cli.paired_files import pair_by_name, set_name


def paired(old: str, new: str) -> list[tuple[str, str]]:
    """Pair the first print, and give old and new names."""
    found = pair_by_name(dict.fromkeys(old.split(), 0), new.split())
    return sorted((was, now) for now, was in found.pairs.items())


def test_one_more_moves_the_numbers_on_and_nothing_else() -> None:
    """Years and objectives in a name are no serial numbers."""
    old = "day-2018-01-objective-7 day-2018-02-objective-22"
    new = "day-2018-01-objective-5 day-2018-02-objective-7 day-2018-03-objective-22"
    pairs = [
        ("day-2018-01-objective-7", "day-2018-02-objective-7"),
        ("day-2018-02-objective-22", "day-2018-03-objective-22"),
    ]
    assert paired(old, new) == pairs
    assert paired(new, old) == [(now, was) for was, now in pairs]


def test_names_without_serial_numbers_are_compared_as_they_are() -> None:
    old = "talks-2018 talks-2026 a b-12"
    assert paired(old, old) == [(one, one) for one in sorted(old.split())]
    assert paired("talks-2018", "talks-2026") == []


def test_of_one_name_there_may_be_as_many_in_both_or_their_words_tell() -> None:
    """Names in other scripts leave the number alone."""
    assert paired("p-01 p-02", "p-01 p-02") == [("p-01", "p-01"), ("p-02", "p-02")]
    found = pair_by_name({"p-01": 0, "p-02": 0}, ["p-01", "p-02", "p-03"])
    assert (found.pairs, found.old, found.new) == (
        {},
        ["p-01", "p-02"],
        ["p-01", "p-02", "p-03"],
    )


def test_the_last_revision_lies_on_the_table() -> None:
    """Under whatever number it was made."""
    found = pair_by_name({"p-01-a": 2, "p-02-b": 1, "p-03-b": 2}, ["p-01-a", "p-02-b"])
    assert found.pairs == {"p-01-a": "p-01-a", "p-02-b": "p-03-b"}
    assert not found.old


def test_a_set_is_called_as_its_profile_is() -> None:
    """Whether it has sheets or copies by number; two profiles have no name together."""
    for names, name in (
        ("room-01-a room-02-b", "room"),
        ("pack-copy-1 pack-copy-2", "pack"),
        ("pack-copy-01 pack-copy-02", "pack"),
        ("pack", "pack"),
        ("pack room-01-a", ""),
    ):
        assert set_name(names.split()) == name
