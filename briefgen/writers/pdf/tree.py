"""From the elements of a plan to the tree that a reader's software hears.

Enters: the nodes of words, and through them the elements of the plan. Leaves: one ``Document``
node. Only what has words is in it, and the cells of a table. Types and nesting are those of
ISO 32000-1, 14.8.4, and what ISO 14289-1 asks of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.writers.pdf.structure import TYPES, Content, Node
from briefgen.writers.pdf.syntax import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.writers.pdf.plan import Element
    from briefgen.writers.pdf.structure import Kid, Words


def document_tree(words: Words) -> Node:
    """Give the tree of a document: its sections, each note after the block that calls it first."""
    roots = dict.fromkeys(_root(element) for element in words.of)
    growing = _Growing(words, {one.name: one for one in roots if one.kind == "note"})
    sections = [one for one in roots if one.kind != "note"]
    document = Node("Document", [node for one in sections for node in growing.nodes(one)])
    _number_headings(document)
    return document


def _root(element: Element) -> Element:
    while element.parent is not None:
        element = element.parent
    return element


def _number_headings(document: Node) -> None:
    """Give headings levels that begin at 1 and never go down by more than one (7.4.2)."""
    around: list[int] = []
    for node in document.within():
        if node.level:
            while around and around[-1] >= node.level:
                around.pop()
            around.append(node.level)
            node.type = f"H{len(around)}"


class _Growing(Struct):
    """A tree under way; ``notes`` are those that have no place in it yet."""

    words: Words
    notes: dict[str, Element]

    def nodes(self, element: Element) -> list[Node]:
        """Give the node of an element, if it has words, and the notes that it calls first."""
        node = self._node(element) if element.kind in TYPES else None
        found = [node] if node else []
        for name in self.words.called.get(element, ()):
            note = self.notes.pop(name, None)
            if note is not None:
                found += self.nodes(note)
        return found

    def _node(self, element: Element) -> Node | None:
        inner = {part: self.nodes(part) for part in element.parts}
        own = self.words.of.get(element)
        kids: list[Kid] = [node for nodes in inner.values() for node in nodes]
        node = Node(TYPES[element.kind], kids, title=element.unit, language=element.language)
        match element.kind:
            case "heading":
                node.level = element.level
            case "list":
                node.attributes = f"<</O/List/ListNumbering/{element.name}>>"
            case "item":
                labels = [
                    one for part in element.parts if part.kind == "label" for one in inner[part]
                ]
                body = [one for one in kids if one not in labels]
                node.kids = [*labels, *([Node("LBody", body)] if body else [])]
            case "table":
                _part_table(node, element, inner)
            case "cell" if element.header:
                node.type = "TH"
                scope = "Column" if element.parent and element.parent.kind == "head" else "Row"
                node.attributes = f"<</O/Table/Scope/{scope}>>"
            case "note":
                node.identity = element.name
            case "figure":
                node.alternative = element.name
            case _:
                pass
        if own is not None:
            own.type, own.title, own.language = node.type, node.title, node.language
            own.level, own.alternative = node.level, node.alternative
            own.kids = [*node.kids, *own.kids]
            node = own
        return node if node.kids or element.kind == "cell" else None


def _part_table(node: Node, table: Element, inner: Mapping[Element, list[Node]]) -> None:
    """Put the rows of a table into its head and its body; one without any words is none."""
    head, body = (
        [one for row in table.parts if row.kind == kind for one in inner[row]]
        for kind in ("head", "row")
    )
    if head and body:  # a head has a body, says veraPDF of ISO 32000-1, table 337
        node.kids = [Node("THead", [*head]), Node("TBody", [*body])]
    else:
        node.kids = [*head, *body]
    if not any(isinstance(kid, Content) for one in node.within() for kid in one.kids):
        node.kids = []
    if table.name:
        node.attributes = f"<</O/Table/Summary{text(table.name)}>>"
