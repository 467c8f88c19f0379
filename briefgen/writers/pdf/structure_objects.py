"""The structure tree as objects of the file, and the way back from pages to it.

Enters: a tree of nodes, the numbers of pages and annotations. Leaves: objects. References are to
ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.pdf.structure import Content, Node
from briefgen.writers.pdf.syntax import references, text, text_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.writers.pdf.links import Links
    from briefgen.writers.pdf.objects import Objects
    from briefgen.writers.pdf.structure import Kid, Words


def write_structure(
    document: Node, words: Words, links: Links, pages: Sequence[int], objects: Objects
) -> int:
    """Write a tree; give the number of its root (14.7.2). ``pages`` are the pages' numbers."""
    nodes = list(document.within())
    first = objects.reserve(len(nodes) + 1)
    root = first + len(nodes)
    numbers = dict(zip(nodes, range(first, root), strict=True))
    around = {document: root}
    for node in nodes:
        number = numbers[node]
        kids = node.kids
        for kid in kids:
            if isinstance(kid, Node):
                around[kid] = number
        entries = [f"<</S/{node.type}/P {around[node]} 0 R"]
        if node.identity:
            entries.append(f"/ID{text(node.identity)}")
        if node.title:
            entries.append(f"/T{text(node.title)}")
        if node.language:
            entries.append(f"/Lang{text(node.language)}")
        if node.alternative:
            entries.append(f"/Alt{text(node.alternative)}")
        if node.attributes:
            entries.append(f"/A{node.attributes}")
        if len(kids) == 1 and isinstance(kids[0], Content):
            entries.append(f"/Pg {pages[kids[0].page]} 0 R/K {kids[0].mark}>>")
        elif kids:
            inner = " ".join([_kid(kid, numbers, pages, links.numbers) for kid in kids])
            entries.append(f"/K[{inner}]>>")
        else:
            entries.append(">>")
        objects.put(number, "".join(entries))
    parents = [
        f"{page} {references([numbers[node] for node in marked])}"
        for page, marked in enumerate(words.marked)
    ]
    parents += [f"{key} {numbers[node]} 0 R" for key, node in enumerate(links.nodes, len(pages))]
    parent_tree = objects.add(f"<</Nums[{' '.join(parents)}]>>")
    named = sorted(
        (text_key(node.identity), node.identity, numbers[node]) for node in nodes if node.identity
    )
    names = "".join(f"{text(identity)}{number} 0 R" for _, identity, number in named)
    objects.put(
        root,
        f"<</Type/StructTreeRoot/K {numbers[document]} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(parents)}"
        + (f"/IDTree<</Names[{names}]>>" if names else "")
        + ">>",
    )
    return root


def _kid(
    kid: Kid, numbers: dict[Node, int], pages: Sequence[int], annotations: Sequence[int]
) -> str:
    if isinstance(kid, Node):
        return f"{numbers[kid]} 0 R"
    if isinstance(kid, Content):
        return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mark}>>"
    return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {annotations[kid.number]} 0 R>>"
