"""Words spelt in two ways in one document, and words one letter off a common one.

Enters: a document, and how often each word stands in all of them. Leaves: findings. No dictionary:
the documents are their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from briefgen.corpus.lint.findings import Cure, flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAIR = re.compile(r"(?=\b([^\W\d_]{3,}) ([^\W\d_]{3,})\b)")
_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
_ISE = re.compile(r"is(ations?|e|ed|er|ers|es|ing)\b")
_LONG: Final = 7
_COMMON: Final = 3
_ENDINGS: Final = frozenset("sdrnyle")
"""Letters that make another form of a word at its end: "migrants", "migrated", "provider"."""


def vocabulary(documents: Iterable[Document]) -> Counter[str]:
    """Count the words of all documents, in lower case."""
    words: Counter[str] = Counter()
    for document in documents:
        for unit in document.units:
            words.update(word.lower() for word in re.findall(r"[^\W\d_]+", unit.text))
    return words


def mixed_spellings(document: Document) -> Iterator[Finding]:
    """Find the rarer spelling of a word that the document spells in two ways."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, tuple[Unit, int, int]] = {}
    for unit in document.units:
        if unit.kind == "letter":
            continue
        for start, end, form in _forms(unit.text):
            forms[_fold(form)][form] += 1
            first.setdefault(form, (unit, start, end))
    for spelt in forms.values():
        if len(spelt) > 1:
            *_, (rare, count) = spelt.most_common()
            (usual, often), *_ = spelt.most_common()
            unit, start, end = first[rare]
            message = f"spelt '{rare}' ({count}) here and '{usual}' ({often}) elsewhere"
            yield flag(document, unit, "mixed-spelling", Severity.NOTE, message, at=(start, end))


def _forms(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        yield *match.span(), match.group().lower()
    for match in _PAIR.finditer(text):
        yield match.start(), match.end(2), f"{match[1]} {match[2]}".lower()


def _fold(form: str) -> str:
    """Give what the spellings of a word share; two words are a spelling of one that joins them."""
    return form.replace(" ", "") if " " in form else _ISE.sub(r"iz\1", form.replace("-", ""))


def misspelt(document: Document, words: Mapping[str, int]) -> Iterator[Finding]:
    """Find a word that stands once and is one letter more, or less, than a common one."""
    shorter: dict[str, set[str]] = defaultdict(set)
    for word, count in words.items():
        if count >= _COMMON and len(word) >= _LONG:
            for variant in _less_one(word):
                shorter[variant].add(word)
    names = _name_counts(document)
    for unit in document.units:
        if unit.kind == "letter":
            continue
        for match in re.finditer(r"[^\W\d_]+", unit.text):
            word = match.group().lower()
            if words[word] == 1 and len(word) >= _LONG - 1:
                for meant in _meant(word, words, shorter):
                    yield _misspelling(document, unit, match.span(), meant)
        yield from _names(document, unit, names)


def _less_one(word: str) -> Iterator[str]:
    """Give a word with one of its inner letters left out."""
    for index in range(1, len(word) - 1):
        yield word[:index] + word[index + 1 :]


def _meant(word: str, words: Mapping[str, int], shorter: Mapping[str, set[str]]) -> list[str]:
    """Give the one word that may be meant, if there is one."""
    found = {one for one in _less_one(word) if words.get(one, 0) >= _COMMON}
    found |= shorter.get(word, set())
    if word[-1] not in _ENDINGS and words.get(word[:-1], 0) >= _COMMON:
        found.add(word[:-1])
    return sorted(found)[:1]


def _misspelling(document: Document, unit: Unit, at: tuple[int, int], meant: str) -> Finding:
    found = unit.text[slice(*at)]
    as_found = meant.capitalize() if found[0].isupper() else meant
    evidence = f'"{as_found}" is what the sources have everywhere else.'
    return flag(
        document,
        unit,
        "misspelt",
        Severity.WARNING,
        f"'{found}' stands here only; is '{as_found}' meant?",
        at=at,
        cure=Cure(as_found, evidence),
    )


def _names(document: Document, unit: Unit, counts: Mapping[str, int]) -> Iterator[Finding]:
    """Find a name of two words that is elsewhere written without the -s of its first."""
    for match in _NAME.finditer(unit.text):
        usual = f"{match[1][:-1]} {match[2]}"
        if (
            match[1].endswith("s")
            and counts[match.group()] == 1
            and counts.get(usual, 0) >= _COMMON
        ):
            yield _misspelling(document, unit, match.span(1), match[1][:-1].lower())


def _name_counts(document: Document) -> Counter[str]:
    names: Counter[str] = Counter()
    for unit in document.units:
        names.update(match.group() for match in _NAME.finditer(unit.text))
    return names
