"""The corpus: every unit of every document, looked up by id or walked in the order of its source.

Enters: the shipped folder of corpus files, and the user's own beside it. Leaves: documents, units,
faults and ties to objectives. A document is read when it is first asked for. Why something is
selected is not known here.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.corpus import plain_documents
from briefgen.corpus.compiled import load_plain
from briefgen.corpus.corrections import correct, load_corrections
from briefgen.corpus.crosswalk import Link, load_crosswalk, load_untied
from briefgen.corpus.faults import load_faults
from briefgen.corpus.homes import SHIPPED, find_homes
from briefgen.corpus.labels import LETTERS, ROMANS
from briefgen.diagnostics import did_you_mean
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.corpus.model import Document, Fault, Unit

_LABEL = re.compile(r"[a-z]|[ivxl]+|[0-9]+")


class _Index(Struct, frozen=True):
    document: Document
    units: dict[str, Unit]
    """By id, and by the further ids that a unit answers to, in the order of the source."""
    prefixes: frozenset[str]


_OWN_DOCUMENTS = "your own are looked for in ./corpus, where briefgen is run, and in --corpus DIR"


class Corpus:
    """The documents of some folders, with their corrections applied or verbatim.

    ``folder`` is the shipped one by default; those of ``beside`` add documents of their own. Every
    method that reads a document raises ``UnusableInput`` if its files are at fault, or if two
    folders have different documents of one id.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        text: Literal["verbatim", "corrected", "clean"] = "corrected",
        beside: Sequence[Path] = (),
    ) -> None:
        self._folders = tuple(dict.fromkeys((folder or SHIPPED, *beside)))
        self._text = text
        self._indexes: dict[str, _Index] = {}

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that the corpus is read from, the shipped one first by default."""
        return self._folders

    @cached_property
    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents, folder by folder, in the order of each catalogue."""
        return tuple(self._homes)

    @cached_property
    def _homes(self) -> dict[str, Path]:
        return find_homes(self._folders)

    def document(self, id: str) -> Document:  # noqa: A002 - ids are the currency of the corpus
        """Give a document.

        Raises:
            UnusableInput: there is no such document.
        """
        if id not in self.document_ids:
            hint = self.nearest_document(id)
            raise UnusableInput.because(f"there is no document '{id}'", hint=hint)
        return self._index(id).document

    def nearest_document(self, name: str) -> str:
        """Give the hint for a document that is not there: the one meant, or where to look."""
        hint = did_you_mean(name, self.document_ids)
        if hint.startswith("did you mean"):
            return hint
        return "; ".join(filter(None, (hint, _OWN_DOCUMENTS)))

    def find(self, unit_id: str) -> Unit | None:
        """Give the unit that answers to an id, if there is one.

        The commitment of an objective answers to its paragraph's id too: ``gcm-rev2/para/20``.
        """
        name = unit_id.split("/", 1)[0]
        return self._index(name).units.get(unit_id) if name in self.document_ids else None

    def under(self, prefix: str) -> tuple[Unit, ...]:
        """Give the units at and below an id, in the order of the source: none if it is unknown."""
        name = prefix.split("/", 1)[0]
        if name not in self.document_ids:
            return ()
        index = self._index(name)
        if prefix in index.units and prefix not in index.prefixes:
            return (index.units[prefix],)
        stem = f"{prefix}/"
        return tuple(
            unit for unit in index.document.units if unit.id == prefix or unit.id.startswith(stem)
        )

    def section(self, document: str, name: str) -> tuple[Unit, ...] | None:
        """Give the units of a section of a document, None if it has no such section.

        Raises:
            UnusableInput: there is no such document.
        """
        for section in self.document(document).sections:
            if section.name == name:
                return section.units
        return None

    def nearest(self, unit_id: str) -> str:
        """Give the hint for an id that nothing answers to: ``did you mean 'gcm-rev2/5/g'?``."""
        name = unit_id.split("/", 1)[0]
        if name not in self.document_ids:
            for near in get_close_matches(name, self.document_ids, n=1):
                meant = f"{near}{unit_id[len(name) :]}"
                if self.find(meant) or self.under(meant):
                    return f"did you mean '{meant}'?"
            return self.nearest_document(name)
        index = self._index(name)
        known = [*index.units, *index.prefixes]
        parent, _, label = unit_id.rpartition("/")
        siblings = [one for one in known if one.rpartition("/")[0] == parent]
        if siblings and _LABEL.fullmatch(label):
            last = max(siblings, key=_number)
            if label.isdecimal() and 0 < _number(last) < int(label) - 1:
                return f"the last is '{last}'"
            return f"did you mean '{min(siblings, key=lambda one: _distance(one, unit_id))}'?"
        return did_you_mean(unit_id, siblings) or did_you_mean(unit_id, known)

    def fault(self, unit_id: str) -> Fault | None:
        """Give the fault that covers an id, if there is one."""
        for fault, _ in self._faults:
            if unit_id == fault.under or unit_id.startswith(f"{fault.under}/"):
                return fault
        return None

    def related(
        self, objectives: Sequence[int], links: Literal["primary", "all"] = "all"
    ) -> tuple[Link, ...]:
        """Give the ties of these objectives, in the order of the tables."""
        return tuple(
            link
            for link in self._crosswalk
            if link.objective in objectives and (links == "all" or link.strength == "primary")
        )

    @cached_property
    def untied(self) -> dict[int, str]:
        """The objectives that the tables do not speak of, each with what comes nearest."""
        untied: dict[int, str] = {}
        for folder in self._folders:
            untied |= load_untied(folder)
        return untied

    @cached_property
    def _crosswalk(self) -> tuple[Link, ...]:
        return tuple(link for folder in self._folders for link in load_crosswalk(folder))

    @cached_property
    def _faults(self) -> tuple[tuple[Fault, object], ...]:
        return tuple(fault for folder in self._folders for fault in load_faults(folder))

    def _index(self, name: str) -> _Index:
        if name not in self._indexes:
            self._indexes[name] = _index(self._load(name))
        return self._indexes[name]

    def _load(self, name: str) -> Document:
        folder = self._homes[name]
        plain = load_plain(folder, f"documents/{name}", plain_documents.parse)
        document = plain_documents.restore(plain)
        if self._text != "verbatim":
            document = correct(document, load_corrections(folder, name))
        own = tuple(fault for fault, _ in self._faults if fault.under.startswith(f"{name}/"))
        return replace(document, faults=own)


def _index(document: Document) -> _Index:
    units: dict[str, Unit] = {}
    prefixes: set[str] = set()
    for unit in document.units:
        units[unit.id] = unit
        if unit.kind == "commitment" and unit.label:
            units[f"{document.id}/para/{unit.label}"] = unit
        parts = unit.path
        prefixes.update("/".join(parts[:length]) for length in range(2, len(parts)))
    return _Index(document, units, frozenset(prefixes))


def _number(name: str) -> int:
    """Give the number that an id ends in, 0 if it ends otherwise."""
    label = name.rpartition("/")[2]
    return int(label) if label.isdecimal() else 0


def _distance(known: str, wanted: str) -> tuple[int, int, str]:
    """Rank a sibling by how near its label is: in the alphabet, or as a number."""
    label, other = known.rpartition("/")[2], wanted.rpartition("/")[2]
    if label.isdecimal() and other.isdecimal():
        return (0, abs(int(label) - int(other)), known)
    for scheme in (LETTERS, ROMANS):
        if label in scheme and other in scheme:
            return (0, abs(scheme.index(label) - scheme.index(other)), known)
    return (1, abs(len(label) - len(other)), known)
