"""The search over the shipped documents: what is found, where, in which order, and what if not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen import Corpus
from briefgen.corpus.model import Section, Unit
from briefgen.errors import UnusableInput
from briefgen.search import Search

CORPUS = Corpus()
DOCUMENTS = tuple(map(CORPUS.document, CORPUS.document_ids))


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(DOCUMENTS)


def _ids(search: Search, query: str, *, stems: bool = False) -> set[str]:
    return {hit.unit.id for hit in search.find(query, stems=stems)}


def _words(search: Search, query: str) -> set[str]:
    return {hit.unit.text[start:end] for hit in search.find(query) for start, end in hit.spans}


def _over(*texts: str) -> Search:
    units = tuple(Unit(f"d/{at}", "d", "action", text) for at, text in enumerate(texts))
    document = replace(DOCUMENTS[0], id="d", sections=(Section("all", units),), faults=())
    return Search([document])


def test_words_phrases_prefixes_and_operators_find_what_they_say(search: Search) -> None:
    phrase = _ids(search, '"trade unions"')
    assert {"gcm-final/2/e", "gcm-final/6/i", "gcm-rev2/para/43"} <= phrase
    assert phrase <= _ids(search, "trade unions")
    assert _words(search, "unio*") == {"unions"}
    assert "gcm-final/9/e" in _ids(search, "smuggling AND trafficking")
    assert "gcm-final/9/e" not in _ids(search, "smuggling NOT trafficking")
    both = _ids(search, "(children OR women) AND detention")
    assert both == _ids(search, "children detention") | _ids(search, "women detention")


def test_near_counts_the_words_between() -> None:
    search = _over("return on consent", "return on the free and prior consent", "return")
    assert _ids(search, "NEAR(return consent, 1)") == {"d/0"}
    assert _ids(search, "NEAR(consent return, 5)") == {"d/0", "d/1"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("capacity-building", '"capacity building"'),
        ("psycho-social", "psychosocial"),
        ("WHOLE-OF-GOVERNMENT", '"whole of government"'),
        ("Lajcak", "Lajčák"),
        ("GOMEZ", "Gómez"),
        ("States\u2019", "states"),
        ("psychoso*", "psycho-so*"),
    ],
)
def test_case_hyphens_accents_and_apostrophes_do_not_matter(
    search: Search, one: str, other: str
) -> None:
    assert _ids(search, one) == _ids(search, other)
    assert _ids(search, one)


def test_both_ways_of_writing_a_word_are_found_and_marked(search: Search) -> None:
    assert _words(search, "psychosocial") == {"psychosocial", "psycho-social"}
    assert _words(search, "NEAR(psychosocial justice, 3)") == {"psycho-social", "justice"}


def test_stems_find_a_word_in_its_other_forms(search: Search) -> None:
    assert not _ids(search, "migrate")
    assert len(_ids(search, "migrate", stems=True)) > 100


def test_the_best_come_first_and_equals_in_the_order_of_the_sources() -> None:
    search = _over("borders and data on borders", "data", "data", "data on many other things")
    assert [hit.unit.id for hit in search.find("data")] == ["d/1", "d/2", "d/0", "d/3"]
    assert [hit.unit.id for hit in search.find("data", limit=2)] == ["d/1", "d/2"]


def test_a_limit_gives_the_first_of_all_with_the_same_marks(search: Search) -> None:
    every = search.find("migrants")
    assert search.find("migrants", limit=7).found == every.found[:7]


def test_hits_are_marked_in_the_units_own_text(search: Search) -> None:
    for hit in search.find('"human rights" OR migrant*'):
        assert hit.spans
        for start, end in hit.spans:
            assert hit.unit.text[start:end].lower().startswith(("human rights", "migrant"))


def test_control_characters_in_a_text_are_no_marks() -> None:
    (hit,) = _over("one \x02two\x03 three").find("three")
    assert [hit.unit.text[start:end] for start, end in hit.spans] == ["three"]


def test_documents_can_be_named_and_must_exist(search: Search) -> None:
    found = search.find("remittances", documents=["iom-human"])
    assert {hit.unit.document for hit in found} <= {"iom-human"}
    assert search.find("remittance", documents=["iom-human"])
    with pytest.raises(UnusableInput) as caught:
        search.find("remittances", documents=["iom-humans"])
    assert caught.value.diagnostics[0].hint == "did you mean 'iom-human'?"


def test_the_copied_objective_is_never_found(search: Search) -> None:
    assert "gcm-final/2/a" in _ids(search, '"Paris Agreement"')
    assert not [one for one in _ids(search, "migra*") if one.startswith("gcm-final/20/")]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("traficking", "did you mean trafficking"),
        ('"child labor"', 'did you mean "child labour"?'),
        ("border AND contrl", "did you mean border AND control?"),
        ("remitanc*", "did you mean remittanc"),
        ("NEAR(return consent, 8)", "with stems, 2 units would be found"),
        ("qqqqqqq", ""),
    ],
)
def test_who_finds_nothing_is_told_what_would_be_found(
    search: Search, query: str, hint: str
) -> None:
    hits = search.find(query)
    assert not hits
    assert hits.hint.startswith(hint)
    assert bool(hits.hint) == bool(hint)
    for meant in hits.meant:
        assert search.find(meant)


@given(st.text(max_size=80))
def test_nothing_typed_breaks_out(search: Search, typed: str) -> None:
    """Whatever is typed is looked for or refused; SQLite never sees it as its own language."""
    try:
        hits = search.find(typed, limit=3)
    except UnusableInput:
        return
    assert len(hits) <= 3


@pytest.mark.parametrize(
    "typed",
    [
        "text : migrants",
        "{text}",
        "^migrants",
        "units MATCH 'x'",
        "'; DROP TABLE units; --",
        "a + b",
        'migrants" OR "a',
        "AND AND AND",
        "ß \u017f \ufb01 İ",
    ],
)
def test_the_databases_own_signs_mean_nothing(search: Search, typed: str) -> None:
    with suppress(UnusableInput):
        search.find(typed)
    assert search.find("migrants")
