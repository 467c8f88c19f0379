"""The corpus for other programs: a row a unit, as JSON lines, CSV or Markdown.

Enters: a corpus and the ids of documents. Leaves: text, piece by piece, in the order of the
sources.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.model import Document, Unit
    from briefgen.corpus.store import Corpus

ExportFormat = Literal["jsonl", "csv", "md"]

_COLUMNS: Final = ("id", "document", "kind", "label", "text", "file", "first_line", "last_line")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def export_units(corpus: Corpus, documents: Sequence[str], format: ExportFormat) -> Iterator[str]:  # noqa: A002 - the option's own name
    """Give the units of some documents, of all of them if none is named.

    Raises:
        UnusableInput: there is no such document.
    """
    chosen = [corpus.document(name) for name in documents or corpus.document_ids]
    writers = {"jsonl": _json_lines, "csv": _csv, "md": _markdown}
    return writers[format](chosen)


def exported(corpus: Corpus, unit: Unit) -> dict[str, object]:
    """Give a unit as plain data, with the keys of the JSON lines."""
    return _row(corpus.document(unit.document), unit)


def _row(document: Document, unit: Unit) -> dict[str, object]:
    return {
        "id": unit.id,
        "document": unit.document,
        "kind": unit.kind,
        "label": unit.label,
        "text": unit.text,
        "source": {"file": document.source.file, "lines": list(unit.lines)},
    }


def _json_lines(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for unit in document.units:
            yield json.dumps(_row(document, unit), ensure_ascii=False) + "\n"


def _csv(documents: Sequence[Document]) -> Iterator[str]:
    yield _csv_line(_COLUMNS)
    for document in documents:
        for unit in document.units:
            names = (unit.id, unit.document, unit.kind, unit.label, unit.text)
            first, last = unit.lines
            yield _csv_line((*names, document.source.file, str(first), str(last)))


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _markdown(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        yield f"# {_escaped(document.title)}\n\n"
        yield f"{_escaped(document.statement)}\n\n"
        for section in document.sections:
            yield f"## {_escaped(section.name)}\n\n"
            for unit in section.units:
                yield _markdown_unit(unit)


def _markdown_unit(unit: Unit) -> str:
    label = f"({_escaped(unit.label)}) " if unit.label else ""
    return f"`{unit.id}` {label}{_escaped(unit.text)}\n\n"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
