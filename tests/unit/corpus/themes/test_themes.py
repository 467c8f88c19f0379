"""Themes: found by any of their names, extended in the user's folder, each unit with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.themes import Themes, load_themes, units_of
from briefgen.corpus.themes.theme_checks import check_themes
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.store import Corpus


@pytest.fixture(scope="module")
def themes() -> Themes:
    return load_themes([SHIPPED])


def _write(folder: Path, rows: str) -> Path:
    path = folder / "themes" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"themes:\n{rows}", encoding="utf-8")
    return folder


def _ids(corpus: Corpus, themes: Themes, name: str) -> list[str]:
    return [unit.id for unit, _ in units_of(corpus, themes.find(name))]


def test_objectives_principles_and_round_tables_are_all_there(themes: Themes) -> None:
    kinds = [theme.kind for theme in themes]
    assert kinds.count("objective") == 23
    assert kinds.count("principle") == 10
    assert kinds.count("round table") == 4
    assert kinds.count("cross-cutting") >= 25


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        ("Climate-Change", "climate-and-disasters"),
        ("remittances", "remittances"),
        ("counter smuggling", "smuggling"),
        ("Objective 5", "objective-5"),
        ("Screening and referral", "objective-12"),
        ("child sensitive", "child-sensitive"),
        ("RT3", "round-table-3"),
    ],
)
def test_a_theme_answers_to_its_id_title_and_synonyms(
    themes: Themes, asked: str, theme: str
) -> None:
    assert themes.find(asked).id == theme


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("traficking", "did you mean 'trafficking'"),
        ("climate chnage", "did you mean 'climate change'"),
        ("qqqq", "'briefgen list themes' shows all"),
    ],
)
def test_an_unknown_theme_is_told_with_the_nearest_names(
    themes: Themes, asked: str, hint: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        themes.find(asked)
    (fault,) = caught.value.diagnostics
    assert fault.message == f"there is no theme '{asked}'"
    assert fault.hint.startswith(hint)


def test_the_copied_objective_is_in_no_theme(themes: Themes, corrected: Corpus) -> None:
    """Objective 20 of the final text is Objective 2's copy; only Draft Rev 2's serves."""
    for theme in themes:
        ids = [unit.id for unit, _ in units_of(corrected, theme)]
        assert not [one for one in ids if one.startswith("gcm-final/20/")], theme.id
    remittances = _ids(corrected, themes, "remittances")
    assert "gcm-rev2/20/d" in remittances
    assert "iom-human/1/means/5" in remittances


def test_each_objective_is_in_exactly_one_round_table(themes: Themes) -> None:
    members = [
        member.unit
        for theme in themes
        if theme.kind == "round table"
        for member in theme.members
        if member.unit.startswith("gcm-rev2/")
    ]
    assert sorted(members) == sorted(f"gcm-rev2/{number}" for number in range(1, 24))


def test_units_come_once_in_the_order_of_the_sources_and_as_sure_as_asked(
    themes: Themes, corrected: Corpus
) -> None:
    theme = themes.find("children")
    order = [one.id for name in corrected.document_ids for one in corrected.document(name).units]
    every = units_of(corrected, theme)
    ids = [unit.id for unit, _ in every]
    assert ids == sorted(set(ids), key=order.index)
    sure = units_of(corrected, theme, documents=["gcm-final"], least="high")
    assert {member.confidence for _, member in sure} == {"high"}
    assert {unit.document for unit, _ in sure} == {"gcm-final"}
    assert set(sure) < set(every)


def test_a_users_folder_extends_replaces_and_adds(tmp_path: Path, corrected: Corpus) -> None:
    own = _write(
        tmp_path,
        "  - extends: detention\n"
        "    synonyms: [imprisonment]\n"
        '    units: [{unit: gcm-final/11/f, quote: "sanctions"}]\n'
        "    without: [gcm-final/13]\n"
        "  - id: fees\n"
        "    title: Fees\n"
        '    units: [{unit: gcm-final/6/c, quote: "recruitment fees"}]\n'
        "  - id: smuggling\n"
        "    title: Smuggling\n"
        '    units: [{unit: gcm-final/9/a, quote: "Protocol"}]\n',
    )
    themes = load_themes([SHIPPED, own])
    detention = _ids(corrected, themes, "imprisonment")
    assert "gcm-final/11/f" in detention
    assert "gcm-rev2/13/h" in detention
    assert "gcm-final/13/h" not in detention
    assert _ids(corrected, themes, "fees") == ["gcm-final/6/c"]
    assert _ids(corrected, themes, "smuggling") == ["gcm-final/9/a"]


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("  - {id: a, title: A}\n", 2, "a theme needs a title and units"),
        ("  - {extends: chidlren}\n", 2, "there is no theme 'chidlren' to extend"),
        ("  - {extends: children, title: A}\n", 2, "keeps its title and description"),
        ("  - {title: A}\n", 2, "a theme has either 'id' or 'extends'"),
        (
            "  - id: a\n    title: A\n    without: [d/1]\n    units: [{unit: d/2, quote: w}]\n",
            4,
            "'without' goes with 'extends'",
        ),
        (
            "  - id: a\n    title: A\n    units: [{unit: d/2, quote: w}, {unit: d/2, quote: x}]\n",
            4,
            "'d/2' is given twice",
        ),
        (
            2 * "  - {id: a, title: A, units: [{unit: d/2, quote: w}]}\n",
            3,
            "the theme 'a' is given twice",
        ),
    ],
)
def test_a_row_edited_badly_is_told_with_its_place(
    tmp_path: Path, rows: str, line: int, message: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        load_themes([SHIPPED, _write(tmp_path, rows)])
    (fault,) = caught.value.diagnostics
    assert message in fault.message
    assert fault.place is not None
    assert fault.place.line == line


@pytest.mark.parametrize(
    ("unit", "quote", "message"),
    [
        ("gcm-final/8/a", "right to live", "'right to live' does not stand in gcm-final/8/a"),
        ("gcm-final/8/z", "life", "there is nothing under 'gcm-final/8/z'"),
        ("gcm-final/20/a", "2030 Agenda", "gcm-final/20/a is faulty and proves nothing"),
    ],
)
def test_evidence_that_does_not_hold_is_told(
    tmp_path: Path, verbatim: Corpus, unit: str, quote: str, message: str
) -> None:
    row = f'  - {{id: a, title: A, units: [{{unit: {unit}, quote: "{quote}"}}]}}\n'
    (finding,) = check_themes(_write(tmp_path, row), verbatim)
    assert finding.message == message


def test_two_themes_may_not_share_a_name(tmp_path: Path, verbatim: Corpus) -> None:
    rows = (
        '  - {id: a, title: Sea, units: [{unit: gcm-final/8, quote: "Save Lives"}]}\n'
        '  - {id: b, title: B, synonyms: [sea], units: [{unit: gcm-final/8, quote: "Lives"}]}\n'
    )
    (finding,) = check_themes(_write(tmp_path, rows), verbatim)
    assert finding.message == "'sea' means 'a' already"


def test_all_evidence_of_the_shipped_themes_holds(verbatim: Corpus) -> None:
    assert not list(check_themes(SHIPPED, verbatim))
