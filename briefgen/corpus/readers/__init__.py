"""Readers: one module per source format, each from the bytes of one source to sections of units.

Enters: the bytes of a source and its entry in the catalogue. Leaves: a document and the account of
the reading. Readers know nothing of profiles, selections or output.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from briefgen.corpus.model import Document, Source
from briefgen.corpus.readers.bullet_table import read_bullet_table
from briefgen.corpus.readers.draft_text import read_draft_text
from briefgen.corpus.readers.html_table import read_html_table
from briefgen.corpus.readers.markdown_objectives import read_markdown_objectives
from briefgen.corpus.readers.reading import Reading, read_lines

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Section


def read_source(data: bytes, entry: Entry) -> tuple[Document, Reading]:
    """Read one source; its faults are in the reading, and with any the document is not complete."""
    reading = read_lines(data, entry.source.file)
    sections = () if reading.diagnostics else _sections(reading, entry)
    source = Source(
        entry.source.file,
        sha256(data).hexdigest(),
        tuple(transcript.file for transcript in entry.transcripts),
    )
    document = Document(
        id=entry.id,
        title=entry.title,
        short_title=entry.short_title,
        date=entry.date,
        status=entry.status,
        statement=entry.statement,
        language=entry.language,
        layout=entry.page,
        source=source,
        sections=sections,
    )
    return document, reading


def _sections(reading: Reading, entry: Entry) -> tuple[Section, ...]:
    layout = entry.reading
    if layout.format == "markdown-objectives":
        return read_markdown_objectives(reading, entry.id)
    if layout.format == "bullet-table":
        return read_bullet_table(reading, entry.id)
    if layout.format == "html-table":
        return read_html_table(reading, entry.id)
    return read_draft_text(reading, entry.id, layout)
