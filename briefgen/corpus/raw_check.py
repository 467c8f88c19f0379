"""What the sources hold when nobody answers for them: no register, no fault, no accepted finding.

Enters: a corpus folder. Leaves: every finding of the lint on the words as they are, and everything
that the import mended or decided, in the order of the files. This is how a new editor sees what
the texts are like, and what the registers are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.catalogue import DescribedEntry
from briefgen.corpus.described import read_described
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.importing import load_catalogue
from briefgen.corpus.lint import lint
from briefgen.corpus.lint.mended import interleaved, mended, repaired
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript
from briefgen.corpus.source_files import read_source_file
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Document


def check_raw(
    folder: Path | None = None,
    *,
    only: Collection[str] = (),
    shows: Callable[[str], bool] | None = None,
) -> list[Diagnostic]:
    """Read the sources of a corpus, the shipped one by default, and tell all that is odd in them.

    ``only`` are ids of documents; without any, all are told of. ``shows`` is as for ``lint``.

    Raises:
        UnusableInput: the catalogue is at fault, or a described source is not of its format.
    """
    place = folder or SHIPPED
    found: list[Diagnostic] = []
    documents: list[Document] = []
    others: list[Document] = []
    for entry in load_catalogue(place).documents:
        chosen = not only or entry.id in only
        told: list[Diagnostic] = []
        document = _read(place / "sources", entry, told)
        if document:
            (documents if chosen else others).append(document)
        found += told if chosen else ()
    found += lint(documents, beside=others, shows=shows)
    return sorted(found, key=lambda one: one.place or Place(""))


def _read(sources: Path, entry: Entry | DescribedEntry, told: list[Diagnostic]) -> Document | None:
    """Give the document of a source; what is to be told of its reading goes into ``told``."""
    path = sources / entry.source.file
    if not path.is_file():
        told.append(error("the source file is missing", Place(entry.source.file), "restore it"))
        return None
    data = read_source_file(path)
    if isinstance(entry, DescribedEntry):
        read = read_described(data, entry.source.file, entry.layout, stored=entry.source.file)
        told += (*read.faults, *read.remarks)
        told += repaired(read.document, entry.source.file, read.repairs)
        return None if read.faults else read.document
    document, reading = read_source(data, entry)
    told += reading.diagnostics
    if reading.diagnostics:
        return None
    told += mended(document, reading)
    told += _transcripts(sources, entry, document)
    return document


def _transcripts(sources: Path, entry: Entry, document: Document) -> Iterator[Diagnostic]:
    for transcript in entry.transcripts:
        path = sources / transcript.file
        if path.is_file():
            reading = read_lines(read_source_file(path), transcript.file)
            words = read_transcript(reading, transcript.title)
            yield from reading.diagnostics or interleaved(document, reading, words)
