"""The form of the record of faults, and the way from its YAML to plain rows.

Enters: the bytes of ``faults.yaml``. Leaves: rows with their places, as plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.forms import Strict, UnitId, Words
from briefgen.yaml_reading import check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain


class FaultRow(Strict):
    """What is wrong under an id, what proves it, and what may stand in its place."""

    under: UnitId
    fault: Words
    statement: Words
    evidence: Words
    title: UnitId | None = None
    instead: UnitId | None = None


class FaultsFile(Strict):
    """All known faults."""

    faults: tuple[FaultRow, ...]


def read_faults(data: bytes, file: str) -> Plain:
    """Give the rows as plain data: the fields of a ``Fault``, and line and column.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    rows = check_model(FaultsFile, text).faults
    places = [text.place("faults", index, "under") for index in range(len(rows))]
    return [
        [
            [
                row.under,
                row.fault,
                row.statement,
                row.evidence,
                row.title or "",
                row.instead or "",
            ],
            [place.line, place.column],
        ]
        for row, place in zip(rows, places, strict=True)
    ]
