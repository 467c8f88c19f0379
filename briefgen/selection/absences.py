"""Why a unit is not in a pack, and which line of a profile would bring it in.

Enters: a corpus, a profile and a unit that the profile does not choose. Leaves: an ``Absence``. A
line is YAML on one line, ready to be added to the profile's contents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.profiles.schema import ObjectivesEntry, RowsEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus import Corpus
    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.model import Unit
    from briefgen.diagnostics import Place
    from briefgen.profiles.schema import Profile

_EVERY = tuple(range(1, 100))
"""The numbers that an objective may have."""
_PARTS = {
    "commitment": "commitment",
    "chapeau": "chapeau",
    "action": "actions",
    "sub-item": "actions",
}
"""By the kind of a unit, the part of an objective that it belongs to."""
_COLUMNS = {"recommendation": "recommendation", "means": "means", "partnership": "partnerships"}
"""By the kind of a unit, the column that it stands in."""


class Absence(Struct, frozen=True):
    """Why a unit is not chosen, where the profile says so, and what would choose it."""

    why: str
    cure: str
    place: Place | None = None


def why_not(corpus: Corpus, profile: Profile, unit: Unit) -> Absence:
    """Tell why a profile does not choose a unit that the corpus has."""
    fault = corpus.fault(unit.id)
    if fault:
        cure = (
            "'draft: true' on the entry of the objective prints the draft's words, marked as such"
        )
        return Absence(f"its words are faulty and never printed: {fault.statement}", cure)
    if unit.kind == "note":
        return _of_note(corpus, unit)
    if unit.kind in {"objective-title", *_PARTS} and unit.path[1].isdigit():
        return _of_objective(profile, unit)
    if unit.kind in _COLUMNS:
        return _of_table(corpus, profile, unit)
    return _of_text(corpus, unit)


def _of_note(corpus: Corpus, note: Unit) -> Absence:
    for unit in corpus.document(note.document).units:
        if any(span.kind == "note" and span.value == note.id for span in unit.spans):
            why = f"a footnote is printed with what calls it, and {unit.id} is not chosen"
            return Absence(why, _line(f"units: [{unit.id}]"))
    return Absence("nothing calls this footnote", _line(f"units: [{note.id}]"))


def _of_objective(profile: Profile, unit: Unit) -> Absence:
    """Look for an entry that takes a part of the objective, but not this one."""
    document, number = unit.document, int(unit.path[1])
    for at, entry in enumerate(profile.contents):
        if not isinstance(entry, ObjectivesEntry) or entry.document != document:
            continue
        numbers = dict(entry.numbers)
        if entry.numbers and number not in numbers:
            continue
        part = _PARTS.get(unit.kind, "title")
        if part not in entry.parts:
            why = f"the entry takes only {', '.join(entry.parts)} of Objective {number}"
            return Absence(why, f"add {part} to its parts", profile.place("contents", at, "parts"))
        letters = numbers.get(number)
        place = profile.place("contents", at, "objectives", number)
        if letters is not None:
            listed = ", ".join(f"({letter})" for letter in letters)
            why = f"the entry takes only {listed} of Objective {number}"
            return Absence(why, f"add {unit.path[2]} to its letters", place)
    why = f"no entry asks for Objective {number} of {document}"
    letter = unit.path[2] if _PARTS.get(unit.kind) == "actions" else ""
    choice = f"{{{number}: [{letter}]}}" if letter else f"[{number}]"
    return Absence(why, _line(f"objectives: {choice}, from: {document}"))


def _of_table(corpus: Corpus, profile: Profile, unit: Unit) -> Absence:
    """Look for an entry of rows that comes near: related to others, or to fewer columns."""
    column = _COLUMNS[unit.kind]
    links = [link for link in corpus.related(_EVERY) if _is_about(link, unit)]
    line = _line(f"rows: [{unit.id}]")
    for at, entry in enumerate(profile.contents):
        if not isinstance(entry, RowsEntry):
            continue
        asked = _objectives_of(profile, at, entry)
        tied = [link for link in links if link.objective in asked]
        if entry.rows == "related" and unit.document in entry.documents and tied:
            yes = [link for link in tied if entry.links == "all" or link.strength == "primary"]
            if not yes:
                numbers = _listed(tied)
                why = f"it touches on {numbers} without being mainly about it"
                return Absence(why, "add 'links: all' to the entry", profile.place("contents", at))
            if column in entry.columns:
                why = "the entry takes only the bullets that are related"
                place = profile.place("contents", at, "bullets")
                return Absence(why, f"take 'bullets: related' out, or add {line}", place)
        if column not in entry.columns and (tied or _names(entry, unit)):
            why = f"the entry takes only the columns {', '.join(entry.columns)}"
            place = profile.place("contents", at, "columns")
            return Absence(why, f"add {column} to its columns", place)
    about = (
        f"the crosswalk ties it to {_listed(links)}, "
        if links
        else "the crosswalk does not tie it to any objective, "
    )
    return Absence(f"{about}and no entry asks for it", line)


def _of_text(corpus: Corpus, unit: Unit) -> Absence:
    sections = [
        section.name for section in corpus.document(unit.document).sections if unit in section.units
    ]
    why = f"no entry asks for it or for its section, '{sections[0]}'"
    return Absence(why, _line(f"units: [{unit.id}]"))


def _objectives_of(profile: Profile, at: int, entry: RowsEntry) -> set[int]:
    """Give the objectives that an entry of rows relates to, as far as entries name them."""
    if entry.related_to:
        return set(entry.related_to)
    return set(_named_above(profile, at))


def _named_above(profile: Profile, at: int) -> Iterator[int]:
    for entry in profile.contents[:at]:
        if isinstance(entry, ObjectivesEntry):
            yield from (number for number, _ in entry.numbers) if entry.numbers else _EVERY


def _is_about(link: Link, unit: Unit) -> bool:
    """A tie of a row, of a bullet above or of one below brings a unit in.

    Recommendation and partners come in with any bullet of their row.
    """
    if unit.kind != "means":
        return f"{link.item}/".startswith(f"{'/'.join(unit.path[:2])}/")
    return f"{unit.id}/".startswith(f"{link.item}/") or link.item.startswith(f"{unit.id}/")


def _names(entry: RowsEntry, unit: Unit) -> bool:
    row = "/".join(unit.path[:2])
    return entry.rows == "all" or (
        not isinstance(entry.rows, str)
        and any(f"{one}/".startswith(f"{row}/") for one in entry.rows)
    )


def _listed(links: list[Link]) -> str:
    numbers = sorted({link.objective for link in links})
    return f"Objective{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _line(entry: str) -> str:
    return f"add '- {{{entry}}}'"
