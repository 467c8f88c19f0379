"""What the lint can say: a finding, where it is, and the row of a register that would answer it.

Enters: a unit and what is wrong with it. Leaves: a ``Finding``, which is a diagnostic that knows
its rule, its unit and its words. How rows are read and applied is not known here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from briefgen.corpus.anchors import occurrences
from briefgen.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from briefgen.corpus.model import Cause, Confidence, Document, Unit

RuleName = Literal[
    "bullet-in-text",
    "cut-off",
    "digit-on-word",
    "doubled-text",
    "doubled-word",
    "end-of-unit",
    "label-order",
    "list-title",
    "lost-comma",
    "lost-space",
    "lost-stop",
    "markup",
    "misspelt",
    "mended",
    "mixed-spelling",
    "no-commitment",
    "no-glyph",
    "note-mark",
    "start-of-unit",
    "stray-number",
    "version-differs",
]

RULES: Final[dict[RuleName, str]] = {
    "bullet-in-text": "a bullet's glyph stands within the words",
    "cut-off": "a unit ends in a comma or in a word that wants another",
    "digit-on-word": "a digit is glued to a word, as a lost note mark is",
    "doubled-text": "the words of one objective stand under another",
    "doubled-word": "a word stands twice in a row",
    "end-of-unit": "a unit ends otherwise than its siblings",
    "label-order": "labels leave a gap or repeat",
    "list-title": "an objective's title in the list is not that of its section",
    "lost-comma": "a comma between the members of an enumeration was lost",
    "lost-space": "a space after a mark of punctuation was lost",
    "lost-stop": "a sentence begins with no full stop before it",
    "markup": "markup was left over",
    "misspelt": "a word differs by one letter from one that is used throughout",
    "mended": "the import put together, left out or decided something",
    "mixed-spelling": "one document spells a word in two ways",
    "no-commitment": "objectives have no commitment",
    "no-glyph": "the fonts in use have no shape for a character",
    "note-mark": "a mark has no note, or a note no mark",
    "start-of-unit": "a unit begins in lower case and its siblings do not",
    "stray-number": "a number stands in a sentence as a page number does",
    "version-differs": "another version differs by a mark or a small word only",
}
"""Every rule by name, in words for people; ``accepted`` rows name the rule that they answer."""

UNANSWERED: Final = "Say here why this may stand."
"""The reason in a suggested row, which only a person can give; no register takes it."""

Register = Literal["corrections", "accepted"]


class Finding(Diagnostic, frozen=True):
    """A diagnostic of the lint; ``start`` and ``end`` are offsets in the text that was examined."""

    rule: RuleName = "mended"
    unit: str = ""
    start: int = 0
    end: int = 0
    """``start`` equals ``end`` where the finding is of the unit as a whole."""
    as_is: str = ""
    """Words that stand exactly once in the unit, the slip among them; "" for the whole unit."""
    corrected: str = ""
    """How they would read if the slip is one; "" where no cure is evident."""
    cause: Cause = "extraction fault"
    evidence: str = ""
    confidence: Confidence = "medium"

    def as_data(self) -> dict[str, object]:
        """Give the finding as plain data, for ``--json``."""
        return {
            **Diagnostic.as_data(self),
            "rule": self.rule,
            "unit": self.unit,
            "words": self.as_is or None,
        }

    @property
    def register(self) -> str:
        """The file, in the corpus folder, that a row about the unit belongs in."""
        return f"corrections/{self.unit.split('/', 1)[0]}.yaml"

    def suggestion(self, date: str) -> tuple[Register, dict[str, str]] | None:
        """Give the row that would answer the finding, and the list of the register it belongs in.

        ``date`` is the ISO 8601 day of the row. Where no cure is evident the row accepts the words
        as they are; its reason is for the editor to give. What an import mended needs no answer.
        """
        if self.rule == "mended":
            return None
        if self.corrected:
            return "corrections", {
                "unit": self.unit,
                "as-is": self.as_is,
                "corrected": self.corrected,
                "class": self.cause,
                "evidence": self.evidence or RULES[self.rule],
                "confidence": self.confidence,
                "date": date,
            }
        row = {"unit": self.unit, "rule": self.rule}
        if self.as_is:
            row["as-is"] = self.as_is
        return "accepted", {**row, "reason": UNANSWERED, "date": date}


def as_yaml(row: dict[str, str]) -> str:
    """Give a suggested row as it is pasted into a register, below the name of its list."""
    quoted = ("as-is", "corrected", "evidence", "reason", "date")
    lines = [
        f"{key}: {json.dumps(words, ensure_ascii=False) if key in quoted else words}"
        for key, words in row.items()
    ]
    return "  - " + "\n    ".join(lines)


class Cure(Struct, frozen=True):
    """How a slip could be put right: the words for the slip's, and what bears them out."""

    words: str
    evidence: str = ""
    cause: Cause = "extraction fault"
    confidence: Confidence = "medium"


def flag(  # noqa: PLR0913 - one call says all there is to say of a slip
    document: Document,
    unit: Unit,
    rule: RuleName,
    severity: Severity,
    message: str,
    *,
    at: tuple[int, int] = (0, 0),
    cure: Cure | None = None,
    hint: str = "",
) -> Finding:
    """Make a finding about the characters ``at`` of a unit, or about the whole unit."""
    start, end = at
    before, after = _around(unit.text, start, end) if start < end or cure else (start, end)
    corrected = ""
    if cure:
        corrected = unit.text[before:start] + cure.words + unit.text[end:after]
        corrected = " ".join(corrected.split())
    return Finding(
        severity,
        f"{unit.id}: {message}",
        Place(document.source.file, unit.lines[0]),
        hint,
        rule=rule,
        unit=unit.id,
        start=start,
        end=end,
        as_is=unit.text[before:after].strip(),
        corrected=corrected,
        cause=cure.cause if cure else "extraction fault",
        evidence=cure.evidence if cure else "",
        confidence=cure.confidence if cure else "medium",
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, and by words to the left and right until it is unmistakable.

    A row is found by its words, so that they must stand once in the unit; one word beside the slip
    at least lets a person see what is meant.
    """
    left, right = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    right = len(text) if right < 0 else right
    while True:
        left = text.rfind(" ", 0, max(left - 1, 0)) + 1
        if len(occurrences(text, text[left:right])) == 1:
            return left, right
        right = text.find(" ", right + 1)
        right = len(text) if right < 0 else right
