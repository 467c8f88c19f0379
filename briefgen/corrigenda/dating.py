"""Which of two builds is the newer, as far as their dates tell.

Enters: corrigenda. Leaves: faults where OLD and NEW were taken for each other, remarks where nobody
can tell, and faults where a revision would be of a day before what it revises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.corrigenda.model import Corrigendum


def swapped(corrigenda: Iterable[Corrigendum]) -> Iterator[Diagnostic]:
    """Tell which new builds have an earlier date than the old ones."""
    for one in corrigenda:
        if one.old.date and one.new.date and one.new.date < one.old.date:
            message = (
                f"the new build is of {one.new.date}, before the old one: "
                f"{one.old.name} is of {one.old.date}"
            )
            hint = "name what was printed first; if it is, give the revision its day with --date"
            yield error(message, Place(one.new.name), hint)


def too_early(corrigenda: Iterable[Corrigendum], day: str) -> Iterator[Diagnostic]:
    """Tell which last revisions are of a later day than the new one."""
    for one in corrigenda:
        if day < one.old.revised:
            last = one.old.revised
            message = f"the revision would be of {day}, before what it revises: that is of {last}"
            hint = f"give it its day with --date, {last} or later"
            yield error(message, Place(one.old.name), hint)


def before_its_pack(corrigenda: Iterable[Corrigendum], day: str) -> Iterator[Diagnostic]:
    """Tell which packs are dated after their revision, as those for a meeting to come may be."""
    for one in corrigenda:
        if day < one.old.date:
            message = f"the revision is of {day}, and the pack as it was printed of {one.old.date}"
            yield Diagnostic(Severity.NOTE, message, Place(one.old.name), "see that both are meant")


def same_day(corrigenda: Iterable[Corrigendum]) -> Iterator[Diagnostic]:
    """Tell which builds differ and have one date, so that it does not show which is the newer."""
    for one in corrigenda:
        if one.new.date and one.new.date == one.old.date:
            message = f"both builds are of {one.new.date}, and so is the revision then"
            hint = f"see that {one.old.name} is what was printed; --date gives the revision its day"
            yield Diagnostic(Severity.NOTE, message, Place(one.new.name), hint)
