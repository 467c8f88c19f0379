"""Every word of every unit of the corpus is in both delivered files, read back from their bytes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from delivered import dense, docx_paragraphs, is_in_pages, pdf_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus
    from briefgen.corpus.model import Unit


def _marked(unit: Unit) -> str:
    """Give a unit's words with its note marks where the print has them."""
    text = unit.text
    for span in sorted(unit.spans, reverse=True):
        if span.kind == "note":
            text = text[: span.start] + span.value.rpartition("/")[2] + text[span.start :]
    return text


def _printed(corpus: Corpus) -> list[Unit]:
    """Give the units that full-compact is to print: all but those under a fault."""
    return [
        unit
        for name in corpus.document_ids
        for unit in corpus.document(name).units
        if corpus.fault(unit.id) is None
    ]


def test_the_pdf_holds_every_word_of_every_unit(
    corpus: Corpus, files_of: Callable[[str], dict[str, bytes]]
) -> None:
    """Each unit's characters stand together in the PDF, over page ends where it has to be."""
    pages = [dense(page) for page in pdf_pages(files_of("full-compact")["pdf"])]
    units = _printed(corpus)
    missing = [unit.id for unit in units if not is_in_pages(dense(_marked(unit)), pages)]
    assert len(units) > 600
    assert missing == []


def test_the_docx_holds_every_word_of_every_unit(
    corpus: Corpus, files_of: Callable[[str], dict[str, bytes]]
) -> None:
    """Each unit's words stand in one paragraph, or in paragraphs that follow one another."""
    data = files_of("full-compact")["docx"]
    text = " ".join(docx_paragraphs(data) + docx_paragraphs(data, "word/footnotes.xml"))
    words = " ".join(text.split())
    missing = [unit.id for unit in _printed(corpus) if unit.text not in words]
    assert missing == []


@pytest.mark.needs("soffice")
def test_libreoffice_opens_the_docx_and_shows_every_word_of_every_unit(
    corpus: Corpus, files_of: Callable[[str], dict[str, bytes]], tmp_path: Path
) -> None:
    """What LibreOffice prints of the DOCX holds each unit, over page ends where it has to be."""
    path = tmp_path / "full-compact.docx"
    path.write_bytes(files_of("full-compact")["docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(["soffice", profile, *options, str(path)], check=True, capture_output=True)
    pages = [dense(page) for page in pdf_pages(path.with_suffix(".pdf").read_bytes())]
    units = [unit for unit in _printed(corpus) if not unit.spans]
    missing = [unit.id for unit in units if not is_in_pages(dense(unit.text), pages)]
    assert missing == []


def test_the_faulty_objective_prints_its_right_title_and_no_word_of_the_copy(
    files_of: Callable[[str], dict[str, bytes]],
) -> None:
    """Objective 20 of the final text shows Rev 2's title; Objective 2's stands once a document."""
    outline = files_of("full-compact")["outline"].decode()
    assert "gcm-final/20" not in outline
    assert outline.count("\u00abgcm-final/2/title") == 1
    final = outline.split("[Objective 20]")
    assert len(final) == 3
    assert "Promote faster, safer and cheaper transfer of remittances" in final[2][:200]
    assert "not in the supplied source" in final[2][:600]
