"""A slip of any kind, planted anywhere in a clean text, is found and its unit named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.corpus.lint import lint
from briefgen.corpus.model import Section, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus.lint import Finding
    from briefgen.corpus.model import Document, Unit
    from briefgen.corpus.store import Corpus

OBJECTIVES = ("3", "4", "5")
WORD = re.compile(r"(?<= )[a-z]{4,}(?= [a-z])")

Plant = tuple[str, str, str]
"""A kind of slip: the rule that finds it, where it goes (a pattern), and what is put there."""

PLANTS: list[Plant] = [
    ("lost-space", r"(?<=[a-z]), (?=[a-z])", ","),
    ("digit-on-word", r"(?<= )[a-z]{4,}(?= )", r"\g<0>7"),
    ("stray-number", r"(?<= )(?:in|of|on|by|for|and|their)(?= [a-z]+ )", r"\g<0> 47"),
    ("doubled-word", r"(?<= )[a-z]+(?= )", r"\g<0> \g<0>"),
    ("bullet-in-text", r" (?=[a-z])", " • "),
    ("markup", r"(?<= )[a-z]+(?= )", r"<b>\g<0>"),
    ("markup", r"(?<= )[a-z]+(?= )", r"*\g<0>*"),
    ("markup", r" and ", " &amp; "),
    ("note-mark", r"(?<=[a-z])(?= )", "³"),
    ("lost-stop", r"(?<=[a-z]) (?=[a-z]+ )", " This "),
    ("cut-off", r", .*$", ","),
    ("cut-off", r" (?:of|and|the|to|in) .*$", " of"),
    ("end-of-unit", r"\.$", ""),
    ("start-of-unit", r"^[A-Z]", "x"),
    ("misspelt", r"\bmigrants\b(?= )", "migrantst"),
    ("lost-comma", r"(?<= )(?:migrants|States|countries)(?= )", r"\g<0> national"),
]


@pytest.fixture(scope="module")
def clean(corrected: Corpus) -> Document:
    """Give some objectives of the final text, corrected, as a document of their own."""
    document = corrected.document("gcm-final")
    units = tuple(one for one in document.units if one.path[1] in OBJECTIVES)
    return replace(document, sections=(Section("all", units),), faults=())


@pytest.fixture(scope="module")
def known(clean: Document) -> set[tuple[str, str, str]]:
    return {_key(one) for one in lint([clean])}


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.unit, finding.as_is


def _with(document: Document, *changed: Unit) -> Document:
    new = {unit.id: unit for unit in changed}
    units = tuple(new.get(unit.id, unit) for unit in document.units)
    return replace(document, sections=(Section("all", units),))


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant[0]}:{plant[2]}")
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_a_slip_within_the_words_is_found(
    clean: Document, known: set[tuple[str, str, str]], plant: Plant, data: st.DataObject
) -> None:
    rule, pattern, words = plant
    places = [
        (unit, match)
        for unit in clean.units
        if unit.kind == "action"
        for match in re.finditer(pattern, unit.text)
    ]
    assert places
    unit, match = data.draw(st.sampled_from(places))
    text = unit.text[: match.start()] + match.expand(words) + unit.text[match.end() :]
    found = lint([_with(clean, replace(unit, text=text))])
    new = [one for one in found if _key(one) not in known]
    assert any((one.rule, one.unit) == (rule, unit.id) for one in new)
    for one in new:
        assert one.place is not None
        assert not one.as_is or text.count(one.as_is) == 1 or one.unit != unit.id


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("doubled-text", lambda unit, other: replace(unit, text=other.text)),
        ("label-order", lambda unit, _: replace(unit, label="z")),
        (
            "note-mark",
            lambda unit, _: replace(unit, spans=(Span(3, 3, "note", "gcm-final/note/9"),)),
        ),
    ],
)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_fault_between_units_is_found(
    clean: Document, rule: str, change: Callable[[Unit, Unit], Unit], data: st.DataObject
) -> None:
    actions = [unit for unit in clean.units if unit.kind == "action"]
    unit, other = data.draw(st.tuples(st.sampled_from(actions), st.sampled_from(actions)))
    assume(unit.path[1] != other.path[1])
    named = {one.unit for one in lint([_with(clean, change(unit, other))]) if one.rule == rule}
    assert named & {unit.id, other.id}


def test_whatever_another_version_has_and_this_one_lost_is_found(corrected: Corpus) -> None:
    """Every comma, hyphen and small word that both versions of an action have is taken out."""
    final, draft = corrected.document("gcm-final"), corrected.document("gcm-rev2")
    unit = next(one for one in final.units if one.id == "gcm-final/1/j")
    twin = next(one for one in draft.units if one.id == "gcm-rev2/1/j")
    beside = replace(draft, sections=(Section("all", (twin,)),))
    places = [
        match
        for match in re.finditer(r"(?<=\w)-(?=\w)|,(?= )| (?:of|in|the|and|on|to)(?= )", unit.text)
        if match.start() > 20 and match.end() < len(unit.text) - 40
    ]
    assert len(places) > 20
    for match in places:
        filler = " " if match.group() == "-" else ""
        text = unit.text[: match.start()] + filler + unit.text[match.end() :]
        own = replace(final, faults=(), sections=(Section("all", (replace(unit, text=text),)),))
        found = [one for one in lint([own], beside=[beside]) if one.rule == "version-differs"]
        assert [one.unit for one in found] == [unit.id], text[match.start() - 20 : match.end() + 20]
        assert found[0].corrected in unit.text
