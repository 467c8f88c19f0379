"""A source and its description to a document, with the account of every word.

Enters: bytes of a source, its name, its description. Leaves: a ``Described``; with an error among
its diagnostics the document is not whole. Writes nothing.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Final, get_args

from msgspec import Struct
from msgspec.structs import replace

from briefgen.corpus.accounting import Account, account
from briefgen.corpus.described.description import Description, OutlineDescription
from briefgen.corpus.described.outline import read_outline
from briefgen.corpus.described.sheet import spread
from briefgen.corpus.described.table import read_table
from briefgen.corpus.intake import FormatName, take_in
from briefgen.corpus.model import Document, Section, Source
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus.intake import Intake
    from briefgen.corpus.readers.reading import Repair

FAULT_LIMIT: Final = 40
"""Faults that are told of one source; what is wrong with the description shows in the first few."""
_ENDINGS: Final[dict[str, FormatName]] = {
    "txt": "text",
    "md": "markdown",
    "markdown": "markdown",
    "tsv": "tab-separated",
    "tab": "tab-separated",
    "html": "html",
    "htm": "html",
    "docx": "docx",
    "pdf": "pdf",
}


class Described(Struct, frozen=True):
    """What came of a source: errors mean that nothing may be kept, remarks that one should look."""

    document: Document
    account: Account
    repairs: tuple[Repair, ...]
    faults: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]


def format_of(file: str, description: Description) -> FormatName:
    """Give the format of a file: the description's, or what its name ends in.

    Raises:
        UnusableInput: neither says it.
    """
    if description.format:
        return description.format
    ending = file.rpartition(".")[2].lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    message = "its name does not tell its format"
    hint = f"add 'format:' to the description: {', '.join(get_args(FormatName))}"
    raise UnusableInput.because(message, Place(file), hint)


def read_described(data: bytes, file: str, description: Description, *, stored: str) -> Described:
    """Read a source; ``file`` is its name in messages, ``stored`` its name in the corpus.

    Raises:
        UnusableInput: the file is not of its format, or is refused.
    """
    intake = take_in(data, file, format_of(file, description))
    return read_intake(intake, description, Source(stored, sha256(data).hexdigest()))


def read_intake(intake: Intake, description: Description, source: Source) -> Described:
    """Read a source that was taken in."""
    sheet = spread(intake)
    if isinstance(description, OutlineDescription):
        sections = read_outline(sheet, description)
    else:
        sections = read_table(sheet, description)
    document = _document(description, sections, source)
    balance, unaccounted = account(sheet.reading, document)
    faults = [*sheet.faults, *map(sheet.located, sheet.reading.diagnostics)]
    if not faults:
        faults += map(sheet.located, unaccounted)
    placed = tuple(
        replace(section, units=tuple(map(sheet.placed, section.units))) for section in sections
    )
    document = replace(document, sections=placed)
    if not faults:
        faults += _whole(document, description, intake.file)
    repairs = sorted(replace(one, line=sheet.line_of(one.line)) for one in sheet.reading.repairs)
    remarks = sorted((*intake.unread, *sheet.remarks), key=_line)
    return Described(document, balance, tuple(repairs), _capped(faults), tuple(remarks))


def _line(fault: Diagnostic) -> Place:
    return fault.place or Place("")


def _document(description: Description, sections: tuple[Section, ...], source: Source) -> Document:
    return Document(
        id=description.id,
        title=description.title,
        short_title=description.short_title,
        date=description.date,
        status=description.status,
        statement=description.statement,
        language=description.language,
        layout="compact" if description.kind == "outline" else "table",
        source=source,
        sections=sections,
    )


def _whole(document: Document, description: Description, file: str) -> list[Diagnostic]:
    """Say what a whole reading would have and this one has not."""
    if not document.units:
        hint = "does the description fit this file?"
        return [error("the source gave no unit", Place(file), hint)]
    faults = []
    found = Counter(unit.kind for unit in document.units)
    for kind, count in description.expected.items():
        if found[kind] != count:
            message = f"{found[kind]} units of kind '{kind}' where the description expects {count}"
            hint = "words were lost or moved, or 'expected' is out of date"
            faults.append(error(message, Place(file), hint))
    return faults


def _capped(faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    faults = sorted(faults, key=_line)
    if len(faults) <= FAULT_LIMIT:
        return tuple(faults)
    more = len(faults) - FAULT_LIMIT
    return (*faults[:FAULT_LIMIT], error(f"and {more} more such faults", faults[-1].place))
