"""Takes in an HTML page: what a browser shows as text, without running or fetching anything.

Enters: bytes. Leaves: passages and grids. Numbers and bullets that a browser prints are marks.
Scripts, styles, pictures, forms and hidden words are left out, and reported where they hold words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from briefgen.corpus.intake.encoding import read_text
from briefgen.corpus.intake.html_lists import ListMarks, marks_of
from briefgen.corpus.intake.html_names import (
    BLOCKS,
    DROPPED,
    LASTING,
    hidden,
    line_of,
    words_of,
)
from briefgen.corpus.intake.html_tables import HtmlTable
from briefgen.corpus.intake.model import Grid, Passage
from briefgen.corpus.intake.wording import Wording

if TYPE_CHECKING:
    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.wording import Property

    Properties = tuple[Property, ...]

_CHARSET: Final = re.compile(r"<meta[^>]*charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_PRINTS_MARKS: Final = re.compile(r"list-style|counter\(|content\s*:", re.IGNORECASE)
_HEADING: Final = re.compile(r"h([1-6])$")
_NAMED: Final = {"blockquote": "quotation", "caption": "caption", "figcaption": "caption"}
_WORDY: Final = frozenset({"title", "noscript", "select", "textarea", "button", "svg", "math"})
_REPORTED: Final = {
    "del": "deleted words were left out",
    "s": "struck words were left out",
    "strike": "struck words were left out",
}
_DOUBTED: Final = {
    "ins": "words marked as inserted were read",
    "sup": "raised words stand as words; a note mark cannot be told from them",
    "q": "quotation marks that a browser adds were not added",
    "rt": "ruby above words was read",
}


def read_html(data: bytes, findings: Findings) -> tuple[tuple[Passage | Grid, ...], tuple[()]]:
    """Read a page.

    Raises:
        UnusableInput: the bytes are no text in UTF-8, or no page can be made of them.
    """
    text = read_text(data, findings)
    stated = _CHARSET.search(text[:2048])
    if stated and stated.group(1).lower() not in {"utf-8", "utf8"} and not text.isascii():
        findings.remark(f"the page says that it is {stated.group(1)}, and is UTF-8", 1)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: etree._Element | None = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as flaw:
        findings.fault(f"the page cannot be read: {flaw.msg}", hint="save it again from a browser")
        findings.raise_any()
        raise
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
        findings.fault("the page cannot be read: its elements are nested too deeply")
        findings.raise_any()
    if root is None:  # a page of nothing but tags that close
        return (), ()
    reader = _Reader(findings, (root.get("lang") or "").partition("-")[0].lower())
    reader.block(root, ())
    return tuple(reader.parts), ()


class _Reader:
    def __init__(self, findings: Findings, language: str) -> None:
        self.parts: list[Passage | Grid] = []
        self._findings = findings
        self._language = language
        self._wording = Wording()
        self._line = 0
        self._lists: list[ListMarks] = []
        self._mark = ""
        self._style = ""

    def block(self, element: etree._Element, held: Properties) -> None:
        """Read an element that begins and ends a passage."""
        self.end_passage()
        style = self._style
        name = str(element.tag)
        if found := _HEADING.match(name):
            self._style = f"heading-{found.group(1)}"
        elif name in _NAMED:
            self._style = _NAMED[name]
        self._line = line_of(element)
        self._content(element, held)
        self.end_passage()
        self._style = style

    def end_passage(self) -> None:
        """End the passage that is being gathered, if it has words."""
        raw = self._wording.raw()
        text, spans = self._wording.folded()
        self._wording = Wording()
        if not text:
            return
        self._findings.see(raw, self._line, -1)
        level = max(len(self._lists) - 1, 0)
        self.parts.append(Passage(text, self._line, spans, self._mark, level, self._style))
        self._mark = ""

    def cell(self, element: etree._Element) -> tuple[Passage, ...]:
        """Read a table's cell by itself."""
        inner = _Reader(self._findings, self._language)
        inner.block(element, ())
        found: list[Passage] = []
        for part in inner.parts:
            if isinstance(part, Passage):
                found.append(part)
                continue
            self._findings.remark("a table inside a cell was read cell by cell", part.line)
            found += [one for row in part.rows for cell in row.cells for one in cell.passages]
        return tuple(found)

    def _content(self, element: etree._Element, held: Properties) -> None:
        self._add(element.text, element, held)
        for child in element:
            self._element(child, held)
            self._add(child.tail, element, held)

    def _add(self, text: str | None, element: etree._Element, held: Properties) -> None:
        if text:
            if text.strip() and not self._wording.raw().strip():
                self._line = self._line or line_of(element)
            self._wording.add(text, held)

    def _element(self, element: etree._Element, held: Properties) -> None:
        name = str(element.tag)
        line = line_of(element)
        if (
            name in DROPPED
            or hidden({str(key): str(value) for key, value in element.attrib.items()})
            or name in _REPORTED
        ):
            self._drop(element, name, line)
        elif name == "br":
            self._wording.break_line()
        elif name == "table":
            self.end_passage()
            for caption in element.findall("caption"):
                self.block(caption, ())
            table = HtmlTable(self.cell, self._findings)
            self.parts.append(table.read(element))
        elif name in {"ol", "ul", "menu"}:
            self._list(element, held)
        elif name in BLOCKS:
            self.block(element, self._held(element, name, held))
        else:
            if name in _DOUBTED and words_of(element):
                self._findings.remark(_DOUBTED[name], line)
            self._content(element, self._held(element, name, held))

    def _list(self, element: etree._Element, held: Properties) -> None:
        self.end_passage()
        outer, self._mark = self._mark, ""
        marks = marks_of(element, len(self._lists))
        self._lists.append(marks)
        for item in element:
            self._mark = marks.next_mark(item) if item.tag == "li" else ""
            self._element(item, held)
            self.end_passage()
            if self._mark:
                self._findings.remark(f"the item '{self._mark}' has no words", line_of(item))
        self._lists.pop()
        self._mark = outer
        if marks.unknown:
            self._findings.remark(
                f"numbers written as '{marks.unknown}' are not known here", line_of(element)
            )

    def _held(self, element: etree._Element, name: str, held: Properties) -> Properties:
        more: list[Property] = [LASTING[name]] if name in LASTING else []
        tag = element.get("lang", "")
        if tag and tag.partition("-")[0].lower() != self._language:
            held = tuple(one for one in held if one[0] != "language")
            more.append(("language", tag))
        return (*held, *more)

    def _drop(self, element: etree._Element, name: str, line: int) -> None:
        """Leave an element out, and say so where a reader would miss its words."""
        words = words_of(element)
        if name == "style" and _PRINTS_MARKS.search(words):
            self._findings.remark("the page's style sheet may print other numbers or bullets", line)
        elif name in _REPORTED and words:
            self._findings.remark(f"{_REPORTED[name]}: '{words[:60]}'", line)
        elif name == "img":
            self._findings.remark(f"a picture was left out: '{element.get('alt', '')}'", line)
        elif words and (name in _WORDY or name not in DROPPED):
            what = f"'{name}'" if name in DROPPED else "hidden"
            self._findings.remark(f"{what} words were left out: '{words[:60]}'", line)
