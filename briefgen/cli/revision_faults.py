"""What stands against a revision: files that would go out open, or in the place of another record.

Enters: what a comparison found. Leaves: nothing, or faults, each with its cure. Nothing is written
here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.cli.revisions import Found
    from briefgen.protection import Protection, Unlocked


def refuse_open(found: Found) -> None:
    """See that each new file is protected as the one that was printed: its sheets are as it is.

    Raises:
        UnusableInput: with those that are not.
    """
    if faults := list(_open_files(found)):
        raise UnusableInput(faults)


def _open_files(found: Found) -> Iterator[Diagnostic]:
    for pair in found.changed:
        old, new = pair.corrigendum.old, pair.corrigendum.new
        if old.pages and new.pages and (cure := _missing(pair.before.protection, pair.after)):
            message = f"the file is less protected than {old.name}, and so its sheets would be"
            yield error(message, Place(new.name), f"build it with {cure}, too")


def _missing(was: Protection | None, file: Unlocked) -> str:
    """Give the options that would protect a new file as the old one was, "" for none."""
    if was is None:
        return ""
    now = file.protection
    options = ["--protect"] if was.password and not (now and now.password) else []
    lost = sorted(was.forbidden - (now.forbidden if now else frozenset()))
    return " ".join([*options, *(f"--forbid {act}" for act in lost)])
