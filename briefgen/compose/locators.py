"""How a quotation is cited: document, paragraph, letters, status and date.

Enters: selected units. Leaves: lines such as ``Draft Rev 2, para. 24 (d)``. The United Nations
cites paragraphs, not pages (UN Editorial Manual, Quotations), and with sub-paragraphs in
parentheses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.corpus.model import Document, Unit
    from briefgen.selection import NoRowsPart, ObjectiveChoice, RowChoice

DOT = " \u00b7 "
OFFICIAL = "({})"
"""The form of letters in English."""
_DASH = "\u2013"
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


def quoted_text(document: Document, furniture: Furniture) -> str:
    """Name a text with its date and status: ``Draft Rev 2, 28 May 2018: negotiating draft ...``."""
    name = f"{document.short_title}, {furniture.date(document.date)}"
    return furniture.said_of(name, status(document, furniture))


def texts_quoted(documents: Iterable[Document], furniture: Furniture) -> str:
    """Say which texts are quoted, each once, and what their status is; nothing of none."""
    lines = dict.fromkeys(quoted_text(document, furniture) for document in documents)
    return furniture.fill("text-quoted", texts=furniture.listed(lines)) if lines else ""


def status(document: Document, furniture: Furniture) -> str:
    """Give the words for a document's status."""
    return furniture[f"status-{document.status.replace(' ', '-')}"]


def _with_status(where: str, document: Document, furniture: Furniture) -> str:
    what = f"{status(document, furniture)}, {furniture.date(document.date)}"
    start = f"{document.short_title}, {where}" if where else document.short_title
    return f"{start}{DOT}{what}"


def objective_locator(choice: ObjectiveChoice, furniture: Furniture, form: str = OFFICIAL) -> str:
    """Cite an objective, by paragraph where the document numbers them; letters in ``form``."""
    document = choice.document
    number = next(
        (
            unit.label
            for unit in document.units
            if unit.kind == "commitment" and unit.path[1] == str(choice.number)
        ),
        "",
    )
    where = (
        f"{furniture['paragraph']} {number}" if number else furniture.objectives([choice.number])
    )
    chosen = [unit.label for unit in choice.actions]
    if chosen and len(chosen) < len(choice.letters):
        known = [
            unit.label
            for unit in document.units
            if unit.kind == "action" and unit.path[1] == str(choice.number)
        ]
        where += f" {runs(chosen, known, form)}"
    return _with_status(where, document, furniture)


def text_locator(document: Document, units: Sequence[Unit], furniture: Furniture) -> str:
    """Cite a run of units: the span of its paragraphs, or the document alone."""
    return _with_status(_paragraphs(document, units, furniture), document, furniture)


def text_place(document: Document, units: Sequence[Unit], furniture: Furniture) -> str:
    """Name a run of units, without status: ``Draft Rev 2, paras. 1-6``; a principle by its name."""
    where = _paragraphs(document, units, furniture)
    if not where and len(units) == 1 and units[0].kind == "principle":
        where = units[0].label
    return f"{document.short_title}, {where}" if where else document.short_title


def _paragraphs(document: Document, units: Sequence[Unit], furniture: Furniture) -> str:
    numbers = [unit.label for unit in units if unit.kind == "paragraph" and unit.label]
    numbers += [unit.label for unit in units if unit.kind == "commitment"]
    known = [unit.label for unit in document.units if unit.kind in {"paragraph", "commitment"}]
    if not numbers:
        return ""
    word = furniture["paragraph" if len(numbers) == 1 else "paragraphs"]
    return f"{word} {runs(numbers, known, '{}')}"


def rows_locator(
    document: Document, rows: Sequence[RowChoice], objectives: Sequence[int], furniture: Furniture
) -> str:
    """Cite rows of a table, and what they were looked up for."""
    line = _with_status(_row_numbers(document, rows, furniture), document, furniture)
    if objectives:
        related = furniture.fill("related-to", objectives=furniture.objectives(objectives))
        line += DOT + related
    return line


def rows_place(document: Document, rows: Sequence[RowChoice], furniture: Furniture) -> str:
    """Name rows of a table, without status: ``IOM input, governance, rows 1-3``."""
    return f"{document.short_title}, {_row_numbers(document, rows, furniture)}"


def _row_numbers(document: Document, rows: Sequence[RowChoice], furniture: Furniture) -> str:
    numbers = [row.id.split("/")[1] for row in rows]
    known = list(dict.fromkeys(unit.path[1] for unit in document.units if unit.path[1].isdigit()))
    word = furniture["row" if len(numbers) == 1 else "rows"]
    return f"{word} {runs(numbers, known, '{}')}"


def weak_tie(objectives: Sequence[int], themes: Sequence[str], furniture: Furniture) -> str:
    """Say that a tie is weak: ``Tied to Objective 8 with low confidence``; nothing if none is."""
    names = [furniture.objectives(objectives), *themes] if objectives else list(themes)
    return furniture.fill("weak-tie", to=furniture.all_of(names)) if names else ""


def no_rows(part: NoRowsPart, furniture: Furniture) -> str:
    """Say which objectives no row is about, and of each by its name what comes nearest."""
    asked = furniture.objectives(part.objectives)
    tables = furniture.listed(document.short_title for document in part.tables)
    key = "no-rows-in" if tables else "no-rows"
    said = [furniture.fill(key, objectives=asked, tables=tables)]
    for number in part.objectives:
        if remark := part.remarks.get(number):
            named = furniture.said_of(furniture.objectives([number]), remark)
            said.append(remark if len(part.objectives) == 1 else named)
    return " ".join(said)


def runs(chosen: Sequence[str], known: Sequence[str], form: str = OFFICIAL) -> str:
    """Give labels as runs: ``(a), (c)-(e)``, each in ``form``; neighbours by ``known``'s order."""
    places = {label: index for index, label in enumerate(known)}
    groups: list[list[str]] = []
    for label in chosen:
        if groups and places.get(label, -9) == places.get(groups[-1][-1], -99) + 1:
            groups[-1].append(label)
        else:
            groups.append([label])
    parts: list[str] = []
    for group in groups:
        first, last = form.format(group[0]), form.format(group[-1])
        if len(group) == 1:
            parts.append(first)
        elif len(group) == 2:  # noqa: PLR2004 - two neighbours are listed, not spanned
            parts += [first, last]
        else:
            parts.append(f"{first}{_DASH}{_leading(last)}")
    return ", ".join([*parts[:1], *map(_leading, parts[1:])])


def _leading(label: str) -> str:
    """Keep a label behind the one before it: Arabic digits and letters would be set before it."""
    turns = any(bidirectional(one) in {"R", "AL", "AN"} for one in label)
    return f"{_LEFT_TO_RIGHT}{label}" if turns else label
