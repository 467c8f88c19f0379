"""Builds of packs on disk, compared file by file, and what is printed again of them.

Enters: paths of two files, or of two folders of them. Leaves: what was found, and finished files in
memory. What is compared, and how, is ``briefgen.corrigenda``'s.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

from briefgen.cli.confined import read_print_confined
from briefgen.cli.finished_files import read_office_file
from briefgen.cli.folders import TEMPLATES
from briefgen.diagnostics import Diagnostic, Place, Severity, warning
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.corrigenda import Corrigendum, PrintedFile
    from briefgen.corrigenda.model import Change
    from briefgen.corrigenda.note import Subject
    from briefgen.corrigenda.reprinting import Revision

_REVISED: Final = re.compile(r"-rev([0-9]{1,3})$")
"""The end of the name of a whole pack as it lies on the table after a revision."""
_OURS: Final = re.compile(r"(-corrigendum|-rev[0-9]{1,3}-sheets|^run-sheet)$")
"""Files of a folder that are no packs."""
_AT_ONCE: Final = 2


class Pair(NamedTuple):
    """Two builds of one file; ``name`` is that of the files that are made of them."""

    name: str
    data: bytes
    corrigendum: Corrigendum


class Found(Struct, frozen=True):
    """What was found: files in both builds, and files of a set that came or went as a whole."""

    name: str
    pairs: tuple[Pair, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The files of which anything is to be told."""
        return tuple(pair for pair in self.pairs if not pair.corrigendum.is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be told or replaced."""
        return not (self.changed or self.added or self.removed)

    @property
    def notes(self) -> list[Diagnostic]:
        """What the person at the copier should know besides."""
        found: list[Diagnostic] = []
        for _, _, one in self.pairs:
            place = Place(one.new.name)
            if one.unsaid:
                message = "pages that stay give another number of pages, or another date"
                found.append(Diagnostic(Severity.NOTE, message, place))
            if one.old.pages and one.new.pages and not one.stay:
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


def compare_all(old: Path, new: Path, sides: int | None) -> Found:
    """Compare two files, or the files of two folders by their names.

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
    before, after = _both(old, new) if new.is_dir() else ({new.stem: old}, {new.stem: new})
    names = [name for name in after if name in before]
    paths = [path for name in names for path in (before[name], after[name])]
    faults = Faults()
    pairs: list[Pair] = []
    files = _read(paths, faults)
    faults.raise_any()
    for name in names:
        (_, first), (data, second) = files[before[name]], files[after[name]]
        with faults.gathered():
            furniture = load_furniture(second.language, TEMPLATES)
            pairs.append(Pair(name, data, compare(first, second, furniture, sides)))
    faults.raise_any()
    title = new.resolve().name if new.is_dir() else new.stem
    return Found(
        title,
        tuple(pairs),
        tuple(path.name for name, path in after.items() if name not in before),
        tuple(path.name for name, path in before.items() if name not in after),
    )


def _both(old: Path, new: Path) -> tuple[dict[str, Path], dict[str, Path]]:
    before, after = _packs(old), _packs(new)
    if not set(before) & set(after):
        message = f"no PDF of the folder has the name of one in {old}"
        hint = "name the folders of two builds of one set"
        raise UnusableInput.because(message, Place(str(new)), hint)
    return before, after


def _packs(folder: Path) -> dict[str, Path]:
    """Give the packs of a folder by the names of their files, the last revision of each."""
    found: dict[str, tuple[int, Path]] = {}
    for path in sorted(folder.glob("*.pdf")):
        if path.name.startswith(".") or _OURS.search(path.stem):
            continue
        revised = _REVISED.search(path.stem)
        name = path.stem[: revised.start()] if revised else path.stem
        number = int(revised[1]) if revised else 0
        if name not in found or found[name][0] < number:
            found[name] = (number, path)
    return {name: path for name, (_, path) in found.items()}


def _read(paths: Sequence[Path], faults: Faults) -> dict[Path, tuple[bytes, PrintedFile]]:
    """Read files, each in a process of its own, a few at a time."""

    def read(path: Path) -> tuple[bytes, PrintedFile] | UnusableInput:
        try:
            data = read_office_file(str(path))
            return data, read_print_confined(data, str(path))
        except UnusableInput as fault:
            return fault

    files: dict[Path, tuple[bytes, PrintedFile]] = {}
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        for path, one in zip(paths, workers.map(read, paths), strict=True):
            if isinstance(one, UnusableInput):
                faults.found += one.diagnostics
            else:
                files[path] = one
    return files


def make_revision(found: Found, number: int | None, date: str) -> Revision:
    """Say which revision it is, and of which day: that of the new pack if none is given.

    Raises:
        UnusableInput: no date is known.
    """
    from briefgen.compose.furniture import load_furniture
    from briefgen.corrigenda.reprinting import Revision

    files = [pair.corrigendum for pair in found.pairs]
    date = date or max((one.new.date for one in files), default="")
    if not date:
        message = "it is not said of which day the revision is: the pack has no date"
        hint = "give it with --date YYYY-MM-DD"
        raise UnusableInput.because(message, Place("--date"), hint)
    number = number or max(one.old.revision for one in files) + 1
    furniture = load_furniture(files[0].new.language, TEMPLATES)
    words = furniture["corrigendum-stamp"].replace("{number}", str(number))
    return Revision(number, date, words.replace("{date}", furniture.date(date)))


def make_files(
    found: Found, revision: Revision, formats: Sequence[str], own: list[Path] | None
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Write the note, and of each changed PDF the sheets to print and the whole, in memory.

    Raises:
        UnusableInput: a new file was changed after it was built.
    """
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.papers import own_style
    from briefgen.corpus import Corpus
    from briefgen.corrigenda import note_pack, reprint
    from briefgen.corrigenda.comparing import is_american
    from briefgen.corrigenda.note import stamp_page
    from briefgen.writers import write

    style = own_style("Letter" if is_american(found.pairs[0].corrigendum.new) else None)
    corpus = Corpus(beside=own_corpora(own))
    files: dict[str, bytes] = {}
    notes: list[Diagnostic] = []
    faults = Faults()
    note = note_pack(_subject(found), revision, corpus, style, TEMPLATES)
    for name, data in write(note, style, list(dict.fromkeys(formats))).items():
        files[f"{found.name}-corrigendum.{name}"] = data
    for name, data, one in found.changed:
        if not (one.old.pages and one.new.pages):
            continue

        def set_words(words: str, language: str = one.new.language) -> bytes:
            return write(stamp_page(words, style, TEMPLATES, language), style, ["pdf"])["pdf"]

        with faults.gathered():
            made = reprint(one, data, revision, set_words)
            if made.sheets:
                files[f"{name}-rev{revision.number}-sheets.pdf"] = made.sheets
            files[f"{name}-rev{revision.number}.pdf"] = made.whole
            if made.unstamped:
                pages = ", ".join(map(str, made.unstamped))
                message = f"there is no room for the stamp on pages {pages}"
                notes.append(warning(message, Place(one.new.name), "mark them by hand"))
    faults.raise_any()
    return files, notes


def _subject(found: Found) -> Subject:
    from briefgen.corrigenda.note import Subject

    changed = found.changed or found.pairs[:1]
    title = changed[0].corrigendum.new.title or found.name
    return Subject(
        title if len(found.pairs) == 1 else found.name,
        tuple(pair.corrigendum for pair in changed),
        found.added,
        found.removed,
    )


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
