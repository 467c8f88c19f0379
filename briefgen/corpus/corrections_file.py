"""The form of a register of corrections, and the way from its YAML to plain rows.

Enters: the bytes of ``corrections/<document>.yaml``. Leaves: rows with their places, as plain data.
Rows under ``doubtful`` are checked like the others and never applied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from briefgen.corpus.forms import Day, Slug, Strict, UnitId, Words
from briefgen.yaml_reading import check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain
    from briefgen.diagnostics import Place


class CorrectionRow(Strict):
    """A slip, how it is put right, and what proves it."""

    unit: UnitId
    as_is: Annotated[Words, Field(alias="as-is")]
    corrected: Words
    cause: Annotated[
        Literal["extraction fault", "source slip", "copy error", "lost text"],
        Field(alias="class"),
    ]
    evidence: Words
    confidence: Literal["high", "medium", "low"]
    date: Day


class DoubtfulRow(Strict):
    """A slip that may be one; nothing is changed for it."""

    unit: UnitId
    as_is: Annotated[Words, Field(alias="as-is")]
    question: Words


class Register(Strict):
    """The corrections of one document."""

    document: Slug
    corrections: tuple[CorrectionRow, ...] = ()
    doubtful: tuple[DoubtfulRow, ...] = ()


def register_schema() -> dict[str, object]:
    """Give the JSON Schema of a register's file."""
    return Register.model_json_schema(by_alias=True)


def read_register(data: bytes, file: str) -> Plain:
    """Give the rows, each as the fields of a ``Correction`` and its line and column.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    register = check_model(Register, text)
    return {
        "document": register.document,
        "corrections": [
            [
                [
                    row.unit,
                    row.as_is,
                    row.corrected,
                    row.cause,
                    row.evidence,
                    row.confidence,
                    row.date,
                ],
                _mark(text.place("corrections", index, "as-is")),
            ]
            for index, row in enumerate(register.corrections)
        ],
        "doubtful": [
            [[row.unit, row.as_is, row.question], _mark(text.place("doubtful", index, "as-is"))]
            for index, row in enumerate(register.doubtful)
        ],
    }


def _mark(place: Place) -> list[int]:
    return [place.line, place.column]
