"""Where a single unit stands, in the words by which it is cited.

Enters: a unit of the corpus. Leaves: words such as ``para. 24 (d)`` or ``row 2, Means of
implementation, bullet 1 (d)``, in the pack's language, without the name of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.compose.furniture import Furniture
    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Unit


def cite_unit(unit: Unit, corpus: Corpus, furniture: Furniture, form: str) -> str:
    """Cite a unit; ``form`` is that of labels, such as ``({})``.

    What has no place that people cite by (a heading, a title block) is cited by its id.
    """
    match unit.kind:
        case "paragraph" | "commitment" | "sub-item":
            return _paragraph(unit, corpus, furniture, form)
        case "action":
            return f"{_objective(unit, corpus, furniture)} {form.format(unit.label)}"
        case "objective-title":
            number = furniture.objectives([int(unit.path[1])])
            return f"{number}, {furniture['title']}"
        case "chapeau" if unit.path[1].isdecimal():
            return f"{_objective(unit, corpus, furniture)}, {furniture['chapeau']}"
        case "note":
            return f"{furniture['note']} {unit.label}"
        case "letter":
            return furniture.fill("covering-letter", number=unit.path[-1])
        case "principle":
            return unit.label
        case "recommendation" | "means" | "partnership":
            return _cell(unit, corpus, furniture, form)
        case _:
            return unit.id


def cite_part(unit: Unit, furniture: Furniture) -> str:
    """Cite the objective or the table's row that begins with a unit, "" where none does."""
    match unit.kind:
        case "objective-title":
            return furniture.objectives([int(unit.path[1])])
        case "recommendation":
            return f"{furniture['row']} {unit.path[1]}"
        case _:
            return ""


def _objective(unit: Unit, corpus: Corpus, furniture: Furniture) -> str:
    """Cite the paragraph of an objective, or the objective where paragraphs have no numbers."""
    commitment = corpus.find(f"{unit.document}/{unit.path[1]}/commitment")
    if commitment is not None and commitment.label:
        return f"{furniture['paragraph']} {commitment.label}"
    return furniture.objectives([int(unit.path[1])])


def _paragraph(unit: Unit, corpus: Corpus, furniture: Furniture, form: str) -> str:
    labels: list[str] = []
    above: Unit | None = unit
    while above is not None and above.kind == "sub-item":
        labels.insert(0, form.format(above.label))
        above = corpus.find(above.id.rpartition("/")[0])
    if above is not None and above.kind == "action":  # the sub-items of an action
        return " ".join([cite_unit(above, corpus, furniture, form), *labels])
    number = above.label if above else ""
    if not number and above is not None and above.kind == "commitment":
        return _objective(above, corpus, furniture)
    return " ".join(part for part in (furniture["paragraph"], number, *labels) if part)


def _cell(unit: Unit, corpus: Corpus, furniture: Furniture, form: str) -> str:
    _, row, column, *bullet = unit.path
    head = corpus.find(f"{unit.document}/head/{column}")
    parts = [f"{furniture['row']} {row}", head.text if head else column]
    if bullet:
        nested = "".join(f" {form.format(label)}" for label in bullet[1:])
        parts.append(f"{furniture['bullet']} {bullet[0]}{nested}")
    return ", ".join(parts)
