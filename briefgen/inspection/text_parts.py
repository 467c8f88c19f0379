"""A Word document as the checks see it: its parts with words, its paragraphs in reading order.

Enters: bytes. Leaves: a ``Document``. Nothing is judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Place
from briefgen.inspection.style_chains import Styles
from briefgen.opc import open_docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.opc import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNPRINTED = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
"""What a reader does not meet: words taken out, and the older form of a drawing."""
_MORE_TEXT = ("header", "footer", "footnotes", "endnotes")
_SHOWN = 40


class TextPart(Struct, frozen=True):
    """A part that holds words; ``paragraphs`` gives each paragraph its number in it, from 1."""

    name: str
    root: etree._Element
    file: str
    paragraphs: dict[etree._Element, int]

    def place(self, element: etree._Element) -> Place:
        """Give the place of a paragraph, or of the first one in ``element``."""
        around: etree._Element | None = element
        while around is not None and around.tag != f"{W}p":
            around = around.getparent()
        paragraph = around if around is not None else next(within(element, f"{W}p"), None)
        number = self.paragraphs.get(paragraph) if paragraph is not None else None
        where = f", paragraph {number}" if number else ""
        return Place(f"{self.file}, {self.name}{where}")


class Document(Struct, frozen=True):
    """An opened document: ``body`` is the text itself, ``others`` what stands around it."""

    package: Package
    body: TextPart
    others: tuple[TextPart, ...]
    styles: Styles

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """All parts with words."""
        return (self.body, *self.others)

    def place(self) -> Place:
        """Give the place of the file as a whole."""
        return self.package.place()


def open_document(data: bytes, name: str) -> Document:
    """Open a document.

    Raises:
        UnusableInput: the file is no Word document, or one that is not safe to read.
    """
    package = open_docx(data, name)
    main = package.main
    others = dict.fromkeys(
        one.target
        for one in package.relationships(main)
        if one.kind in _MORE_TEXT and one.target in package.parts
    )
    styles = package.related(main, "styles")
    return Document(
        package,
        _text_part(package, main),
        tuple(_text_part(package, part) for part in others),
        Styles(package.tree(styles) if styles else None),
    )


def _text_part(package: Package, name: str) -> TextPart:
    root = package.tree(name)
    paragraphs = {one: number for number, one in enumerate(within(root, f"{W}p"), 1)}
    return TextPart(name, root, package.name, paragraphs)


def within(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Give the elements with ``tags`` inside one, in reading order, as far as they are read."""
    for child in element:
        if child.tag in _UNPRINTED:
            continue
        if child.tag in tags:
            yield child
        yield from within(child, *tags)


def own(paragraph: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Do the same within a paragraph, without those in a text box that is anchored there."""
    for child in paragraph:
        if child.tag in _UNPRINTED or child.tag == f"{W}p":
            continue
        if child.tag in tags:
            yield child
        yield from own(child, *tags)


def words(element: etree._Element) -> str:
    """Give the words of a paragraph, a link, a cell; tabs and line breaks as white space."""
    return "".join(
        (one.text or "") if one.tag == f"{W}t" else " "
        for one in within(element, f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen")
        if one.get(f"{W}pos") is None  # that is a tab stop of a style, not a tab
    )


def shown(element: etree._Element) -> str:
    """Give the beginning of the words, to find the place by."""
    text = " ".join(words(element).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def value(element: etree._Element | None, path: str, default: str = "") -> str:
    """Give ``w:val`` of the element at ``path`` ("w:pPr/w:pStyle"), if there is one."""
    found = child(element, path)
    return default if found is None else found.get(f"{W}val", default)


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """Give the element at ``path``, None where there is none."""
    return None if element is None else element.find(path.replace("w:", W))


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch is there and not off (ISO/IEC 29500-1, 17.17.4)."""
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}
