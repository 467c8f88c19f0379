"""Every word of every unit of the corpus is in both delivered files, read back from their bytes.

A verbatim pack is compared character by character. A corrected one is shown with the style's
typography, so both sides are compared folded, with the marks of its notes where they are due.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from delivered import dense, docx_paragraphs, is_in_pages, pdf_pages

from briefgen.compose.marks import correction_note, correction_place
from briefgen.display.typography import folded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus, Pack
    from briefgen.corpus.model import Unit

Labels = dict[str, str]


def _marked(unit: Unit, labels: Labels) -> str:
    """Give a unit's words with its note marks where the print has them."""
    text = unit.text
    marks = [(one.start, 0, one.value) for one in unit.spans if one.kind == "note"]
    marks += [
        (correction_place(unit, index), 1, correction_note(unit, index))
        for index in range(len(unit.corrections))
    ]
    for place, _, note in sorted(marks, reverse=True):
        text = text[:place] + labels.get(note, "") + text[place:]
    return text


def _labels(pack: Pack) -> Labels:
    return {note.id: note.mark for note in pack.notes}


def _printed(corpus: Corpus) -> list[Unit]:
    """Give the units that full-compact is to print: all but those under a fault."""
    return [
        unit
        for name in corpus.document_ids
        for unit in corpus.document(name).units
        if corpus.fault(unit.id) is None
    ]


def _words_of(docx: bytes) -> str:
    """Give all words of a DOCX and its notes, with single spaces."""
    text = " ".join(docx_paragraphs(docx) + docx_paragraphs(docx, "word/footnotes.xml"))
    return " ".join(text.split())


def test_the_verbatim_pdf_holds_every_character_of_every_unit(
    verbatim: Corpus, files_of: Callable[..., dict[str, bytes]], pack_of: Callable[..., Pack]
) -> None:
    """Each unit's characters stand together in the PDF, over page ends where it has to be."""
    labels = _labels(pack_of("full-compact", "verbatim"))
    pages = [dense(page) for page in pdf_pages(files_of("full-compact", "verbatim")["pdf"])]
    units = _printed(verbatim)
    missing = [unit.id for unit in units if not is_in_pages(dense(_marked(unit, labels)), pages)]
    assert len(units) > 600
    assert missing == []


def test_the_verbatim_docx_holds_every_character_of_every_unit(
    verbatim: Corpus, files_of: Callable[..., dict[str, bytes]]
) -> None:
    """Each unit's words stand in one paragraph, or in paragraphs that follow one another."""
    words = _words_of(files_of("full-compact", "verbatim")["docx"])
    assert [unit.id for unit in _printed(verbatim) if unit.text not in words] == []


@pytest.mark.parametrize("mode", ["corrected", "clean"])
def test_the_pdf_holds_every_word_of_every_unit(
    corpus: Corpus,
    files_of: Callable[..., dict[str, bytes]],
    pack_of: Callable[..., Pack],
    mode: str,
) -> None:
    """Folded, each unit's words stand together, with the marks of its notes and corrections."""
    labels = _labels(pack_of("full-compact", mode))
    pages = [folded(dense(page)) for page in pdf_pages(files_of("full-compact", mode)["pdf"])]
    missing = [
        unit.id
        for unit in _printed(corpus)
        if not is_in_pages(folded(dense(_marked(unit, labels))), pages)
    ]
    assert missing == []


@pytest.mark.parametrize("mode", ["corrected", "clean"])
def test_the_docx_holds_every_word_of_every_unit(
    corpus: Corpus, files_of: Callable[..., dict[str, bytes]], mode: str
) -> None:
    """Folded, each unit's words stand together; the marks of notes are not words."""
    words = folded(_words_of(files_of("full-compact", mode)["docx"]))
    assert [unit.id for unit in _printed(corpus) if folded(unit.text) not in words] == []


@pytest.mark.needs("soffice")
def test_libreoffice_opens_the_docx_and_shows_every_word_of_every_unit(
    corpus: Corpus,
    files_of: Callable[..., dict[str, bytes]],
    pack_of: Callable[..., Pack],
    tmp_path: Path,
) -> None:
    """What LibreOffice prints of the DOCX holds each unit, over page ends where it has to be."""
    path = tmp_path / "full-compact.docx"
    path.write_bytes(files_of("full-compact")["docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(["soffice", profile, *options, str(path)], check=True, capture_output=True)
    pages = [folded(dense(page)) for page in pdf_pages(path.with_suffix(".pdf").read_bytes())]
    labels = _labels(pack_of("full-compact"))
    units = [unit for unit in _printed(corpus) if not unit.spans]
    missing = [
        unit.id for unit in units if not is_in_pages(folded(dense(_marked(unit, labels))), pages)
    ]
    assert missing == []


def test_the_faulty_objective_prints_its_right_title_and_no_word_of_the_copy(
    files_of: Callable[..., dict[str, bytes]],
) -> None:
    """Objective 20 of the final text shows Rev 2's title; Objective 2's stands once a document."""
    outline = files_of("full-compact")["outline"].decode()
    assert "gcm-final/20" not in outline
    assert outline.count("\u00abgcm-final/2/title") == 1
    final = outline.split("[Objective 20]")
    assert len(final) == 3
    assert "Promote faster, safer and cheaper transfer of remittances" in final[2][:200]
    assert "not in the supplied source" in final[2][:600]
