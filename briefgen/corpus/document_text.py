"""The writing of a document as YAML that a person can review, line by line, in a difference.

Enters: a document, its account and its repairs. Leaves: text; the same document gives the same
text. Marks are anchored by words, never by offsets.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Final

from briefgen.corpus.anchors import anchor_end, anchor_stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.corpus.accounting import Account
    from briefgen.corpus.model import Document, SpanKind, Unit
    from briefgen.corpus.readers.reading import Repair

_WIDTH: Final = 96
_NOTICE: Final = """\
# Made by "briefgen corpus import" from the source named below; do not edit. Slips of the source
# stand here as they are: they are put right in corrections/{id}.yaml.
"""
_STRETCHES: Final[tuple[tuple[str, SpanKind], ...]] = (
    ("emphasis", "emphasis"),
    ("strong", "strong"),
    ("languages", "language"),
)


def document_text(document: Document, account: Account, repairs: Iterable[Repair]) -> str:
    """Give the YAML of a document."""
    return "\n".join(_lines(document, account, repairs)) + "\n"


def _lines(document: Document, account: Account, repairs: Iterable[Repair]) -> Iterator[str]:
    yield _NOTICE.format(id=document.id).rstrip("\n")
    yield f"id: {document.id}"
    yield f"title: {_quoted(document.title)}"
    yield f"short-title: {_quoted(document.short_title)}"
    yield f"date: {_quoted(document.date)}"
    yield f"status: {document.status}"
    yield from _folded("statement", document.statement, "")
    yield f"language: {document.language}"
    yield f"layout: {document.layout}"
    yield "source:"
    yield f"  file: {document.source.file}"
    yield f"  sha256: {_quoted(document.source.sha256)}"
    if document.source.transcripts:
        yield f"  transcripts: [{', '.join(document.source.transcripts)}]"
    yield "account:"
    yield f"  words: {account.words}"
    yield f"  in-units: {account.in_units}"
    explained = ", ".join(f"{rule}: {count}" for rule, count in account.explained)
    yield f"  explained: {{{explained}}}"
    yield from _repairs(repairs)
    yield "sections:"
    for section in document.sections:
        yield f"  - name: {section.name}"
        yield "    units:"
        for unit in section.units:
            yield from _unit(unit)


def _repairs(repairs: Iterable[Repair]) -> Iterator[str]:
    rows = sorted(repairs)
    yield "repairs:" if rows else "repairs: []"
    for row in rows:
        parts = [f"line: {row.line}", f"rule: {row.rule}"]
        if row.unit:
            parts.append(f"unit: {row.unit}")
        if row.words:
            parts.append(f"words: {_quoted(row.words)}")
        yield f"  - {{{', '.join(parts)}}}"


def _unit(unit: Unit) -> Iterator[str]:
    yield f"      - id: {unit.id}"
    yield f"        kind: {unit.kind}"
    if unit.label:
        yield f"        label: {_quoted(unit.label)}"
    yield f"        lines: [{unit.lines[0]}, {unit.lines[1]}]"
    breaks = [span for span in unit.spans if span.kind in ("line-break", "paragraph-break")]
    if breaks:
        yield "        text: |-"
        text, end = "", 0
        for span in breaks:
            text += unit.text[end : span.start] + ("\n" if span.kind == "line-break" else "\n\n")
            end = span.end
        for line in (text + unit.text[end:]).split("\n"):
            yield f"          {line}".rstrip()
    else:
        yield from _folded("text", unit.text, "        ")
    yield from _marks(unit)


def _marks(unit: Unit) -> Iterator[str]:
    notes = [span for span in unit.spans if span.kind == "note"]
    if notes:
        yield "        notes:"
    for span in notes:
        words, nth = anchor_end(unit.text, span.start)
        yield f"          - {{note: {span.value}, after: {_quoted(words)}{_nth(nth)}}}"
    for key, kind in _STRETCHES:
        stretches = [span for span in unit.spans if span.kind == kind]
        if stretches:
            yield f"        {key}:"
        for span in stretches:
            words, nth = anchor_stretch(unit.text, span.start, span.end)
            tag = f"language: {_quoted(span.value)}, " if kind == "language" else ""
            yield f"          - {{{tag}words: {_quoted(words)}{_nth(nth)}}}"


def _folded(key: str, text: str, indent: str) -> Iterator[str]:
    """Give a folded block: its line ends are single spaces of the text."""
    yield f"{indent}{key}: >-"
    for line in textwrap.wrap(
        text,
        _WIDTH - len(indent) - 2,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
        drop_whitespace=True,
    ):
        yield f"{indent}  {line}"


def _quoted(text: str) -> str:
    """Give text in double quotes; JSON's escapes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _nth(nth: int) -> str:
    return f", nth: {nth}" if nth else ""
