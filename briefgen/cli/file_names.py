"""The names of files that commands make of packs, and what they tell of a folder.

Enters: the name of a pack's file, or a folder. Leaves: a name for what is made of it, or the files
of the folder that are packs, and those that go to the printer. A name counts as a command's own
only where the files stand beside it that the command delivers with it, or where the file says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefgen.press import Scheme

RUN_SHEET: Final = "run-sheet"
_READABLE: Final = ("accessible", "pages")
_IMPOSED: Final = re.compile(r"(?P<pack>.+)-(booklet|[0-9]-up|stacks|[0-9]-of-each)")
_TO_READ: Final = re.compile(rf"(?P<pack>.+)-({'|'.join(_READABLE)})")
_REVISED: Final = re.compile(r"(?P<pack>.+)-rev(?P<number>[0-9]{1,3})")
_OF_REVISION: Final = re.compile(r".+(-corrigendum|-rev[0-9]{1,3}-sheets)")
_NOTE: Final = re.compile(r".+-rev([0-9]{1,3})-corrigendum\.(pdf|docx)")


def imposed_names(stem: str, scheme: Scheme, *, accessible: bool) -> tuple[str, str]:
    """Give the names of the sheets to print and of the file to read, which go together."""
    ending = {
        "booklet": "booklet",
        "n-up": f"{scheme.per_side}-up",
        "stack": "stacks",
        "repeat": f"{scheme.per_side}-of-each",
    }
    return f"{stem}-{ending[scheme.kind]}.pdf", f"{stem}-{_READABLE[not accessible]}.pdf"


def revision_names(stem: str, number: int) -> tuple[str, str]:
    """Give the names of the sheets to print again and of the whole pack as it then is."""
    return f"{stem}-rev{number}-sheets.pdf", f"{stem}-rev{number}.pdf"


def note_name(stem: str, number: int, kind: str) -> str:
    """Give the name of a revision's note as a file of some kind; each revision has its own."""
    return f"{stem}-rev{number}-corrigendum.{kind}"


def to_print(folder: Path) -> list[Path]:
    """Give the PDFs of a folder that go to the printer, in the order of their names.

    Run sheets do not, and neither does what ``impose`` delivers to be read, nor a whole revision
    whose sheets to exchange are there.
    """
    files = _files(folder)
    imposed = set(_made_of(files, _IMPOSED).values())
    to_read = _made_of(files, _TO_READ)
    whole = whole_revisions(folder)
    return [
        path
        for stem, path in files.items()
        if to_read.get(stem) not in imposed and path not in whole
    ]


def whole_revisions(folder: Path) -> list[Path]:
    """Give the whole packs that a corrigendum made, of which some sheets are printed, or none.

    Their sheets are there, or a note of their number: files of a set that stay have no sheets.
    """
    files = _files(folder)
    noted = {int(found[1]) for path in folder.iterdir() if (found := _NOTE.fullmatch(path.name))}
    return [
        path
        for stem, path in files.items()
        if (found := _REVISED.fullmatch(stem))
        and (f"{stem}-sheets" in files or (int(found["number"]) in noted and _is_revision(path)))
    ]


def _is_revision(path: Path) -> bool:
    """Tell whether a file is no build; of one behind a password nothing else is known."""
    from briefgen.errors import UnusableInput

    try:
        return not is_build(path)
    except UnusableInput:
        return True


def versions_in(folder: Path, password: str = "") -> dict[str, dict[int, Path]]:
    """Give the packs of a folder with their revisions by number; 0 is the pack as it was built.

    Raises:
        UnusableInput: a file whose name leaves it open cannot be read, or has another password.
    """
    files = _files(folder)
    imposed, to_read = _made_of(files, _IMPOSED), _made_of(files, _TO_READ)
    both = set(imposed.values()) & set(to_read.values())
    packs: dict[str, dict[int, Path]] = {}
    for stem, path in files.items():
        if (imposed | to_read).get(stem) in both:
            continue
        revised, of_revision = _REVISED.fullmatch(stem), _OF_REVISION.fullmatch(stem)
        own = (revised or of_revision) and not is_build(path, password)
        if own and revised:
            packs.setdefault(revised["pack"], {})[int(revised["number"])] = path
        elif not own:
            packs.setdefault(stem, {})[0] = path
    return packs


def revisions_in(
    folder: Path, is_of: Callable[[str], bool], password: str = ""
) -> dict[int, list[Path]]:
    """Give the revisions by number, in a folder that need not exist, of packs of some name.

    Raises:
        UnusableInput: as ``versions_in``.
    """
    revisions: dict[int, list[Path]] = {}
    for stem, path in _files(folder).items():
        found = _REVISED.fullmatch(stem)
        if found and is_of(found["pack"]) and not is_build(path, password):
            revisions.setdefault(int(found["number"]), []).append(path)
    return revisions


def is_build(path: Path, password: str = "") -> bool:
    """Tell whether a PDF says that ``build`` wrote it; one that is damaged does not.

    Raises:
        UnusableInput: it cannot be read, or another password opens it.
    """
    from briefgen.cli.finished_files import read_pdf
    from briefgen.cli.passwords import unlocked
    from briefgen.errors import UnusableInput
    from briefgen.press import read_facts

    name = str(path)
    data = unlocked(read_pdf(name), name, password).data
    try:
        return read_facts(data, name).origin == "build"
    except UnusableInput:
        return False


def _made_of(files: Iterable[str], names: re.Pattern[str]) -> dict[str, str]:
    """Give the files whose names are such, with the name of the pack that they are of."""
    return {one: found["pack"] for one in files if (found := names.fullmatch(one))}


def _files(folder: Path) -> dict[str, Path]:
    """Give the PDFs of a folder by their names; hidden ones and run sheets are none."""
    return {
        path.stem: path
        for path in sorted(folder.glob("*.pdf"))
        if path.stem != RUN_SHEET and not path.name.startswith(".")
    }
