"""The form of the crosswalk, and the way from its YAML to plain rows.

Enters: the bytes of ``crosswalk.yaml``. Leaves: rows with their places, as plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from briefgen.corpus.forms import Strict, UnitId, Words
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain

Objective = Annotated[int, Field(ge=1, le=99)]


class EvidenceRow(Strict):
    """A quotation, and the unit that it stands in."""

    unit: UnitId
    quote: Words


class LinkRow(Strict):
    """An item of a table, the objectives that it is tied to, and why."""

    item: UnitId
    primary: tuple[Objective, ...]
    secondary: tuple[Objective, ...] = ()
    confidence: Literal["high", "medium", "low"]
    evidence: tuple[EvidenceRow, ...] = ()
    remark: str = ""

    @model_validator(mode="after")
    def _check_objectives(self) -> LinkRow:
        if not self.primary:
            raise Unfit("no objective is named", "name one or more", ("primary",))
        objectives = (*self.primary, *self.secondary)
        if len(set(objectives)) < len(objectives):
            raise Unfit("an objective is named twice", "name it once", ("primary",))
        if not self.evidence and not self.remark:
            raise Unfit("neither evidence nor remark", "say why the tie is drawn", ("item",))
        return self


class UntiedRow(Strict):
    """An objective that the tables do not speak of, and what comes nearest."""

    objective: Objective
    remark: Words


class CrosswalkFile(Strict):
    """All ties, in the order of the tables."""

    links: tuple[LinkRow, ...]
    untied: tuple[UntiedRow, ...] = ()

    @model_validator(mode="after")
    def _check_items(self) -> CrosswalkFile:
        seen: set[str] = set()
        wrong = []
        for index, link in enumerate(self.links):
            if link.item in seen:
                path = ("links", index, "item")
                wrong.append(Unfit(f"'{link.item}' is given twice", "join the rows", path))
            seen.add(link.item)
        tied = {objective for link in self.links for objective in link.primary}
        for index, row in enumerate(self.untied):
            if row.objective in tied:
                path = ("untied", index, "objective")
                hint = "take the row out, or the tie"
                wrong.append(Unfit(f"objective {row.objective} has a primary tie", hint, path))
        if wrong:
            raise Unfit.joined(wrong)
        return self


def read_crosswalk(data: bytes, file: str) -> Plain:
    """Give the rows as plain data: the fields of a tie, its line and column; what is untied.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    crosswalk = check_model(CrosswalkFile, text)
    rows = crosswalk.links
    places = [text.place("links", index, "item") for index in range(len(rows))]
    links = [
        [
            row.item,
            list(row.primary),
            list(row.secondary),
            row.confidence,
            [[proof.unit, proof.quote] for proof in row.evidence],
            row.remark,
            [place.line, place.column],
        ]
        for row, place in zip(rows, places, strict=True)
    ]
    return {"links": links, "untied": [[row.objective, row.remark] for row in crosswalk.untied]}
