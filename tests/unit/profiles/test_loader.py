"""Loading a profile: values, places, extending, settings."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnusableInput
from briefgen.profiles import find_profile, load_profile
from briefgen.profiles.schema import (
    Dates,
    NoteEntry,
    ObjectivesEntry,
    Profile,
    RowsEntry,
    SectionEntry,
    UnitsEntry,
)
from briefgen.resources import shipped
from briefgen.yaml_reading import check_model, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
title: Objectives 5 and 9
from: gcm-rev2
meeting: {name: Fifth round, dates: 2018-06-04/2018-06-08}
date: 2018-06-04
formats: [pdf]
paper: Letter
contents:
  - heading: Summary
    note: |
      One line
      and its end.

      Another * paragraph & <b>.
    points: ["{{ point }}"]
  - objectives: [5, 9-10]
    parts: [commitment, actions]
  - objectives: {23: [a, c-e], 5: all, 1: b}
    from: gcm-final
    draft: true
  - objectives: all
  - rows: related
    columns: [means]
    bullets: related
    from: iom-human
  - rows: [iom-human/2, iom-governance/2/means/1/d]
  - section: implementation
  - units: gcm-rev2/5/g
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path.relative_to(tmp_path)


def load(folder: Path, text: str, *settings: str, name: str = "own.yaml") -> Profile:
    (folder / name).write_text(text, encoding="utf-8")
    return load_profile(folder / name, settings=settings, search=[folder / "shipped"])


def test_a_profile_becomes_typed_values(folder: Path) -> None:
    profile = load(folder, WHOLE)
    assert profile.meeting is not None
    assert profile.meeting.dates == Dates(dt.date(2018, 6, 4), dt.date(2018, 6, 8))
    assert (profile.date, profile.formats, profile.paper) == (
        dt.date(2018, 6, 4),
        ("pdf",),
        "Letter",
    )
    assert profile.contents == (
        NoteEntry(
            heading="Summary",
            paragraphs=("One line and its end.", "Another * paragraph & <b>."),
            points=("{{ point }}",),
        ),
        ObjectivesEntry(
            numbers=((5, None), (9, None), (10, None)),
            document="gcm-rev2",
            parts=("commitment", "actions"),
        ),
        ObjectivesEntry(
            numbers=((23, ("a", "c", "d", "e")), (5, None), (1, ("b",))),
            document="gcm-final",
            draft=True,
        ),
        ObjectivesEntry(numbers=(), document="gcm-rev2"),
        RowsEntry(rows="related", columns=("means",), bullets="related", documents=("iom-human",)),
        RowsEntry(rows=("iom-human/2", "iom-governance/2/means/1/d")),
        SectionEntry(names=("implementation",), document="gcm-rev2"),
        UnitsEntry(units=("gcm-rev2/5/g",)),
    )


def test_what_a_profile_leaves_out_has_a_sensible_value(folder: Path) -> None:
    profile = load(folder, "title: T\ncontents: [{rows: all}]\n")
    assert (profile.template, profile.style, profile.language) == (
        "delegation-pack",
        "standard",
        "en",
    )
    assert (profile.formats, profile.text, profile.paper) == (("docx", "pdf"), "corrected", None)
    assert (profile.new_page, profile.contents_depth) == ("document", 2)
    assert profile.contents == (RowsEntry(rows="all", documents=("iom-human", "iom-governance")),)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), "own.yaml:1:8"),
        (("contents", 1, "objectives", 9), "own.yaml:15:21"),
        (("contents", 1, "objectives", 10), "own.yaml:15:21"),
        (("contents", 1, "objectives", 77), "own.yaml:15:17"),
        (("contents", 1, "from"), "own.yaml:2:7"),
        (("contents", 2, "from"), "own.yaml:18:11"),
        (("contents", 2, "objectives", 23, "d"), "own.yaml:17:26"),
        (("contents", 2, "objectives", 1, "b"), "own.yaml:17:43"),
        (("contents", 5, "rows", 1), "own.yaml:25:25"),
        (("contents", 6, "section", 0), "own.yaml:26:14"),
        (("contents", 7), "own.yaml:27:5"),
        (("paper", "x"), "own.yaml:6:8"),
    ],
)
def test_every_value_knows_where_it_was_written(
    folder: Path, path: tuple[str | int, ...], place: str
) -> None:
    assert str(load(folder, WHOLE).place(*path)) == place


def test_a_setting_replaces_a_value_and_is_its_place(folder: Path) -> None:
    settings = ("meeting.place=New York", "title='2018'", "formats=[docx, outline]", "marking=")
    profile = load(folder, WHOLE, *settings, "title=A: b # c", "contents-depth=4")
    assert profile.meeting is not None
    assert (profile.meeting.name, profile.meeting.place) == ("Fifth round", "New York")
    assert (profile.title, profile.marking) == ("A: b # c", "")
    assert (profile.formats, profile.contents_depth) == (("docx", "outline"), 4)
    assert str(profile.place("meeting", "place")) == "--set meeting.place"
    assert str(profile.place("meeting", "name")).startswith("own.yaml:3")


def test_a_child_replaces_keys_and_completes_the_meeting(folder: Path) -> None:
    (folder / "base.yaml").write_text(WHOLE)
    text = "extends: base\ntitle: Child\nmeeting: {place: Geneva}\ncontents: [{objectives: 1}]\n"
    profile = load(folder, text)
    assert profile.meeting is not None
    assert (profile.meeting.name, profile.meeting.place) == ("Fifth round", "Geneva")
    assert (profile.title, profile.paper) == ("Child", "Letter")
    assert profile.contents == (ObjectivesEntry(numbers=((1, None),), document="gcm-rev2"),)
    assert str(profile.place("paper")) == "base.yaml:6:8"
    assert str(profile.place("contents", 0, "objectives", 1)) == "own.yaml:4:25"
    assert str(profile.place("contents", 5)) == "own.yaml:4:11", "no place of the base is left"


def test_a_profile_may_extend_a_shipped_one_or_one_below_its_folder(folder: Path) -> None:
    for name in ("shipped/pack.yaml", "parts/pack.yaml"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(f"title: {name}\ncontents: [{{rows: all}}]\n")
    assert load(folder, "extends: pack\n").title == "shipped/pack.yaml"
    assert load(folder, "extends: parts/pack.yaml\n").title == "parts/pack.yaml"
    (folder / "packs").mkdir()
    text = "extends: ../shipped/pack.yaml\n"
    assert load(folder, text, name="packs/own.yaml").title == "shipped/pack.yaml"


def test_a_link_does_not_lead_out_of_the_folder(folder: Path) -> None:
    (folder / "secret.yaml").write_text("title: Secret\ncontents: [{rows: all}]\n")
    (folder / "packs").mkdir()
    (folder / "packs" / "link.yaml").symlink_to("../secret.yaml")
    with pytest.raises(UnusableInput, match="leads out of the profile's folder"):
        load(folder, "extends: ./link.yaml\n", name="packs/own.yaml")


def test_extending_too_deep_is_refused(folder: Path) -> None:
    for n in range(10):
        (folder / f"p{n}.yaml").write_text(f"extends: p{n + 1}\n")
    with pytest.raises(UnusableInput, match="more than 8 profiles extend one another"):
        load(folder, "extends: p0\n")


@pytest.mark.parametrize("text", ["", "- a list\n", "text\n"])
def test_what_is_extended_must_be_a_profile(folder: Path, text: str) -> None:
    (folder / "base.yaml").write_text(text)
    with pytest.raises(UnusableInput, match=r"base.yaml:1:1: error: the extended profile has no"):
        load(folder, "extends: base\n")


def test_a_profile_is_found_by_name_among_the_shipped() -> None:
    assert find_profile("starter", [shipped("profiles")]).name == "starter.yaml"
    with pytest.raises(UnusableInput, match="did you mean 'starter'"):
        find_profile("startr", [shipped("profiles")])


_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 120)
    | st.sampled_from(
        ["all", "related", "9-10", "5-", "a", "c-e", "2018-06-04", "gcm-rev2", "pdf", "", "x" * 300]
    )
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "dates", "rows", "units", 5, "23"]), inner)
    ),
    max_leaves=6,
)
_ENTRIES = st.dictionaries(
    st.sampled_from(
        [
            "objectives",
            "units",
            "section",
            "rows",
            "note",
            "points",
            "heading",
            "from",
            "parts",
            "draft",
            "links",
            "bullets",
        ]
    ),
    _VALUES,
    max_size=4,
)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "title",
                "date",
                "meeting",
                "formats",
                "language",
                "from",
                "paper",
                "contents-depth",
                "x",
            ]
        ),
        _VALUES,
    ),
    st.lists(_ENTRIES | _VALUES, max_size=3),
)
def test_any_values_make_a_profile_or_messages_with_places(
    head: dict[str, object], contents: list[object]
) -> None:
    text = read_yaml(json.dumps({**head, "contents": contents}).encode(), "p.yaml")
    try:
        check_model(Profile, text)
    except UnusableInput as fault:
        for one in fault.diagnostics:
            assert one.place
            assert one.place.line == 1
            assert "\n" not in one.message
