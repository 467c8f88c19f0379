"""A DOCX opened without trust: its parts as XML, or why it is refused.

Enters: the bytes of a file. Leaves: parts by the relationship that leads to them. Nothing outside
the package is ever followed, nothing is expanded beyond set limits, no entity is resolved, and a
file with macros, a password or another format is told by its name.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from briefgen.corpus.intake.docx.names import CONTENT_TYPES, OFFICE, RELATIONSHIPS, STRICT
from briefgen.corpus.intake.signature import kind_of

if TYPE_CHECKING:
    from briefgen.corpus.intake.findings import Findings

SIZE_LIMIT: Final = 64 << 20
"""Bytes of the file; a draft of 400 pages with pictures has about 5 million."""
PART_LIMIT: Final = 48 << 20
"""Bytes of one XML part, unpacked; 400 pages of text have about 4 million."""
TOTAL_LIMIT: Final = 512 << 20
"""Bytes of all parts, unpacked, pictures included."""
MEMBER_LIMIT: Final = 4096
RATIO_LIMIT: Final = 200
"""How many times larger a part may be unpacked than packed; XML seldom comes to 50."""
_RATIO_FROM: Final = 1 << 20
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_USABLE: Final = frozenset({_MAIN + "document.main+xml", _MAIN + "template.main+xml"})
_OTHERS: Final = (
    ("macroEnabled", "a Word document with macros", "save it as a Word document (.docx)"),
    ("spreadsheetml", "a spreadsheet", "save the sheet as tab-separated text in UTF-8"),
    ("presentationml", "a presentation", "save its text as a Word document (.docx)"),
)
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part leads: the kind (last word of its address) and the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """An open DOCX."""

    def __init__(self, archive: zipfile.ZipFile, findings: Findings) -> None:
        self._archive = archive
        self._findings = findings
        self._names = frozenset(archive.namelist())
        self.main = ""

    def xml(self, name: str) -> etree._Element | None:
        """Give a part's root; None, and a fault, where it is missing or is no safe XML."""
        data = self._bytes(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        # a document type can hold entities; no part of a DOCX has one (ECMA-376 Part 2, 6.2.5)
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
            self._refuse_entities(name)
            return None
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as flaw:
            self._findings.fault(f"the part '{name}' is not well-formed: {flaw.msg}")
            return None
        if root.getroottree().docinfo.internalDTD is not None:
            self._refuse_entities(name)
            return None
        return root

    def related(self, name: str) -> list[Relationship]:
        """Give where a part leads, inside the package only."""
        folder, stem = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{stem}.rels")
        root = self.xml(path) if path in self._names else None
        if root is None:
            return []
        return [
            Relationship(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:],
            )
            for one in root.iter(f"{RELATIONSHIPS}Relationship")
            if one.get("TargetMode") != "External"
        ]

    def _bytes(self, name: str) -> bytes | None:
        if name not in self._names:
            self._findings.fault(f"the part '{name}' is missing", hint="have it saved again")
            return None
        try:
            with self._archive.open(name) as member:
                data = member.read(PART_LIMIT + 1)
        except (*_DAMAGED, RuntimeError) as flaw:
            self._findings.fault(f"the part '{name}' is damaged: {flaw}", hint="have it sent again")
            return None
        if len(data) > PART_LIMIT:
            self._findings.fault(f"the part '{name}' unpacks to more than {PART_LIMIT >> 20} MB")
            return None
        return data

    def _refuse_entities(self, name: str) -> None:
        self._findings.fault(
            f"the part '{name}' declares a document type or entities, which no Word document does",
            hint="do not trust this file; ask for it to be saved anew",
        )


def open_package(data: bytes, findings: Findings) -> Package:
    """Open a DOCX, after looking at all that it declares.

    Raises:
        UnusableInput: the file is something else, damaged, locked, too large or unsafe.
    """
    if len(data) > SIZE_LIMIT:
        findings.fault(f"the file is larger than {SIZE_LIMIT >> 20} MB", hint="take out pictures")
    kind = kind_of(data)
    if not kind.startswith("a ZIP"):
        what = kind or "no Word document (.docx)"
        findings.fault(f"this is {what}", hint="open it in Word and save it as .docx, unlocked")
    findings.raise_any()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_DAMAGED, ValueError):
        findings.fault("the file is cut short or damaged", hint="have it sent again")
        findings.raise_any()
        raise
    _look_through(archive.infolist(), findings)
    findings.raise_any()
    package = Package(archive, findings)
    package.main = _main_part(package, frozenset(archive.namelist()), findings)
    findings.raise_any()
    return package


def _look_through(members: list[zipfile.ZipInfo], findings: Findings) -> None:
    """Refuse what a ZIP must not declare; nothing is unpacked yet."""
    hint = "do not trust this file"
    if len(members) > MEMBER_LIMIT:
        findings.fault(f"the package has {len(members):,} parts", hint=hint)
        return
    if sum(one.file_size for one in members) > TOTAL_LIMIT:
        findings.fault(f"the package unpacks to more than {TOTAL_LIMIT >> 20} MB", hint=hint)
    odd = [one.filename for one in members if one.compress_type not in _METHODS]
    if odd:
        findings.fault(f"the part '{odd[0]}' is packed in a way that Word does not use")
    seen: set[str] = set()
    for one in members:
        name = one.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            findings.fault(f"a part is named outside the package: '{name}'", hint=hint)
        if name in seen:
            findings.fault(f"the package holds '{name}' twice", hint=hint)
        seen.add(name)
        if one.flag_bits & _ENCRYPTED:
            findings.fault(f"the part '{name}' is locked with a password", hint="unlock the file")
        elif one.file_size > max(_RATIO_FROM, one.compress_size * RATIO_LIMIT):
            findings.fault(
                f"the part '{name}' unpacks to {one.file_size:,} bytes"
                f" from {one.compress_size:,}: a trap, not a document",
                hint=hint,
            )


def _main_part(package: Package, names: frozenset[str], findings: Findings) -> str:
    """Find the part that holds the document, and make sure that it is Word's."""
    if "[Content_Types].xml" not in names or "_rels/.rels" not in names:
        what = "an OpenDocument file" if "mimetype" in names else "a ZIP file, no Word document"
        findings.fault(f"this is {what}", hint="open it in Word and save it as .docx")
        return ""
    roots = [one for one in package.related("") if one.kind == "officeDocument"]
    types = package.xml("[Content_Types].xml")
    if not roots or types is None:
        findings.fault("the package does not say which part is the document")
        return ""
    main = roots[0].target
    stated = {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in types.iter(f"{CONTENT_TYPES}Override")
    }
    kind = stated.get(main, "")
    for sign, what, cure in _OTHERS:
        if sign in kind:
            findings.fault(f"this is {what}", hint=cure)
            return ""
    if any(name.endswith("vbaProject.bin") for name in names):
        findings.fault("the document holds macros", hint="save it as .docx without macros")
    elif kind and kind not in _USABLE:
        findings.fault(f"this is no Word document: its main part is '{kind}'")
    return main


def check_namespace(root: etree._Element, findings: Findings) -> None:
    """Refuse the rarely used form of the format that has other names for everything."""
    if root.tag.startswith(STRICT):
        findings.fault(
            "the document is saved as 'Strict Open XML'",
            hint="in Word, save it as 'Word Document (.docx)'",
        )
    elif not root.tag.startswith(OFFICE):
        findings.fault(f"the main part is no Word document, but '{root.tag}'")
