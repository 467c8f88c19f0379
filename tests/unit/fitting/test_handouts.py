"""Handouts that fit: on no more paper than asked, with all their words, or refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import Corpus, load_style, shipped
from briefgen.build import find_ingredients, ingredients_apart
from briefgen.diagnostics import Severity
from briefgen.errors import Faults, UnusableInput
from briefgen.fitting import Fitted, fit_packs
from briefgen.fitting.bench import Bench
from briefgen.fitting.rows import leave_out_rows, optional_rows
from briefgen.print_looks import for_print
from briefgen.profiles.schema import Profile
from briefgen.styles import Fit, Paper, Style
from briefgen.walk import quoted_units
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from briefgen.writers.pdf import Plan

TEMPLATES = [shipped("templates")]
STYLE = load_style(TEMPLATES[0] / "styles" / "standard.yaml")
CORPUS = Corpus(text="corrected")
KEEPING_ROWS = Fit(smallest=8.5, spacing=0.5, margin_mm=16)
LOOSE = Fit(smallest=10, leading=1.35, spacing=1, margin_mm=22)
"""Limits within which nothing becomes tighter."""


def _profile(objectives: object, fit: str, *, rows: bool | str = False, **more: object) -> Profile:
    contents: list[object] = [{"objectives": objectives, "from": "gcm-rev2"}]
    if rows:
        contents.append({"rows": "related", "links": rows if rows == "all" else "primary"})
    handout = {"fit": fit} | more.pop("handout", {})  # type: ignore[operator] - a mapping
    return Profile.model_validate(
        {
            "title": "Room",
            "layout": "handout",
            "handout": handout,
            "contents": contents,
            **more,
        }
    )


def _fitted(profile: Profile, limits: Fit | None = STYLE.fit) -> Fitted:
    style = for_print(STYLE, profile.printing, profile.paper).model_copy(update={"fit": limits})
    found = find_ingredients(profile, CORPUS, TEMPLATES)
    each = profile.handout.files == "each"
    apart = ingredients_apart(profile, found) if each else {"": found}
    assert profile.handout.fit

    def on_paper(paper: Paper) -> Style:
        return for_print(STYLE, profile.printing, paper).model_copy(update={"fit": limits})

    return fit_packs(profile, CORPUS, style, profile.handout.fit, apart, on_paper=on_paper)


def _refused(profile: Profile, limits: Fit | None) -> list[tuple[str, str]]:
    with pytest.raises(UnusableInput) as caught:
        _fitted(profile, limits)
    return [(one.message, one.hint) for one in caught.value.diagnostics]


def _plan(fitted: Fitted) -> Plan:
    return plan_pdf(fitted.packs[""], fitted.style)


def _sides(plan: Plan) -> list[int]:
    """Count the sides of each sheet, blank ones not counted, as the footers of the pages do."""
    counts: list[int] = []
    for page in plan.pages:
        if "Sheet 1 of" in page.text and ", front" in page.text:
            counts.append(0)
        counts[-1] += ", front" in page.text or ", back" in page.text
    return counts


def _words(fitted: Fitted) -> dict[tuple[int, str], str]:
    """Give the words of each unit in the lines of each sheet, spaces apart."""
    found: dict[tuple[int, str], str] = {}
    sheet = 0
    for page in _plan(fitted).pages:
        sheet += "Sheet 1 of" in page.text and ", front" in page.text
        for placed in page.lines:
            for fragment in () if placed.is_furniture else placed.line.fragments:
                key = (sheet, fragment.sense.unit)
                found[key] = found.get(key, "") + fragment.text.replace(" ", "")
    return {(at, unit): words for (at, unit), words in found.items() if unit}


def test_what_fits_stays_as_it_is() -> None:
    fitted = _fitted(_profile([22, 5], "1 sheet"))
    assert fitted.style == STYLE
    assert fitted.remarks == ()


def test_sheets_become_tighter_only_where_one_of_them_must() -> None:
    """The fullest sheet decides for all, and is named."""
    fitted = _fitted(_profile([22, 7], "1 side"))
    assert _sides(_plan(fitted)) == [1, 1]
    assert fitted.style.role("body").size < 10
    (told,) = fitted.remarks
    assert told.severity is Severity.NOTE
    assert told.message == (
        f"the sheets are set tighter, text in {fitted.style.role('body').size:.3g} points instead "
        "of 10: 'Objective 7' would take more than 1 side"
    )


def test_rows_are_left_out_last_and_the_sheet_says_which() -> None:
    """Only where the style lists them; other sheets keep theirs."""
    fitted = _fitted(_profile([7, 22], "1 side", rows=True))
    plan = _plan(fitted)
    assert _sides(plan) == [1, 1]
    pages = [page.text.replace("\n", " ") for page in plan.pages]
    assert "Left out here for want of room: IOM input, human dimension, row 2." in pages[0]
    assert "Left out" not in pages[2]
    assert "iom-human/1/recommendation" in quoted_units(fitted.packs[""])
    told = [str(one) for one in fitted.remarks]
    assert any("warning: 'Objective 7' has no room for row iom-human/2" in one for one in told)


def test_no_more_rows_are_left_out_than_needed() -> None:
    """The last ones; with the first of them back, the sheet would not fit in the tightest look."""
    limits = Fit(smallest=8.5, optional=("rows",))
    profile = _profile([2], "1 sheet", rows="all")
    assert profile.handout.fit
    found = {"": find_ingredients(profile, CORPUS, TEMPLATES)}
    bench = Bench(profile, CORPUS, STYLE, limits, profile.handout.fit, found)
    (sheet,) = bench.sheets
    assert leave_out_rows(bench, [sheet]) == []
    left_out = bench.left_out[sheet]
    assert left_out == optional_rows(bench.parts[sheet])[-2:]
    assert bench.fits(sheet, bench.tightest)
    bench.leave_out({sheet: left_out[1:]})
    assert not bench.fits(sheet, bench.tightest)


def test_rows_stay_where_the_style_does_not_let_them_go() -> None:
    ((message, hint),) = _refused(_profile([7], "1 side", rows=True), KEEPING_ROWS)
    assert message.startswith("'Objective 7' needs ")
    assert "without its rows" not in message
    assert hint.startswith("leave out its rows, or say 'fit: 1 sheet'")


def test_what_cannot_fit_is_refused_sheet_by_sheet_with_how_much() -> None:
    faults = _refused(_profile([2, 7, 22], "1 side"), LOOSE)
    assert [message.split(" needs ")[0] for message, _ in faults] == [
        "'Objective 2'",
        "'Objective 7'",
    ]
    assert all("lines (about " in message for message, _ in faults)
    assert all("more than 1 side" in message for message, _ in faults)


@pytest.mark.parametrize("number", [2, 7, 20])
@pytest.mark.parametrize("large", [True, False], ids=["large", "rows"])
def test_the_cures_that_are_told_are_true(number: int, *, large: bool) -> None:
    """Whoever leaves out what is named, or takes the paper that is named, has what fits."""
    limits = Fit(smallest=10, leading=1.35) if not large else KEEPING_ROWS
    more: dict[str, object] = {"print": {"size": 14}} if large else {}
    ((_, hint),) = _refused(_profile([number], "1 side", rows=not large, **more), limits)
    less, paper, *_ = hint.split(", or ")
    assert less.startswith("leave out actions" if large else "leave out its rows")
    first = re.search(r"actions? \((\w+)\)", less)
    letters = [one.label for one in CORPUS.under(f"gcm-rev2/{number}") if one.kind == "action"]
    kept = [letter for letter in letters if not first or letter < first[1]]
    _fitted(_profile({number: kept}, "1 side", **more), limits)
    _refused(_profile({number: letters}, "1 side", rows=not first, **more), limits)
    enough = paper.removeprefix("say 'fit: ").removesuffix("'")
    _fitted(_profile([number], enough, rows=not large, **more), limits)


def test_units_are_named_by_their_ids_and_never_all_of_them() -> None:
    """A section of paragraphs; one paragraph alone, of which nothing can be left out."""
    contents = [
        {"section": ["preamble", "implementation"], "from": "gcm-rev2"},
        {"units": ["gcm-rev2/para/42"]},
    ]
    handout = {"each": "part"}
    asked = _profile([], "1 side", contents=contents, handout=handout, print={"size": 36})
    (_, section), (_, paragraph) = _refused(asked, KEEPING_ROWS)
    assert section.startswith("leave out gcm-rev2/para/2 to gcm-rev2/para/46, or say 'fit: ")
    assert paragraph.startswith("choose less for it, or say ")
    asked = _profile([], "1 side", contents=[{"points": ["Long. " * 2000]}])
    ((_, own),) = _refused(asked, KEEPING_ROWS)
    assert own.startswith("shorten it, or say 'fit: ")


def test_larger_paper_is_told_where_it_would_do() -> None:
    ((_, hint),) = _refused(_profile([2], "1 side"), LOOSE)
    assert hint.endswith("or take 'paper: A3'")
    assert _sides(_plan(_fitted(_profile([2], "1 side", paper="A3"), LOOSE))) == [1]


@pytest.mark.parametrize(
    ("paper", "enough"),
    [("A6", "A4"), ("A5", "A4"), ("Half-Letter", "Letter")],
)
def test_the_smallest_paper_that_would_do_is_told(paper: str, enough: str) -> None:
    """Of the same series, with the margins that the style has there."""
    ((_, hint),) = _refused(_profile([5], "1 side", paper=paper), KEEPING_ROWS)
    assert hint.endswith(f"or take 'paper: {enough}'")
    _fitted(_profile([5], "1 side", paper=enough), KEEPING_ROWS)


def test_paper_on_which_a_sheet_does_not_fit_either_is_not_told() -> None:
    """As with large print, which is never made smaller."""
    asked = _profile([7], "1 side", paper="A5", print={"size": 14})
    ((_, hint),) = _refused(asked, KEEPING_ROWS)
    assert "paper" not in hint


def test_large_print_keeps_its_size() -> None:
    fitted = _fitted(_profile([22], "1 sheet", print={"size": 18}))
    assert _sides(_plan(fitted))[0] <= 2
    assert min(role.size for role in fitted.style.roles.values()) >= 18


def test_one_look_serves_sheets_in_files_of_their_own() -> None:
    fitted = _fitted(_profile([22, 7], "1 side", handout={"files": "each"}))
    assert len(fitted.packs) == 2
    for pack in fitted.packs.values():
        assert len(plan_pdf(pack, fitted.style).pages) == 1


def test_full_sheets_without_room_for_notes_are_named() -> None:
    fitted = _fitted(_profile([22, 7], "1 side", handout={"notes": "ruled"}))
    assert fitted.remarks[-1].message == "no room for notes is left on 'Objective 7'"
    assert "Notes" not in _plan(fitted).pages[2].text


def test_a_full_side_has_room_for_notes_on_its_back() -> None:
    """Where both sides are printed, the limit is for the text, and nothing is missing."""
    wanted = {"handout": {"notes": "ruled"}, "print": {"duplex": "long"}}
    fitted = _fitted(_profile([7], "1 side", **wanted))
    assert not any("no room for notes" in one.message for one in fitted.remarks)
    front, back = _plan(fitted).pages
    assert "Notes" not in front.text
    assert "Notes" in back.text


def test_a_style_without_limits_cannot_fit() -> None:
    assert _refused(_profile([22], "1 side"), None) == [
        (
            "the style 'standard' does not say how far it may be tightened",
            "give it a 'fit' block as the style standard has, or base it on that one",
        )
    ]


def test_a_template_without_a_section_for_each_sheet_cannot_be_measured() -> None:
    ((message, hint),) = _refused(
        _profile([22], "1 side", template="delegation-pack"), KEEPING_ROWS
    )
    assert message.startswith("the template 'delegation-pack' makes 0 sections of class 'handout'")
    assert 'class="handout"' in hint


def test_what_is_fitted_twice_is_the_same() -> None:
    profile = _profile([7, 2], "1 side", rows=True)
    assert _fitted(profile) == _fitted(profile)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    objectives=st.lists(st.integers(1, 23), min_size=1, max_size=3, unique=True),
    fit=st.sampled_from(["1 side", "1 sheet", "3 sides"]),
    rows=st.booleans(),
    size=st.sampled_from([None, None, 14.0]),
    paper=st.sampled_from(["A4", "Letter", "A5"]),
    limits=st.builds(
        Fit, smallest=st.sampled_from([7.0, 8.5, 9.5]), optional=st.sampled_from([(), ("rows",)])
    ),
)
def test_all_that_is_fitted_fits_with_all_its_words_or_is_refused(
    *,
    objectives: list[int],
    fit: str,
    rows: bool,
    size: float | None,
    paper: str,
    limits: Fit,
) -> None:
    """No type below the smallest, no word lost, on no more sides than asked."""
    asked = _profile(objectives, fit, rows=rows, paper=paper, print={"size": size} if size else {})
    faults = Faults()
    fitted = None
    with faults.gathered():
        fitted = _fitted(asked, limits)
    if fitted is None:
        assert faults.found
        assert all("more than" in one.message and one.hint for one in faults.found)
        return
    assert asked.handout.fit
    assert max(_sides(_plan(fitted))) <= asked.handout.fit.sides
    for name, role in fitted.style.roles.items():
        least = size or min(limits.smallest, STYLE.roles[name].size)
        assert role.size >= least
    whole = _fitted(_profile(objectives, "99 sheets", rows=rows, print=asked.printing.model_dump()))
    before, after = _words(whole), _words(fitted)
    lost = before.keys() - after.keys()
    assert after == {key: before[key] for key in after}
    assert all(unit.startswith("iom-") for _, unit in lost)
    assert not lost or limits.optional
