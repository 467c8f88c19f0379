"""One function for all formats: bytes in, an :class:`Intake` out.

Enters: the bytes of a source, its name for messages, its format as the description declares it.
Leaves: what the format states, with a warning for every word of the file that is not in it. The
library of a format is loaded when that format is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from briefgen.corpus.intake.account import balance, passages_of
from briefgen.corpus.intake.encoding import read_text
from briefgen.corpus.intake.findings import Findings
from briefgen.corpus.intake.model import Intake
from briefgen.corpus.intake.raw_words import words_in_html, words_in_lines, words_in_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefgen.corpus.intake.model import FormatName, Grid, Note, Passage, Word

    Taken = tuple[tuple[Passage | Grid, ...], tuple[Note, ...]]


def take_in(data: bytes, file: str, format_name: FormatName) -> Intake:
    """Take in a source.

    Args:
        data: the whole file.
        file: its name, for messages.
        format_name: what it is; a file that is something else is refused by its true name.

    Raises:
        UnusableInput: with every fault that makes the file unusable.
    """
    findings = Findings(file)
    way = _way(format_name)
    parts, notes = way.read(data, findings)
    if not parts and not findings.faults:
        findings.fault("holds no words")
    findings.raise_any()
    counted = way.count(data, Findings(file))
    balance(counted, passages_of(parts, notes), findings, by_place=format_name == "pdf")
    return Intake(file, format_name, parts, notes, findings.all_remarks())


def words_of(data: bytes, file: str, format_name: FormatName) -> tuple[Word, ...]:
    """Give every word of a source with its place, counted from the raw file without its reader.

    What readers leave out and report (tracked deletions, hidden words, headers) is not counted.

    Raises:
        UnusableInput: as :func:`take_in` does.
    """
    return tuple(_way(format_name).count(data, Findings(file)))


class _Way(Struct, frozen=True):
    """How a format is read, and how its words are counted."""

    read: Callable[[bytes, Findings], Taken]
    count: Callable[[bytes, Findings], Iterable[Word]]


def _way(format_name: FormatName) -> _Way:
    match format_name:
        case "text":
            from briefgen.corpus.intake.plain_text import read_lines

            return _Way(read_lines, _in_text(words_in_lines))
        case "tab-separated":
            from briefgen.corpus.intake.tab_separated import read_table

            return _Way(read_table, _in_text(words_in_lines))
        case "markdown":
            from briefgen.corpus.intake.markdown import read_markdown

            return _Way(read_markdown, _in_text(words_in_markdown))
        case "html":
            from briefgen.corpus.intake.html import read_html

            return _Way(read_html, _in_text(words_in_html))
        case "docx":
            from briefgen.corpus.intake.docx import read_docx
            from briefgen.corpus.intake.docx.raw_words import words_in_docx

            return _Way(read_docx, words_in_docx)
        case "pdf":
            from briefgen.corpus.intake.pdf import read_pdf, words_in_pdf

            return _Way(read_pdf, words_in_pdf)
        case _:
            assert_never(format_name)


def _in_text(
    count: Callable[[str], Iterable[Word]],
) -> Callable[[bytes, Findings], Iterable[Word]]:
    return lambda data, findings: count(read_text(data, findings))
