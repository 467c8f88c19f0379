"""A selection's parts as chapters: runs of one document, with headings, locators and labels.

Enters: a selection. Leaves: plain data. A chapter starts on a new page and has one footer, so
that every page says which text it quotes and what that text's status is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from briefgen.compose.locators import (
    objective_locator,
    quoted_text,
    rows_locator,
    text_locator,
    weak_tie,
)
from briefgen.compose.omissions import in_runs, mark_gaps, with_gaps
from briefgen.compose.page_starts import start_objectives, start_part
from briefgen.compose.reading_on import notes_called, read_on, without_notes
from briefgen.compose.sheets import on_sheets
from briefgen.selection import (
    NoRowsPart,
    ObjectiveChoice,
    OwnPart,
    TablePart,
    TextPart,
    weak_ties,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Quoting
    from briefgen.compose.sheets import SheetParts
    from briefgen.corpus.model import Document, Unit
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Part, RowChoice, Selection

Data = dict[str, Any]
Ties: TypeAlias = "Mapping[str, Sequence[int]]"
"""By the ids of units, the objectives that they are tied to with low confidence."""
_NO_TIES: Final[Ties] = {}

_DEEPEST_HEADING = 4
_CELL_DEPTH = 3
"""Parts of the id of a cell: document, row, column; its bullets have more."""
_WITH_OWN_LOCATOR = {"heading", "letter"}
"""Items before which, or within which, the locator of a run does not stand."""
_WITH_SUB_ITEMS = {"paragraphs", "principles", "plain"}


def chapters(
    profile: Profile, selection: Selection, furniture: Furniture, quoting: Quoting
) -> list[Data]:
    """Give the chapters of a pack, in order; ``quoting`` keeps what their words call."""
    texts = {part.document.id for part in selection.parts if isinstance(part, TextPart)}
    writing = _Writing(
        quoting,
        furniture,
        new_page=profile.new_page,
        name_documents=len(texts) > 1,
        weak=selection.findings.weak,
        called=notes_called(selection.parts),
    )
    if profile.layout == "handout":
        sheets = on_sheets(selection.parts, profile.handout.each, furniture)
        return [writing.sheet(sheet) for sheet in sheets]
    runs: list[tuple[Document | None, list[Part]]] = []
    for part in read_on(selection.parts, selection.reasons):
        document = _document_of(part)
        if runs and (document is None or runs[-1][0] is document):
            runs[-1][1].append(part)
        else:
            runs.append((document, [part]))
    return [writing.chapter(document, parts) for document, parts in runs]


@dataclass
class _Writing:
    """What one pass over the chapters keeps: the anchors given so far."""

    quoting: Quoting
    furniture: Furniture
    new_page: str
    name_documents: bool
    weak: Mapping[str, Sequence[str]]
    called: frozenset[str]
    anchors: dict[str, int] = field(default_factory=dict)

    def chapter(self, document: Document | None, parts: Sequence[Part]) -> Data:
        """Give one chapter."""
        level = 1
        head: Data | None = None
        if document and document.layout == "compact" and self.name_documents:
            head = self._heading(document.short_title, document.id, level)
            level += 1
        blocks = [self._part(part, level, first=index == 0) for index, part in enumerate(parts)]
        if self.new_page == "objective":
            start_objectives(blocks)
        return {
            "name": document.short_title if document else "",
            "document": document.id if document else "",
            "heading": head,
            "locator": document.statement if document and head else "",
            "parts": blocks,
            "footer": self._texts_quoted(parts) or self.furniture["own-words"],
        }

    def sheet(self, sheet: SheetParts) -> Data:
        """Give one sheet of a handout as a chapter; what goes with its first part is below it."""
        first, *others = sheet.parts
        document = _document_of(first)
        blocks = [self._part(first, 1, first=True)]
        blocks += [self._part(part, 2, first=True) for part in others]
        return {
            "name": sheet.name,
            "document": document.id if document else "",
            "heading": None,
            "locator": "",
            "parts": blocks,
            "footer": self._texts_quoted(sheet.parts) or self.furniture["own-words"],
        }

    def _texts_quoted(self, parts: Sequence[Part]) -> str:
        """Say which texts some parts quote, and what their status is."""
        documents = [one for part in parts if (one := _document_of(part))] + _drafts(parts)
        lines = dict.fromkeys(quoted_text(one, self.furniture) for one in documents)
        return self.furniture["text-quoted"].replace("{texts}", "; ".join(lines)) if lines else ""

    def _part(self, part: Part, level: int, *, first: bool) -> Data:
        own = part.heading
        data: Data = {"heading": None, "items": [], "locator": ""}
        if own and not isinstance(part, TablePart):
            data["heading"] = self._heading(own, own, level)
            level += 1
        match part:
            case OwnPart():
                data |= {"kind": "own", "paragraphs": part.paragraphs, "points": part.points}
            case NoRowsPart():
                asked = self.furniture.objectives(part.objectives)
                words_of = self.furniture["no-rows"].replace("{objectives}", asked)
                data |= {"kind": "notice", "notice": " ".join((words_of, *part.remarks))}
            case TablePart():
                data |= self._table(part, level)
            case TextPart():
                data |= {"kind": "text", "items": self._text(part, level)}
        if self.new_page == "part" and not first:
            start_part(data)
        return data

    # ------------------------------------------------------------ running text

    def _text(self, part: TextPart, level: int) -> list[Data]:
        items: list[Data] = []
        run: list[Unit] = []
        has_heading = False
        for item in (*without_notes(part, self.called), None):
            if isinstance(item, ObjectiveChoice) or item is None or item.kind == "heading":
                items += self._run(part.document, run, level + has_heading)
                run = []
            if isinstance(item, ObjectiveChoice):
                items.append(self._objective(item, level + has_heading))
            elif item is not None and item.kind == "heading":
                has_heading = True
                items.append(self._unit_heading(item, level))
            elif item is not None:
                run.append(item)
        return items

    def _run(self, document: Document, units: list[Unit], level: int) -> list[Data]:
        """Give a run of units without objectives: a locator, then groups of one kind each."""
        if not units:
            return []
        items: list[Data] = []
        for unit in units:
            if unit.kind == "sub-heading":
                items.append(self._unit_heading(unit, level))
            elif unit.kind == "letter":
                items.append(self._letter(document, unit, level))
            else:
                self._add(unit, items)
        quoted = [unit for unit in units if unit.kind != "letter"]
        if quoted:
            line = text_locator(document, quoted, self.furniture)
            items.insert(_place_of_locator(items), {"kind": "locator", "words": line})
        return self._with_omissions(document, items)

    def _add(self, unit: Unit, items: list[Data]) -> None:
        """Put a unit in the group it belongs to, opening one where the kind changes."""
        last = items[-1] if items else {}
        data = self._unit(unit)
        kind = {
            "paragraph": "paragraphs",
            "commitment": "paragraphs",
            "sub-item": "paragraphs",
            "principle": "principles",
            "list-entry": "entries",
            "note": "entries",
        }.get(unit.kind, "plain")
        if unit.kind == "paragraph" and not unit.label:
            kind = "plain"
        if unit.kind == "sub-item" and last.get("kind") in _WITH_SUB_ITEMS:
            siblings = _children(last["items"], unit.path[:-1])
            siblings.append(data)
        elif last.get("kind") == kind and last.get("unit_kind") == unit.kind:
            last["items"].append(data)
        else:
            items.append({"kind": kind, "unit_kind": unit.kind, "items": [data]})

    def _with_omissions(self, document: Document, items: list[Data]) -> list[Data]:
        known = [unit.id for unit in document.units]
        for item in items:
            if item["kind"] not in _WITH_SUB_ITEMS:
                continue
            for data in item["items"]:
                mark_gaps(data, known)
            runs = in_runs(item["items"])
            if item["kind"] == "paragraphs":
                item["items"] = runs
        return items

    def _objective(self, choice: ObjectiveChoice, level: int) -> Data:
        data: Data = {
            "kind": "objective",
            "heading": self._heading(
                self.quoting.words(choice.title), f"{choice.document.id}-{choice.number}", level
            )
            | {
                "label": self.furniture.objectives([choice.number]),
                "unit": choice.title.id,
            },
            "locator": objective_locator(choice, self.furniture, self._form),
            "commitment": self._unit(choice.commitment) if choice.commitment else None,
            "chapeau": self._unit(choice.chapeau) if choice.chapeau else None,
            "actions": in_runs(self._actions(choice)),
            "fault": None,
            "draft": None,
        }
        if choice.fault:
            title_from = self.quoting.corpus.document(choice.title.document)
            data["locator"] = self.furniture["title-from"].replace(
                "{text}", quoted_text(title_from, self.furniture)
            )
            data["fault"] = {
                "title": self.furniture["final-actions-missing"],
                "statement": choice.fault.statement,
            }
        if choice.draft:
            draft = self._objective(choice.draft, level)
            source = quoted_text(choice.draft.document, self.furniture)
            draft["notice"] = self.furniture["draft-instead"].replace("{text}", source)
            data["draft"] = draft
        return data

    def _actions(self, choice: ObjectiveChoice) -> list[Data]:
        """Give the actions with their sub-items, and signs of what is left out."""
        known = [unit.id for unit in choice.document.units]
        actions: dict[str, Data] = {}
        for unit in choice.actions:
            action = actions[unit.path[-1]] = self._unit(unit)
            there = {unit.id: action}
            for below in choice.sub_items:
                if below.id.startswith(f"{unit.id}/"):
                    there[below.id] = self._unit(below)
                    there[below.id.rpartition("/")[0]]["children"].append(there[below.id])
            mark_gaps(action, known)
        if not actions or len(actions) == len(choice.letters):
            return list(actions.values())
        return with_gaps(choice.letters, actions)

    def _letter(self, document: Document, unit: Unit, level: int) -> Data:
        label = self.furniture["covering-letter"].replace("{number}", unit.path[2])
        return {
            "kind": "letter",
            "heading": self._heading(label, unit.id, level),
            "locator": text_locator(document, [unit], self.furniture),
            "unit": unit.id,
            "paragraphs": self.quoting.paragraphs(unit),
        }

    # ------------------------------------------------------------ tables

    def _table(self, part: TablePart, level: int) -> Data:
        document = part.document
        return {
            "kind": "table",
            "heading": self._heading(part.heading or document.title, document.id, level),
            "locator": rows_locator(document, part.rows, part.objectives, self.furniture),
            "columns": part.columns,
            "heads": [self._unit(unit) for unit in part.heads],
            "rows": [self._row(row) for row in part.rows],
            "summary": document.title,
        }

    def _row(self, row: RowChoice) -> Data:
        everyone = self.quoting.corpus.under(f"{row.id}/partnerships")
        ties = weak_ties(row)
        return {
            "recommendation": self._unit(row.recommendation, ties) if row.recommendation else None,
            "means": self._nested(row.all_means, row.means, ties),
            "partnerships": self._nested(everyone, row.partnerships, ties),
            "partners_listed": any(len(unit.path) > _CELL_DEPTH for unit in everyone),
        }

    def _nested(self, everything: Sequence[Unit], units: Sequence[Unit], ties: Ties) -> list[Data]:
        """Give a cell's units, nested bullets below their parents, with signs of omission."""
        items = {unit.id: self._unit(unit, ties) for unit in units}
        ids = [unit.id for unit in everything]
        nested = {unit.id for unit in everything if unit.id.rpartition("/")[0] in ids}
        for unit in units:
            if unit.id in nested:
                items[unit.id.rpartition("/")[0]]["children"].append(items[unit.id])
        top = [one for one in ids if one not in nested]
        for one in top:
            if one in items:
                mark_gaps(items[one], ids)
        return in_runs(with_gaps(top, items))

    # ------------------------------------------------------------ what all share

    def _heading(self, title: str, name: str, level: int) -> Data:
        return {
            "kind": "heading",
            "words": title,
            "label": "",
            "unit": "",
            "level": min(level, _DEEPEST_HEADING),
            "anchor": self._anchor(name),
            "new_page": False,
        }

    def _unit_heading(self, unit: Unit, level: int) -> Data:
        return self._heading(self.quoting.words(unit), unit.id, level) | {"unit": unit.id}

    @property
    def _form(self) -> str:
        return self.quoting.display.label_form

    def _anchor(self, name: str) -> str:
        """Give an id that is used once: letters, digits and hyphens, numbered where repeated."""
        slug = "".join(one if one.isalnum() and one.isascii() else "-" for one in name.lower())
        slug = f"s-{'-'.join(part for part in slug.split('-') if part)}"
        self.anchors[slug] = count = self.anchors.get(slug, 0) + 1
        return slug if count == 1 else f"{slug}-{count}"

    def _unit(self, unit: Unit, ties: Ties = _NO_TIES) -> Data:
        return {
            "omission": False,
            "id": unit.id,
            "label": _official_label(unit, self._form),
            "words": self.quoting.words(unit),
            "tie": weak_tie(ties.get(unit.id, ()), self.weak.get(unit.id, ()), self.furniture),
            "children": [],
        }


def _document_of(part: Part) -> Document | None:
    return part.document if isinstance(part, TextPart | TablePart) else None


def _place_of_locator(items: Sequence[Data]) -> int:
    """Give the place of the first words that a locator stands above; below a title of all."""
    words = (at for at, item in enumerate(items) if item["kind"] not in _WITH_OWN_LOCATOR)
    return (at := next(words)) + (items[at].get("unit_kind") == "document-title")


def _drafts(parts: Iterable[Part]) -> list[Document]:
    found: dict[str, Document] = {}
    for part in parts:
        if isinstance(part, TextPart):
            for item in part.items:
                if isinstance(item, ObjectiveChoice) and item.draft:
                    found[item.draft.document.id] = item.draft.document
    return list(found.values())


def _official_label(unit: Unit, form: str) -> str:
    """Give the label as printed: (a), (i) in ``form``, 24., and the number of a note as it is."""
    match unit.kind:
        case "action" | "sub-item" | "list-entry":
            return form.format(unit.label) if unit.label else ""
        case "paragraph" | "commitment":
            return f"{unit.label}." if unit.label else ""
        case _:
            return unit.label


def _children(items: list[Data], path: tuple[str, ...]) -> list[Data]:
    """Find the list that a sub-item belongs to: below the item whose id is ``path``."""
    wanted = "/".join(path)
    level = items
    while level:
        last = next((one for one in reversed(level) if not one["omission"]), None)
        if last is None or last["id"] == wanted:
            return last["children"] if last else level
        level = last["children"]
    return items
