"""Rows, bullets and cells of the three-column tables, found in the corpus.

Enters: a corpus and ids of table units, or objectives to look up in the crosswalk. Leaves:
``RowChoice`` values. A bullet keeps its row: the recommendation, its parent bullet, the partners.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.selection.model import RowChoice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.model import Document, Unit

COLUMNS = ("recommendation", "means", "partnerships")
"""The columns of a table, in their order."""

_ROW_DEPTH = 2


def row_ids(document: Document) -> tuple[str, ...]:
    """Give the ids of a table's rows, in order."""
    rows = dict.fromkeys(
        "/".join(unit.path[:_ROW_DEPTH]) for unit in document.units if unit.path[1].isdigit()
    )
    return tuple(rows)


def column_heads(document: Document, columns: Sequence[str]) -> tuple[Unit, ...]:
    """Give the units that head the columns asked for, of those that the document has."""
    heads = {unit.path[2]: unit for unit in document.units if unit.kind == "column-head"}
    return tuple(heads[column] for column in COLUMNS if column in columns and column in heads)


def choose_rows(
    corpus: Corpus, ids: Iterable[str], links: Sequence[Link] = ()
) -> tuple[RowChoice, ...]:
    """Choose the rows that hold ``ids``; an id of a whole row chooses all of it.

    Ids are known to the corpus. Rows come in the order of their document.
    """
    asked: dict[str, list[str]] = {}
    for one in ids:
        asked.setdefault("/".join(one.split("/")[:_ROW_DEPTH]), []).append(one)
    order = [row for name in corpus.document_ids for row in _rows_of(corpus, name, asked)]
    return tuple(_row(corpus, row, asked[row], links) for row in order)


def units_of_row(row: RowChoice, columns: Sequence[str] = COLUMNS) -> Iterator[Unit]:
    """Give the units that a row quotes in some columns, in order."""
    if row.recommendation and "recommendation" in columns:
        yield row.recommendation
    if "means" in columns:
        yield from row.means
    if "partnerships" in columns:
        yield from row.partnerships


def weak_ties(row: RowChoice, columns: Sequence[str] = COLUMNS) -> dict[str, tuple[int, ...]]:
    """Give the ids of a row's units that are tied with low confidence, and to which objectives.

    The tie of a whole row, or of a cell, stands at the first of its units that is quoted in
    ``columns``.
    """
    weak: dict[str, tuple[int, ...]] = {}
    ids = [unit.id for unit in units_of_row(row, columns)]
    for link in row.links:
        if link.confidence == "low":
            for one in (one for one in ids if f"{one}/".startswith(f"{link.item}/")):
                weak[one] = (*weak.get(one, ()), link.objective)
                break
    return weak


def _rows_of(corpus: Corpus, document: str, asked: Iterable[str]) -> list[str]:
    wanted = {row for row in asked if row.startswith(f"{document}/")}
    if not wanted:
        return []
    return [row for row in row_ids(corpus.document(document)) if row in wanted]


def _row(corpus: Corpus, row: str, asked: Sequence[str], links: Sequence[Link]) -> RowChoice:
    units = corpus.under(row)
    means = tuple(unit for unit in units if unit.kind == "means")
    partners = tuple(unit for unit in units if unit.kind == "partnership")
    recommendation = next((unit for unit in units if unit.kind == "recommendation"), None)
    cells = {one.split("/")[_ROW_DEPTH] if one.count("/") >= _ROW_DEPTH else "" for one in asked}
    if "" not in cells:
        means = tuple(unit for unit in means if _is_asked(unit, asked))
        if "partnerships" in cells and "means" not in cells:
            partners = tuple(unit for unit in partners if _is_asked(unit, asked))
    return RowChoice(
        row,
        recommendation,
        means,
        partners,
        tuple(unit for unit in units if unit.kind == "means"),
        tuple(link for link in links if link.item == row or link.item.startswith(f"{row}/")),
    )


def _is_asked(unit: Unit, asked: Sequence[str]) -> bool:
    """A unit is asked for by its own id, by one above it, or by one below it."""
    return any(
        unit.id == one or unit.id.startswith(f"{one}/") or one.startswith(f"{unit.id}/")
        for one in asked
    )
