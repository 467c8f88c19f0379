"""What a new import of a document changes: unit by unit.

Enters: a document as it was and as it is. Leaves: which units changed and how,
which appeared and vanished, which have another id now, and which ids now hold other words. Each
unit of either version is told of once. Reads nothing, writes nothing.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.pairing import pair_units

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.corpus.model import Document, Unit
    from briefgen.corpus.register_fit import StaleRow

_AROUND: Final = 3
"""Words shown on each side of a change."""
_BEGINNING: Final = 60
"""Characters shown of a unit that appeared or vanished."""


class Move(Struct, frozen=True):
    """A unit that has another id now; ``difference`` is "" where its words are the same."""

    old: str
    new: str
    difference: str = ""


class Changes(Struct, frozen=True):
    """The difference of two versions of a document."""

    changed: tuple[tuple[str, str], ...] = ()
    """Ids, each with its words' difference: ``the [-old-] {+new+} words``."""
    appeared: tuple[tuple[str, str], ...] = ()
    """The ids of new units, each with its words."""
    vanished: tuple[tuple[str, str], ...] = ()
    """The ids that units had that are gone, each with its words; another unit may have it now."""
    moved: tuple[Move, ...] = ()
    gone: tuple[str, ...] = ()
    """Ids, and beginnings of ids such as a row's, that nothing answers to any more."""
    reused: tuple[str, ...] = ()
    """Those that mean another unit now, or wholly other words, than they did."""
    unmatched: tuple[StaleRow, ...] = ()
    """Rows of the register that no longer match."""
    sources: tuple[str, str] = ("", "")
    """The old and the new file, each with the beginning of its hash."""

    @property
    def of_text(self) -> bool:
        """Say whether any unit is otherwise, and not only the register out of date."""
        return bool(self.changed or self.appeared or self.vanished or self.moved)

    def as_data(self) -> dict[str, object]:
        """Give the same as plain data."""
        return {
            "changed": [{"unit": name, "difference": words} for name, words in self.changed],
            "appeared": [name for name, _ in self.appeared],
            "vanished": [name for name, _ in self.vanished],
            "moved": [
                {"from": one.old, "to": one.new, "difference": one.difference or None}
                for one in self.moved
            ],
            "gone": list(self.gone),
            "reused": list(self.reused),
            "unmatched": [
                {"unit": one.unit, "as-is": one.as_is, "cure": one.cure} for one in self.unmatched
            ],
        }

    def lines(self) -> list[str]:
        """Give the same as a person reads it."""
        told = [f"changed   {name}: {words}" for name, words in self.changed]
        told += [f"appeared  {name}: '{_beginning(words)}'" for name, words in self.appeared]
        told += [
            f"vanished  {name}: '{_beginning(words)}'"
            + (" (another unit has the id now)" if name in self.reused else "")
            for name, words in self.vanished
        ]
        told += [
            f"moved     {one.old} is now {one.new}"
            + (f": {one.difference}" if one.difference else "")
            for one in self.moved
        ]
        told = told or ["no unit changed"]
        return told + [f"register  {one}" for one in self.unmatched]


def compare(old: Document, new: Document) -> Changes:
    """Compare two versions of a document."""
    before = {unit.id: unit for unit in old.units}
    after = {unit.id: unit for unit in new.units}
    pairs = pair_units(before, after)
    found = set(pairs.values())
    replaced = {one for one in before if one not in pairs and one in after and one not in found}
    moved = [
        Move(name, pairs[name], word_difference(unit.text, after[pairs[name]].text))
        for name, unit in before.items()
        if pairs.get(name, name) != name
    ]
    otherwise = [name for name, head in _names(before).items() if not _stays(name, head, pairs)]
    there = _names(after)
    return Changes(
        changed=tuple(
            (name, word_difference(before[name].text, unit.text))
            for name, unit in after.items()
            if (name in replaced or pairs.get(name) == name) and before[name].text != unit.text
        ),
        appeared=tuple(
            (name, unit.text)
            for name, unit in after.items()
            if name not in found and name not in replaced
        ),
        vanished=tuple(
            (name, unit.text)
            for name, unit in before.items()
            if name not in pairs and name not in replaced
        ),
        moved=tuple(moved),
        gone=tuple(name for name in otherwise if name not in there),
        reused=tuple(name for name in otherwise if name in there),
        sources=(_source(old), _source(new)),
    )


def _names(units: Mapping[str, Unit]) -> dict[str, str]:
    """Give what a profile may name: each unit's id, and rows and objectives by their first unit."""
    names: dict[str, str] = {}
    for name in units:
        document, first, *rest = name.split("/") if "/" in name else (name, "")
        if rest and first.isdecimal():
            names.setdefault(f"{document}/{first}", name)
    return names | {name: name for name in units}


def _stays(name: str, head: str, pairs: Mapping[str, str]) -> bool:
    """Say whether a name still means what it meant: by its unit, or the first unit below it."""
    now = pairs.get(head, "")
    return now == name or (name != head and now.startswith(f"{name}/"))


def _source(document: Document) -> str:
    return f"{document.source.file} (sha256 {document.source.sha256[:12]})"


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


def _beginning(words: str) -> str:
    """Give the first words, as many as are enough to know a unit by."""
    if len(words) <= _BEGINNING:
        return words
    end = words.rfind(" ", 0, _BEGINNING)
    return f"{words[: end if end > 0 else _BEGINNING]} …"


def change_report(document: str, changes: Changes) -> str:
    """Give the changes as Markdown, to be kept."""
    old, new = changes.sources
    head = [f"# {document}: what the last import changed", "", f"From {old} to {new}.", ""]
    return "\n".join([*head, "```text", *changes.lines(), "```"]) + "\n"
