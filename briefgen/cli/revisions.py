"""Builds of packs on disk, compared file by file.

Enters: paths of two files, or of two folders of them. Leaves: what was found. What is compared, and
how, is ``briefgen.corrigenda``'s.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path  # noqa: TC003 - a field of a Struct is of this type
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

from briefgen.cli.confined import read_print_confined
from briefgen.cli.file_names import versions_in
from briefgen.cli.finished_files import read_office_file
from briefgen.cli.folders import TEMPLATES
from briefgen.cli.paired_files import Paired, SerialBases, pair_by_name, pair_by_words, set_name
from briefgen.cli.passwords import unlocked
from briefgen.diagnostics import Diagnostic, Place, Severity, warning
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.corrigenda import Corrigendum, PrintedFile
    from briefgen.corrigenda.model import Change
    from briefgen.protection import Protection, Unlocked

_AT_ONCE: Final = 2
_NEEDED_NEXT: Final = (
    "briefgen.corpus",
    "briefgen.corrigenda.comparing",
    "briefgen.corrigenda.note",
    "briefgen.corrigenda.reprinting",
    "briefgen.writers.pdf",
)
"""What compares the files and writes others, and takes a while to load."""


class Pair(NamedTuple):
    """Two builds of one file; ``name`` is that of the files that are made of them."""

    name: str
    before: Unlocked
    after: Unlocked
    corrigendum: Corrigendum


class Found(Struct, frozen=True):
    """What was found: files in both builds, and files of a set that came or went as a whole.

    ``left_out`` are revisions in the folder of the new set, which earlier corrigenda have made;
    ``protection`` is that of any file, for what quotes all of them. ``is_set`` tells that folders
    were compared, and not two files, and ``sets`` the numbered ones among these.
    """

    name: str
    pairs: tuple[Pair, ...]
    came: tuple[Path, ...] = ()
    removed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    protection: Protection | None = None
    is_set: bool = False
    sets: SerialBases = SerialBases(())

    @property
    def added(self) -> tuple[str, ...]:
        """The names of files that came as a whole."""
        return tuple(path.name for path in self.came)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The files of which anything is to be told."""
        return tuple(pair for pair in self.pairs if not pair.corrigendum.is_empty)

    @property
    def revised(self) -> tuple[Pair, ...]:
        """The files that are written as they then lie on the table: of a set, all of them."""
        pairs = self.pairs if self.is_set and not self.is_empty else self.changed
        return tuple(
            one for one in pairs if one.corrigendum.old.pages and one.corrigendum.new.pages
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be told or replaced."""
        return not (self.changed or self.added or self.removed)

    @property
    def notes(self) -> list[Diagnostic]:
        """What the person at the copier should know besides."""
        from briefgen.corrigenda.numbered_copies import together

        found: list[Diagnostic] = []
        if self.left_out:
            message = f"not taken for new, as 'corrigendum' made them: {', '.join(self.left_out)}"
            hint = (
                "once their sheets are in the copies, put them into the folder of what is printed"
            )
            found.append(Diagnostic(Severity.NOTE, message, hint=hint))
        others_stay = any(pair.corrigendum.stay for pair in self.pairs)
        for one, *_ in together(pair.corrigendum for pair in self.pairs):
            place = Place(one.new.name)
            if one.new.copies != one.old.copies:
                message = f"the new copies are of {one.new.copies}, not of {one.old.copies}"
                hint = f"build as many copies as were printed: --copies {one.old.copies}"
                found.append(warning(message, place, hint))
            if one.unsaid:
                message = "pages that stay give another number of pages, or another date"
                found.append(Diagnostic(Severity.NOTE, message, place))
            if one.old.pages and one.new.pages and not one.stay and not others_stay:
                message = "every sheet is exchanged: the whole pack can as well be printed anew"
                found.append(Diagnostic(Severity.NOTE, message, place))
            elif one.set_anew:
                count = f"{len(one.set_anew)} page{'s' * (len(one.set_anew) > 1)}"
                message = f"{count} to be printed again with the same words: their place is another"
                found.append(Diagnostic(Severity.NOTE, message, place))
            if not (one.old.pages and one.new.pages):
                message = "only the words were compared: sheets are given of two PDFs"
                hint = "name the PDFs of both builds to have the sheets"
                found.append(Diagnostic(Severity.NOTE, message, place, hint))
        return found

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data."""
        return {
            "nothing_to_replace": self.is_empty,
            "compared": [_as_data(pair.corrigendum) for pair in self.changed],
            "added": list(self.added),
            "removed": list(self.removed),
        }


def compare_all(old: Path, new: Path, sides: int | None, password: str = "") -> Found:
    """Compare two files, or the files of two folders by their names; one password opens all.

    Raises:
        UnusableInput: a file cannot be read, or two are no builds of one pack.
    """
    from briefgen.compose.furniture import load_furniture
    from briefgen.corrigenda import compare

    if old.exists() and new.exists() and old.samefile(new):
        hint = "build into another folder, and name the file that was printed first"
        raise UnusableInput.because("the same file is named twice", Place(str(new)), hint)
    if old.is_dir() != new.is_dir():
        place, hint = Place(str(new)), "name two files, or two folders"
        raise UnusableInput.because("a file cannot be compared with a folder", place, hint)
    before, after = {new.stem: old}, {new.stem: new}
    paired = Paired({new.stem: new.stem}, [], [], SerialBases(()))
    left_out: list[Path] = []
    if new.is_dir():
        before, after, paired, left_out = _both(old, new, password)
    faults = Faults()
    files = _read(
        [
            *(before[name] for name in [*paired.pairs.values(), *paired.old]),
            *(after[name] for name in [*paired.pairs, *paired.new]),
        ],
        faults,
        password,
    )
    faults.raise_any()
    paired.pairs.update(
        pair_by_words(
            paired.sets,
            {name: files[before[name]][1] for name in paired.old},
            {name: files[after[name]][1] for name in paired.new},
        )
    )
    pairs: list[Pair] = []
    for name in sorted(paired.pairs):
        printed, first = files[before[paired.pairs[name]]]
        built, second = files[after[name]]
        with faults.gathered():
            furniture = load_furniture(second.language, TEMPLATES)
            pairs.append(Pair(name, printed, built, compare(first, second, furniture, sides)))
    faults.raise_any()
    if not pairs:
        message = f"no PDF of the folder has the name of one in {old}"
        hint = "name the folders of two builds of one set"
        raise UnusableInput.because(message, Place(str(new)), hint)
    title = set_name(after) or new.resolve().name
    return Found(
        title,
        tuple(pairs),
        tuple(path for name, path in after.items() if name not in paired.pairs),
        tuple(before[name].name for name in _gone(paired)),
        tuple(path.name for path in left_out),
        _strictest(opened.protection for opened, _ in files.values()),
        new.is_dir(),
        paired.sets,
    )


def _gone(paired: Paired) -> list[str]:
    return [name for name in paired.old if name not in paired.pairs.values()]


def _strictest(protections: Iterable[Protection | None]) -> Protection | None:
    """Give the protection of a file with a password, or of one with restrictions, or none."""
    found = [one for one in protections if one]
    return max(found, key=lambda one: bool(one.password), default=None)


def _both(
    old: Path, new: Path, password: str
) -> tuple[dict[str, Path], dict[str, Path], Paired, list[Path]]:
    """Give what lies on the table, what was built since, and what of the latter was not built."""
    printed, built = versions_in(old, password), versions_in(new, password)
    before = {name: found[max(found)] for name, found in printed.items()}
    after = {name: found[min(found)] for name, found in built.items()}
    paired = pair_by_name({name: max(found) for name, found in printed.items()}, after)
    made = [path for found in built.values() for path in found.values()]
    return before, after, paired, [path for path in made if path not in after.values()]


def _read(
    paths: Sequence[Path], faults: Faults, password: str
) -> dict[Path, tuple[Unlocked, PrintedFile]]:
    """Read files, each in a process of its own, a few at a time."""

    def read(path: Path) -> tuple[Unlocked, PrintedFile] | UnusableInput:
        name = str(path)
        try:
            opened = unlocked(read_office_file(name), name, password)
            return opened, read_print_confined(opened.data, name)
        except UnusableInput as fault:
            return fault

    files: dict[Path, tuple[Unlocked, PrintedFile]] = {}
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        read_in_turn = workers.map(read, paths)
        for name in _NEEDED_NEXT:  # while other processes read, this one has nothing else to do
            import_module(name)
        for path, one in zip(paths, read_in_turn, strict=True):
            if isinstance(one, UnusableInput):
                faults.found += one.diagnostics
            else:
                files[path] = one
    return files


def _units(one: Corrigendum, change: Change) -> tuple[str, ...]:
    """Give the units that changed words quote."""
    from briefgen.corrigenda.changes import passages_of

    if change.new is not None:
        return passages_of(one.new.delivered)[change.new].units
    return () if change.old is None else passages_of(one.old.delivered)[change.old].units


def _as_data(one: Corrigendum) -> dict[str, Any]:
    return {
        "old": one.old.name,
        "new": one.new.name,
        "changes": [
            {
                "kind": change.kind,
                "whole": change.whole,
                "units": list(_units(one, change)),
                "pages": list(change.pages),
                "old": " ".join(piece.words for piece in change.pieces if piece.part != "added"),
                "new": " ".join(piece.words for piece in change.pieces if piece.part != "gone"),
            }
            for change in one.changes
        ],
        "exchange": [
            {
                "take_out": [list(sheet.pages) for sheet in step.out],
                "put_in": [list(sheet.pages) for sheet in step.put],
            }
            for step in one.exchanges
        ],
        "other_numbers_or_date": one.unsaid,
        "same_words": list(one.set_anew),
    }
