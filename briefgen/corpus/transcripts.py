"""Further transcripts of a document, of either kind, held against it.

Enters: a document, its entry in the catalogue, and the files of its transcripts. Leaves: every
difference, with the cell. A transcript with a layout of its own is read like a source and compared
cell with cell; one without has its columns run together, and its words are assigned to the cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.cell_comparison import compare_cells
from briefgen.corpus.cross_check import cross_check
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.corpus.catalogue import Entry, Transcript
    from briefgen.corpus.model import Document


def compare_transcripts(
    document: Document, files: Mapping[str, bytes], entry: Entry
) -> list[Diagnostic]:
    """Hold a document against all its transcripts; one that is not among ``files`` is an error."""
    found: list[Diagnostic] = []
    for transcript in entry.transcripts:
        if transcript.file in files:
            found += _compare(document, files[transcript.file], entry, transcript)
        else:
            message = f"the transcript {transcript.file} is missing"
            hint = "put it beside its source"
            found.append(error(message, Place(entry.source.file), hint))
    return found


def _compare(
    document: Document, data: bytes, entry: Entry, transcript: Transcript
) -> list[Diagnostic]:
    if transcript.reading is not None:
        as_source = {"source": transcript, "reading": transcript.reading, "transcripts": ()}
        other, reading = read_source(data, entry.model_copy(update=as_source))
        return reading.diagnostics or compare_cells(document, other)
    reading = read_lines(data, transcript.file)
    words = read_transcript(reading, transcript.title)
    return reading.diagnostics or cross_check(document, words, transcript.file)
