"""Which files of two folders are builds of one pack: of a set, one more moves all numbers on.

Enters: names of files, and what the doubtful ones print. Leaves: pairs of names. A serial number,
which ``files: each`` puts between the profile's name and the sheet's, tells nothing of a file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from briefgen.manifest.model import Own, Quoted
from briefgen.verify import manifest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from briefgen.corrigenda import PrintedFile

_COPY: Final = re.compile(r"-copy(-[0-9]+)?$", re.ASCII)
_SERIAL: Final = re.compile(r"-([0-9]{2,})(?=-|$)", re.ASCII)


class SerialBases(NamedTuple):
    """What stands before serial numbers in the names of files; the shorter come first."""

    bases: tuple[str, ...]

    def base_of(self, name: str) -> str:
        """Give what stands before the serial number, "" where a file has none."""
        splits = {name[: one.start()] for one in _SERIAL.finditer(name)}
        return next((base for base in self.bases if base in splits), "")

    def is_one(self, name: str, other: str) -> bool:
        """Tell whether two names are the same but for the serial number."""
        return self.name_of(name) == self.name_of(other)

    def name_of(self, name: str) -> str:
        """Give the name without its serial number."""
        base = self.base_of(name)
        return base + _SERIAL.sub("", name[len(base) :], count=1) if base else name


class Paired(NamedTuple):
    """Names of old files by those of the new ones, and files of sets that are in doubt yet."""

    pairs: dict[str, str]
    old: list[str]
    new: list[str]
    sets: SerialBases


def pair_by_name(old: Mapping[str, int], new: Iterable[str]) -> Paired:
    """Pair files by their names without serial numbers.

    ``old`` gives the revision that each file is. Of several with one name, which earlier revisions
    have left, the last one counts. Where there are then as many old as new ones, they go together
    in their order; else what they print must tell.
    """
    names = list(new)
    bases = serial_bases(names)
    before, after = _grouped(old, bases.name_of), _grouped(names, bases.name_of)
    found = Paired({}, [], [], bases)
    for name in before | after:
        was, now = before.get(name, []), after.get(name, [])
        if len(was) > len(now):
            last = max(old[one] for one in was)
            was = [one for one in was if old[one] == last]
        if len(was) == len(now):
            found.pairs.update(zip(now, was, strict=True))
        else:
            found.old.extend(was)
            found.new.extend(now)
    return found


def pair_by_words(
    sets: SerialBases, old: Mapping[str, PrintedFile], new: Mapping[str, PrintedFile]
) -> dict[str, str]:
    """Pair files of a set by the first unit that they quote, or by their heading.

    Those alike go together in their order. A file without a serial number is known by its name.
    """
    before = _grouped(old, lambda name: (sets.base_of(name), _subject(old[name])))
    after = _grouped(new, lambda name: (sets.base_of(name), _subject(new[name])))
    return {
        mine: other
        for subject, names in after.items()
        if sets.base_of(names[0])
        for mine, other in zip(names, before.get(subject, []), strict=False)
    }


def serial_bases(names: Iterable[str]) -> SerialBases:
    """Find the sets of which each file has a number, counted from 1 without a gap."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for name in names:
        for found in _SERIAL.finditer(name):
            numbers[name[: found.start()]].add(int(found[1]))
    bases = (base for base, seen in numbers.items() if seen == set(range(1, len(seen) + 1)))
    return SerialBases(tuple(sorted(bases, key=lambda base: (len(base), base))))


def set_name(names: Iterable[str]) -> str:
    """Give the name that all files of a set have in common, the profile's; "" for none."""
    known = list(names)
    bases = serial_bases(known)
    found = {_COPY.sub("", bases.base_of(name) or name) for name in known}
    return found.pop() if len(found) == 1 else ""


def _grouped(names: Iterable[str], key: Callable[[str], Hashable]) -> dict[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = {}
    for name in sorted(names):
        groups.setdefault(key(name), []).append(name)
    return groups


def _subject(file: PrintedFile) -> Hashable:
    """Give what a file is about, as far as its manifest tells; numbered copies differ in that."""
    parts = [part for one in manifest_of(file.delivered).passages for part in one.parts]
    quoted = next((part.unit for part in parts if isinstance(part, Quoted)), "")
    own = next((part.words for part in parts if isinstance(part, Own)), "")
    return quoted or own or file.title, file.copy
