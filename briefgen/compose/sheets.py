"""What stands on a sheet of its own: a selection divided for a handout.

Enters: the parts of a selection. Leaves: groups of parts, one a sheet, each with its name. Rows
that were looked up for objectives go with the objective that they belong to; nothing is left out.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.locators import rows_place, text_place
from briefgen.selection import NoRowsPart, ObjectiveChoice, OwnPart, TablePart, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.corpus.model import Document, Unit
    from briefgen.selection import Part, RowChoice, Selection

_LONGEST_SLUG = 40

Item: TypeAlias = "ObjectiveChoice | Unit"


class SheetParts(Struct):
    """The parts of one sheet, and what its header calls it; ``objective`` if it is one, else 0."""

    name: str
    parts: list[Part]
    objective: int = 0
    left_out: tuple[TablePart, ...] = ()
    """Rows that belong here and are left out for want of room."""


def on_sheets(
    selection: Selection, each: Literal["item", "part"], furniture: Furniture
) -> list[SheetParts]:
    """Divide parts among sheets: each objective and row by itself, or each entry's together."""
    if each == "part":
        return list(_of_entries(selection, furniture))
    sheets: list[SheetParts] = []
    for part in selection.parts:
        if isinstance(part, OwnPart):
            sheets.append(SheetParts(_name(part, furniture), [part]))
            continue
        match part:
            case TextPart():
                sheets.extend(_of_text(part, furniture))
            case TablePart():
                sheets.extend(_of_table(part, sheets, furniture))
            case NoRowsPart():
                sheets.extend(_of_nothing(part, sheets, furniture))
    return sheets


def _of_entries(selection: Selection, furniture: Furniture) -> Iterator[SheetParts]:
    """Put all parts that one entry of the contents has chosen on a sheet."""
    entries = zip(selection.entries, selection.parts, strict=True)
    for _, group in groupby(entries, key=itemgetter(0)):
        parts = [part for _, part in group]
        names = dict.fromkeys(_name(part, furniture) for part in parts)
        yield SheetParts(parts[0].heading or furniture.listed(names), parts)


def sheets_apart(
    selection: Selection, each: Literal["item", "part"], furniture: Furniture
) -> dict[str, Selection]:
    """Give what each sheet would hold by itself, by names that sort in the order of the sheets."""
    return apart_by_groups(selection, on_sheets(selection, each, furniture))


def apart_by_groups(selection: Selection, sheets: Sequence[SheetParts]) -> dict[str, Selection]:
    """Give what each of some groups of parts would be by itself, by names that sort."""
    digits = max(2, len(str(len(sheets))))
    apart: dict[str, Selection] = {}
    for number, sheet in enumerate(sheets, 1):
        ids = {one.id for part in sheet.parts for one in _documents(part)}
        documents = tuple(one for one in selection.documents if one.id in ids)
        name = f"{number:0{digits}}{_slug(sheet.name)}"
        apart[name] = replace(
            selection,
            parts=tuple(sheet.parts),
            documents=documents,
            entries=(number,) * len(sheet.parts),
        )
    return apart


def _documents(part: Part) -> Iterator[Document]:
    """Give the documents that a part quotes."""
    if isinstance(part, TextPart | TablePart):
        yield part.document
    for item in part.items if isinstance(part, TextPart) else ():
        if isinstance(item, ObjectiveChoice) and item.draft:
            yield item.draft.document


def _slug(name: str) -> str:
    """Give a name as part of a file's: small letters and digits that every system takes."""
    plain = "".join(one if one.isascii() and one.isalnum() else " " for one in name.lower())
    words = plain.split()
    while len("".join(words)) + len(words) > _LONGEST_SLUG and len(words) > 1:
        words.pop()
    return "".join(f"-{word}" for word in words)[:_LONGEST_SLUG]


def _of_text(part: TextPart, furniture: Furniture) -> Iterator[SheetParts]:
    for items in _apart(part.items):
        one = replace(part, items=items)
        number = items[0].number if isinstance(items[0], ObjectiveChoice) else 0
        yield SheetParts(_name(one, furniture), [one], number)


def _apart(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """Give each objective by itself, and what stands between two of them together."""
    run: list[Item] = []
    for item in items:
        if isinstance(item, ObjectiveChoice):
            if run:
                yield tuple(run)
                run = []
            yield (item,)
        else:
            run.append(item)
    if run:
        yield tuple(run)


def _of_table(
    part: TablePart, before: Sequence[SheetParts], furniture: Furniture
) -> Iterator[SheetParts]:
    """Put rows on the sheets of the objectives that they belong to, others on their own."""
    left = list(part.rows)
    for sheet in before:
        if sheet.objective not in part.objectives:
            continue
        rows = tuple(row for row in part.rows if _belongs(row, sheet.objective))
        if rows:
            tied = tuple(_tied_to(row, sheet.objective) for row in rows)
            sheet.parts.append(replace(part, rows=tied, objectives=(sheet.objective,)))
            left = [row for row in left if row not in rows]
    for row in left:
        one = replace(part, rows=(row,))
        yield SheetParts(_name(one, furniture), [one])


def _belongs(row: RowChoice, objective: int) -> bool:
    return any(link.objective == objective for link in row.links)


def _tied_to(row: RowChoice, objective: int) -> RowChoice:
    """Give a row with its ties to one objective alone: of the others a sheet has nothing to say."""
    return replace(row, links=tuple(link for link in row.links if link.objective == objective))


def _of_nothing(
    part: NoRowsPart, before: Sequence[SheetParts], furniture: Furniture
) -> Iterator[SheetParts]:
    """Say on the sheet of each objective that no row belongs to it."""
    told: set[int] = set()
    for sheet in before:
        if sheet.objective in part.objectives:
            sheet.parts.append(replace(part, objectives=(sheet.objective,)))
            told.add(sheet.objective)
    rest = tuple(number for number in part.objectives if number not in told)
    if rest:
        one = replace(part, objectives=rest)
        yield SheetParts(_name(one, furniture), [one])


def _name(part: Part, furniture: Furniture) -> str:
    """Give what a sheet is called: its objective or row, its heading, or its text."""
    match part:
        case TextPart():
            numbers = [item.number for item in part.items if isinstance(item, ObjectiveChoice)]
            if part.heading and len(numbers) != 1:
                return part.heading
            units = [item for item in part.items if not isinstance(item, ObjectiveChoice)]
            place = text_place(part.document, units, furniture)
            if not numbers:
                return place
            named = furniture.objectives(numbers)
            return named if place == part.document.short_title else f"{named}; {place}"
        case TablePart():
            return rows_place(part.document, part.rows, furniture)
        case NoRowsPart():
            return part.heading or furniture.objectives(part.objectives)
        case OwnPart():
            return part.heading or furniture["own-words"]
