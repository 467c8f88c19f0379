"""The list of actors, bodies and instruments, and the index of where the documents name them.

Enters: corpus folders, the shipped one first; then units. Leaves: occurrences. The index is made
when it is asked for, so that it cannot be stale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.corpus.actors.matching import Matcher
from briefgen.corpus.actors.model import Name, Occurrence
from briefgen.corpus.folding import fold_name, hint_nearest
from briefgen.corpus.layers import Listing
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from briefgen.corpus.actors.model import NameKind
    from briefgen.corpus.compiled import Plain
    from briefgen.corpus.model import Document, Unit


class Actors:
    """Names in the order of their files, and the means to find them in texts."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = {name.id: name for name in names}
        self._folded: dict[str, Name] = {}
        for name in (*((one.id, one) for one in names), *((one.name, one) for one in names)):
            self._folded.setdefault(fold_name(name[0]), name[1])
        for one in names:
            for variant in one.variants:
                self._folded.setdefault(fold_name(variant), one)
        self.matcher = Matcher(names)

    def __iter__(self) -> Iterator[Name]:
        """Walk the names in their order."""
        return iter(self._names.values())

    def __getitem__(self, id: str) -> Name:  # noqa: A002 - ids are the currency of the corpus
        """Give the name of an id that is known to be one."""
        return self._names[id]

    def find(self, name: str, kinds: Collection[NameKind] = ("actor", "body")) -> Name:
        """Give the actor, body or instrument of this id, name or variant.

        Raises:
            UnusableInput: none of these kinds answers to it; the hint has the nearest names.
        """
        known = self._folded.get(fold_name(name))
        if known is None or known.kind not in kinds:
            what = "instrument" if "instrument" in kinds else "actor"
            of_kind = (one for one in self if one.kind in kinds)
            near = hint_nearest(name, (known for one in of_kind for known in one.names))
            hint = near or f"'briefgen list {what}s' shows all"
            if known is not None:
                hint = f"'{known.name}' is listed as {_WITH_ARTICLE[known.kind]}"
            raise UnusableInput.because(f"there is no {what} '{name}'", hint=hint)
        return known

    def family(self, name: Name) -> frozenset[str]:
        """Give the ids of a name and of all that are part of it: diaspora, its organizations."""
        ids = {name.id}
        while more := {one.id for one in self if one.broader in ids} - ids:
            ids |= more
        return frozenset(ids)

    def in_unit(self, unit: Unit) -> Iterator[Occurrence]:
        """Give every occurrence in one unit, in the order of its words."""
        for mention in self.matcher.mentions(unit.text):
            words = unit.text[mention.start : mention.end]
            name = self._names[mention.name]
            yield Occurrence(name, unit.id, mention.start, mention.end, words)

    def occurrences(
        self, documents: Iterable[Document], only: Name | None = None
    ) -> Iterator[Occurrence]:
        """Give every occurrence in some documents, in their order, what is faulty left out.

        ``only`` keeps to one name and what is part of it.
        """
        wanted = self.family(only) if only else None
        for document in documents:
            faulty = tuple(f"{fault.under}/" for fault in document.faults)
            for unit in document.units:
                if not (faulty and unit.id.startswith(faulty)):
                    for one in self.in_unit(unit):
                        if wanted is None or one.name.id in wanted:
                            yield one


_WITH_ARTICLE = {"actor": "an actor", "body": "a body", "instrument": "an instrument"}


def load_actors(folders: Iterable[Path]) -> Actors:
    """Read the names of some corpus folders, those of the shipped folder first.

    Raises:
        UnusableInput: with every fault of the files.
    """
    faults: list[Diagnostic] = []
    names = LISTING.load(folders, faults)
    for name in names.values():
        if name.broader and name.broader not in names:
            hint = hint_nearest(name.broader, names)
            faults.append(error(f"there is no actor '{name.broader}'", name.place, hint))
    if faults:
        raise UnusableInput(faults)
    return Actors(tuple(names.values()))


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for a file of names, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.actors.names_file import read_names  # noqa: PLC0415 - needs pydantic

    return read_names(data, file)


def _made(row: Plain, file: str) -> Name:
    return Name(
        row["id"],
        row["name"],
        row["kind"],
        tuple(row["variants"]),
        tuple(row["exceptions"]),
        row["broader"],
        row["remark"],
        Place(file, *row["at"]),
        tuple(row.get("translations", {}).items()),
    )


def _extended(name: Name, row: Plain, _file: str) -> Name:
    return replace(
        name,
        variants=tuple(dict.fromkeys((*name.variants, *row["variants"]))),
        exceptions=tuple(dict.fromkeys((*name.exceptions, *row["exceptions"]))),
    )


LISTING = Listing("actors", "actor", parse, _made, _extended)
