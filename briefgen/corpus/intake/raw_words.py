"""The words of a raw file, counted without the readers.

Enters: bytes that a reader has accepted. Leaves: words with their places. For text it is all that
stands between blanks; for Markdown the same without its marks; for HTML what the standard library's
parser finds; for DOCX and PDF see their packages.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.encoding import LINE_END
from briefgen.corpus.intake.html_names import BLOCKS, DROPPED, hidden
from briefgen.corpus.intake.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRUCK: Final = frozenset({"del", "s", "strike"})
_WITHOUT_END: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - as there
)
_MARKS: Final = (
    (re.compile(r"^(?:\s{0,3}>)*\s*(?:[-*+]\s+|\d{1,9}[.)]\s+|#{1,6}\s)*"), ""),
    (re.compile(r"^\s*(?:```|~~~).*"), ""),
    (re.compile(r"^\[\^[^\]]+\]:|\[\^[^\]]+\]"), ""),  # notes
    (re.compile(r"!\[[^\]]*\]\([^()]*\)"), " "),  # pictures, which are reported
    (re.compile(r"\]\([^()]*\)|\]\[[^\]]*\]"), ""),  # where links lead
    (re.compile(r"[|]"), " "),
    (re.compile(r"[*_`~\\]"), ""),
)


def words_in_lines(text: str) -> Iterator[Word]:
    """Give what stands between blanks, line by line."""
    for number, line in enumerate(LINE_END.split(text), start=1):
        for word in line.split():
            yield Word(word, number)


def words_in_markdown(text: str) -> Iterator[Word]:
    """Give the words without the marks of Markdown."""
    for number, line in enumerate(LINE_END.split(text), start=1):
        words = line
        for mark, instead in _MARKS:
            words = mark.sub(instead, words)
        for word in html.unescape(words).split():
            yield Word(word, number)


def words_in_html(text: str) -> Iterator[Word]:
    """Give the words that stand in no element that is left out."""
    counter = _Counter()
    counter.feed(text)
    counter.close()
    for line, piece in counter.pieces():
        for word in piece.split():
            yield Word(word, line)


class _Counter(HTMLParser):
    """Gathers text between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[tuple[int, str]] = []
        self._open: list[tuple[int, list[str]]] = []
        self._out = ""
        self._depth = 0
        self._text: list[str] = []
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self._part(tag)
        if tag in _WITHOUT_END:
            return
        if self._out:
            self._depth += tag == self._out
        elif tag in DROPPED or tag in _STRUCK or hidden(dict(attrs)):
            self._out, self._depth = tag, 1

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        self._part(tag)
        if tag == self._out:
            self._depth -= 1
            self._out = self._out if self._depth else ""

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if not self._out:
            if not self._text:
                self._line = self.getpos()[0]
            self._text.append(data)

    def pieces(self) -> list[tuple[int, str]]:
        """Give the text of each piece between blocks, with its first line."""
        self._part("br")
        return self._pieces

    def _part(self, tag: str) -> None:
        if (tag in BLOCKS or tag == "br") and self._text:
            self._pieces.append((self._line, "".join(self._text)))
            self._text = []
