"""`briefgen trace` says of each passage of a file where its words come from."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pytest
from mutations.word_mutants import mutate_word

from briefgen.verify.tracing import place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    from briefgen import Corpus

    Runner = Callable[..., Run]

DOCX, PDF = "output/theme-trafficking.docx", "output/theme-trafficking.pdf"


@pytest.fixture
def built(run: Runner) -> Runner:
    """A program run from a folder in which a pack was built."""
    assert run("build", "theme-trafficking").status == 0
    return run


def test_words_lead_to_document_place_lines_and_corrections(built: Runner) -> None:
    for file in (DOCX, PDF):
        ended = built("trace", file, "--words", "ratification, accession and implementation")
        assert (ended.status, ended.err) == (0, "")
        assert "gcm-rev2/10/" in ended.out
        assert "Draft Rev 2, Objective 10, action (" in ended.out
        assert "source: 004_" in ended.out
        assert "_06834b01601389ae.txt, line" in ended.out
        assert "verbatim" in ended.out
    answer = json.loads(built("trace", DOCX, "--json").out)
    corrected = [
        origin for one in answer["passages"] for origin in one["origins"] if origin["corrections"]
    ]
    assert {"as-is", "corrected", "cause", "evidence"} == set(corrected[0]["corrections"][0])
    assert all(origin["verbatim"] for one in answer["passages"] for origin in one["origins"])


def test_a_page_of_a_pdf_is_traced_alone(built: Runner) -> None:
    every = json.loads(built("trace", PDF, "--json").out)["passages"]
    page = max(one["page"] for one in every)
    found = json.loads(built("trace", PDF, "--page", str(page), "--json").out)["passages"]
    assert {one["page"] for one in found} == {page}
    assert [one for one in found if one["origins"]] == [one for one in every if one["page"] == page]


def test_a_word_that_was_changed_since_is_shown_as_a_difference(built: Runner) -> None:
    chance = Random(5)  # noqa: S311 - repeatable, and no secret
    mutant = mutate_word(Path(DOCX).read_bytes(), "a word put in", chance)
    assert mutant is not None
    Path("edited.docx").write_bytes(mutant[0])
    answer = json.loads(built("trace", "edited.docx", "--json").out)
    changed = [
        origin for one in answer["passages"] for origin in one["origins"] if not origin["verbatim"]
    ]
    assert [one["unit"] for one in changed] == list(mutant[1])
    assert "{+" in changed[0]["difference"]


def test_a_file_from_elsewhere_is_traced_by_its_words(built: Runner) -> None:
    with pikepdf.open(PDF) as pdf:
        del pdf.Root.PieceInfo
        pdf.save("elsewhere.pdf")
    ended = built("trace", "elsewhere.pdf", "--words", "ratification, accession and implementation")
    assert ended.status == 0
    assert "gcm-rev2/10/" in ended.out


def test_what_is_not_there_is_a_no_and_a_page_of_a_word_file_is_unusable(built: Runner) -> None:
    ended = built("trace", PDF, "--words", "no such words")
    assert (ended.status, ended.out) == (1, "")
    assert "the file has no 'no such words'" in ended.err
    assert built("trace", PDF, "--page", "999").status == 1
    assert built("trace", DOCX, "--page", "1").status == 2
    assert built("trace", "absent.pdf").status == 2


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("gcm-rev2/5/g", "Objective 5, action (g)"),
        ("gcm-rev2/5/title", "Objective 5, title"),
        ("gcm-rev2/5/commitment", "Objective 5, commitment (paragraph 20)"),
        ("gcm-rev2/para/42/a/i", "paragraph 42 (a) (i)"),
        ("gcm-rev2/note/1", "note 1"),
        ("gcm-rev2/principle/child-sensitive", "principle Child-sensitive"),
        ("iom-governance/2/means/1/a", "row 2, means 1 (a)"),
        ("iom-governance/2/recommendation", "row 2, recommendation"),
        ("gcm-rev2/document-title", "document title"),
    ],
)
def test_a_place_is_told_in_words(unit: str, place: str, corpus: Corpus) -> None:
    found = corpus.find(unit)
    assert found is not None
    assert place_of(found) == place
