"""Rows of a register whose words are not where they say, and what to do about each.

Enters: the unit and the words of a row, and the units of the document. Leaves: what is wrong and
its cure. Whether the row corrects, doubts or accepts is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.corpus.anchors import occurrences
from briefgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.corpus.model import Unit


class Misfit(NamedTuple):
    """Why a row does not fit its document; ``cure`` says what to do with the row."""

    message: str
    cure: str


def find_misfit(unit: str, words: str, units: Mapping[str, Unit]) -> Misfit | None:
    """Say why a row does not fit, None if its words stand exactly once in its unit.

    A row without words is of the unit as a whole.
    """
    if unit not in units:
        return Misfit(f"there is no unit '{unit}'", _cure(unit, words, units))
    count = len(occurrences(units[unit].text, words)) if words else 1
    if count == 1:
        return None
    if count:
        message = f"'{words}' stands {count} times in {unit}, where it must stand once"
        return Misfit(message, "give more of the words around the slip")
    message = f"'{words}' stands not in {unit}, where it must stand once"
    return Misfit(message, _cure(unit, words, units))


def _cure(unit: str, words: str, units: Mapping[str, Unit]) -> str:
    """Say where the row belongs by its words, or that it belongs nowhere."""
    if not words:
        near = did_you_mean(unit, units)
        return f"{near} If the unit is gone, delete the row" if near else "delete the row"
    places = [name for name, one in units.items() if len(occurrences(one.text, words)) == 1]
    if len(places) == 1:
        return f"the words stand in {places[0]}: move the row there"
    if places:
        few = 3
        named = ", ".join(places[:few]) + (", …" if len(places) > few else "")
        return f"the words stand in {named}: move the row to the one that is meant"
    if unit in units:
        return "the row matches nothing any more: delete it, or give the words as they stand now"
    return "the row matches nothing any more: delete it"
