"""Lists that corpus folders add to, one over the other: names of actors, themes.

Enters: corpus folders, the shipped one first, and what a row of such a list is. Leaves: the things
listed, by id. A later folder adds things, replaces one by giving its id again, or extends one
(``extends: children``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from briefgen.corpus.compiled import load_plain
from briefgen.corpus.folding import hint_nearest
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefgen.corpus.compiled import Plain

Thing = TypeVar("Thing")


class Listing(Struct, Generic[Thing], frozen=True):
    """What is listed in the files of one folder of a corpus.

    ``what`` is its name in messages ("theme"). ``parse`` gives plain rows for a file, the slow way;
    ``made`` makes a thing of a row of a file, ``extended`` one of another folder and a row.
    """

    folder: str
    what: str
    parse: Callable[[bytes, str], Plain]
    made: Callable[[Plain, str], Thing]
    extended: Callable[[Thing, Plain, str], Thing]

    def files(self, corpus: Path) -> list[Path]:
        """Give the files in a corpus folder, in the order of their names."""
        return sorted((corpus / self.folder).glob("*.yaml"))

    def load(self, corpora: Iterable[Path], faults: list[Diagnostic]) -> dict[str, Thing]:
        """Read the lists of some corpus folders; what is wrong in them is added to ``faults``."""
        things: dict[str, Thing] = {}
        for corpus in corpora:
            own: set[str] = set()
            for path in self.files(corpus):
                try:
                    rows = load_plain(corpus, f"{self.folder}/{path.stem}", self.parse)
                except UnusableInput as fault:
                    faults += fault.diagnostics
                    continue
                for row in rows:
                    self._add(things, own, row, str(path), faults)
        return things

    def _add(
        self,
        things: dict[str, Thing],
        own: set[str],
        row: Plain,
        file: str,
        faults: list[Diagnostic],
    ) -> None:
        name, place = row["id"], Place(file, *row["at"])
        if row["extends"]:
            if name in things:
                things[name] = self.extended(things[name], row, file)
            else:
                message = f"there is no {self.what} '{name}' to extend"
                faults.append(error(message, place, hint_nearest(name, things)))
        elif name in own:
            faults.append(error(f"the {self.what} '{name}' is given twice", place, "join the two"))
        else:
            own.add(name)
            things[name] = self.made(row, file)
