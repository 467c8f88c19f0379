"""What a corpus is made of: documents, their sections, and units, the one currency of briefgen.

Enters: nothing. Leaves: frozen types, which readers make and every later stage consumes. A unit
holds the words of its source exactly; label, note marks, bullets and markup stand apart from them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from msgspec import Struct

SpanKind = Literal["emphasis", "strong", "language", "note", "line-break", "paragraph-break"]


class Span(Struct, frozen=True, order=True):
    """Something about the characters ``start`` to ``end`` of a unit's text (end not included).

    ``note`` is the place of a footnote mark (start == end) and its value the id of the note;
    ``language`` has a BCP 47 tag as value; a break stands on the one space that it replaces.
    """

    start: int
    end: int
    kind: SpanKind
    value: str = ""


Status = Literal[
    "negotiating draft", "agreed text as supplied", "agreed text", "adopted text", "input"
]
"""What a reader must know of a text before quoting it; the pack's language has words for each."""

Cause = Literal["extraction fault", "source slip", "copy error", "lost text"]
Confidence = Literal["high", "medium", "low"]


class Correction(Struct, frozen=True):
    """A slip of the source put right, shown and reversible: one row of the register."""

    unit: str
    as_is: str
    corrected: str
    cause: Cause
    evidence: str
    confidence: Confidence
    date: str
    """ISO 8601 date on which the row was entered."""
    remark: str = ""
    """What a reader of the list of corrections should know besides; "" for nothing."""


class Unit(Struct, frozen=True):
    """The smallest thing that can be quoted.

    ``text`` is the words alone, lines joined with one space. ``label`` is the official label or
    name without its punctuation ("g", "ii", "42", "Child-sensitive"), "" where there is none.
    ``lines`` are the first and the last line of the source file, from 1; the pages of a PDF.
    """

    id: str
    document: str
    kind: str
    text: str
    label: str = ""
    lines: tuple[int, int] = (0, 0)
    spans: tuple[Span, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """The corrections that ``text`` already holds; none when the corpus is read verbatim."""
    corrected_at: tuple[tuple[int, int], ...] = ()
    """Where in ``text`` each of them changed characters: start and end, the same where characters
    were only taken out."""

    @property
    def path(self) -> tuple[str, ...]:
        """The id in parts: ``("gcm-rev2", "5", "g")``."""
        return tuple(self.id.split("/"))


class Section(Struct, frozen=True):
    """A part of a document, by the name that a profile asks for it ("preamble", "table")."""

    name: str
    units: tuple[Unit, ...]


class Source(Struct, frozen=True):
    """The untouched file that a document comes from, and any that bear it out."""

    file: str
    sha256: str
    transcripts: tuple[str, ...] = ()
    """Further transcripts of the same text, that the first was checked against."""


class Fault(Struct, frozen=True):
    """Something wrong with the supplied text that no correction can put right.

    ``under`` is the id prefix that it holds for ("gcm-final/20"). Its words are never printed in
    that place; ``title`` and ``instead`` are ids of what may stand there, in another document.
    """

    under: str
    fault: str
    statement: str
    evidence: str
    title: str = ""
    instead: str = ""


class Document(Struct, frozen=True, dict=True):
    """A whole document. ``status`` is what a reader must know before quoting it."""

    id: str
    title: str
    short_title: str
    date: str
    """ISO 8601: ``2018-05-28``, or as much of it as is known (``2017``)."""
    status: Status
    statement: str
    """What the text is and what it is not, in one sentence for the list of sources."""
    language: str
    layout: Literal["compact", "table"]
    source: Source
    sections: tuple[Section, ...]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units, in the order of the source."""
        return tuple(unit for section in self.sections for unit in section.units)
