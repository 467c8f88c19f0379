"""Official labels as Word can count them: "(c)" is the third of "(a)", "24." the 24th of "1.".

Enters: the labels of a list, as printed. Leaves: runs of items that one native list can number,
each with the scheme and the first value, and so that the printed label is exactly the official
one. A label in no scheme that Word knows stands in a run of its own, without one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.roman import roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Numeral = Literal["decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"]
"""Kinds of numerals, by their names in ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat)."""

_LABEL = re.compile(
    r"(?P<before>[(\[§]? ?)"
    r"(?P<numeral>[1-9][0-9]{0,3}|[a-z]{1,8}|[A-Z]{1,8})"
    r"(?P<after>[)\].:°]{0,2})"
)
_LETTERS = 26
_ROMAN_FIFTY = 50
_TWICE = 2


class Scheme(Struct, frozen=True):
    """A way to number: the kind of numeral, and what stands before and after it."""

    numeral: Numeral
    before: str = ""
    after: str = ""


class LabelRun(Struct, frozen=True):
    """``count`` items from item ``start`` of the list on, numbered from ``value`` in ``scheme``.

    Without a scheme, the labels are no numbers, and are printed as words.
    """

    start: int
    count: int
    scheme: Scheme | None = None
    value: int = 0


@lru_cache(maxsize=4096)
def readings(label: str) -> Mapping[Scheme, int]:
    """Give every scheme that prints this label for some value; "(i)" is a letter and a numeral."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return {}
    before, numeral, after = match.group("before", "numeral", "after")
    if numeral.isdigit():
        return {Scheme("decimal", before, after): int(numeral)}
    lower = numeral.lower()
    found: dict[Scheme, int] = {}
    if len(lower) <= _TWICE and len(set(lower)) == 1:
        # Word goes on after z with aa, bb, cc: the letter says the value, its count the round.
        value = ord(lower[0]) - ord("a") + 1 + _LETTERS * (len(lower) - 1)
        found[Scheme("lowerLetter" if numeral == lower else "upperLetter", before, after)] = value
    value = roman_value(lower)
    if value:
        found[Scheme("lowerRoman" if numeral == lower else "upperRoman", before, after)] = value
    return found


def label_runs(labels: Sequence[str], *, inside_letters: bool = False) -> tuple[LabelRun, ...]:
    """Cut a list where Word could not count on: at a letter left out, or a label that is a name.

    Where "(i)" may be a letter or a numeral and its neighbours do not tell, it is a numeral
    ``inside_letters`` (a list inside an item that a letter labels) and a letter otherwise; the
    label that is printed is the same either way.
    """
    runs: list[LabelRun] = []
    for start, count, live in _consecutive(labels):
        scheme = _choose(live, runs, inside_letters=inside_letters)
        runs.append(LabelRun(start, count, scheme, live[scheme] if scheme else 0))
    return tuple(runs)


def _consecutive(labels: Sequence[str]) -> Iterator[tuple[int, int, Mapping[Scheme, int]]]:
    """Give the runs that count on by one, as start, length and the schemes that fit them all."""
    start = 0
    live: Mapping[Scheme, int] = {}
    for index, label in enumerate(labels):
        found = readings(label)
        if index > start:
            step = index - start
            kept = {s: first for s, first in live.items() if found.get(s) == first + step}
            if kept:
                live = kept
                continue
            yield start, step, live
        start, live = index, found
    if labels:
        yield start, len(labels) - start, live


def _choose(
    live: Mapping[Scheme, int], before: Sequence[LabelRun], *, inside_letters: bool
) -> Scheme | None:
    earlier = [run.scheme for run in before if run.scheme in live]
    if earlier:
        return earlier[-1]
    return min(live, key=lambda one: _unlikeliness(one, live[one], inside_letters), default=None)


def _unlikeliness(scheme: Scheme, value: int, inside_letters: bool) -> tuple[bool, int]:  # noqa: FBT001 - private
    """Rank two readings of one label: nobody counts to "(c)" in Roman, nor to "(ii)" in letters."""
    if scheme.numeral.endswith("Roman"):
        return not (inside_letters and value < _ROMAN_FIFTY), value
    return value > _LETTERS, value
