"""Reads a DOCX the way Word prints it: each paragraph with the label that its numbering counts.

Independent of the writer: it knows the file format only, so that it can bear the writer out.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACES = {"w": W[1:-1], "r": R[1:-1]}


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(file: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(file)[name])


def find(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def attributes(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces=SPACES)
    assert isinstance(found, list)
    return [str(one) for one in found]


def numeral(kind: str, value: int) -> str:
    """Print a number as ST_NumberFormat says that Word does."""
    if kind == "decimal":
        return str(value)
    letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    printed = roman(value) if kind.endswith("Roman") else letter
    return printed.upper() if kind.startswith("upper") else printed


def roman(value: int) -> str:
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    printed = ""
    for worth, letters in pairs:
        printed += letters * (value // worth)
        value %= worth
    return printed


@dataclass
class Counting:
    """The counters of a document: lists of one definition count on, unless they start anew."""

    definitions: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    used: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, file: bytes) -> Counting:
        counting = cls()
        if "word/numbering.xml" not in parts(file):
            return counting
        root = tree(file, "word/numbering.xml")
        for one in root.iterfind(f"{W}abstractNum"):
            levels = find(one, "w:lvl")
            counting.definitions[str(one.get(f"{W}abstractNumId"))] = [
                (
                    attributes(level, "w:numFmt/@w:val")[0],
                    attributes(level, "w:lvlText/@w:val")[0],
                )
                for level in levels
            ]
        for one in root.iterfind(f"{W}num"):
            starts = {
                int(str(over.get(f"{W}ilvl"))): int(attributes(over, "w:startOverride/@w:val")[0])
                for over in find(one, "w:lvlOverride")
            }
            definition = attributes(one, "w:abstractNumId/@w:val")[0]
            counting.lists[str(one.get(f"{W}numId"))] = (definition, starts)
        return counting

    def label(self, number: str, level: int) -> str:
        definition, starts = self.lists[number]
        counters = self.counters[definition]
        if (number, level) not in self.used and level in starts:
            counters[level] = starts[level] - 1
        self.used.add((number, level))
        counters[level] = counters.get(level, 0) + 1
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]
        kind, text = self.definitions[definition][level]
        if kind == "bullet":
            return text
        return text.replace(f"%{level + 1}", numeral(kind, counters[level]))


@dataclass(frozen=True)
class Line:
    """A printed paragraph."""

    style: str
    label: str
    text: str


def lines(file: bytes, name: str = "word/document.xml") -> list[Line]:
    """Give the paragraphs in order, contents list left out."""
    counting = Counting.of(file)
    root = tree(file, name)
    printed: list[Line] = []
    for para in find(root, ".//w:p[not(ancestor::w:sdt/w:sdtPr/w:docPartObj)]"):
        label = ""
        number = attributes(para, "w:pPr/w:numPr/w:numId/@w:val")
        if number:
            level = attributes(para, "w:pPr/w:numPr/w:ilvl/@w:val")
            label = counting.label(number[0], int(level[0]))
        style = (attributes(para, "w:pPr/w:pStyle/@w:val") or [""])[0]
        printed.append(Line(style, label, text_of(para)))
    return printed


def text_of(para: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}softHyphen": "\u00ad"}
    return "".join(
        signs.get(str(one.tag)) or one.text or ""
        for one in find(para, ".//w:t|.//w:delText|.//w:r/w:tab|.//w:br|.//w:softHyphen")
    )
