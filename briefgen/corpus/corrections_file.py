"""The form of a register of corrections, and the way from its YAML to plain rows.

Enters: the bytes of ``corrections/<document>.yaml``. Leaves: rows with their places, as plain data.
Rows under ``doubtful`` and ``accepted`` change nothing; they answer findings of the lint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from briefgen.corpus.forms import Day, Slug, Strict, UnitId, Words
from briefgen.corpus.lint.findings import UNANSWERED, RuleName
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain
    from briefgen.diagnostics import Place


class CorrectionRow(Strict):
    """A slip, how it is put right, and what proves it."""

    unit: UnitId
    as_is: Annotated[
        Words, Field(alias="as-is", description="Words that stand once in the unit, as they are.")
    ]
    corrected: Annotated[Words, Field(description="The same words, put right.")]
    cause: Annotated[
        Literal["extraction fault", "source slip", "copy error", "lost text"],
        Field(alias="class", description="How the slip came about."),
    ]
    evidence: Annotated[Words, Field(description="Which document and line bears it out.")]
    confidence: Literal["high", "medium", "low"]
    date: Annotated[Day, Field(description="The day on which the row was written.")]
    remark: Annotated[
        Words | None, Field(description="What a reader of the list of corrections should know.")
    ] = None


class DoubtfulRow(Strict):
    """A slip that may be one; nothing is changed for it."""

    unit: UnitId
    as_is: Annotated[Words, Field(alias="as-is")]
    question: Words


class AcceptedRow(Strict):
    """A finding of the lint that is no slip, or none that may be corrected."""

    unit: UnitId
    rule: Annotated[RuleName, Field(description="The rule that found it.")]
    as_is: Annotated[
        Words | None,
        Field(alias="as-is", description="The words meant; without it, the unit as a whole."),
    ] = None
    reason: Annotated[Words, Field(description="Why it may stand.")]
    date: Annotated[Day, Field(description="The day on which the row was written.")]

    @model_validator(mode="after")
    def _has_a_reason(self) -> Self:
        if self.reason == UNANSWERED:
            raise Unfit("the row gives no reason", "say why this may stand", ("reason",))
        if self.rule == "mended":
            message = "what the import mended is no finding to accept"
            raise Unfit(message, "leave this row out", ("rule",))
        return self


class Register(Strict):
    """The corrections of one document, and what else was said to findings of the lint.

    A list's name with nothing below it is a list without rows, to paste the first one into.
    """

    document: Slug
    corrections: tuple[CorrectionRow, ...] | None = ()
    doubtful: tuple[DoubtfulRow, ...] | None = ()
    accepted: tuple[AcceptedRow, ...] | None = ()


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
                    row.remark or "",
                ],
                _mark(text.place("corrections", index, "as-is")),
            ]
            for index, row in enumerate(register.corrections or ())
        ],
        "doubtful": [
            [[row.unit, row.as_is, row.question], _mark(text.place("doubtful", index, "as-is"))]
            for index, row in enumerate(register.doubtful or ())
        ],
        "accepted": [
            [
                [row.unit, row.rule, row.as_is or "", row.reason],
                _mark(text.place("accepted", index, "unit")),
            ]
            for index, row in enumerate(register.accepted or ())
        ],
    }


def _mark(place: Place) -> list[int]:
    return [place.line, place.column]
