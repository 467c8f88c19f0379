"""The structure tree: what the words of the pages are, and in which order they are read.

Enters: the words of a plan, fragment by fragment, as the pages are written. Leaves: nodes, each
with the content that belongs to it. Elements of the plan become nodes by ``structure_types``; words
with a sense of their own (quoted, linked, in another language) become nodes inside their element's.
Knows no file. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct, field

from briefgen.writers.pdf.syntax import components

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from briefgen.writers.pdf.plan import Element, ElementKind, Fragment


TYPES: Mapping[ElementKind, str] = {
    "section": "Sect",
    "heading": "H",
    "paragraph": "P",
    "list": "L",
    "item": "LI",
    "label": "Lbl",
    "table": "Table",
    "head": "TR",
    "row": "TR",
    "cell": "TD",
    "box": "Div",
    "contents": "TOC",
    "entry": "TOCI",
    "note": "Note",
    "figure": "Figure",
}
"""Structure types by kind of element; a heading's has its level added
when all of them are known."""


class Content(NamedTuple):
    """A marked sequence on a page (14.7.4.2); pages count from 0."""

    page: int
    mark: int


class Annotation(NamedTuple):
    """A link annotation on a page (14.7.4.3), as a number of those of the whole file."""

    page: int
    number: int


Kid: TypeAlias = "Node | Content | Annotation"


class Node(Struct, eq=False):
    """A structure element: its type, its kids in reading order, what else is known of it.

    ``title`` is the id of the unit that is quoted, ``attributes`` are as in the file, ``level`` is
    a heading's in the Pack.
    """

    type: str
    kids: list[Kid] = field(default_factory=list)
    title: str = ""
    language: str = ""
    identity: str = ""
    attributes: str = ""
    alternative: str = ""
    level: int = 0
    key: Hashable = None
    """Words in a row with the same key belong to the same node."""

    def within(self) -> Iterator[Node]:
        """Give this node and those inside it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.within()


class Words(Struct):
    """The nodes that words belong to, gathered page by page.

    ``marked`` are the nodes of each page by the number of their marked sequence, ``clicked`` those
    of the fragments that links start with, ``called`` the notes that an element calls.
    """

    of: dict[Element, Node] = field(default_factory=dict)
    marked: list[list[Node]] = field(default_factory=list)
    clicked: dict[int, Node] = field(default_factory=dict)
    called: dict[Element, list[str]] = field(default_factory=dict)

    def own(self, element: Element) -> Node:
        """Give the node of an element that has content of its own."""
        node = self.of.get(element)
        if node is None:
            node = self.of[element] = Node(TYPES[element.kind])
        return node

    def node(self, element: Element, fragment: Fragment) -> Node:
        """Give the node that a fragment of an element belongs to."""
        node = self.own(element)
        sense, look = fragment.sense, fragment.look
        if sense.link or element.kind == "entry":
            if element.kind == "entry":
                node = _inside(node, "Reference", "entry")
            if sense.link:
                node = _inside(node, "Link", ("link", sense.link))
                self.clicked[id(fragment)] = node
        if sense.note:
            self.called.setdefault(element, []).append(sense.note)
            node = _inside(node, "Reference", ("note", sense.note))
            if not sense.link:
                node = _inside(node, "Link", ("note", sense.note))
                self.clicked[id(fragment)] = node
            return node
        unit = "" if sense.unit == element.unit else sense.unit
        language = "" if sense.language == element.language else sense.language
        line = "Underline" if look.underline else "LineThrough" if look.strike else ""
        if unit or language or line or look.ground:
            node = _inside(node, "Span", ("span", unit, language, line, look.ground))
            node.title, node.language = unit, language
            shown = f"/TextDecorationType/{line}" if line else ""
            if look.ground:
                shown += f"/BackgroundColor[{components(look.ground)}]"
            if shown:
                node.attributes = f"<</O/Layout{shown}>>"  # 14.8.5.4
        return node

    def mark(self, node: Node) -> int:
        """Begin a marked sequence of a node on the last page; give its number there."""
        on_page = self.marked[-1]
        on_page.append(node)
        number = len(on_page) - 1
        node.kids.append(Content(len(self.marked) - 1, number))
        return number


def _inside(node: Node, kind: str, key: Hashable) -> Node:
    """Give the node of a kind inside another that words go on in, or a new one."""
    last = node.kids[-1] if node.kids else None
    if isinstance(last, Node) and last.key == key:
        return last
    inner = Node(kind, key=key)
    node.kids.append(inner)
    return inner
