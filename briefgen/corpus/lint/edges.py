"""How units begin and end, held against their siblings.

Enters: a document. Leaves: findings. Units of one kind and depth are siblings; where those of a
document do not agree, the ones under the same parent are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefgen.corpus.lint.findings import Cure, flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_WANTING = re.compile(
    r"""
    a | an | and | are | as | at | but | by | for | from | if | in | including | into | is |
    nor | of | on | or | our | that | the | their | through | to | towards | under | upon |
    when | where | which | while | who | with | within
    """,
    re.VERBOSE,
)
_KINDS: Final = ("action", "sub-item", "commitment", "paragraph", "principle", "note")
_CELLS: Final = ("means", "partnership", "recommendation")
_JOINED = re.compile(r"[;,] (?:and|or)$|[؛،] ?(?:و|أو)$")
"""The end of the last item but one of a list."""
_CLOSING: Final = "\"')]\u201d\u2019\u00bb"
_SAME: Final = str.maketrans("\u061b\u060c\u061f\u06d4\u3002", ";,?..")
"""Marks of other scripts, and those of the Latin that do the same."""
_COMMAS: Final = (",", "\u060c")
_ENOUGH: Final = 4
"""Siblings that make a custom; of fewer, each may have its own."""
_MOST: Final = 0.75


def edges(document: Document) -> Iterator[Finding]:
    """Find units that are cut off, and those that begin or end otherwise than their siblings."""
    parents = {unit.id.rpartition("/")[0] for unit in document.units}
    told = set()
    commas = _commas(document)
    for unit, following in pairwise([*document.units, None]):
        if unit is None or unit.kind not in (*_KINDS, *_CELLS) or unit.id in parents:
            continue
        if following and following.kind != unit.kind and unit.text.endswith(":"):
            told.add(unit.id)  # it introduces what follows
            continue
        if unit.text.endswith(_COMMAS) and commas[_rank(unit)] > 1:
            continue  # so end preambular paragraphs, which are one sentence
        for finding in _cut_off(document, unit):
            told.add(unit.id)
            yield finding
    for group in _siblings(document, parents):
        yield from _ends(document, [unit for unit in group if unit.id not in told])
        yield from _starts(document, group)


def _cut_off(document: Document, unit: Unit) -> Iterator[Finding]:
    """Find a unit whose last word or mark wants another after it."""
    if _JOINED.search(unit.text):
        return
    last = unit.text.rpartition(" ")[2]
    end = len(unit.text)
    if last.endswith((*_COMMAS, ":", "-", "(")):
        message = f"it ends in '{last[-1]}', as if words were lost"
        cure = None
        if last[-1] in _COMMAS:
            cure = Cure(".", "What followed was lost.", "lost text")
        at = (end - 1, end)
        yield flag(document, unit, "cut-off", Severity.ERROR, message, at=at, cure=cure)
    elif _WANTING.fullmatch(last.lower()) and not (last.isupper() and len(last) > 1):
        message = f"it ends in '{last}', as if words were lost"
        at = (end - len(last), end)
        yield flag(document, unit, "cut-off", Severity.ERROR, message, at=at)


def _rank(unit: Unit) -> tuple[str, int, bool]:
    """Give what siblings share: kind, depth, and whether they are numbered."""
    return unit.kind, unit.id.count("/"), bool(unit.label)


def _commas(document: Document) -> dict[tuple[str, int, bool], int]:
    """Give, for each rank of units of which most end in a comma, how many do."""
    units = Counter(map(_rank, document.units))
    ends = Counter(_rank(unit) for unit in document.units if unit.text.endswith(_COMMAS))
    return {rank: count if count * 2 > units[rank] else 0 for rank, count in ends.items()}


def _siblings(document: Document, parents: set[str]) -> Iterator[list[Unit]]:
    groups: dict[tuple[str, int, bool], list[Unit]] = defaultdict(list)
    for unit in document.units:
        if unit.kind in (*_KINDS, *_CELLS) and unit.id not in parents:
            groups[_rank(unit)].append(unit)
    yield from groups.values()


def _ends(document: Document, units: list[Unit]) -> Iterator[Finding]:
    """Find the units that end otherwise than most of their siblings."""
    for group, usual in _customs(units, _end):
        for unit in group:
            found = _end(unit)
            if found == usual or (usual in _SEPARATORS and unit is _last_of(unit, group)):
                continue
            message = f"it ends in {_SAID[found]} where its siblings end in {_SAID[usual]}"
            yield flag(
                document,
                unit,
                "end-of-unit",
                Severity.WARNING,
                message,
                at=(len(unit.text) - 1, len(unit.text)),
                cure=_stop(unit) if (found, usual) == ("", ".") else None,
            )


def _stop(unit: Unit) -> Cure:
    evidence = "The sentence lacks its full stop; its siblings have one."
    return Cure(f"{unit.text[-1]}.", evidence, "source slip")


def _starts(document: Document, units: list[Unit]) -> Iterator[Finding]:
    """Find the units that begin in lower case where their siblings do not."""
    for group, usual in _customs(units, _start):
        for unit in group:
            if usual == "upper" and _start(unit) == "lower":
                word = unit.text.split(" ", 1)[0]
                message = f"it begins in lower case, with '{word}', and its siblings do not"
                hint = "does it go on where another unit was cut?"
                yield flag(
                    document,
                    unit,
                    "start-of-unit",
                    Severity.WARNING,
                    message,
                    at=(0, len(word)),
                    hint=hint,
                )


def _customs(units: list[Unit], trait: Callable[[Unit], str]) -> Iterator[tuple[list[Unit], str]]:
    """Give groups of siblings with what is usual among them: all of a kind, or those of a list."""
    usual = _usual(map(trait, units))
    if usual is not None:
        yield units, usual
        return
    lists: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        lists[unit.id.rpartition("/")[0]].append(unit)
    for group in lists.values():
        usual = _usual(map(trait, group))
        if usual is not None:
            yield group, usual


def _usual(traits: Iterable[str]) -> str | None:
    counts = Counter(traits)
    total = sum(counts.values())
    for trait, count in counts.most_common(1):
        if total >= _ENOUGH and count >= total * _MOST:
            return trait
    return None


def _end(unit: Unit) -> str:
    text = unit.text.rstrip(_CLOSING)
    if _JOINED.search(text):
        return ";"
    mark = text[-1:].translate(_SAME)
    return "." if mark in ".?!" else mark if mark in ";:," else ""


def _start(unit: Unit) -> str:
    first = next((one for one in unit.text if one.isalpha()), "")
    return "lower" if first.islower() else "upper" if first.isupper() else ""


def _last_of(unit: Unit, group: list[Unit]) -> Unit:
    """Give the last of a list, which may end in a full stop where the others have a semicolon."""
    parent = unit.id.rpartition("/")[0]
    return [one for one in group if one.id.rpartition("/")[0] == parent][-1]


_SEPARATORS: Final = (";", ",")
_SAID: Final = {
    ".": "a full stop",
    ";": "a semicolon",
    ",": "a comma",
    ":": "a colon",
    "": "no mark",
}
