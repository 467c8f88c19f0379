"""A document as plain data and back: the content of its compiled twin.

Enters: a ``Document``, or what JSON gives back of one. Leaves: the other. Lists instead of keys
for units and spans, since a document has hundreds; what is restored equals what was laid down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.model import Document, Section, Source, Span, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.compiled import Plain


def lay_down(document: Document) -> Plain:
    """Give plain data for a document as its source has it: faults and corrections not included."""
    return {
        "head": {
            name: getattr(document, name)
            for name in (
                "id",
                "title",
                "short_title",
                "date",
                "status",
                "statement",
                "language",
                "layout",
            )
        },
        "source": [
            document.source.file,
            document.source.sha256,
            list(document.source.transcripts),
        ],
        "sections": [
            [section.name, [_lay_down_unit(unit) for unit in section.units]]
            for section in document.sections
        ],
    }


def restore(plain: Plain) -> Document:
    """Give the document again."""
    name = plain["head"]["id"]
    file, digest, transcripts = plain["source"]
    return Document(
        **plain["head"],
        source=Source(file, digest, tuple(transcripts)),
        sections=tuple(
            Section(section, tuple(_restore_unit(name, unit) for unit in units))
            for section, units in plain["sections"]
        ),
    )


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for a document's YAML file, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.document_file import read_document  # noqa: PLC0415 - needs pydantic

    return lay_down(read_document(data, file))


def document_names(folder: Path) -> tuple[str, ...]:
    """Give the ids of the documents stored in a corpus folder, in the order of their names."""
    return tuple(sorted(path.stem for path in (folder / "documents").glob("*.yaml")))


def _lay_down_unit(unit: Unit) -> Plain:
    spans = [[span.start, span.end, span.kind, span.value] for span in unit.spans]
    return [unit.id, unit.kind, unit.text, unit.label, *unit.lines, spans]


def _restore_unit(document: str, plain: Plain) -> Unit:
    name, kind, text, label, first, last, spans = plain
    marks = tuple(Span(*span) for span in spans)
    return Unit(name, document, kind, text, label, (first, last), marks)
