"""Finished PDFs with one thing wrong: in what is drawn, in the structure, or in the pages.

Enters: the bytes of a PDF and a source of chance. Leaves: the bytes of another, and the unit that
was touched. The file is changed through qpdf; nothing of briefgen is used.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

Node: TypeAlias = Any
Units: TypeAlias = tuple[str, ...]
"""What a mutant may rightly be reported for."""
SPACE, HYPHEN = 0x20, 0x2D


@dataclass
class Item:
    """A node of the structure tree that quotes a unit, and its marked sequences."""

    node: Node
    unit: str
    around: list[Node]
    marks: list[tuple[int, int]] = field(default_factory=list)


class File:
    """An opened file: the nodes that quote, and pages as operators."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.items: list[Item] = []
        self._walk(self.pdf.Root.StructTreeRoot.K, [], None)

    def _walk(self, node: Node, around: list[Node], item: Item | None) -> None:
        title = node.get("/T")
        if str(node.S) == "/TOC":
            return
        if title is not None and "/" in str(title):
            item = Item(node, str(title), list(around))
            self.items.append(item)
        for kid in kids(node):
            if isinstance(kid, int):
                if item is not None and Name.Lbl != node.S and "/Pg" in node:
                    item.marks.append((self.pages[node.Pg.objgen], kid))
            elif isinstance(kid, Dictionary) and "/S" in kid:
                if kid.S not in {Name.Reference, Name.Note}:
                    self._walk(kid, [*around, node], item)
            elif isinstance(kid, Dictionary) and "/MCID" in kid and item is not None:
                item.marks.append((self.pages[kid.Pg.objgen], int(kid.MCID)))

    def on_page(self, page: int) -> Units:
        """Give the units that stand on a page."""
        return tuple(one.unit for one in self.items if page in {at for at, _ in one.marks})

    def drawn(self, page: int) -> list[Any]:
        """Give the operators of a page."""
        return list(pikepdf.parse_content_stream(self.pdf.pages[page]))

    def draw(self, page: int, operators: list[Any]) -> None:
        """Put other operators on a page."""
        content = pikepdf.unparse_content_stream(operators)
        self.pdf.pages[page].Contents = self.pdf.make_stream(content)

    def saved(self) -> bytes:
        """Give the bytes of the file."""
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()


def kids(node: Node) -> list[Node]:
    """Give what stands in a node."""
    held = node.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def mutate_pdf(data: bytes, kind: str, chance: Random) -> tuple[bytes, Units] | None:
    """Give a mutant and the unit that it touched; None where the file has nothing of the kind."""
    file = File(data)
    units = PDF_KINDS[kind](chance, file)
    return None if units is None else (file.saved(), units)


def sequences(operators: list[Any]) -> Iterator[tuple[int, int, int]]:
    """Give the marked sequences of a page: number, first and last operator between its marks."""
    start: tuple[int, int] | None = None
    for index, one in enumerate(operators):
        name = str(one.operator)
        if name == "BDC" and isinstance(one.operands[1], Dictionary) and "/MCID" in one.operands[1]:
            start = (int(one.operands[1].MCID), index)
        elif name == "EMC" and start is not None:
            yield start[0], start[1], index
            start = None


def _strings(operators: list[Any], first: int, last: int) -> Iterator[tuple[int, bytes]]:
    """Give what each operator of a sequence shows, kerning left out."""
    for index in range(first, last):
        one = operators[index]
        name = str(one.operator)
        if name == "Tj":
            yield index, bytes(one.operands[0])
        elif name == "TJ":
            pieces = [bytes(piece) for piece in one.operands[0] if isinstance(piece, String)]
            yield index, b"".join(pieces)


def _in_string(
    chance: Random, file: File, change: Callable[[Random, bytes], bytes | None]
) -> Units | None:
    """Change one string of a quotation; try some others where it does not take the change."""
    items = [one for one in file.items if one.marks]
    for _ in range(40):
        item = chance.choice(items)
        page, mark = chance.choice(item.marks)
        operators = file.drawn(page)
        for number, first, last in sequences(operators):
            if number != mark:
                continue
            found = list(_strings(operators, first, last))
            chance.shuffle(found)
            for index, words in found:
                changed = change(chance, words)
                if changed is None or changed.split() == words.split():
                    continue
                _replace(operators, index, changed)
                file.draw(page, operators)
                return (item.unit,)
    return None


def _replace(operators: list[Any], index: int, words: bytes) -> None:
    operators[index] = pikepdf.ContentStreamInstruction([String(words)], Operator("Tj"))


def _character(chance: Random, file: File) -> Units | None:
    def change(chance: Random, words: bytes) -> bytes | None:
        places = [at for at, code in enumerate(words) if chr(code).isalpha() and code < 0x80]
        if len(set(words)) < 3 or not places:
            return None
        at = chance.choice(places)
        others = [code for code in words if code not in {words[at], SPACE}]
        return words[:at] + bytes([chance.choice(others)]) + words[at + 1 :]

    return _in_string(chance, file, change)


def _dropped(chance: Random, file: File) -> Units | None:
    def change(chance: Random, words: bytes) -> bytes | None:
        found = words.split(b" ")
        places = [at for at, one in enumerate(found) if one]
        if len(places) < 3:
            return None
        del found[chance.choice(places[1:-1])]
        return b" ".join(found)

    return _in_string(chance, file, change)


def _swapped(chance: Random, file: File) -> Units | None:
    def change(chance: Random, words: bytes) -> bytes | None:
        found = words.split(b" ")
        places = [at for at in range(1, len(found) - 2) if found[at] != found[at + 1]]
        if not places:
            return None
        at = chance.choice(places)
        found[at], found[at + 1] = found[at + 1], found[at]
        return b" ".join(found)

    return _in_string(chance, file, change)


def _without_hyphen(chance: Random, file: File) -> Units | None:
    def change(chance: Random, words: bytes) -> bytes | None:
        places = [at for at, code in enumerate(words) if code == HYPHEN]
        if not places:
            return None
        at = chance.choice(places)
        return words[:at] + words[at + 1 :]

    return _in_string(chance, file, change)


def _line_dropped(chance: Random, file: File) -> Units | None:
    """Take out one string that is shown, a line or a part of one."""
    return _in_string(chance, file, lambda _, words: b"" if len(words.strip()) > 3 else None)


def _siblings(file: File, kind: str) -> list[tuple[Node, int, int]]:
    """Give neighbouring nodes of a kind as their parent and their places in it."""
    found = []
    seen = set()
    for item in file.items:
        for node in (*item.around, item.node):
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
            held = kids(node)
            places = [
                at
                for at, kid in enumerate(held)
                if isinstance(kid, Dictionary) and kid.get("/S") == kind
            ]
            found += [
                (node, one, other)
                for one, other in pairwise(places)
                if _unit_below(held[one]) and _unit_below(held[other])
            ]
    return found


def _unit_below(node: Node) -> str:
    title = node.get("/T")
    if title is not None and "/" in str(title):
        return str(title)
    for kid in kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid and (unit := _unit_below(kid)):
            return unit
    return ""


def _bullets_swapped(chance: Random, file: File) -> Units | None:
    pairs = _siblings(file, Name.LI)
    if not pairs:
        return None
    node, one, other = chance.choice(pairs)
    held = kids(node)
    units = (_unit_below(held[one]), _unit_below(held[other]))
    held[one], held[other] = held[other], held[one]
    node.K = Array(held)
    return units


def _drawn_elsewhere(chance: Random, file: File) -> Units | None:
    """Let two quotations of a page change places on the paper, but not in the structure."""
    by_page: dict[int, list[tuple[int, Item]]] = {}
    for item in file.items:
        in_cell = any(node.get("/S") == Name.Table for node in item.around)
        if len(item.marks) == 1 and not in_cell:
            by_page.setdefault(item.marks[0][0], []).append((item.marks[0][1], item))
    pages = [page for page, found in by_page.items() if len(found) > 1]
    if not pages:
        return None
    page = chance.choice(pages)
    (one, item), (other, second) = chance.sample(by_page[page], 2)
    operators = file.drawn(page)
    spans = {number: (first, last) for number, first, last in sequences(operators)}
    tops = {mark: _top(operators, *spans[mark]) for mark in (one, other)}
    for mark, by in ((one, tops[other] - tops[one]), (other, tops[one] - tops[other])):
        _shift(operators, *spans[mark], by)
    file.draw(page, operators)
    between = range(*sorted((file.items.index(item), file.items.index(second))))
    return (item.unit, second.unit, *(file.items[at].unit for at in between))


def _placing(operators: list[Any], first: int, last: int) -> int:
    """Give the operator that places the first line: ``Td`` from the page's foot, or ``Tm``."""
    return next(
        index for index in range(first, last) if str(operators[index].operator) in {"Td", "Tm"}
    )


def _top(operators: list[Any], first: int, last: int) -> float:
    return float(operators[_placing(operators, first, last)].operands[-1])


def _shift(operators: list[Any], first: int, last: int, by: float) -> None:
    index = _placing(operators, first, last)
    one = operators[index]
    values = [float(value) for value in one.operands]
    values[-1] += by
    operators[index] = pikepdf.ContentStreamInstruction(values, one.operator)


def _rows(file: File) -> list[list[Node]]:
    found = []
    seen = set()
    for item in file.items:
        for node in item.around:
            if node.get("/S") == Name.TR and node.objgen not in seen:
                seen.add(node.objgen)
                cells = [kid for kid in kids(node) if kid.get("/S") in {Name.TH, Name.TD}]
                if len(cells) == 3 and cells[2].get("/S") == Name.TD and _unit_below(cells[2]):
                    found.append(cells)
    return found


def _partnership_moved(chance: Random, file: File) -> Units | None:
    rows = _rows(file)
    if len(rows) < 2:
        return None
    one, other = chance.sample(rows, 2)
    units = (_unit_below(one[2]), _unit_below(other[2]))
    first, second = kids(one[2]), kids(other[2])
    if chance.random() < 0.5:
        one[2].K, other[2].K = Array(second), Array(first)
    else:
        one[2].K, other[2].K = Array([]), Array([*second, *first])
    return units


def _columns_swapped(chance: Random, file: File) -> Units | None:
    rows = _rows(file)
    if not rows:
        return None
    row = chance.choice(rows)
    one, other = chance.sample(range(3), 2)
    first, second = kids(row[one]), kids(row[other])
    row[one].K, row[other].K = Array(second), Array(first)
    return (_unit_below(row[one]), _unit_below(row[other]))


def _label(chance: Random, file: File) -> Units | None:
    """Change the letter or number that is drawn before an item."""
    labels = []
    for item in file.items:
        for node in reversed(item.around):
            if node.get("/S") == Name.LI:
                labels += [
                    (kid, item.unit)
                    for kid in kids(node)
                    if isinstance(kid, Dictionary) and kid.get("/S") == Name.Lbl
                ]
                break
    for _ in range(60):
        label, unit = chance.choice(labels)
        held = kids(label)
        if not held or not isinstance(held[0], int):
            continue
        page = file.pages[label.Pg.objgen]
        operators = file.drawn(page)
        for number, first, last in sequences(operators):
            if number != held[0]:
                continue
            for index, words in _strings(operators, first, last):
                at = next((at for at, code in enumerate(words) if chr(code).isalnum()), None)
                if at is not None:
                    letter = words[at]
                    other = letter + (1 if chr(letter) not in "9z" else -1)
                    _replace(operators, index, words[:at] + bytes([other]) + words[at + 1 :])
                    file.draw(page, operators)
                    return (unit,)
    return None


def _duplicated(chance: Random, file: File) -> Units | None:
    """Draw a quotation once more, a little lower: as the same element, or as no element."""
    item = chance.choice([one for one in file.items if one.marks])
    page, mark = item.marks[0]
    operators = file.drawn(page)
    for number, first, last in sequences(operators):
        if number == mark:
            copy = operators[first : last + 1]
            if chance.random() < 0.5:
                copy = copy[1:-1]
            _shift(copy, 0, len(copy), -4)
            operators[last + 1 : last + 1] = copy
            file.draw(page, operators)
            return (item.unit,)
    return None


def _page_removed(chance: Random, file: File) -> Units | None:
    pages = sorted({page for item in file.items for page, _ in item.marks})
    if not pages:
        return None
    page = chance.choice(pages)
    units = file.on_page(page)
    del file.pdf.pages[page]
    return units


def _page_doubled(chance: Random, file: File) -> Units | None:
    pages = sorted({page for item in file.items for page, _ in item.marks})
    page = chance.choice(pages)
    units = file.on_page(page)
    file.pdf.pages.insert(page + 1, file.pdf.pages[page])
    return units


def _pages_swapped(chance: Random, file: File) -> Units | None:
    pages = sorted({page for item in file.items for page, _ in item.marks})
    if len(pages) < 2:
        return None
    at = chance.randrange(len(pages) - 1)
    one, other = pages[at], pages[at + 1]
    units = (*file.on_page(one), *file.on_page(other))
    page = file.pdf.pages[other]
    del file.pdf.pages[other]
    file.pdf.pages.insert(one, page)
    return units


PDF_KINDS = {
    "one character changed": _character,
    "a word dropped": _dropped,
    "two words swapped": _swapped,
    "a line dropped": _line_dropped,
    "two bullets swapped": _bullets_swapped,
    "two quotations drawn in each other's place": _drawn_elsewhere,
    "a row's partnership moved to another row": _partnership_moved,
    "two columns of a row swapped": _columns_swapped,
    "a label changed": _label,
    "a hyphen lost": _without_hyphen,
    "a paragraph duplicated": _duplicated,
    "a page removed": _page_removed,
    "a page doubled": _page_doubled,
    "two pages swapped": _pages_swapped,
}
