"""What a profile asks for, found in the corpus: pure, in order, with the reason for each unit.

Enters: a corpus and a profile. Leaves: a ``Selection``, or every unknown objective, letter, row
and unit with its place in the profile. Knows nothing of templates and formats.
"""

from __future__ import annotations

from briefgen.selection.absences import Absence, why_not
from briefgen.selection.choosing import select, units_of
from briefgen.selection.explaining import Reason, explain
from briefgen.selection.model import (
    Findings,
    NoRowsPart,
    ObjectiveChoice,
    OwnPart,
    Part,
    RowChoice,
    Selection,
    TablePart,
    TextPart,
)
from briefgen.selection.tables import weak_ties

__all__ = [
    "Absence",
    "Findings",
    "NoRowsPart",
    "ObjectiveChoice",
    "OwnPart",
    "Part",
    "Reason",
    "RowChoice",
    "Selection",
    "TablePart",
    "TextPart",
    "explain",
    "select",
    "units_of",
    "weak_ties",
    "why_not",
]
