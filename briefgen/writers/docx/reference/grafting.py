"""A pack is put into a reference: its words where ``{{ body }}`` stands, its lists to the others.

Enters: an opened reference, and the files of a pack that was planned for it. Leaves: the files of
the two as one package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from briefgen.writers.docx.manifest_part import MANIFEST
from briefgen.writers.docx.picture_xml import PICTURE
from briefgen.writers.docx.reference.adoption import Adoption
from briefgen.writers.docx.reference.names import text_parts, with_spaces
from briefgen.writers.docx.reference.parts import KINDS, Parts
from briefgen.writers.docx.reference.placeholders import fill
from briefgen.writers.docx.reference.placing import put_pack
from briefgen.writers.docx.reference.safety import LEFT_BEHIND
from briefgen.writers.docx.reference.unions import (
    StyleNames,
    unite_comments,
    unite_notes,
    unite_numbering,
    unite_settings,
    unite_styles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.opc import Package
    from briefgen.writers.docx.reference.frame import Frame

_OURS = "word/document.xml"
_PROPERTIES = (
    ("docProps/core.xml", RELATIONSHIP_TYPE.CORE_PROPERTIES, CONTENT_TYPE.OPC_CORE_PROPERTIES),
    (
        "docProps/app.xml",
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
    ),
)
_STALE = ("core-properties", "extended-properties", "thumbnail", "origin")
"""What says of the reference what is not true of the pack; the last are signatures."""

_MANIFEST, _MANIFEST_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_OLD_STYLES = "stylesWithEffects"
"""A second list of styles that Word 2010 alone kept, and that now lacks the pack's."""


def graft(
    package: Package, frame: Frame, files: Mapping[str, bytes], values: Mapping[str, str]
) -> dict[str, bytes]:
    """Give the reference's files with the pack's ``files`` in them."""
    return _Grafting(package, frame, files).done(values)


class _Grafting:
    """One pack on its way into one reference."""

    def __init__(self, package: Package, frame: Frame, files: Mapping[str, bytes]) -> None:
        self._package = package
        self._frame = frame
        self._files = files
        self._main = package.main
        self._parts = Parts(package)
        self._roots = {part: self._parts.tree(part) for part in text_parts(package)}
        self._links: dict[str, str] = {}

    def done(self, values: Mapping[str, str]) -> dict[str, bytes]:
        for root in self._roots.values():
            fill(root, values)
        adoption = Adoption(self._united_styles(), self._united_numbering())
        adoption.look_at(self._roots.values())
        self._take_running_lines(adoption)
        self._take_notes(adoption)
        self._take_comments(adoption)
        self._settle()
        for kind in ("theme", "fontTable"):
            if not self._package.related(self._main, kind):
                self._add(kind)
        document = self._tree(_OURS)
        adoption.adopt(document, self._related(_OURS, self._main))
        self._roots[self._main] = with_spaces(self._roots[self._main])
        put_pack(self._roots[self._main], document, self._frame, self._links)
        for name, root in self._roots.items():
            self._parts.put(name, root)
        self._put_properties()
        self._put_manifest()
        return self._parts.as_files()

    # ------------------------------------------------------------ what stands behind the words

    def _united_styles(self) -> StyleNames:
        theirs = self._package.related(self._main, "styles")
        if not theirs:
            self._add("styles")
            return StyleNames()
        root = self._parts.tree(theirs)
        names = unite_styles(root, self._tree("word/styles.xml"))
        self._parts.put(theirs, root)
        return names

    def _united_numbering(self) -> int:
        theirs = self._package.related(self._main, "numbering")
        if "word/numbering.xml" not in self._files:
            return 0
        if not theirs:
            self._add("numbering")
            return 0
        root = self._parts.tree(theirs)
        raised = unite_numbering(root, self._tree("word/numbering.xml"))
        self._parts.put(theirs, root)
        return raised

    def _settle(self) -> None:
        theirs = self._package.related(self._main, "settings")
        if not theirs:
            self._add("settings")
            return
        self._parts.drop(theirs, *LEFT_BEHIND)
        root = self._parts.tree(theirs)
        ours = self._tree("word/settings.xml")
        unite_settings(root, ours, notes="word/footnotes.xml" in self._files)
        self._parts.put(theirs, root)

    def _put_properties(self) -> None:
        """Say of the file what is true of the pack, and nothing that was true of the reference."""
        self._parts.drop("", *_STALE)
        self._parts.drop(self._main, _OLD_STYLES)
        for name, kind, content_type in _PROPERTIES:
            free = self._parts.free_name(name)
            self._parts.put(free, self._files[name], content_type)
            self._parts.relate("", kind, free)

    def _put_manifest(self) -> None:
        """Let the file say what it quotes, and not what an earlier pack said of itself."""
        self._parts.drop(self._main, "customXml", only=self._is_manifest)
        if _MANIFEST not in self._files:
            return
        item = self._parts.free_name(_MANIFEST)
        self._parts.put(item, self._files[_MANIFEST], CONTENT_TYPE.XML)
        self._parts.relate(self._main, RELATIONSHIP_TYPE.CUSTOM_XML, item)
        about = self._parts.free_name(_MANIFEST_PROPERTIES)
        content_type = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
        self._parts.put(about, self._files[_MANIFEST_PROPERTIES], content_type)
        self._parts.relate(item, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, about)

    def _is_manifest(self, name: str) -> bool:
        # Data of other programs may be of any kind: its name space is looked for unparsed.
        return f'xmlns="{MANIFEST}"'.encode() in self._package.parts.get(name, b"")

    # ------------------------------------------------------------ the words

    def _take_running_lines(self, adoption: Adoption) -> None:
        """Add the pack's headers and footers where the reference has none."""
        wanted = {"header": not self._frame.has_header, "footer": not self._frame.has_footer}
        for identity, kind, target in _relationships(self._files, _OURS):
            if wanted.get(kind):
                relationship, content_type = KINDS[kind]
                name = self._parts.free_name(f"word/{target}")
                root = self._tree(f"word/{target}")
                adoption.adopt(root, self._related(f"word/{target}", name))
                self._parts.put(name, root, content_type)
                self._links[identity] = self._parts.relate(self._main, relationship, name)

    def _take_notes(self, adoption: Adoption) -> None:
        ours = "word/footnotes.xml"
        if ours not in self._files:
            return
        root = self._tree(ours)
        theirs = self._package.related(self._main, "footnotes")
        name = theirs or self._parts.free_name(ours)
        adoption.adopt(root, self._related(ours, name))
        if theirs:
            self._roots[theirs] = with_spaces(self._roots[theirs])
            adoption.notes = unite_notes(self._roots[theirs], root)
        else:
            relationship, content_type = KINDS["footnotes"]
            self._parts.put(name, root, content_type)
            self._parts.relate(self._main, relationship, name)

    def _take_comments(self, adoption: Adoption) -> None:
        ours = "word/comments.xml"
        if ours not in self._files:
            return
        added = self._tree(ours)
        adoption.adopt(added, {})
        theirs = self._package.related(self._main, "comments")
        if theirs:
            root = self._parts.tree(theirs)
            adoption.comments = unite_comments(root, added)
            self._parts.put(theirs, root)
        else:
            relationship, content_type = KINDS["comments"]
            name = self._parts.free_name(ours)
            self._parts.put(name, added, content_type)
            self._parts.relate(self._main, relationship, name)

    def _related(self, ours: str, name: str) -> dict[str, str]:
        """Let a part refer to the addresses and pictures that one of the pack's refers to."""
        found: dict[str, str] = {}
        for identity, kind, target in _relationships(self._files, ours):
            if kind == "hyperlink":
                found[identity] = self._parts.relate(
                    name, RELATIONSHIP_TYPE.HYPERLINK, target, external=True
                )
            elif kind == "image":
                picture = f"word/{target}"
                free = self._parts.free_name(picture)
                self._parts.put(free, self._files[picture], PICTURE)
                found[identity] = self._parts.relate(name, RELATIONSHIP_TYPE.IMAGE, free)
        return found

    def _add(self, kind: str) -> None:
        """Add a part that the reference lacks as the pack has it."""
        ours = "word/theme/theme1.xml" if kind == "theme" else f"word/{kind}.xml"
        relationship, content_type = KINDS[kind]
        name = self._parts.free_name(ours)
        self._parts.put(name, self._files[ours], content_type)
        self._parts.relate(self._main, relationship, name)

    def _tree(self, name: str) -> etree._Element:
        return etree.fromstring(self._files[name])


def _relationships(files: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """Give the id, kind and target of what one of the pack's own parts refers to."""
    folder, _, name = part.rpartition("/")
    source = files.get(f"{folder}/_rels/{name}.rels")
    for one in () if source is None else etree.fromstring(source):
        kind = one.get("Type", "").rpartition("/")[2]
        yield one.get("Id", ""), kind, one.get("Target", "")
