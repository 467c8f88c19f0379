"""A package: parts, what kind each is, and how they refer to each other.

Enters: bytes and a name for messages. Leaves: a ``Package``. Relationships that lead out of the
package are told of and never followed.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct, field

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import wrong_kind
from briefgen.opc.archive import read_archive
from briefgen.opc.markup import read_xml

if TYPE_CHECKING:
    from lxml import etree

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_CONTENT_TYPES = "[Content_Types].xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCX = f"{_WORD}document.main+xml"
_TEMPLATE = f"{_WORD}template.main+xml"


class Relationship(Struct, frozen=True):
    """A reference from one part to another, or out of the package.

    ``kind`` is the last word of its type ("styles", "image"); ``target`` the name of a part of
    the package, or the address as it is written where ``external``.
    """

    id: str
    kind: str
    type: str
    target: str
    external: bool = False


class Package(Struct):
    """The parts of an opened file; names are those in the zip: ``word/document.xml``."""

    name: str
    parts: dict[str, bytes]
    _defaults: dict[str, str] = field(default_factory=dict)
    _overrides: dict[str, str] = field(default_factory=dict)
    _trees: dict[str, etree._Element] = field(default_factory=dict)
    _relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    def place(self, part: str = "") -> Place:
        """Give the place of a part, for a message."""
        return Place(f"{self.name}, {part}" if part else self.name)

    def content_type(self, part: str) -> str:
        """Give what a part is, "" where the package does not say."""
        ending = part.rpartition(".")[2].lower()
        return self._overrides.get(part.lower()) or self._defaults.get(ending, "")

    def tree(self, part: str) -> etree._Element:
        """Give the root element of a part; asked for again, the same.

        Raises:
            UnusableInput: the part is not there, or is not XML that can be trusted.
        """
        if part not in self._trees:
            if part not in self.parts:
                hint = "save the document anew from Word"
                raise UnusableInput([error(f"the file has no '{part}'", self.place(), hint)])
            self._trees[part] = read_xml(self.parts[part], self.place(part))
        return self._trees[part]

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Give what a part refers to; without a part, what the package itself does."""
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            source = posixpath.join(folder, "_rels", f"{name}.rels")
            found = self.tree(source) if source in self.parts else ()
            self._relationships[part] = tuple(
                _relationship(one, folder)
                for one in found
                if one.tag == f"{_RELATIONSHIPS}Relationship"
            )
        return self._relationships[part]

    def related(self, part: str, kind: str) -> str:
        """Give the first part of a kind that ``part`` refers to, "" where there is none."""
        return next(
            (
                one.target
                for one in self.relationships(part)
                if one.kind == kind and not one.external and one.target in self.parts
            ),
            "",
        )

    @property
    def main(self) -> str:
        """Give the name of the part that the others serve; "" where there is none."""
        return self.related("", "officeDocument")


def open_package(data: bytes, name: str) -> Package:
    """Open a package; ``name`` stands for it in messages.

    Raises:
        UnusableInput: it is no package, or one that is not safe to read.
    """
    package = Package(name, read_archive(data, name))
    if _CONTENT_TYPES not in package.parts:
        hint = "name a document saved from Word as .docx"
        raise UnusableInput([wrong_kind(data, Place(name), "an Office document", hint)])
    for one in package.tree(_CONTENT_TYPES):
        content_type = one.get("ContentType", "")
        if one.tag == f"{_TYPES}Default":
            package._defaults[one.get("Extension", "").lower()] = content_type  # noqa: SLF001 - its own maker
        elif one.tag == f"{_TYPES}Override":
            package._overrides[one.get("PartName", "").lstrip("/").lower()] = content_type  # noqa: SLF001 - its own maker
    return package


def open_docx(data: bytes, name: str) -> Package:
    """Open a Word document that holds no macros.

    Raises:
        UnusableInput: it is not a Word document, or one that is not safe to read.
    """
    package = open_package(data, name)
    if _has_macros(package):
        hint = "save it as .docx, which holds none"
        raise UnusableInput([error("the file holds macros", Place(name), hint)])
    types = [one.type for one in package.relationships()]
    if any(one.startswith(_STRICT_KINDS) for one in types):
        message = "the file is 'Strict Open XML'"
        hint = "save it as 'Word Document (*.docx)'"
        raise UnusableInput([error(message, Place(name), hint)])
    main = package.main
    kind = package.content_type(main) if main else ""
    if kind == _TEMPLATE:
        message = "the file is a Word template"
        hint = "open it in Word and save it as .docx"
        raise UnusableInput([error(message, Place(name), hint)])
    if kind != DOCX:
        hint = "name a document saved from Word as .docx"
        raise UnusableInput([wrong_kind(data, Place(name), "a Word document", hint)])
    return package


def _has_macros(package: Package) -> bool:
    types = {package.content_type(part).lower() for part in package.parts}
    return any("macroenabled" in one or "vbaproject" in one for one in types) or any(
        part.lower().endswith("vbaproject.bin") for part in package.parts
    )


def _relationship(element: etree._Element, folder: str) -> Relationship:
    kind = element.get("Type", "")
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relationship(
        element.get("Id", ""), kind.removeprefix(_KINDS).rpartition("/")[2], kind, target, external
    )
