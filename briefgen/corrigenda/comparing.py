"""Two builds of a pack compared: what of their words has changed, and which sheets to exchange.

Enters: two files as read, the pack's own words, and how many sides of a sheet are printed. Leaves:
a ``Corrigendum``, or the reason why the two cannot be compared.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.corrigenda.changes import find_changes, pages_of, passages_of
from briefgen.corrigenda.model import Corrigendum
from briefgen.corrigenda.running_lines import unsaid_words
from briefgen.corrigenda.sheets import exchange_sheets, page_key
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.furniture import Furniture
    from briefgen.corrigenda.model import PrintedFile

_ALIKE = 3.0
"""Points by which pages of one paper may differ."""


def compare(
    old: PrintedFile, new: PrintedFile, furniture: Furniture, sides: int | None = None
) -> Corrigendum:
    """Compare two builds; ``sides`` of a sheet are what each file declares, or two.

    Raises:
        UnusableInput: they are no builds of one pack, or not to be printed alike.
    """
    faults = [*_differences(old, new), *_print_differences(old, new)]
    if faults:
        raise UnusableInput(faults)
    changes = find_changes(old, new, furniture)
    if not (old.pages and new.pages):
        return Corrigendum(old, new, changes)
    unsaid = unsaid_words(furniture)
    exchanges, stay = exchange_sheets(old, new, sides, unsaid)
    told = {page for one in changes if one.kind != "removed" for page in one.pages}
    told |= {page for one in changes for page in one.lost}
    worded = {page for one in passages_of(new.delivered) for page in pages_of(one)}
    printed = {page_key(one, old, unsaid) for one in old.pages}
    return Corrigendum(
        old,
        new,
        changes,
        exchanges,
        stay,
        any(
            new.pages[one - 1].furniture != old.pages[other - 1].furniture
            for one, other in stay.items()
        ),
        tuple(
            number
            for number, page in enumerate(new.pages, 1)
            if number in worded - told and page_key(page, new, unsaid) not in printed
        ),
    )


def _differences(old: PrintedFile, new: PrintedFile) -> Iterator[Diagnostic]:
    """Tell why two files are not to be compared."""
    place = Place(new.name)
    printed = PurePath(old.name).stem.removesuffix(f"-rev{old.revision}")
    if old.title != new.title and printed != PurePath(new.name).stem:
        message = f"this is another pack than {old.name}: '{new.title}', not '{old.title}'"
        hint = "name two builds of one pack; where its title was changed, give both one file name"
        yield error(message, place, hint)
    if new.revision:
        message = f"the file is itself revision {new.revision} of a pack"
        yield error(message, place, "name the file that 'briefgen build' wrote as the new one")
    if old.language != new.language:
        message = f"the pack is in '{new.language}', and {old.name} in '{old.language}'"
        yield error(message, place, "compare builds in the same language")
    if old.pages and new.pages and old.copy != new.copy:
        message = f"this is {_which(new)}, and {old.name} is {_which(old)}"
        cure = f"name {_which(old)} of the new build, or the folders of both for all copies"
        if not old.copy:
            cure = "build the new pack without --copies"
        elif not new.copy:
            cure = f"build the new pack with --copies {old.copies}"
        yield error(message, place, cure)


def _print_differences(old: PrintedFile, new: PrintedFile) -> Iterator[Diagnostic]:
    """Tell why sheets of one cannot go into the other."""
    if not (old.pages and new.pages):
        return
    place = Place(new.name)
    if _paper(old) != _paper(new):
        message = f"the pack is for {_paper(new)}, and {old.name} for {_paper(old)}"
        yield error(message, place, f"build it for {_paper(old)}: sheets go into that pack")
    if old.large_print != new.large_print:
        printed, now = map(_size, (old.large_print, new.large_print))
        message = f"the pack is in {now}, and {old.name} in {printed}"
        yield error(message, place, f"build it in {printed}: sheets go into that pack")


def _size(points: float) -> str:
    return f"{points:g} points" if points else "usual print"


def _which(file: PrintedFile) -> str:
    return f"copy {file.copy}" if file.copy else "a pack without copy numbers"


def is_american(file: PrintedFile) -> bool:
    """Tell whether a pack is for paper of the Americas, so that its note is too."""
    return bool(file.pages) and _paper(file) in {"Letter", "Legal", "Half-Letter"}


def _paper(file: PrintedFile) -> str:
    """Give the name of the paper, or its size in millimetres."""
    short, long = sorted((file.pages[0].width, file.pages[0].height))
    for name, sides in PAGE_SIZES_MM.items():
        width, height = (side * POINTS_PER_MM for side in sides)
        if abs(short - width) < _ALIKE and abs(long - height) < _ALIKE:
            return name
    return f"{short / POINTS_PER_MM:.0f} by {long / POINTS_PER_MM:.0f} mm"
