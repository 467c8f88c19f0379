"""Slips within the words of one unit, told by the look of them alone.

Enters: a document. Leaves: findings. A slip is told by what stands beside it, never by a list of
words of one text; what a number or an abbreviation usually looks like is therefore left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefgen.corpus.lint.findings import Cure, flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_SPACE = re.compile(
    r"(?<=[^\W\d_])[,;؛،؟](?=[^\W\d_])"  # systems,including
    r"|(?<=[a-z]{2})[.](?=[A-Z][a-z])"  # solidarity.We
    r"|\bNos?[.](?=\d)"  # No.97
)
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_TWICE = re.compile(r"\b([^\W\d_]+) (\1)\b", re.IGNORECASE)
_RIGHTLY_TWICE: Final = {"had", "that", "nous", "vous"}
_STOP = re.compile(r"(?<=[a-z] )(?:We|It|They|This|These|He|She|There)(?= [a-z])")
_BULLET = re.compile(r"[\u2022\u25cf\u25cb\u25a0\u25a1\u25aa\u25ab\u25e6\u2023\u2043\uf0b7]")
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d+|#x[0-9A-Fa-f]+);|\*+|\|+|`+|#+|~~|__+|\{\{|\}\}"
    r"|(?<=\])\(\S+?\)"
)
_MARKS = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_PLURAL = re.compile(r"\b(\w+[^\Ws]s) (?:(?:inter|sub)?national|(?:sub)?regional|local|global)\b")


def slips(document: Document) -> Iterator[Finding]:
    """Find what is wrong within the words of each unit."""
    listed = _listed(document)
    for unit in document.units:
        for rule in _RULES:
            yield from rule(document, unit)
        yield from _commas(document, unit, listed)


def _spaces(document: Document, unit: Unit) -> Iterator[Finding]:
    addresses = [match.span() for match in _ADDRESS.finditer(unit.text)]
    for match in _SPACE.finditer(unit.text):
        if any(start <= match.start() < end for start, end in addresses):
            continue
        cure = Cure(match.group() + " ", "A space was lost.", confidence="high")
        message = f"no space after '{_word_at(unit.text, *match.span())}'"
        yield flag(
            document, unit, "lost-space", Severity.ERROR, message, at=match.span(), cure=cure
        )


def _word_at(text: str, start: int, end: int) -> str:
    """Give the word, between blanks, of which a stretch is part."""
    right = text.find(" ", end)
    return text[text.rfind(" ", 0, start) + 1 : len(text) if right < 0 else right]


def _doubled_words(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _TWICE.finditer(unit.text):
        if match[1].lower() not in _RIGHTLY_TWICE:
            message = f"'{match.group()}' is one word twice"
            cure = Cure(match[1], "The word stands twice.", "copy error", "high")
            yield flag(
                document, unit, "doubled-word", Severity.ERROR, message, at=match.span(), cure=cure
            )


def _stops(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _STOP.finditer(unit.text):
        start = match.start() - 1
        message = f"no full stop before '{match.group()}'"
        cure = Cure(". ", "A full stop was lost between two sentences.", "source slip")
        yield flag(
            document,
            unit,
            "lost-stop",
            Severity.ERROR,
            message,
            at=(start, match.start()),
            cure=cure,
        )


def _bullets(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _BULLET.finditer(unit.text):
        message = f"a bullet '{match.group()}' stands within the words"
        hint = "is it the beginning of another unit? the reading has to part them"
        yield flag(
            document, unit, "bullet-in-text", Severity.ERROR, message, at=match.span(), hint=hint
        )


def _markup(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _MARKUP.finditer(unit.text):
        message = f"'{match.group()}' is left over from markup"
        hint = "the reading has to take it off, or the words to keep it"
        yield flag(document, unit, "markup", Severity.ERROR, message, at=match.span(), hint=hint)


def _marks(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _MARKS.finditer(unit.text):
        message = f"the note mark '{match.group()}' stands within the words"
        cure = Cure("", "The raised number is a note mark, which stands apart from the words.")
        yield flag(document, unit, "note-mark", Severity.ERROR, message, at=match.span(), cure=cure)


def _commas(document: Document, unit: Unit, listed: Counter[str]) -> Iterator[Finding]:
    """Find a plural that runs into the next member of an enumeration: "States international …".

    The adjectives are those that begin a noun phrase and never follow the noun in English.
    """
    for match in _PLURAL.finditer(unit.text):
        before = unit.text[: match.start()].split(" ")[-2:]
        if listed[match[1].lower()] > 1 and not before[0].lower().endswith("ing"):
            message = f"no comma in '{match.group()}'"
            cure = Cure(
                ", ", "A comma was lost in an enumeration.", "source slip", confidence="medium"
            )
            at = (match.end(1), match.end(1) + 1)
            yield flag(document, unit, "lost-comma", Severity.ERROR, message, at=at, cure=cure)


def _listed(document: Document) -> Counter[str]:
    """Count the words that stand before a comma: nouns do, verbs in -s hardly ever."""
    words: Counter[str] = Counter()
    for unit in document.units:
        words.update(match[1].lower() for match in re.finditer(r"(\w+),", unit.text))
    return words


_RULES: Final[tuple[Callable[[Document, Unit], Iterator[Finding]], ...]] = (
    _spaces,
    _doubled_words,
    _stops,
    _bullets,
    _markup,
    _marks,
)
