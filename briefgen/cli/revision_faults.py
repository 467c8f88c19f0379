"""What stands against a revision: files that would go out open, or in the place of another record.

Enters: what a comparison found. Leaves: nothing, or faults, each with its cure. Nothing is written
here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.cli.file_names import revision_names, revisions_in
from briefgen.cli.finished_files import read_pdf
from briefgen.cli.passwords import unlocked
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.protection import may_be_encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefgen.cli.revisions import Found, Pair
    from briefgen.protection import Protection, Unlocked


def refuse_open(found: Found) -> None:
    """See that each new file is protected as the one that was printed: its sheets are as it is.

    Raises:
        UnusableInput: with those that are not.
    """
    if faults := list(_open_files(found)):
        raise UnusableInput(faults)


def _open_files(found: Found) -> Iterator[Diagnostic]:
    for pair in found.revised:
        old, new = pair.corrigendum.old, pair.corrigendum.new
        if cure := _missing(pair.before.protection, pair.after):
            message = f"the file is less protected than {old.name}, and so its sheets would be"
            yield error(message, Place(new.name), f"build it with {cure}, too")
    if found.protection and found.protection.password:
        for path in found.came:
            if not may_be_encrypted(read_pdf(str(path))):
                message = "the file lies open, and other files of the set are behind a password"
                yield error(message, Place(str(path)), "build it with --protect, too")


def _missing(was: Protection | None, file: Unlocked) -> str:
    """Give the options that would protect a new file as the old one was, "" for none."""
    if was is None:
        return ""
    now = file.protection
    options = ["--protect"] if was.password and not (now and now.password) else []
    lost = sorted(was.forbidden - (now.forbidden if now else frozenset()))
    return " ".join([*options, *(f"--forbid {act}" for act in lost)])


def refuse_other_revisions(
    files: Mapping[str, bytes], found: Found, number: int, folder: Path, password: str
) -> None:
    """See that no earlier revision is passed over or lost: it is the record of what was printed.

    The last one that lies in the folder is what was compared with, or it is written once more.

    Raises:
        UnusableInput: with those that are neither; or one of them cannot be read.
    """
    lost: list[tuple[int, Path]] = []
    for pair in found.revised:
        _, whole = revision_names(pair.name, number)
        there = revisions_in(folder, partial(found.sets.is_one, pair.name), password)
        if there and not _follows(there, pair, number, files[whole], password):
            lost.append((max(there), there[max(there)][-1]))
    if lost:
        last, path = lost[0]
        message = f"Rev. {last} lies there already, and is not what was compared"
        old = (
            f"{folder} as OLD, the new build in another folder"
            if found.is_set
            else f"{path} as OLD"
        )
        hint = f"if it is in the copies, name {old}; else give another folder to --out"
        raise UnusableInput.because(message, Place(str(path)), hint)
    for name in found.added:
        if (path := folder / name).exists() and read_pdf(str(path)) != files[name]:
            message = "another file of that name lies there"
            hint = "give another folder to --out"
            raise UnusableInput.because(message, Place(str(path)), hint)


def _follows(
    there: Mapping[int, Sequence[Path]], pair: Pair, number: int, whole: bytes, password: str
) -> bool:
    """Tell whether a revision is one that lies there, or is made from the last of them."""

    def holds(at: int, data: bytes) -> bool:
        names = map(str, there[at])
        return any(unlocked(read_pdf(name), name, password).data == data for name in names)

    if number in there:
        return holds(number, unlocked(whole, str(there[number][-1]), password).data)
    return max(there) < number and holds(max(there), pair.before.data)
