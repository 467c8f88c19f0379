"""Finished Word documents with one thing wrong, each in a way that a hand or a program may slip.

Enters: the bytes of a DOCX and a source of chance. Leaves: the bytes of another, and the unit that
was touched. The file is changed as XML; nothing of briefgen is used.
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree
from mutations.words import other_letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, NUMBERING = "word/document.xml", "word/numbering.xml"
Element = etree._Element
Units = tuple[str, ...]
"""What a mutant may rightly be reported for."""


class Parts:
    """The parts of a file as trees; every mutant begins with copies of its own."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.document = etree.fromstring(files[DOCUMENT])
        self.numbering = etree.fromstring(files[NUMBERING]) if NUMBERING in files else None

    def quoted(self) -> list[tuple[Element, str]]:
        """Give each text element that is quoted, with its unit."""
        return [
            (text, unit)
            for control in self.document.iter(f"{W}sdt")
            if (unit := unit_of(control))
            for text in control.iter(f"{W}t")
            if (text.text or "").strip() and not is_mark(text)
        ]

    def packed(self) -> bytes:
        """Give the bytes of the file."""
        changed = {DOCUMENT: etree.tostring(self.document, encoding="UTF-8", standalone=True)}
        if self.numbering is not None:
            changed[NUMBERING] = etree.tostring(self.numbering, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in (self.files | changed).items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()


def unit_of(control: Element) -> str:
    """Give the unit that a control names, "" where it names none."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    name = "" if tag is None else tag.get(f"{W}val", "")
    return name if "/" in name else ""


def is_mark(text: Element) -> bool:
    """Tell whether a text is the mark of a note."""
    run = text.getparent()
    return run is not None and run.find(f"{W}footnoteReference") is not None


@cache
def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the members of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mutate_word(data: bytes, kind: str, chance: Random) -> tuple[bytes, Units] | None:
    """Give a mutant and the unit that it touched; None where the file has nothing of the kind."""
    parts = Parts(unpacked(data))
    units = WORD_KINDS[kind](chance, parts)
    return None if units is None else (parts.packed(), units)


def _in_text(
    chance: Random, parts: Parts, change: Callable[[Random, str], str | None]
) -> str | None:
    """Change one quoted text; try some others where it does not take the change."""
    texts = parts.quoted()
    for _ in range(60):
        element, unit = chance.choice(texts)
        changed = change(chance, element.text or "")
        if changed is not None and changed.split() != (element.text or "").split():
            element.text = changed
            return (unit,)
    return None


def _character(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        places = [at for at, one in enumerate(text) if one.isalnum()]
        if not places:
            return None
        at = chance.choice(places)
        return text[:at] + other_letter(text[at], chance) + text[at + 1 :]

    return _in_text(chance, parts, change)


def _dropped(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        words = text.split(" ")
        places = [at for at, one in enumerate(words) if one]
        if len(places) < 2:
            return None
        del words[chance.choice(places)]
        return " ".join(words)

    return _in_text(chance, parts, change)


def _swapped(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        words = text.split(" ")
        places = [at for at in range(len(words) - 1) if words[at] != words[at + 1]]
        if not places:
            return None
        at = chance.choice(places)
        words[at], words[at + 1] = words[at + 1], words[at]
        return " ".join(words)

    return _in_text(chance, parts, change)


def _inserted(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        words = text.split(" ")
        words.insert(chance.randrange(len(words) + 1), chance.choice(["not", "all", "other"]))
        return " ".join(words)

    return _in_text(chance, parts, change)


def _without_hyphen(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        places = [at for at, one in enumerate(text) if one == "-"]
        if not places:
            return None
        at = chance.choice(places)
        return text[:at] + chance.choice(["", " "]) + text[at + 1 :]

    return _in_text(chance, parts, change)


def _case(chance: Random, parts: Parts) -> Units | None:
    def change(chance: Random, text: str) -> str | None:
        places = [at for at, one in enumerate(text) if one.isalpha() and one != one.swapcase()]
        if not places:
            return None
        at = chance.choice(places)
        return text[:at] + text[at].swapcase() + text[at + 1 :]

    return _in_text(chance, parts, change)


def _items(parts: Parts) -> list[tuple[Element, str]]:
    """Give the quoted paragraphs that stand in controls of their own."""
    return [
        (control, unit)
        for control in parts.document.iter(f"{W}sdt")
        if (unit := unit_of(control)) and control.find(f"{W}sdtContent/{W}p") is not None
    ]


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t")).strip()


def _bullets_swapped(chance: Random, parts: Parts) -> Units | None:
    """Swap two neighbouring items; their numbers stay where they are."""
    pairs = [
        (one, other, (unit, second))
        for (one, unit), (other, second) in zip(_items(parts), _items(parts)[1:], strict=False)
        if one.getparent() is other.getparent() and _words(one) != _words(other)
    ]
    if not pairs:
        return None
    one, other, units = chance.choice(pairs)
    parent = one.getparent()
    assert parent is not None
    first, second = parent.index(one), parent.index(other)
    parent[first], parent[second] = deepcopy(other), deepcopy(one)
    return units


def _rows(parts: Parts) -> list[list[Element]]:
    rows = [
        row.findall(f"{W}tc")
        for row in parts.document.iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is None
    ]
    return [row for row in rows if len(row) == 3 and _cell_unit(row[2])]


def _cell_unit(cell: Element) -> str:
    return next((unit for one in cell.iter(f"{W}sdt") if (unit := unit_of(one))), "")


def _partnership_moved(chance: Random, parts: Parts) -> Units | None:
    """Swap the last cells of two rows, or hang one row's partners below another's."""
    rows = _rows(parts)
    if len(rows) < 2:
        return None
    one, other = chance.sample(rows, 2)
    units = (_cell_unit(one[2]), _cell_unit(other[2]))
    if chance.random() < 0.5:
        first, second = one[2], other[2]
        content, others = list(first), list(second)
        for element in content:
            second.append(element)
        for element in others:
            first.append(element)
    else:
        moved = one[2].find(f"{W}sdt")
        if moved is None or moved.find(f"{W}sdtContent/{W}p") is None:
            return None
        other[2].insert(len(other[2]) - 1, moved)
    return units


def _columns_swapped(chance: Random, parts: Parts) -> Units | None:
    """Swap what stands in two columns of a row."""
    rows = _rows(parts)
    if not rows:
        return None
    row = chance.choice(rows)
    first, second = chance.sample(range(3), 2)
    content, others = list(row[first]), list(row[second])
    for element in content:
        row[second].append(element)
    for element in others:
        row[first].append(element)
    return (_cell_unit(row[first]), _cell_unit(row[second]))


def _label(chance: Random, parts: Parts) -> Units | None:
    """Let a list start at another number."""
    if parts.numbering is None:
        return None
    used = {
        number.get(f"{W}val"): unit
        for control, unit in _items(parts)
        for number in control.iter(f"{W}numId")
    }
    starts = [
        (start, used[number.get(f"{W}numId", "")])
        for number in parts.numbering.iter(f"{W}num")
        if number.get(f"{W}numId") in used
        for start in number.iter(f"{W}startOverride")
    ]
    if not starts:
        return None
    start, unit = chance.choice(starts)
    start.set(f"{W}val", str(int(start.get(f"{W}val", "1")) + chance.randint(1, 3)))
    return (unit,)


def _duplicated(chance: Random, parts: Parts) -> Units | None:
    control, unit = chance.choice(_items(parts))
    control.addnext(deepcopy(control))
    return (unit,)


def _page_removed(chance: Random, parts: Parts) -> Units | None:
    """Take out about as much as a page holds: some blocks in a row of which one is quoted."""
    body = parts.document.find(f"{W}body")
    assert body is not None
    blocks = [one for one in body if one.tag != f"{W}sectPr"]
    for _ in range(40):
        start = chance.randrange(len(blocks))
        taken = blocks[start : start + chance.randint(4, 12)]
        units = [unit for one in taken for inner in one.iter(f"{W}sdt") if (unit := unit_of(inner))]
        if units:
            for one in taken:
                body.remove(one)
            return tuple(units)
    return None


def _moved(chance: Random, parts: Parts) -> Units | None:
    """Move a quotation under another heading."""
    body = parts.document.find(f"{W}body")
    assert body is not None
    texts = [(one, unit) for one, unit in _items(parts) if one.getparent() is body]
    headings = [
        paragraph
        for paragraph in body.findall(f"{W}p")
        if any(unit_of(one).endswith("/title") for one in paragraph.iter(f"{W}sdt"))
    ]
    if len(headings) < 2 or not texts:
        return None
    for _ in range(40):
        moved, unit = chance.choice(texts)
        target = chance.choice(headings)
        above = [one for one in headings if body.index(one) < body.index(moved)]
        if not above or above[-1] is not target:
            target.addnext(moved)
            return (unit,)
    return None


WORD_KINDS = {
    "one character changed": _character,
    "a letter's case changed": _case,
    "a word dropped": _dropped,
    "a word put in": _inserted,
    "two words swapped": _swapped,
    "two bullets swapped": _bullets_swapped,
    "a row's partnership moved to another row": _partnership_moved,
    "two columns of a row swapped": _columns_swapped,
    "a label changed": _label,
    "a hyphen lost": _without_hyphen,
    "a paragraph duplicated": _duplicated,
    "a page removed": _page_removed,
    "a quotation moved under another heading": _moved,
}
