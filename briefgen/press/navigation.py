"""The ways through a PDF, cut back to the pages that stay: bookmarks, links, names, page numbers.

Enters: an open PDF and the pages that stay. Leaves: the same PDF, changed: nothing in it leads to a
page that is gone, and each page has the number that it had. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

Value: TypeAlias = Any
"""A value of a PDF."""
Key: TypeAlias = tuple[int, int]

_MOST_LEVELS = 32


class Places:
    """The places of a PDF that links and bookmarks lead to, and which of them stay."""

    def __init__(self, pdf: pikepdf.Pdf, stay: set[Key]) -> None:
        self._pdf = pdf
        self._stay = stay
        self._seen: set[Key] = set()
        names: Value = pdf.Root.get("/Names")
        held = None if names is None else names.get("/Dests")
        self._names = {} if held is None else {str(key): one for key, one in NameTree(held).items()}

    def stays(self, destination: Value) -> bool:
        """Tell whether a destination is on a page that stays (12.3.2)."""
        if isinstance(destination, String):
            destination = self._names.get(str(destination))
        if isinstance(destination, Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, Array) or not len(destination):
            return False
        page = destination[0]
        return isinstance(page, Dictionary) and page.objgen in self._stay

    def prune_links(self) -> set[Key]:
        """Take out the links that lead nowhere; give the numbers of their objects."""
        gone: set[Key] = set()
        for page in self._pdf.pages:
            held = page.obj.get("/Annots")
            if held is None:
                continue
            left: list[Value] = []
            for one in held:
                inside = one.get("/Dest", one.get("/A", Dictionary()).get("/D"))
                if inside is None or self.stays(inside):
                    left.append(one)
                else:
                    gone.add(one.objgen)
            if left:
                page.obj["/Annots"] = Array(left)
            else:
                del page.obj["/Annots"]
        return gone

    def prune_names(self) -> None:
        """Take out the names of places that are gone, and attached files: these are the whole's."""
        names = self._pdf.Root.get("/Names")
        if names is None:
            return
        for key in ("/Dests", "/EmbeddedFiles"):
            if key in names:
                del names[key]
        left: list[Value] = []
        for name in sorted(self._names, key=lambda one: bytes(String(one))):
            if self.stays(self._names[name]):
                left += [String(name), self._names[name]]
        if left:
            names["/Dests"] = self._pdf.make_indirect(Dictionary(Names=Array(left)))
        elif not len(names.keys()):
            del self._pdf.Root["/Names"]

    def prune_bookmarks(self) -> None:
        """Take out the bookmarks of pages that are gone (12.3.3)."""
        root = self._pdf.Root
        top = root.get("/Outlines")
        if top is None:
            return
        if not self._prune_family(top, 0):
            del root["/Outlines"]
            if "/PageMode" in root:
                del root["/PageMode"]

    def _prune_family(self, parent: Value, level: int) -> int:
        """Give how many bookmarks are left directly under one."""
        left: list[Value] = []
        one = parent.get("/First")
        while one is not None and one.objgen not in self._seen and level < _MOST_LEVELS:
            self._seen.add(one.objgen)
            inside = self._prune_family(one, level + 1)
            if not self.stays(one.get("/Dest")) and inside:
                one["/Dest"] = one["/First"]["/Dest"]
            if inside or self.stays(one.get("/Dest")):
                left.append(one)
            one = one.get("/Next")
        for key in ("/First", "/Last", "/Count"):
            if key in parent:
                del parent[key]
        for at, one in enumerate(left):
            for key, other in (("/Prev", at - 1), ("/Next", at + 1)):
                if key in one:
                    del one[key]
                if 0 <= other < len(left):
                    one[key] = left[other]
        if left:
            parent["/First"], parent["/Last"] = left[0], left[-1]
            parent["/Count"] = -len(left) if level else len(left)
        return len(left)


def numbers_of(pdf: pikepdf.Pdf, pages: Sequence[int]) -> Array:
    """Give the number tree by which pages, counted from 1, keep their numbers (12.4.2)."""
    held = pdf.Root.get("/PageLabels")
    known: dict[int, Value] = {} if held is None else dict(NumberTree(held).items())
    starts = sorted(known)
    numbers: list[Value] = []
    for index, page in enumerate(pages):
        start = max((one for one in starts if one < page), default=0)
        entry: Value = Dictionary(dict(known[start])) if start in known else Dictionary(S=Name.D)
        entry["/St"] = int(entry.get("/St", 1)) + page - 1 - start
        numbers += [index, entry]
    return Array(numbers)
