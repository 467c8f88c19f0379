"""Documents of several folders: beside one another, and none hidden by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus import Corpus
from briefgen.corpus.homes import SHIPPED
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED_IDS = ("gcm-final", "gcm-rev2", "iom-human", "iom-governance")


def _own(folder: Path, name: str, more: bytes = b"") -> Path:
    """Make a folder with one document, which is a shipped one under another id, or its copy."""
    data = (SHIPPED / "documents" / "gcm-final.yaml").read_bytes() + more
    path = folder / "documents" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(data.replace(b"gcm-final", name.encode()))
    return folder


def test_own_documents_come_after_the_shipped_ones(tmp_path: Path) -> None:
    corpus = Corpus(beside=[_own(tmp_path, "mine")])
    assert corpus.document_ids == (*SHIPPED_IDS, "mine")
    mine = corpus.find("mine/5/a")
    shipped = Corpus(text="verbatim").find("gcm-final/5/a")
    assert mine
    assert shipped
    assert mine.text == shipped.text


def test_ties_and_faults_of_the_shipped_corpus_are_still_there(tmp_path: Path) -> None:
    corpus = Corpus(beside=[_own(tmp_path, "mine")])
    assert corpus.related([5])
    assert corpus.fault("gcm-final/20")
    assert corpus.fault("mine/20") is None


def test_one_id_for_two_texts_is_an_error_with_the_cure(tmp_path: Path) -> None:
    corpus = Corpus(beside=[_own(tmp_path, "gcm-final", b"# changed\n")])
    with pytest.raises(UnusableInput) as caught:
        corpus.find("gcm-final/5/a")
    (fault,) = caught.value.diagnostics
    assert fault.message == "the shipped corpus has another document 'gcm-final'"
    assert "another id" in fault.hint


def test_a_copy_of_a_document_is_no_second_text(tmp_path: Path) -> None:
    corpus = Corpus(beside=[_own(tmp_path, "gcm-final")])
    assert corpus.document_ids == SHIPPED_IDS
