"""The comparison of two structured transcripts of one table, or of any text in units.

Enters: two documents read from two transcripts. Leaves: a diagnostic for every cell that one has
and the other has not, and for every stretch of words in which two cells differ. How the transcripts
are laid out is not known here.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefgen.corpus.interleaving import plain_words
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.model import Document, Unit


def compare_cells(document: Document, other: Document) -> list[Diagnostic]:
    """Compare unit by unit, by the ids; the places are those of ``other``."""
    units = {unit.id: unit for unit in document.units}
    others = {unit.id: unit for unit in other.units}
    source, file = document.source.file, other.source.file
    found: list[Diagnostic] = []
    for name, unit in units.items():
        if name not in others:
            message = f"{name} is not in the transcript {file}"
            place = Place(source, unit.lines[0])
            found.append(error(message, place, f"compare {source} with {file}"))
        else:
            found += _differences(unit, others[name], source, file)
    for name, unit in others.items():
        if name not in units:
            message = f"{name} is in this transcript only"
            found.append(error(message, Place(file, unit.lines[0]), f"compare it with {source}"))
    return found


def _differences(unit: Unit, other: Unit, source: str, file: str) -> Iterator[Diagnostic]:
    words, heard = plain_words(unit.text), plain_words(other.text)
    place = Place(file, other.lines[0])
    hint = f"compare {source}:{unit.lines[0]} with {place}"
    if unit.label != other.label:
        message = f"{unit.id} has the label '{unit.label}' where here stands '{other.label}'"
        yield error(message, place, hint)
    # Quadratic only in the words of one unit; "autojunk" would pass over frequent words.
    matcher = SequenceMatcher(None, words, heard, autojunk=False)
    for tag, start, end, start_heard, end_heard in matcher.get_opcodes():
        wanted, here = " ".join(words[start:end]), " ".join(heard[start_heard:end_heard])
        if tag == "delete":
            yield error(f"'{wanted}' of {unit.id} is not in the transcript", place, hint)
        elif tag == "insert":
            yield error(f"'{here}' is not in {unit.id}", place, hint)
        elif tag == "replace":
            message = f"{unit.id} has '{wanted}' where here stands '{here}'"
            yield error(message, place, hint)
