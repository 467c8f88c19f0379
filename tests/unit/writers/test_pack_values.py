"""A Pack made by a program may carry any value; those that no file can hold are refused."""

from __future__ import annotations

import pytest

from briefgen.blocks import Cell, Pack, Paragraph, Row, RunningLine, Section, Span, Table, Text
from briefgen.errors import UnusableInput
from briefgen.writers.references import check_pack
from briefgen.writers.values import value_faults

WORDS = Paragraph((Text("words"),))


def told(pack: Pack) -> list[str]:
    return [one.message for one in value_faults(pack)]


@pytest.mark.parametrize("language", ["", "English, please", "x y", "\ud800", "en_GB", "abcdefghi"])
def test_what_is_no_language_tag_is_refused_wherever_it_stands(language: str) -> None:
    said = [f"'{language}' is not a language tag"]
    assert told(Pack("", language, "", ())) == said
    if language:
        span = Span((Text("mots"),), language=language)
        section = Section((Paragraph((span,)),), header=RunningLine((span,)))
        assert told(Pack("", "en", "", (section,))) == said


@pytest.mark.parametrize("language", ["en", "pt-BR", "zh-Hant-TW", "de-1996"])
def test_a_language_tag_is_taken(language: str) -> None:
    assert told(Pack("", language, "", (Section((WORDS,)),))) == []


@pytest.mark.parametrize("day", ["2018", "yesterday)", "2018-02-30", "20180604", "٢٠١٨-٠٦-٠٤"])
def test_what_is_no_day_is_refused(day: str) -> None:
    assert told(Pack("", "en", day, ())) == [f"'{day}' is not a date"]


@pytest.mark.parametrize("share", [float("nan"), float("inf"), 1e308, -1e308])
def test_widths_that_are_no_proportions_are_refused(share: float) -> None:
    table = Table((share, 1), (), (Row((Cell((WORDS,)), Cell((WORDS,)))),))
    with pytest.raises(UnusableInput) as refused:
        check_pack(Pack("", "en", "", (Section((table,)),)))
    (found,) = refused.value.diagnostics
    assert found.message == f"the widths {share:g}, 1 of a table are not proportions"
