"""The register of corrections: slips of the sources put right when the corpus is read.

Enters: a document as its source has it, and the rows of its register. Leaves: the document with
each row applied and told of in its unit. Nothing is ever corrected in code.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.corpus.anchors import occurrences
from briefgen.corpus.compiled import is_absent, load_plain
from briefgen.corpus.model import Correction, Document, Span, Unit
from briefgen.corpus.stale_rows import find_misfit
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.corpus.compiled import Plain


class Row(Struct, frozen=True):
    """A correction and the place of its row in the register."""

    correction: Correction
    place: Place


class _Edit(Struct, frozen=True):
    start: int
    end: int
    words: str


def load_corrections(folder: Path, document: str) -> tuple[Row, ...]:
    """Read the register of a document; none if there is no such file.

    Raises:
        UnusableInput: with every fault of the file; or it is gone and its compiled form is there.
    """
    path, plain = load_register(folder, document)
    return tuple(
        Row(Correction(*fields), Place(path, *mark))
        for fields, mark in plain.get("corrections", ())
    )


def load_register(folder: Path, document: str) -> tuple[str, Plain]:
    """Give the path of a document's register and its rows as plain data, {} if there is none.

    Raises:
        UnusableInput: as ``load_corrections``.
    """
    name = f"corrections/{document}"
    path = folder / f"{name}.yaml"
    plain: Plain = {} if is_absent(folder, name) else load_plain(folder, name, parse)
    return str(path), plain


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for a register's YAML file, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.corrections_file import read_register  # noqa: PLC0415 - needs pydantic

    return read_register(data, file)


def corrections_schema() -> dict[str, object]:
    """Give the JSON Schema of a register's file."""
    from briefgen.corpus.corrections_file import register_schema  # noqa: PLC0415 - needs pydantic

    return register_schema()


def correct(document: Document, rows: Sequence[Row]) -> Document:
    """Apply the register to its document.

    Raises:
        UnusableInput: a row names no unit, its words do not stand exactly once in the unit, or
            two rows change the same words.
    """
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_unit[row.correction.unit].append(row)
    faults: list[Diagnostic] = []
    sections = []
    units = {unit.id: unit for unit in document.units}
    faults += (
        error(misfit.message, row.place, misfit.cure)
        for row in rows
        if (misfit := find_misfit(row.correction.unit, row.correction.as_is, units))
    )
    for section in document.sections:
        corrected = tuple(
            _correct_unit(unit, by_unit[unit.id], faults) if unit.id in by_unit else unit
            for unit in section.units
        )
        sections.append(replace(section, units=corrected))
    if faults:
        raise UnusableInput(sorted(faults, key=lambda one: one.place or Place("")))
    return replace(document, sections=tuple(sections))


def _correct_unit(unit: Unit, rows: list[Row], faults: list[Diagnostic]) -> Unit:
    edits: list[tuple[_Edit, Row]] = []
    for row in rows:
        as_is = row.correction.as_is
        places = occurrences(unit.text, as_is)
        if len(places) == 1:
            edits.append((_narrow(places[0], as_is, row.correction.corrected), row))
    edits.sort(key=lambda one: (one[0].start, one[0].end))
    for (before, _), (after, row) in pairwise(edits):
        if after.start < before.end or (after.start, after.end) == (before.start, before.end):
            faults.append(error(f"a second change of the same words of {unit.id}", row.place))
    text, spans = unit.text, unit.spans
    for edit, _ in reversed(edits):
        text = text[: edit.start] + edit.words + text[edit.end :]
        spans = tuple(_shift(span, edit) for span in spans)
    applied = tuple(row.correction for _, row in edits)
    stand = _places([edit for edit, _ in edits])
    return replace(unit, text=text, spans=spans, corrections=applied, corrected_at=stand)


def _places(edits: list[_Edit]) -> tuple[tuple[int, int], ...]:
    """Give where the words of each edit stand once all of them, in order, are made."""
    places: list[tuple[int, int]] = []
    change = 0
    for edit in edits:
        start = edit.start + change
        places.append((start, start + len(edit.words)))
        change += len(edit.words) - (edit.end - edit.start)
    return tuple(places)


def _narrow(start: int, as_is: str, corrected: str) -> _Edit:
    """Leave out what a row gives for context only, so that marks beside it keep their place."""

    def same(pair: tuple[str, str]) -> bool:
        return pair[0] == pair[1]

    head = len(list(takewhile(same, zip(as_is, corrected, strict=False))))
    old, new = as_is[head:], corrected[head:]
    tail = len(list(takewhile(same, zip(old[::-1], new[::-1], strict=False))))
    return _Edit(start + head, start + len(as_is) - tail, new[: len(new) - tail])


def _shift(span: Span, edit: _Edit) -> Span:
    """Move a span along with the words that it is about."""
    change = len(edit.words) - (edit.end - edit.start)

    def moved(offset: int, *, opening: bool) -> int:
        if offset > edit.end or (offset == edit.end and (opening or edit.start < edit.end)):
            return offset + change
        if offset <= edit.start:
            return offset
        return edit.start + len(edit.words)

    opening = span.start < span.end
    return replace(
        span, start=moved(span.start, opening=opening), end=moved(span.end, opening=False)
    )
