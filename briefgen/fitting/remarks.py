"""What the reader of fitted sheets should know: how tight they are, and what is not on them.

Enters: a bench, and the step at which all sheets fit. Leaves: remarks for standard error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.diagnostics import Place
    from briefgen.fitting.bench import Bench
    from briefgen.fitting.search import SheetKey

_NAMED = 3
"""Sheets that a remark names before it counts."""


def remarks(bench: Bench, step: int) -> Iterator[Diagnostic]:
    """Tell what was left out, how tight the sheets are, and where no room for notes is left."""
    place = bench.profile.place("handout", "fit")
    for sheet, ids in bench.left_out.items():
        if ids:
            word = "row" if len(ids) == 1 else "rows"
            listed = ", ".join(ids)
            message = f"'{bench.parts[sheet].name}' has no room for {word} {listed}, and says so"
            hint = (
                f"to keep {'it' if len(ids) == 1 else 'them'}, choose fewer actions or more paper"
            )
            yield warning(message, place, hint)
    if step:
        over = [one for one in bench.sheets if not bench.fits(one, 0)]
        tightest = [one for one in over if not bench.fits(one, step - 1)]
        yield _note(_tightness(bench, tightest, step), place)
    if bench.profile.handout.notes != "none":
        full = [one for one in bench.sheets if not _has_writing_room(bench, one, step)]
        if full:
            yield _note(f"no room for notes is left on {_named(bench, full)}", place)


def _tightness(bench: Bench, sheets: Sequence[SheetKey], step: int) -> str:
    loose, tight = bench.look(0).role("body"), bench.look(step).role("body")
    if tight.size < loose.size:
        how = f"text in {tight.size:.3g} points instead of {loose.size:.3g}"
    else:
        how = "less space, the same type"
    needed = _named(bench, sheets) if sheets else "a sheet"
    return f"the sheets are set tighter, {how}: {needed} would take more than {bench.limit}"


def _has_writing_room(bench: Bench, sheet: SheetKey, step: int) -> bool:
    return any(side.has_writing_room for side in bench.sides(sheet, step))


def _named(bench: Bench, sheets: Sequence[SheetKey]) -> str:
    names = [f"'{bench.parts[one].name}'" for one in sheets[:_NAMED]]
    more = len(sheets) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _note(message: str, place: Place) -> Diagnostic:
    return Diagnostic(Severity.NOTE, message, place)
