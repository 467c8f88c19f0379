"""What a new import of a document changes: unit by unit, by id.

Enters: a document as it was and as it is. Leaves: which units changed and how, which appeared and
vanished, and which merely have another id now. Reads nothing, writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from briefgen.corpus.anchors import occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.corrections import Row
    from briefgen.corpus.model import Document, Unit

_AROUND: Final = 3
"""Words shown on each side of a change."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two versions of a document."""

    changed: tuple[tuple[str, str], ...] = ()
    """Ids, each with its words' difference: ``the [-old-] {+new+} words``."""
    appeared: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """The old and the new id of words that are the same."""
    unmatched: tuple[tuple[str, str], ...] = ()
    """Rows of the register that no longer match: the unit and the words as they were."""

    @property
    def gone(self) -> tuple[str, ...]:
        """The ids that no unit answers to any more, or that now mean other words."""
        return (*self.vanished, *(old for old, _ in self.moved))

    def as_data(self) -> dict[str, object]:
        """Give the same as plain data."""
        return {
            "changed": [{"unit": name, "difference": words} for name, words in self.changed],
            "appeared": list(self.appeared),
            "vanished": list(self.vanished),
            "moved": [{"from": old, "to": new} for old, new in self.moved],
            "unmatched": [{"unit": name, "as-is": words} for name, words in self.unmatched],
        }

    def lines(self) -> list[str]:
        """Give the same as a person reads it."""
        told = [f"changed   {name}: {words}" for name, words in self.changed]
        told += [f"appeared  {name}" for name in self.appeared]
        told += [f"vanished  {name}" for name in self.vanished]
        told += [f"moved     {old} is now {new}" for old, new in self.moved]
        told += [
            f"register  {name}: '{words}' no longer stands there once"
            for name, words in self.unmatched
        ]
        return told or ["no unit changed"]


def compare(old: Document, new: Document, register: Sequence[Row] = ()) -> Changes:
    """Compare two versions of a document, and the register with the new one."""
    before = {unit.id: unit for unit in old.units}
    after = {unit.id: unit for unit in new.units}
    moved = _moved(before, after)
    sources, targets = {old for old, _ in moved}, {new for _, new in moved}
    changed = [
        (name, word_difference(before[name].text, unit.text))
        for name, unit in after.items()
        if name in before and before[name].text != unit.text and name not in targets
    ]
    return Changes(
        changed=tuple(changed),
        appeared=tuple(one for one in after if one not in before and one not in targets),
        vanished=tuple(one for one in before if one not in after and one not in sources),
        moved=tuple(moved),
        unmatched=tuple(_unmatched(after, register)),
    )


def word_difference(old: str, new: str) -> str:
    """Give the changed words with a few around them: ``the [-old-] {+new+} words``."""
    before, after = old.split(" "), new.split(" ")
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts: list[str] = []
    for group in matcher.get_grouped_opcodes(_AROUND):
        words: list[str] = []
        for what, low, high, start, end in group:
            if what == "equal":
                words += before[low:high]
                continue
            if low < high:
                words.append(f"[-{' '.join(before[low:high])}-]")
            if start < end:
                words.append(f"{{+{' '.join(after[start:end])}+}}")
        parts.append(" ".join(words))
    return " … ".join(parts)


def _moved(before: dict[str, Unit], after: dict[str, Unit]) -> list[tuple[str, str]]:
    """Pair ids whose words are the same and stand once in each version."""
    old_ids, new_ids = _by_words(before), _by_words(after)
    return [
        (ids[0], new_ids[words][0])
        for words, ids in old_ids.items()
        if len(ids) == 1
        and len(new_ids.get(words, ())) == 1
        and ids[0] != new_ids[words][0]
        and (ids[0] not in after or after[ids[0]].text != words)
    ]


def _by_words(units: dict[str, Unit]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, unit in units.items():
        found.setdefault(unit.text, []).append(name)
    return found


def _unmatched(units: dict[str, Unit], register: Sequence[Row]) -> list[tuple[str, str]]:
    return [
        (row.correction.unit, row.correction.as_is)
        for row in register
        if row.correction.unit not in units
        or len(occurrences(units[row.correction.unit].text, row.correction.as_is)) != 1
    ]
