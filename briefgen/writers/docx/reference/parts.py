"""The files of a reference while others are put among them: names, content types, relationships.

Enters: an opened package, then parts. Leaves: the files of a package again. The package that was
opened stays as it is.
"""

from __future__ import annotations

import posixpath
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.opc import Package

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"


class Parts:
    """Parts of a package; names are those in the zip, and "" is the package itself."""

    def __init__(self, package: Package) -> None:
        self.files = dict(package.parts)
        self._package = package
        self._types = deepcopy(package.tree(_CONTENT_TYPES))
        self._relationships: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """Give a copy of the root of a part as it was."""
        return deepcopy(self._package.tree(name))

    def put(self, name: str, root: etree._Element | bytes, content_type: str = "") -> None:
        """Write a part; one that is new needs its content type."""
        if isinstance(root, bytes):
            self.files[name] = root
        else:
            self.files[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        if content_type:
            self._forget_type(name)
            override = etree.SubElement(self._types, f"{{{_TYPES}}}Override")
            override.set("PartName", f"/{name}")
            override.set("ContentType", content_type)

    def free_name(self, wanted: str) -> str:
        """Give the name of a part that is not there yet: ``word/header7.xml``."""
        stem, ending = posixpath.splitext(wanted)
        taken = {one.lower() for one in self.files}
        found, count = wanted, 1
        while found.lower() in taken:
            count += 1
            found = f"{stem}_{count}{ending}"
        return found

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Let a part refer to another or to an address; give the id of the relationship."""
        root = self._relationships_of(source)
        taken = {one.get("Id", "").lower() for one in root}
        count = len(root) + 1
        while f"rid{count}" in taken:
            count += 1
        made = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship")
        made.set("Id", f"rId{count}")
        made.set("Type", kind)
        made.set("Target", target if external else f"/{target}")
        if external:
            made.set("TargetMode", "External")
        return f"rId{count}"

    def drop(self, source: str, *kinds: str, only: Callable[[str], bool] | None = None) -> None:
        """Take out what a part refers to in some ways, with all that this leads to.

        ``only`` chooses among the parts by their names.
        """
        root = self._relationships_of(source)
        for known, element in zip(self._package.relationships(source), list(root), strict=False):
            if known.kind not in kinds or known.id != element.get("Id"):
                continue
            if only is None or (not known.external and only(known.target)):
                root.remove(element)
                if not known.external:
                    self._take_out(known.target)

    def _take_out(self, name: str) -> None:
        if self.files.pop(name, None) is None:
            return
        self._forget_type(name)
        self.files.pop(_relationships_name(name), None)
        for inner in self._package.relationships(name):
            if not inner.external:
                self._take_out(inner.target)

    def as_files(self) -> dict[str, bytes]:
        """Give all files, the list of content types and relationships too."""
        for source, root in self._relationships.items():
            self.put(_relationships_name(source), root)
        if not any(one.get("Extension", "").lower() == "rels" for one in self._types):
            made = etree.Element(f"{{{_TYPES}}}Default")
            made.set("Extension", "rels")
            made.set("ContentType", CONTENT_TYPE.OPC_RELATIONSHIPS)
            self._types.insert(0, made)
        self.put(_CONTENT_TYPES, self._types)
        return self.files

    def _relationships_of(self, source: str) -> etree._Element:
        if source not in self._relationships:
            name = _relationships_name(source)
            self._relationships[source] = (
                self.tree(name)
                if name in self.files
                else etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
            )
        return self._relationships[source]

    def _forget_type(self, name: str) -> None:
        for one in list(self._types):
            if one.get("PartName", "").lower() == f"/{name}".lower():
                self._types.remove(one)


def _relationships_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


KINDS = {
    "styles": (RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES),
    "settings": (RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS),
    "numbering": (RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING),
    "footnotes": (RELATIONSHIP_TYPE.FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES),
    "comments": (RELATIONSHIP_TYPE.COMMENTS, CONTENT_TYPE.WML_COMMENTS),
    "fontTable": (RELATIONSHIP_TYPE.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE),
    "theme": (RELATIONSHIP_TYPE.THEME, CONTENT_TYPE.OFC_THEME),
    "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
    "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
}
"""The types of relationship and content of the parts that a document refers to."""
