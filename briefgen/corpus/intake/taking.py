"""One function for all formats: bytes in, an :class:`Intake` out.

Enters: the bytes of a source, its name for messages, its format as the description declares it.
Leaves: what the format states. The library of a format is loaded when that format is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.corpus.intake.findings import Findings
from briefgen.corpus.intake.model import Intake

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus.intake.model import FormatName, Grid, Note, Passage

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
    parts, notes = _reader(format_name)(data, findings)
    if not parts and not findings.faults:
        findings.fault("holds no words")
    findings.raise_any()
    return Intake(file, format_name, parts, notes, findings.all_remarks())


def _reader(format_name: FormatName) -> Callable[[bytes, Findings], Taken]:
    match format_name:
        case "text":
            from briefgen.corpus.intake.plain_text import read_lines

            return read_lines
        case "tab-separated":
            from briefgen.corpus.intake.tab_separated import read_table

            return read_table
        case "docx":
            from briefgen.corpus.intake.docx import read_docx

            return read_docx
        case "markdown" | "html" | "pdf":
            raise NotImplementedError(format_name)
        case _:
            assert_never(format_name)
