"""What a source holds that a plain reader would stumble over, told by what reading it took.

Enters: a document with the account of its reading, and its transcripts. Leaves: findings at the
lines of the files. Nothing is wrong with the document: these traps were seen and dealt with.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.lint.findings import Finding
from briefgen.corpus.readers.reading import Rule
from briefgen.diagnostics import Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus.model import Document, Unit
    from briefgen.corpus.readers.reading import Reading, Repair
    from briefgen.corpus.readers.transcript import Word

_LEFT_OUT: Final = (Rule.TABLE, Rule.EMPHASIS, Rule.TAG)
_TAG = re.compile(r"<(/?)ul\b|[\u2022\u25cf\u25cb]")
_DEPTHS: Final = {"\u2022": 1, "\u25cf": 1, "\u25cb": 2}
_STRAIGHT: Final = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}


def mended(document: Document, reading: Reading) -> Iterator[Finding]:
    """Tell of each repair, and of what was decided against the look of the source."""
    told = _Told(document, reading.file)
    yield from repaired(document, reading.file, reading.repairs)
    yield from _left_out(told, reading)
    yield from _same_indentation(told, reading)
    yield from _false_depths(told, reading)
    yield from _names_for_labels(told)


def repaired(document: Document, file: str, repairs: Iterable[Repair]) -> Iterator[Finding]:
    """Tell of each repair."""
    told = _Told(document, file)
    for repair in sorted(repairs):
        words = f": '{repair.words}'" if repair.words else ""
        yield told.of(repair.unit, repair.line, f"{repair.rule}{words}")


def interleaved(document: Document, reading: Reading, words: Sequence[Word]) -> Iterator[Finding]:
    """Tell of the cells whose words do not stand together in a transcript of the table."""
    told = _Told(document, reading.file)
    heard = [word.text.translate(_STRAIGHT) for word in words]
    for unit in document.units:
        cell = unit.text.translate(_STRAIGHT).split(" ")
        at = _starts(heard, cell)
        if at is None or heard[at : at + len(cell)] == cell:
            continue
        taken = _in_order(heard, cell, at)
        between = [
            word for index, word in enumerate(heard[at : taken[-1]], at) if index not in taken
        ]
        lines = f"lines {words[at].line} to {words[taken[-1]].line}"
        amid = " ".join(between[:8]) + (" …" if len(between) > 8 else "")  # noqa: PLR2004 - a line's worth
        yield told.of(unit.id, words[at].line, f"its words lie apart ({lines}), amid '{amid}'")
    alone = [at for at, line in enumerate(reading.lines, 1) if line.strip() in _DEPTHS]
    if alone:
        message = f"{len(alone)} bullets stand on lines of their own, away from their words"
        yield told.of(document.units[0].id, alone[0], message)


class _Told(Struct, frozen=True):
    document: Document
    file: str

    def of(self, unit: str, line: int, message: str) -> Finding:
        """Make the finding."""
        name = unit or self.document.id
        return Finding(
            Severity.NOTE, f"{name}: {message}", Place(self.file, line), rule="mended", unit=name
        )


def _left_out(told: _Told, reading: Reading) -> Iterator[Finding]:
    """Tell where markup was taken off, lines in a row at once."""
    for rule in _LEFT_OUT:
        lines = sorted({piece.line for piece in reading.pieces if piece.rule == rule})
        for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
            numbers = [line for _, line in run]
            last = f" to line {numbers[-1]}" if len(numbers) > 1 else ""
            yield told.of("", numbers[0], f"{rule} taken off{last}")


def _same_indentation(told: _Told, reading: Reading) -> Iterator[Finding]:
    """Tell of lists that stand no deeper than the item above them: only labels tell the depth."""
    lines = {unit.id: unit.lines[0] for unit in told.document.units}
    seen = set()
    for unit in told.document.units:
        parent = unit.id.rpartition("/")[0]
        if unit.kind != "sub-item" or parent not in lines or parent in seen:
            continue
        line, above = reading.line(lines[unit.id]), reading.line(lines[parent])
        if _indentation(line) == _indentation(above) and above.lstrip().startswith("-"):
            seen.add(parent)
            message = "stands as deep as the item that it is under; its depth is its label's"
            yield told.of(unit.id, lines[unit.id], message)
    yield from _uneven(told, reading)


def _uneven(told: _Told, reading: Reading) -> Iterator[Finding]:
    """Tell of items that are indented otherwise than the first of their list."""
    first: dict[str, int] = {}
    for unit in told.document.units:
        if unit.kind == "sub-item":
            here = _indentation(reading.line(unit.lines[0]))
            due = first.setdefault(unit.id.rpartition("/")[0], here)
            if here != due:
                yield told.of(unit.id, unit.lines[0], "indented otherwise than its list")


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _false_depths(told: _Told, reading: Reading) -> Iterator[Finding]:
    """Tell of lines where a bullet's glyph and the nesting of the markup say different depths."""
    if not any(piece.rule == Rule.TAG for piece in reading.pieces):
        return
    units: dict[int, Unit] = {}
    for unit in told.document.units:
        if unit.kind == "means":
            for at in range(unit.lines[0], unit.lines[1] + 1):
                units.setdefault(at, unit)
    for number, line in enumerate(reading.lines, 1):
        depth = 0
        false = 0
        for match in _TAG.finditer(line):
            glyph = match.group()
            if glyph in _DEPTHS:
                false += depth > 0 and _DEPTHS[glyph] != depth
            else:
                depth += -1 if match[1] else 1
        if false:
            message = f"{false} bullets are nested otherwise than their glyphs say; glyphs count"
            yield told.of(units[number].id if number in units else "", number, message)


def _names_for_labels(told: _Told) -> Iterator[Finding]:
    """Tell of a run of units without numbers, which only their names tell from other words."""
    for kind, run in groupby(told.document.units, key=lambda unit: unit.kind):
        units: list[Unit] = list(run)
        if kind == "principle":
            last = units[-1].lines[1]
            message = f"{len(units)} units have names for labels, up to line {last}"
            yield told.of(units[0].id, units[0].lines[0], message)


def _starts(heard: Sequence[str], cell: Sequence[str]) -> int | None:
    """Give where the words of a cell most likely begin: where most of the first follow on."""
    best: tuple[int, int] | None = None
    for at, word in enumerate(heard):
        if word == cell[0]:
            taken = _in_order(heard, cell, at)
            if len(taken) == len(cell) and (best is None or taken[-1] - at < best[0]):
                best = (taken[-1] - at, at)
    return best[1] if best else None


def _in_order(heard: Sequence[str], cell: Sequence[str], at: int) -> list[int]:
    """Give where each word of a cell stands, one after the other, as soon as it can."""
    taken: list[int] = []
    for word in cell:
        while at < len(heard) and heard[at] != word:
            at += 1
        if at == len(heard):
            break
        taken.append(at)
        at += 1
    return taken
