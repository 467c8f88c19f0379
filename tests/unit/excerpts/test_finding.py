"""Criteria become units: of one kind any will do, of several kinds all must be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.errors import UnusableInput
from briefgen.excerpts import Criteria, find_excerpt

if TYPE_CHECKING:
    from briefgen import Corpus


def ids(corpus: Corpus, criteria: Criteria) -> list[str]:
    return [unit.id for unit in find_excerpt(corpus, criteria).units]


UNIONS = [f"gcm-final/{one}" for one in ("2/e", "5/e", "6/d", "6/i", "18/e")]


def test_values_of_one_kind_are_alternatives_and_kinds_narrow_one_another(corpus: Corpus) -> None:
    final = ("gcm-final",)
    unions = Criteria(actors=("trade union",), documents=final)
    either = Criteria(actors=("trade union", "media"), documents=final)
    both = Criteria(actors=("trade union",), objectives=(5, 6), documents=final)
    assert ids(corpus, unions) == UNIONS
    assert set(ids(corpus, either)) == {*UNIONS, "gcm-final/17/c"}
    assert ids(corpus, both) == ["gcm-final/5/e", "gcm-final/6/d", "gcm-final/6/i"]


def test_units_stand_in_the_order_of_documents_and_sources(corpus: Corpus) -> None:
    found = find_excerpt(corpus, Criteria(queries=("migrants",)))
    known = [unit.id for name in corpus.document_ids for unit in corpus.document(name).units]
    places = [known.index(unit.id) for unit in found.units]
    assert places == sorted(places)
    assert len({unit.document for unit in found.units}) == 4


def test_an_objective_brings_the_rows_that_are_tied_to_it_with_their_partners(
    corpus: Corpus,
) -> None:
    found = ids(corpus, Criteria(objectives=(18,), documents=("iom-human",)))
    assert {"iom-human/1/recommendation", "iom-human/1/means/1", "iom-human/1/partnerships"} <= {
        *found
    }
    diaspora = Criteria(objectives=(18,), actors=("diaspora",), documents=("iom-human",))
    assert ids(corpus, diaspora) == ["iom-human/1/partnerships"]


def test_a_footnote_is_answered_for_by_the_paragraph_that_calls_it(corpus: Corpus) -> None:
    """Its own words are marked all the same."""
    found = find_excerpt(corpus, Criteria(queries=('"Adopted under the UNFCCC"',)))
    note = next(unit for unit in corpus.document("gcm-rev2").units if unit.kind == "note")
    assert note.id not in [unit.id for unit in found.units]
    for unit_id in found.found:
        assert unit_id.startswith("gcm-rev2/note/")
    assert {unit.id for unit in found.units} <= {"gcm-rev2/para/2", "gcm-rev2/2/a"}
    assert found.units


def test_where_the_final_words_are_missing_and_the_drafts_answer_the_fault_is_told(
    corpus: Corpus,
) -> None:
    """Even if the draft itself was not asked about; nothing of the copy is ever quoted."""
    found = find_excerpt(corpus, Criteria(queries=("remittance*",), documents=("gcm-final",)))
    assert "gcm-final/20/title" in [unit.id for unit in found.units]
    assert [unit.id for unit in found.passages] == ["gcm-final/1/j", "gcm-final/14/f"]
    copied = find_excerpt(corpus, Criteria(queries=('"brain drain"',), documents=("gcm-final",)))
    assert [unit.id for unit in copied.units] == ["gcm-final/2/e"]
    asked = find_excerpt(corpus, Criteria(units=("gcm-final/20/e",)))
    assert (asked.passages, [unit.id for unit in asked.units]) == ((), ["gcm-final/20/title"])


def test_heads_of_columns_are_no_answer(corpus: Corpus) -> None:
    """They stand above every bullet that is printed."""
    assert not ids(
        corpus, Criteria(queries=('"means of implementation"',), documents=("iom-human",))
    )


def test_weak_ties_to_a_theme_are_kept_unless_another_theme_is_sure(corpus: Corpus) -> None:
    weak = find_excerpt(corpus, Criteria(themes=("remittances",))).weak
    assert weak["gcm-final/21/h"] == ("Remittances",)
    sure = Criteria(themes=("remittances", "return and reintegration"))
    assert "gcm-final/21/h" not in find_excerpt(corpus, sure).weak


def test_what_was_found_by_words_and_by_actor_is_marked_together(corpus: Corpus) -> None:
    found = find_excerpt(
        corpus,
        Criteria(actors=("trade unions",), queries=("membership",), documents=("gcm-final",)),
    )
    (unit,) = found.units
    words = [unit.text[start:end] for start, end in found.found[unit.id]]
    assert words == ["membership", "trade unions"]


def test_every_value_that_is_none_is_told_at_once(corpus: Corpus) -> None:
    wrong = Criteria(
        themes=("remitances",),
        objectives=(24,),
        principles=("child sensitiv",),
        actors=("trade onions",),
        instruments=("paris agrement",),
        queries=("(unions",),
        units=("gcm-rev2/5/zz",),
    )
    with pytest.raises(UnusableInput) as raised:
        find_excerpt(corpus, wrong)
    told = [(one.message, one.hint) for one in raised.value.diagnostics]
    assert told == [
        ("there is no theme 'remitances'", "did you mean 'Remittances' or 'remittance'?"),
        ("there is no Objective 24", "there are Objectives 1 to 23"),
        (
            "there is no guiding principle 'child sensitiv'",
            "did you mean 'Child-sensitive' or 'child-sensitive approach'?",
        ),
        ("there is no actor 'trade onions'", "did you mean 'Trade unions' or 'trade union'?"),
        ("there is no instrument 'paris agrement'", "did you mean 'Paris Agreement'?"),
        ("this bracket is never closed", "close it, or take it out"),
        ("the corpus has no unit 'gcm-rev2/5/zz'", "did you mean 'gcm-rev2/5/j'?"),
    ]


def test_an_unknown_document_is_told_with_the_nearest(corpus: Corpus) -> None:
    with pytest.raises(UnusableInput, match="did you mean 'gcm-rev2'"):
        find_excerpt(corpus, Criteria(themes=("data",), documents=("gcm-rev3",)))


@pytest.mark.parametrize("name", ["whole-of-society", "Whole-of-Society approach"])
def test_a_guiding_principle_is_found_by_its_id_or_title(corpus: Corpus, name: str) -> None:
    found = ids(corpus, Criteria(principles=(name,)))
    assert "gcm-rev2/principle/whole-of-society-approach" in found
