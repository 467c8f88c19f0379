"""The one pass over a profile's contents that makes a ``Selection``.

Enters: a corpus and a profile. Leaves: the selection, or every fault at once.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.profiles.entries import TABLES
from briefgen.profiles.schema import (
    NoteEntry,
    ObjectivesEntry,
    RowsEntry,
    SectionEntry,
    ThemeEntry,
    UnitsEntry,
)
from briefgen.selection.model import (
    Findings,
    NoRowsPart,
    ObjectiveChoice,
    OwnPart,
    Part,
    Selection,
    TablePart,
    TextPart,
)
from briefgen.selection.tables import COLUMNS, choose_rows, column_heads, row_ids, units_of_row
from briefgen.selection.texts import choose_objective, gather, objective_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.model import Document, Unit
    from briefgen.diagnostics import Place
    from briefgen.profiles.schema import Entry, Profile


def select(corpus: Corpus, profile: Profile) -> Selection:
    """Choose what the profile asks for, in its order.

    Raises:
        UnusableInput: an objective, letter, section, row or unit is not in the corpus.
    """
    choosing = _Choosing(corpus, profile)
    chosen = [(at, choosing.part(at, entry)) for at, entry in enumerate(profile.contents)]
    if choosing.faults:
        raise UnusableInput(choosing.faults)
    parts = tuple(part for _, some in chosen for part in some)
    documents: dict[str, Document] = {}
    for part in parts:
        for document in _documents_of(part):
            documents.setdefault(document.id, document)
    return Selection(
        parts,
        tuple(documents.values()),
        choosing.reasons,
        Findings(weak=choosing.weak),
        entries=tuple(at for at, some in chosen for _ in some),
    )


def units_of(part: Part) -> Iterator[Unit]:
    """Give the units that a part quotes, in order."""
    match part:
        case TextPart():
            for item in part.items:
                yield from _units_of_item(item)
        case TablePart():
            for row in part.rows:
                yield from units_of_row(row, part.columns)
        case NoRowsPart() | OwnPart():
            pass
        case _ as never:
            assert_never(never)


def _units_of_item(item: Unit | ObjectiveChoice) -> Iterator[Unit]:
    if not isinstance(item, ObjectiveChoice):
        yield item
        return
    yield item.title
    yield from (unit for unit in (item.commitment, item.chapeau) if unit)
    yield from (*item.actions, *item.sub_items)
    if item.draft:
        yield from _units_of_item(item.draft)


def _documents_of(part: Part) -> Iterator[Document]:
    match part:
        case TextPart():
            yield part.document
            for item in part.items:
                if isinstance(item, ObjectiveChoice) and item.draft:
                    yield item.draft.document
        case TablePart():
            yield part.document
        case NoRowsPart() | OwnPart():
            pass
        case _ as never:
            assert_never(never)


def _apart(
    runs: Iterable[tuple[Document, list[str]]],
) -> Iterator[tuple[Document, bool, list[str]]]:
    """Part the ids of rows from those of the lines around a table."""
    for document, ids in runs:
        for in_table, some in groupby(ids, key=partial(_is_of_row, document)):
            yield document, in_table, list(some)


def _is_of_row(document: Document, unit_id: str) -> bool:
    return document.layout == "table" and unit_id.partition("/")[2][:1].isdigit()


class _Choosing(Struct):
    """The state of one pass: the faults so far, and the objectives that rows may relate to."""

    corpus: Corpus
    profile: Profile
    faults: list[Diagnostic] = field(default_factory=list)
    reasons: dict[str, Place] = field(default_factory=dict)
    objectives: dict[int, None] = field(default_factory=dict)
    weak: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def part(self, at: int, entry: Entry) -> list[Part]:
        """Give what one entry of the contents chooses."""
        match entry:
            case ObjectivesEntry():
                parts = self._objectives(at, entry)
            case SectionEntry():
                parts = self._sections(at, entry)
            case UnitsEntry():
                parts = self._units(at, entry)
            case RowsEntry():
                parts = self._rows(at, entry)
            case ThemeEntry():
                parts = self._theme(at, entry)
            case NoteEntry():
                parts = [OwnPart(entry.heading, entry.paragraphs, entry.points)]
            case _ as never:
                assert_never(never)
        place = self.profile.place("contents", at)
        for part in parts:
            for unit in units_of(part):
                self.reasons.setdefault(unit.id, place)
        return parts

    # ------------------------------------------------------------ running text

    def _objectives(self, at: int, entry: ObjectivesEntry) -> list[Part]:
        document = self._document(entry.document, "contents", at, "from")
        if document is None:
            return []
        known = objective_numbers(document)
        asked = entry.numbers or tuple((number, None) for number in known)
        chosen: list[ObjectiveChoice] = []
        for number, letters in asked:
            place = self.profile.place("contents", at, "objectives", number)
            if number not in known:
                message = f"{document.id} has no Objective {number}"
                hint = (
                    f"it has Objectives {known[0]} to {known[-1]}"
                    if known
                    else "'briefgen list objectives' shows what has some; use 'section' or 'units'"
                )
                self.faults.append(error(message, place, hint))
                continue
            self.objectives[number] = None
            choice = choose_objective(
                self.corpus,
                document,
                number,
                parts=entry.parts,
                letters=letters,
                draft=entry.draft,
            )
            self._check_letters(choice, letters or (), at)
            chosen.append(choice)
        return [TextPart(document, tuple(chosen), entry.heading)] if chosen else []

    def _check_letters(self, choice: ObjectiveChoice, letters: Sequence[str], at: int) -> None:
        known = (choice.draft or choice).letters
        if choice.fault and not choice.draft:
            return
        missing: dict[Place, list[str]] = {}
        for letter in letters:
            if known and letter not in known:
                place = self.profile.place("contents", at, "objectives", choice.number, letter)
                missing.setdefault(place, []).append(letter)
        for place, absent in missing.items():  # a range stands at one place
            listed = f"({absent[0]})" + (f" to ({absent[-1]})" if absent[1:] else "")
            message = f"Objective {choice.number} of {choice.document.id} has no {listed}"
            hint = f"its letters are ({known[0]}) to ({known[-1]})"
            self.faults.append(error(message, place, hint))

    def _sections(self, at: int, entry: SectionEntry) -> list[Part]:
        document = self._document(entry.document, "contents", at, "from")
        if document is None:
            return []
        parts: list[Part] = []
        for index, name in enumerate(entry.names):
            units = self.corpus.section(document.id, name)
            if units is None:
                self.faults.append(
                    error(
                        f"{document.id} has no section '{name}'",
                        self.profile.place("contents", at, "section", index),
                        did_you_mean(name, [section.name for section in document.sections]),
                    )
                )
            elif document.layout == "table" and name == "table":
                parts.extend(self._tables(row_ids(document), COLUMNS, entry.heading))
            else:
                items = gather(self.corpus, document, units)
                for item in items:
                    if isinstance(item, ObjectiveChoice):
                        self.objectives[item.number] = None
                parts.append(TextPart(document, items, entry.heading, name))
        return parts

    def _units(self, at: int, entry: UnitsEntry) -> list[Part]:
        parts: list[Part] = []
        known = self._known(entry.units, at, "units")
        for document, in_table, ids in _apart(known):
            if in_table:
                parts.extend(self._tables(ids, COLUMNS, entry.heading))
                continue
            units = [unit for one in ids for unit in self._found(one)]
            items = gather(self.corpus, document, units)
            self.objectives |= {
                item.number: None for item in items if isinstance(item, ObjectiveChoice)
            }
            parts.append(TextPart(document, items, entry.heading))
        return parts

    def _found(self, asked: str) -> Sequence[Unit]:
        unit = self.corpus.find(asked)
        below = self.corpus.under(asked)
        if unit is None or unit.id == asked:
            return below
        return [unit]

    def _known(self, ids: Sequence[str], at: int, key: str) -> Iterator[tuple[Document, list[str]]]:
        """Give runs of ids of one document each; report those that the corpus does not have."""
        run: tuple[Document, list[str]] | None = None
        for index, one in enumerate(ids):
            if self.corpus.find(one) is None and not self.corpus.under(one):
                place = self.profile.place("contents", at, key, index)
                message = f"the corpus has no unit '{one}'"
                self.faults.append(error(message, place, self.corpus.nearest(one)))
                continue
            document = self.corpus.document(one.split("/")[0])
            if run and run[0].id == document.id:
                run[1].append(one)
                continue
            if run:
                yield run
            run = (document, [one])
        if run:
            yield run

    def _theme(self, at: int, entry: ThemeEntry) -> list[Part]:
        from briefgen.selection.themes import choose_theme  # noqa: PLC0415 - most profiles have none

        choice = choose_theme(self.corpus, entry, self.profile.place("contents", at, "theme"))
        self.faults += choice.faults
        self.weak |= choice.weak
        parts: list[Part] = []
        for one in choice.entries:
            parts += self._units(at, one) if isinstance(one, UnitsEntry) else self._rows(at, one)
        return parts

    # ------------------------------------------------------------ tables

    def _rows(self, at: int, entry: RowsEntry) -> list[Part]:
        if entry.rows == "related":
            return self._related(at, entry)
        if entry.rows == "all":
            documents = [self._document(one, "contents", at, "from") for one in entry.documents]
            ids = [row for one in documents if one for row in row_ids(one)]
            return self._tables(ids, entry.columns, entry.heading)
        parts: list[Part] = []
        for document, ids in self._known(entry.rows, at, "rows"):
            if document.layout != "table":
                place = self.profile.place("contents", at, "rows", entry.rows.index(ids[0]))
                hint = "rows are in tables such as iom-human; use 'units' for running text"
                self.faults.append(error(f"'{ids[0]}' is not in a table", place, hint))
                continue
            links = self.corpus.related(entry.related_to)
            parts.extend(self._tables(ids, entry.columns, entry.heading, links, entry.related_to))
        return parts

    def _related(self, at: int, entry: RowsEntry) -> list[Part]:
        objectives = entry.related_to or tuple(sorted(self.objectives))
        if not objectives:
            place = self.profile.place("contents", at, "rows")
            hint = "put the entry below the objectives that are meant, or add 'related-to: [5]'"
            self.faults.append(error("'related' has no objectives above it", place, hint))
            return []
        links = [
            link
            for link in self.corpus.related(objectives, entry.links)
            if link.item.split("/")[0] in entry.documents
        ]
        whole = entry.bullets == "all"
        ids = dict.fromkeys(
            "/".join(link.item.split("/")[:2]) if whole else link.item for link in links
        )
        parts = self._tables(ids, entry.columns, entry.heading, links, objectives)
        covered = {link.objective for link in links}
        bare = tuple(number for number in objectives if number not in covered)
        if bare:
            remarks = {one: words for one, words in self.corpus.untied.items() if one in bare}
            heading = entry.heading if not parts else ""
            parts.append(NoRowsPart(bare, heading, remarks, self._unusual(entry.documents)))
        return parts

    def _unusual(self, tables: Sequence[str]) -> tuple[Document, ...]:
        """Give the tables that an entry looks in; nothing where it does not say which."""
        if set(tables) == set(TABLES):
            return ()
        return tuple(self.corpus.document(one) for one in tables if one in self.corpus.document_ids)

    def _tables(
        self,
        ids: Iterable[str],
        columns: Sequence[str],
        heading: str,
        links: Sequence[Link] = (),
        objectives: tuple[int, ...] = (),
    ) -> list[Part]:
        rows = choose_rows(self.corpus, ids, links)
        parts: list[Part] = []
        for name in self.corpus.document_ids:
            mine = tuple(row for row in rows if row.id.startswith(f"{name}/"))
            if mine:
                document = self.corpus.document(name)
                heads = column_heads(document, columns)
                shown = tuple(head.path[2] for head in heads)
                parts.append(TablePart(document, shown, heads, mine, heading, objectives))
        return parts

    def _document(self, name: str, *path: str | int) -> Document | None:
        try:
            return self.corpus.document(name)
        except UnusableInput:
            self.faults.append(
                error(
                    f"the corpus has no document '{name}'",
                    self.profile.place(*path),
                    self.corpus.nearest_document(name),
                )
            )
            return None
