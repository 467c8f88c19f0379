"""Slips told by another version of the same text: a mark or a small word that one of them lost.

Enters: documents. Leaves: findings in the version that has less. Units are paired by what they
say, never by their letters, which move from draft to draft. Whatever else differs was negotiated
and is none of the lint's business.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.lint.findings import Cure, flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_RUN: Final = 4
"""Words in a row that tell a passage from others."""
_ALIKE: Final = 0.3
"""The part of the shorter unit's runs that its counterpart must have."""
_BESIDE: Final = 2
"""Words on either side that must be the same for a difference to be a slip."""
_SMALL = re.compile(
    r"""
    a | all | an | and | as | at | by | for | from | in | is | of | on | or | so | that |
    the | their | to | with
    """,
    re.VERBOSE,
)
_MARKS: Final = {",": "comma", "-": "hyphen", "'": "apostrophe", "\u2019": "apostrophe"}


class _Text(Struct, frozen=True, dict=True):
    document: Document
    unit: Unit

    @cached_property
    def tokens(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self.unit.text))

    @cached_property
    def words(self) -> list[str]:
        return [token.group() for token in self.tokens]

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        words = [word.lower() for word in self.words if word[0].isalnum()]
        return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def versions(documents: Sequence[Document], beside: Sequence[Document]) -> Iterator[Finding]:
    """Find what a passage has lost and another version, in a document of either kind, has kept."""
    texts = [
        _Text(document, unit)
        for document in (*documents, *beside)
        for unit in document.units
        if unit.kind not in ("letter", "note", "list-entry")
    ]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for run in text.runs:
            where[run].append(number)
    own = {document.id for document in documents}
    for number, text in enumerate(texts):
        if text.document.id not in own:
            continue
        for other in _counterparts(number, texts, where):
            yield from _losses(text, texts[other])


def _counterparts(
    number: int, texts: Sequence[_Text], where: dict[tuple[str, ...], list[int]]
) -> list[int]:
    """Give the unit most like this one in each other document, if it is a version of it."""
    text = texts[number]
    shared = Counter(
        other
        for run in text.runs
        for other in where[run]
        if texts[other].document.id != text.document.id
    )
    best: dict[str, int] = {}
    for other, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        least = min(len(text.runs), len(texts[other].runs))
        if count >= least * _ALIKE:
            best.setdefault(texts[other].document.id, other)
    return list(best.values())


def _losses(text: _Text, other: _Text) -> Iterator[Finding]:
    """Give the marks and small words that the other version has and this one has not."""
    mine, theirs = text.words, other.words
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, start, _, first, last in matcher.get_opcodes():
        lost = theirs[first:last]
        if kind != "insert" or len(lost) > 1:
            continue
        beside = (mine[start - _BESIDE : start], mine[start : start + _BESIDE])
        same = (theirs[first - _BESIDE : first], theirs[last : last + _BESIDE])
        if beside != same or not all(len(one) == _BESIDE for one in beside):
            continue
        if lost[0] in _MARKS or _SMALL.fullmatch(lost[0].lower()):
            yield _loss(text, other, start, first)


def _loss(text: _Text, other: _Text, index: int, theirs: int) -> Finding:
    lost = other.words[theirs]
    start, end = text.tokens[index - 1].end(), text.tokens[index].start()
    before, after = other.tokens[theirs - 1].end(), other.tokens[theirs + 1].start()
    words = other.unit.text[before:after]
    quote = other.unit.text[other.tokens[theirs - 2].start() : other.tokens[theirs + 2].end()]
    name = _MARKS.get(lost, f"word '{lost}'")
    message = f'no {name} here, where {other.unit.id} has "{quote}"'
    evidence = f'{other.document.short_title}, {other.unit.id}: "{quote}".'
    return flag(
        text.document,
        text.unit,
        "version-differs",
        Severity.WARNING,
        message,
        at=(start, end),
        cure=Cure(words, evidence),
        hint="a slip is corrected; what was negotiated is accepted",
    )
