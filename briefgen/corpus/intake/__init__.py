"""Taking in a new source: the bytes of one file → what its format states, and no more.

Enters: bytes, a name for messages, a format. Leaves: an :class:`Intake`, or every fault at once.
May not know: descriptions, labels, units, the corpus.
"""

from briefgen.corpus.intake.model import (
    FormatName,
    Grid,
    GridCell,
    GridRow,
    Intake,
    Note,
    Passage,
    Word,
)
from briefgen.corpus.intake.taking import take_in, words_of

__all__ = [
    "FormatName",
    "Grid",
    "GridCell",
    "GridRow",
    "Intake",
    "Note",
    "Passage",
    "Word",
    "take_in",
    "words_of",
]
