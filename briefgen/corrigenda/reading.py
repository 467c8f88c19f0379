"""Reads a finished file for what it prints: its passages, and its pages as they look.

Enters: bytes. Leaves: a ``PrintedFile``. A file that is no pack, or only some sheets of one, is
refused. Files from elsewhere are read in a process of their own (``cli.confined``).
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pikepdf import Dictionary

from briefgen.blocks import UNDATED
from briefgen.corrigenda.drawing import read_drawn
from briefgen.corrigenda.model import PrintedFile, PrintedPage
from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.manifest import read_manifest
from briefgen.opc import open_docx
from briefgen.press.copies_told import copy_number
from briefgen.press.reading import opened, size_of
from briefgen.verify import read_delivered

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

    from briefgen.manifest.model import Identity
    from briefgen.opc import Package
    from briefgen.verify import Delivered

_DAY = re.compile(r"D:([0-9]{4})([0-9]{2})([0-9]{2})", re.ASCII)
_WRITTEN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_CORE = (
    "{http://purl.org/dc/elements/1.1/}title",
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/dc/terms/}created",
)


def read_printed(data: bytes, name: str) -> PrintedFile:
    """Read a pack, as PDF or DOCX.

    Raises:
        UnusableInput: it is neither, damaged, encrypted, no pack, or some sheets of one.
    """
    delivered = read_delivered(data, name)
    place = Place(name)
    if delivered.manifest is None:
        hint = "name a file that briefgen built: not an imposed one, nor another program's"
        raise UnusableInput.because("the file is no pack of briefgen's", place, hint)
    identity = read_manifest(delivered.manifest, place).identity
    if identity.partial:
        hint = "name the whole pack that was delivered beside it"
        raise UnusableInput.because("the file holds only some sheets of a pack", place, hint)
    if delivered.kind != "pdf":
        return _read_word(delivered, open_docx(data, name), identity)
    if not delivered.structured:
        hint = "build the pack again, and name the file that briefgen wrote"
        raise UnusableInput.because("the file has lost its structure", place, hint)
    with opened(data, name) as pdf:
        revision = _revision(pdf)
        changed = _DAY.match(str(pdf.docinfo.get("/ModDate", ""))) if revision else None
        preferences = pdf.Root.get("/ViewerPreferences", Dictionary())
        return PrintedFile(
            delivered,
            str(pdf.docinfo.get("/Title", "")),
            _dated(_DAY.match(str(pdf.docinfo.get("/CreationDate", "")))),
            identity.language,
            tuple(_pages(pdf, data)),
            str(preferences.get("/Duplex", "")) == "/Simplex",
            revision,
            str(pdf.docinfo.get("/Author", "")),
            *copy_number(pdf),
            _dated(changed),
            large_print=identity.large_print,
        )


def _read_word(delivered: Delivered, package: Package, identity: Identity) -> PrintedFile:
    """Give a Word file with what its core properties say (ISO/IEC 29500-2, 11)."""
    part = package.related("", "core-properties")
    if not part:
        return PrintedFile(delivered, language=identity.language, large_print=identity.large_print)
    core = package.tree(part)
    title, author, created = (core.findtext(key) or "" for key in _CORE)
    day = _WRITTEN_DAY.match(created)
    return PrintedFile(
        delivered,
        title,
        _dated(day),
        identity.language,
        delegation=author,
        large_print=identity.large_print,
    )


def _pages(pdf: pikepdf.Pdf, data: bytes) -> Iterator[PrintedPage]:
    for page, drawn in zip(pdf.pages, read_drawn(data), strict=True):
        width, height = size_of(page)
        yield PrintedPage(
            width,
            height,
            str(page.label),
            drawn.body,
            drawn.furniture,
            drawn.stamp,
            drawn.taken,
            drawn.sides,
            drawn.size,
        )


def _dated(day: re.Match[str] | None) -> str:
    """Give the day that a file says it is of, "" for none; not every eight digits are a day."""
    if day is None:
        return ""
    with suppress(ValueError):
        found = dt.date(*map(int, day.groups())).isoformat()
        return "" if found == UNDATED else found
    return ""


def _revision(pdf: pikepdf.Pdf) -> int:
    """Give the number of the revision that a file says it is (``press.reprinting``)."""
    private: Any = pdf.Root["/PieceInfo"]["/briefgen"]  # the manifest stands there too
    number = private.get("/Revision")
    return number if isinstance(number, int) and number > 0 else 0
