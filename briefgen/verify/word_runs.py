"""The words of one paragraph of a Word document, with the units that its controls name.

Enters: a ``w:p`` and the tag of the control around it. Leaves: runs, marks of notes. Pending
changes are read as if accepted; what is hidden or only an instruction is not read. Rules:
ISO/IEC 29500-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.intake.docx.names import MC, W, switch, value
from briefgen.manifest.model import Mark
from briefgen.manifest.words import normalised
from briefgen.verify.model import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_WALKED: Final = frozenset(
    W + name for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_ADDED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_TAKEN_OUT: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_CHARACTERS: Final = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_BOX: Final = f"{W}txbxContent"


class Fields(Struct):
    """The fields that are open, over paragraphs: what each computes, and whether that is shown."""

    open: list[list[str]] = field(default_factory=list)

    def follow(self, element: etree._Element) -> None:
        """Take note of where a field begins, shows its result, and ends (17.16.18)."""
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.open.append(["code", ""])
            case "separate" if self.open:
                self.open[-1][0] = "result"
            case "end" if self.open:
                self.open.pop()
            case _:
                pass

    def instruct(self, words: str) -> None:
        """Take in a piece of a field's instruction."""
        if self.open:
            self.open[-1][1] += words

    @property
    def in_code(self) -> bool:
        """Tell whether what stands here is instruction, not words."""
        return any(one[0] == "code" for one in self.open)

    @property
    def in_contents(self) -> bool:
        """Tell whether what stands here belongs to the contents list."""
        return any(one[1].split()[:1] == ["TOC"] for one in self.open)


class Wording(Struct):
    """What was found in a paragraph.

    ``call`` is told of each note that is called: its kind, its id, and the mark that was typed for
    it, "" where Word counts; it gives the mark that is shown.
    """

    fields: Fields
    call: Callable[[str, str, str], str]
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes that hang on the paragraph."""
    taken_out: list[str] = field(default_factory=list)
    """Words that a pending change takes out."""
    remarks: list[str] = field(default_factory=list)
    """The ids of comments."""
    tracked: bool = False
    in_contents: bool = False

    def read(self, parent: etree._Element, unit: str = "") -> Wording:
        """Read what stands in an element; ``unit`` is named by the nearest control around it."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, unit)
            elif tag in _WALKED:
                self.read(child, unit)
            elif tag == f"{W}sdt":
                inner = child.find(f"{W}sdtContent")
                if inner is not None:
                    self.read(inner, control_unit(child) or unit)
            elif tag in _ADDED:
                self.tracked = True
                self.read(child, unit)
            elif tag in _TAKEN_OUT:
                self.tracked = True
                gone = child.iter(f"{W}delText", f"{W}t")
                self.taken_out += [one.text or "" for one in gone]
            elif tag == f"{MC}AlternateContent":
                self._alternative(child, unit)
        return self

    def _run(self, run: etree._Element, unit: str) -> None:
        if switch(run.find(f"{W}rPr"), "vanish"):
            return
        typed: tuple[str, str] | None = None
        mark = ""
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                if typed is not None:
                    mark += child.text or ""
                else:
                    self._words(child.text or "", unit)
            elif tag in _CHARACTERS:
                self.runs.append(Run(_CHARACTERS[tag], unit))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                called = (tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", ""))
                if child.get(f"{W}customMarkFollows", "0") in {"1", "true", "on"}:
                    typed = called
                else:
                    self._mark(self.call(*called, ""))
            else:
                self._other(child, unit)
        if typed is not None:
            self._mark(self.call(*typed, mark))

    def _words(self, words: str, unit: str) -> None:
        if not self.fields.in_code:
            self.in_contents = self.in_contents or self.fields.in_contents
            self.runs.append(Run(words, unit))

    def _other(self, child: etree._Element, unit: str) -> None:
        """Take in what holds no words of the paragraph itself."""
        if child.tag == f"{W}fldChar":
            self.fields.follow(child)
        elif child.tag == f"{W}instrText":
            self.fields.instruct(child.text or "")
        elif child.tag == f"{W}commentReference":
            self.remarks.append(child.get(f"{W}id", ""))
        elif child.tag == f"{MC}AlternateContent":
            self._alternative(child, unit)
        elif child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            self.boxes.extend(child.iter(_BOX))

    def _mark(self, label: str) -> None:
        self.marks.append(Mark(len(normalised("".join(run.words for run in self.runs))), label))

    def _alternative(self, element: etree._Element, unit: str) -> None:
        """Read one of several ways in which the same is said: the first."""
        choice = element.find(f"{MC}Choice")
        branch = choice if choice is not None else element.find(f"{MC}Fallback")
        if branch is None:
            return
        self.boxes.extend(branch.iter(_BOX))
        for child in branch:
            if child.tag == f"{W}r":
                self._run(child, unit)


def control_unit(control: etree._Element) -> str:
    """Give the unit that a content control names, "" for one of another kind."""
    tag = value(control.find(f"{W}sdtPr"), "tag") or ""
    return tag if "/" in tag else ""
