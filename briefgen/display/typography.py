"""Typographic display: quotation marks, dashes and titles as a typesetter has them.

Enters: a unit's words and the style's wishes. Leaves: as many characters, one for one, so that
every place in a text stays its place. ``folded`` undoes it: two texts say the same words if they
are the same folded. What a delegation writes itself never passes through here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from msgspec import Struct

from briefgen.display.titles import Usage, sentence_case
from briefgen.styles import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Unit

AS_SOURCE: Final = Typography()
"""Nothing changed: what a pack in ``verbatim`` mode has."""

TITLE_KINDS: Final = frozenset({"objective-title"})
"""Units that are titles; headings in capitals are left as they are."""


_DOUBLE: Final = {"es": "\u00ab\u00bb", "ru": "\u00ab\u00bb"}
"""Marks that open and close, by language; the English ones elsewhere. French has them too, since
its own want spaces inside, which would have to be added."""

_ENGLISH: Final = "\u201c\u201d"
_SINGLE: Final = "\u2018\u2019"
_APOSTROPHE: Final = "\u2019"
_STRAIGHT: Final = re.compile("[\"']")
_OPENS_AFTER: Final = frozenset(" \u00a0\u202f([{\u2013\u2014/\u201c\u2018\u00ab\u201e\"'")
_FOLDED: Final = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019", "'")
    | {"\u2013": "-"}
)

_RANGE: Final = re.compile(r"(?<![\w.:/-])(\d[\d:.,]*)-(\d[\d:.,]*)(?![\w/-])")
_SPACED: Final = " - "
_LONG: Final = 1000


def folded(text: str) -> str:
    """Undo the display of characters and of case, so that texts can be compared by their words."""
    return text.translate(_FOLDED).casefold()


def curly(text: str, language: str) -> str:
    """Give straight quotation marks and apostrophes the form they have in a language (a tag).

    A mark opens at the start, after a space, a bracket, a dash or another mark that opens; every
    other one closes, or is an apostrophe. A single mark that opens and is never closed is an
    apostrophe too ('tis).
    """
    if not _STRAIGHT.search(text):
        return text
    double = _DOUBLE.get(language.partition("-")[0], _ENGLISH)
    shown = list(text)
    single: int | None = None
    for found in _STRAIGHT.finditer(text):
        at = found.start()
        opens = at == 0 or text[at - 1] in _OPENS_AFTER
        if found[0] == '"':
            shown[at] = double[0 if opens else 1]
        elif opens:
            shown[at] = _APOSTROPHE
            single = at
        elif single is not None and not text[at + 1 : at + 2].isalnum():
            shown[single], shown[at] = _SINGLE
            single = None
        else:
            shown[at] = _APOSTROPHE
    return "".join(shown)


def dashed(text: str) -> str:
    """Put an en dash into ranges of numbers that rise (2015-2030) and between spaces.

    What may be a telephone number (963-1234) is no range.
    """
    if "-" not in text:
        return text
    return _RANGE.sub(_range, text).replace(_SPACED, " \u2013 ")


def _range(found: re.Match[str]) -> str:
    first, last = _number(found[1]), _number(found[2])
    alike = last[0] < _LONG or len(str(first[0])) == len(str(last[0]))
    return f"{found[1]}\u2013{found[2]}" if first < last and alike else found[0]


def _number(words: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", words))


_USAGES: WeakKeyDictionary[Corpus, dict[str, Usage]] = WeakKeyDictionary()
"""How the documents of each corpus use capitals, as far as packs have asked."""


class Display(Struct, dict=True):
    """The style's wishes applied to the units of a corpus."""

    typography: Typography
    corpus: Corpus

    def __post_init__(self) -> None:
        """Start with what earlier packs from the corpus asked about its documents' capitals."""
        self._usages = _USAGES.setdefault(self.corpus, {})

    @property
    def label_form(self) -> str:
        """The form of labels, to be filled: ``({})``."""
        return self.typography.labels.replace("a", "{}")

    def text(self, unit: Unit) -> str:
        """Give a unit's text as it is shown."""
        text = unit.text
        if self.typography.titles == "sentence-case" and unit.kind in TITLE_KINDS:
            text = sentence_case(text, self._usages_for(unit.document))
        return self.characters(text, unit)

    def characters(self, words: str, unit: Unit) -> str:
        """Give some words of a unit with the characters that its document's language wants."""
        if self.typography.quotes == "curly":
            words = curly(words, self.corpus.document(unit.document).language)
        if self.typography.dashes == "typographic":
            words = dashed(words)
        return words

    def _usages_for(self, name: str) -> Iterator[Usage]:
        """Give how documents use capitals, the one in question first, no more than are asked."""
        language = self.corpus.document(name).language
        for one in (name, *self.corpus.document_ids):
            document = self.corpus.document(one)
            if document.language == language:
                if one not in self._usages:
                    self._usages[one] = Usage.of(document)
                yield self._usages[one]


def shown_by(text_mode: str, typography: Typography, corpus: Corpus) -> Display:
    """Give how a pack shows words: as the style wishes, or as the source does if ``verbatim``."""
    return Display(AS_SOURCE if text_mode == "verbatim" else typography, corpus)
