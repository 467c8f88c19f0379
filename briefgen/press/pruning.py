"""The structure tree of a PDF, cut back to the pages that stay.

Enters: an open PDF, the pages that stay and the annotations that go. Leaves: the same PDF, changed:
its tree leads to nothing that is gone, its headings begin at level 1 and skip none, and rows of
tables keep all their cells. Rules: ISO 32000-1, 14.7; ISO 14289-1, 7.4.2 and 7.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

Node: TypeAlias = Any
"""A value of a PDF; pikepdf gives Python's own numbers for a PDF's."""
Key: TypeAlias = tuple[int, int]
"""The number and generation of an object."""

_ROWS: Final = "/TR"
_CELLS: Final = ("/TH", "/TD")
_PARTS: Final = ("/THead", "/TBody", "/TFoot")
_DEEPEST: Final = 100


def prune_structure(pdf: pikepdf.Pdf, stay: set[Key], gone: set[Key]) -> None:
    """Cut the tree back to content on the pages ``stay``, without the annotations ``gone``.

    Raises:
        ValueError: the tree is nested beyond reason.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return
    pruning = _Pruning(pdf, stay, gone)
    top = [one for one in _kids(root) if pruning.prune(one, None, 0)]
    root["/K"] = Array(top)
    _number_headings(top)
    _prune_parents(root, pdf)
    if "/IDTree" in root:
        _prune_identities(root, pdf, pruning)


class _Pruning(Struct):
    """One walk; ``left`` are the elements that stay."""

    pdf: pikepdf.Pdf
    stay: set[Key]
    gone: set[Key]
    left: set[Key] = set()

    def prune(self, node: Node, page: Key | None, depth: int) -> bool:
        """Cut an element back; tell whether anything of it is left."""
        if depth > _DEEPEST:
            raise ValueError
        if not isinstance(node, Dictionary):
            return page in self.stay if isinstance(node, int) else False
        page = node["/Pg"].objgen if "/Pg" in node else page
        if "/S" not in node:
            held = node.get("/Obj")
            return page in self.stay and (held is None or held.objgen not in self.gone)
        kind = str(node["/S"])
        if kind == "/Table":
            return self._prune_table(node, page, depth)
        return self._prune_kids(node, page, depth, keep=kind in _CELLS)

    def _prune_kids(self, node: Node, page: Key | None, depth: int, *, keep: bool = False) -> bool:
        kids = list(_kids(node))
        left = [one for one in kids if self.prune(one, page, depth + 1)]
        if not left and not keep:
            return False
        self._hold(node, left)
        if str(node["/S"]) == "/Link" and not any(map(_is_annotation, left)):
            node["/S"] = Name.Span  # it leads nowhere any more
        return True

    def _prune_table(self, table: Node, page: Key | None, depth: int) -> bool:
        """Cut back to the rows that have words left, under all rows of the head."""
        words = False
        left: list[Node] = []
        for part in _kids(table):
            if not isinstance(part, Dictionary) or str(part.get("/S", "")) not in (*_PARTS, _ROWS):
                if self.prune(part, page, depth + 1):
                    left.append(part)
                    words = True
                continue
            is_head = str(part["/S"]) == "/THead"
            rows = [part] if str(part["/S"]) == _ROWS else list(_kids(part))
            with_words = [row for row in rows if self._has_words(row, page, depth + 2)]
            words |= bool(with_words)
            stay = rows if is_head else with_words
            for row in stay:
                self._prune_kids(row, page, depth + 2, keep=True)
            if part in rows and stay:
                left.append(part)
            elif stay:
                self._hold(part, stay)
                left.append(part)
        if words:
            self._hold(table, left)
        return words

    def _has_words(self, node: Node, page: Key | None, depth: int) -> bool:
        """Tell whether anything under an element stands on a page that stays."""
        if depth > _DEEPEST:
            raise ValueError
        if not isinstance(node, Dictionary):
            return isinstance(node, int) and page in self.stay
        page = node["/Pg"].objgen if "/Pg" in node else page
        if "/S" not in node:
            return page in self.stay
        return any(self._has_words(kid, page, depth + 1) for kid in _kids(node))

    def _hold(self, node: Node, kids: list[Node]) -> None:
        self.left.add(node.objgen)
        if kids:
            node["/K"] = Array(kids)
        elif "/K" in node:
            del node["/K"]
        held = node.get("/Pg")
        if held is not None and held.objgen not in self.stay:
            del node["/Pg"]


def _kids(node: Node) -> Iterator[Node]:
    held = node.get("/K")
    if isinstance(held, Array):
        yield from held
    elif held is not None:
        yield held


def _is_annotation(kid: Node) -> bool:
    return isinstance(kid, Dictionary) and "/Obj" in kid


def _number_headings(top: list[Node]) -> None:
    """Give headings levels that begin at 1 and never go down by more than one."""
    around: list[int] = []
    for node in _elements(top):
        kind = str(node["/S"]).removeprefix("/H")
        if not (kind.isascii() and kind.isdecimal()):
            continue
        while around and around[-1] >= int(kind):
            around.pop()
        around.append(int(kind))
        node["/S"] = Name(f"/H{len(around)}")


def _elements(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Dictionary) and "/S" in node:
            yield node
            yield from _elements(list(_kids(node)))


def _prune_parents(root: Node, pdf: pikepdf.Pdf) -> None:
    """Keep the way back from pages and annotations that stay (14.7.4.4)."""
    known: set[int] = set()
    for page in pdf.pages:
        known.add(int(page.obj.get("/StructParents", -1)))
        known.update(int(one.get("/StructParent", -1)) for one in page.obj.get("/Annots", ()))
    held = root.get("/ParentTree")
    if held is None:
        return
    numbers: list[Node] = []
    for key, value in NumberTree(held).items():
        if key in known:
            numbers += [key, value]
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=Array(numbers)))


def _prune_identities(root: Node, pdf: pikepdf.Pdf, pruning: _Pruning) -> None:
    names: list[Node] = []
    for key, value in NameTree(root["/IDTree"]).items():
        if value.objgen in pruning.left:
            names += [String(key), value]
    if names:
        root["/IDTree"] = pdf.make_indirect(Dictionary(Names=Array(names)))
    else:
        del root["/IDTree"]
