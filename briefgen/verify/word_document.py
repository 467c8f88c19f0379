"""Reads a Word document as a person meets it: paragraphs, numbers, table cells, notes.

Enters: bytes from anywhere. Leaves: a ``Delivered``. The file is opened by ``briefgen.opc``, which
follows nothing and expands nothing; no library that writes documents is used. Rules: ISO/IEC
29500-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.corpus.intake.docx.names import MC, W, number, value
from briefgen.corpus.intake.docx.numbering import Numbering
from briefgen.corpus.intake.docx.styles import Styles, heading_of
from briefgen.corpus.intake.numerals import numeral
from briefgen.errors import UnusableInput
from briefgen.manifest.model import Cell
from briefgen.manifest.words import normalised
from briefgen.opc import open_docx
from briefgen.verify.model import Delivered, Note, Passage, Remark, Spot
from briefgen.verify.word_runs import Fields, Wording, control_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.opc import Package

_MANIFEST: Final = "{urn:briefgen:manifest}manifest"
_NOTES_TITLE: Final = "notes title"
_LONGEST_TITLE: Final = 40
"""Characters; more in this style are words like any others, and are checked."""
_WALKED: Final = frozenset(W + name for name in ("customXml", "ins", "moveTo", "smartTag"))
_WAYS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word counts notes where the document does not say (17.11.17, 17.11.18)."""


def read_word_document(data: bytes, name: str) -> Delivered:
    """Read a document.

    Raises:
        UnusableInput: it is no Word document, or one that is not safe to read.
    """
    package = open_docx(data, name)
    root = package.tree(package.main)
    body = root.find(f"{W}body")
    reading = _Reading.of(package)
    flow = _Flow(reading)
    if body is not None:
        flow.read(body)
        flow.close()
    notes = tuple(_notes(reading, package))
    remarks = []
    if flow.struck or any(one.tracked for one in flow.found):
        remarks.append("tracked changes are pending; they were read as if accepted")
    return Delivered(
        name,
        "docx",
        tuple(flow.found),
        notes,
        tuple(flow.contents),
        manifest=_manifest(package),
        remarks=tuple(remarks),
        struck=tuple(flow.struck),
        comments=tuple(_comments(reading, package, flow)),
    )


def _manifest(package: Package) -> str | None:
    for one in package.relationships(package.main):
        if one.kind == "customXml" and not one.external and one.target in package.parts:
            try:
                root = package.tree(one.target)
            except UnusableInput:
                continue  # other programs keep their own data there
            if root.tag == _MANIFEST:
                return root.text or ""
    return None


class _Reading(Struct):
    """What holds for the whole document. ``called`` are the notes in the order of their marks."""

    styles: Styles
    numbering: Numbering
    first_note: int = 1
    called: dict[tuple[str, str], str] = field(default_factory=dict)
    typed: set[tuple[str, str]] = field(default_factory=set)
    """Those of which someone typed the mark."""
    fields: Fields = field(default_factory=Fields)

    @classmethod
    def of(cls, package: Package) -> _Reading:
        parts = {
            kind: package.tree(target) if (target := package.related(package.main, kind)) else None
            for kind in ("styles", "numbering", "settings")
        }
        settings = parts["settings"]
        start = None
        for root in (package.tree(package.main), settings):
            properties = None if root is None else next(root.iter(f"{W}footnotePr"), None)
            start = number(properties, "numStart") or start
        return cls(Styles(parts["styles"]), Numbering(parts["numbering"]), start or 1)

    def call(self, kind: str, note: str, typed: str) -> str:
        """Take note of a note that is called, and give its mark: as typed, or counted."""
        if (kind, note) not in self.called:
            count = sum(1 for one, _ in self.called if one == kind)
            count += self.first_note if kind == "footnote" else 1
            if typed:
                self.typed.add((kind, note))
            self.called[kind, note] = typed or numeral(count, _WAYS[kind]) or str(count)
        return self.called[kind, note]


class _Flow(Struct):
    """Passages of one part as they are met."""

    reading: _Reading
    note: str = ""
    found: list[Passage] = field(default_factory=list)
    contents: list[Passage] = field(default_factory=list)
    cell: Cell | None = None
    tables: int = 0
    paragraphs: int = 0
    struck: list[str] = field(default_factory=list)
    remarks: dict[str, int] = field(default_factory=dict)
    """The number of the passage that a comment is on."""
    going_on: tuple[Wording, etree._Element | None] | None = None
    """Words, and their paragraph's properties, whose end a pending change takes out."""

    def read(self, parent: etree._Element, unit: str = "") -> None:
        for block in parent:
            tag = block.tag
            if tag == f"{W}p":
                self._paragraph(block, unit)
            elif tag == f"{W}tbl":
                self._table(block, unit)
            elif tag == f"{W}sdt":
                inner = block.find(f"{W}sdtContent")
                if inner is not None:
                    self.read(inner, control_unit(block) or unit)
            elif tag in _WALKED:
                self.read(block, unit)
            elif tag == f"{MC}AlternateContent":
                branch = block.find(f"{MC}Choice")
                if branch is not None:
                    self.read(branch, unit)

    def _paragraph(self, element: etree._Element, unit: str) -> None:
        self.paragraphs += 1
        reading = self.reading
        properties = element.find(f"{W}pPr")
        wording = self.going_on[0] if self.going_on else Wording(reading.fields, reading.call)
        said, gone = len(wording.runs), len(wording.taken_out)
        wording.read(element, unit)
        wording.tracked = wording.tracked or _is_changed(properties)
        struck = normalised("".join(wording.taken_out[gone:]))
        if struck and not normalised("".join(run.words for run in wording.runs[said:])):
            self.struck.append(struck)
        self.going_on = (wording, properties) if _loses_its_end(properties) else None
        if self.going_on is None:
            self._end(wording, properties)
        elif not wording.runs and not wording.marks:
            self._hang(wording)  # nothing of it is left to go on
            self.going_on = None

    def close(self) -> None:
        """End a paragraph that has no other to go on in."""
        if self.going_on is not None:
            (wording, properties), self.going_on = self.going_on, None
            if wording.runs or wording.marks:
                self._end(wording, properties)

    def _end(self, wording: Wording, properties: etree._Element | None) -> None:
        """Add the passage of a paragraph that ends here."""
        reading = self.reading
        style = value(properties, "pStyle")
        label = self._label(properties, style)
        name = heading_of(properties) or reading.styles.name(style)
        level = int(name.removeprefix("heading-")) if name.startswith("heading-") else 0
        passage = Passage(
            tuple(wording.runs),
            Spot(0, 0 if self.note else self.paragraphs, self.cell, self.note),
            level,
            label,
            tuple(wording.marks),
            wording.tracked,
        )
        if passage.whole and not _is_notes_title(name, passage):
            (self.contents if wording.in_contents else self.found).append(passage)
        self._hang(wording)
        for box in wording.boxes:
            self.read(box)
            self.close()

    def _hang(self, wording: Wording) -> None:
        """Take note of the passage that comments are on."""
        for remark in wording.remarks:
            self.remarks[remark] = max(0, len(self.found) - 1)

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        """Count a paragraph in its list, and give its number; a bullet is none."""
        own = None if properties is None else properties.find(f"{W}numPr")
        styled, styled_level = self.reading.styles.numbering(style)
        listed = number(own, "numId")
        level = number(own, "ilvl")
        if listed is None:
            listed = styled
        if not listed:
            return ""
        depth = next((one for one in (level, styled_level) if one is not None), 0)
        shown = self.reading.numbering.mark(listed, depth) or ""
        return shown if any(one.isalnum() for one in shown) else ""

    def _table(self, table: etree._Element, unit: str) -> None:
        if self.cell is not None:  # a table in a cell: its words are the cell's
            for paragraphs in table.iter(f"{W}tc"):
                self.read(paragraphs, unit)
            return
        self.close()
        self.tables += 1
        rows = (row for row in _rows(table) if row.find(f"{W}trPr/{W}del") is None)
        for at, row in enumerate(rows, 1):
            column = 1 + (number(row.find(f"{W}trPr"), "gridBefore") or 0)
            for cell, named in _cells(row, unit):
                self.cell = Cell(self.tables, at, column)
                self.read(cell, named)
                self.close()
                column += max(1, number(cell.find(f"{W}tcPr"), "gridSpan") or 1)
        self.cell = None


def _is_notes_title(style: str, passage: Passage) -> bool:
    """Tell what stands above lines for handwriting: it is no part of the text, as in the PDF."""
    short = len(passage.whole) <= _LONGEST_TITLE
    return style == _NOTES_TITLE and short and not passage.units and not passage.marks


def _is_changed(properties: etree._Element | None) -> bool:
    """Tell whether the paragraph's end was added or taken out, and is pending."""
    changes = ("ins", "del", "moveFrom", "moveTo")
    return properties is not None and any(
        properties.find(f"{W}rPr/{W}{change}") is not None for change in changes
    )


def _loses_its_end(properties: etree._Element | None) -> bool:
    """Tell whether a pending change joins the paragraph with the next (17.13.5.15)."""
    return properties is not None and any(
        properties.find(f"{W}rPr/{W}{change}") is not None for change in ("del", "moveFrom")
    )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for one in table:
        if one.tag == f"{W}tr":
            yield one
        elif one.tag == f"{W}sdt":
            inner = one.find(f"{W}sdtContent")
            if inner is not None:
                yield from _rows(inner)


def _cells(row: etree._Element, unit: str) -> Iterator[tuple[etree._Element, str]]:
    for one in row:
        if one.tag == f"{W}tc":
            yield one, unit
        elif one.tag == f"{W}sdt":
            inner = one.find(f"{W}sdtContent")
            if inner is not None:
                yield from _cells(inner, control_unit(one) or unit)


def _notes(reading: _Reading, package: Package) -> Iterator[Note]:
    """Give the notes that are called, in the order of their marks."""
    parts = {}
    for kind in _WAYS:
        target = package.related(package.main, f"{kind}s")
        if target:
            for one in package.tree(target).iter(W + kind):
                parts[kind, one.get(f"{W}id", "")] = one
    for called, mark in reading.called.items():
        if called in parts:
            flow = _Flow(_Reading(reading.styles, reading.numbering), mark)
            flow.read(parts[called])
            flow.close()
            found = flow.found
            if found and called in reading.typed:
                found = [_without_mark(found[0], mark), *found[1:]]
            yield Note(mark, tuple(one for one in found if one.whole))


def _comments(reading: _Reading, package: Package, flow: _Flow) -> Iterator[Remark]:
    """Give the comments that hang on words of the document, in the order of these."""
    target = package.related(package.main, "comments")
    if not target:
        return
    written = {one.get(f"{W}id", ""): one for one in package.tree(target).iter(f"{W}comment")}
    for name, passage in flow.remarks.items():
        if name in written:
            inner = _Flow(_Reading(reading.styles, reading.numbering))
            inner.read(written[name])
            inner.close()
            words = "\n".join(one.whole for one in inner.found)
            yield Remark(passage, words, written[name].get(f"{W}author", ""))


def _without_mark(passage: Passage, mark: str) -> Passage:
    """Take the mark off the head of a note, where it was typed; LibreOffice types it twice."""
    runs = list(passage.runs)
    while runs and runs[0].words.strip() in {"", mark}:
        del runs[0]
    if len(runs) == len(passage.runs) and runs and runs[0].words.startswith(mark):
        runs[0] = runs[0]._replace(words=runs[0].words.removeprefix(mark))
    return replace(passage, runs=tuple(runs))
