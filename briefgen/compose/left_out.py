"""Sheets with less on them: what is left out for want of room, and the line that says so.

Enters: sheets, and for each the ids of what does not go on it. Leaves: sheets without it. What room
there is, is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.compose.locators import rows_place
from briefgen.selection import ObjectiveChoice, TablePart, TextPart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.sheets import SheetParts
    from briefgen.corpus.model import Unit
    from briefgen.selection import Part


def without(
    sheets: Sequence[SheetParts], left_out: Mapping[int, Collection[str]]
) -> list[SheetParts]:
    """Give the sheets without the rows, actions and units that ``left_out`` names for each."""
    return [_without(sheet, left_out.get(at, ())) for at, sheet in enumerate(sheets)]


def _without(sheet: SheetParts, ids: Collection[str]) -> SheetParts:
    if not ids:
        return sheet
    parts: list[Part] = []
    rows: list[TablePart] = []
    for part in sheet.parts:
        match part:
            case TextPart():
                if items := tuple(_items(part.items, ids)):
                    parts.append(replace(part, items=items))
            case TablePart() if gone := tuple(row for row in part.rows if row.id in ids):
                rows.append(replace(part, rows=gone))
                if left := tuple(row for row in part.rows if row.id not in ids):
                    parts.append(replace(part, rows=left))
            case _:
                parts.append(part)
    return replace(sheet, parts=parts, left_out=tuple(rows))


def _items(
    items: Iterable[Unit | ObjectiveChoice], ids: Collection[str]
) -> Iterable[Unit | ObjectiveChoice]:
    for item in items:
        if isinstance(item, ObjectiveChoice):
            yield _fewer_actions(item, ids)
        elif item.id not in ids:
            yield item


def _fewer_actions(choice: ObjectiveChoice, ids: Collection[str]) -> ObjectiveChoice:
    return replace(
        choice,
        actions=tuple(unit for unit in choice.actions if unit.id not in ids),
        draft=choice.draft and _fewer_actions(choice.draft, ids),
    )


def left_out_line(sheet: SheetParts, furniture: Furniture) -> str:
    """Say which rows a sheet lacks for want of room; nothing where it lacks none."""
    if not sheet.left_out:
        return ""
    rows = (rows_place(part.document, part.rows, furniture) for part in sheet.left_out)
    return furniture.fill("rows-left-out", rows=furniture.listed(rows))
