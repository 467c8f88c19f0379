"""The words of one paragraph of a DOCX, with what stands in them and what is left out.

Enters: a ``w:p``. Leaves: a :class:`Wording`. Tracked insertions are read and deletions are not,
and hidden words, pictures and text boxes are left out; each is reported with its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.intake.docx.names import MC, M, W, local, switch, value
from briefgen.corpus.intake.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from briefgen.corpus.intake.docx.styles import Styles
    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.wording import Property

_WALKED: Final = frozenset(
    W + name
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir")
)
_ADDED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_TAKEN_OUT: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_MATHS: Final = frozenset({f"{M}oMath", f"{M}oMathPara"})
_PICTURES: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_NO_WORDS: Final = frozenset(
    W + name
    for name in """
    annotationRef bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart
    commentReference continuationSeparator customXmlDelRangeEnd customXmlDelRangeStart
    customXmlInsRangeEnd customXmlInsRangeStart customXmlMoveFromRangeEnd
    customXmlMoveFromRangeStart customXmlMoveToRangeEnd customXmlMoveToRangeStart
    customXmlPr delInstrText endnoteRef fldChar footnoteRef instrText
    lastRenderedPageBreak moveFromRangeEnd moveFromRangeStart moveToRangeEnd
    moveToRangeStart pPr permEnd permStart proofErr rPr sdtEndPr sdtPr separator
    smartTagPr softHyphen
    """.split()  # noqa: SIM905 - forty names read best side by side
)
"""What stands in a paragraph and holds no words of it; an optional hyphen is where to break."""
_CHARACTERS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\u2011"}


class Runs(Struct):
    """Reads paragraphs. ``call`` is told of each note mark, and gives its key."""

    styles: Styles
    findings: Findings
    call: Callable[[str, str], str]
    tracked: dict[str, list[int]] = field(default_factory=dict)
    """Paragraphs with pending changes, by what was done with them."""

    def read(self, paragraph: etree._Element, line: int) -> Wording:
        """Give the words of a paragraph."""
        wording = Wording()
        self._walk(paragraph, line, wording)
        self.findings.see(wording.raw(), line, -1)
        return wording

    def _walk(self, parent: etree._Element, line: int, wording: Wording) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, line, wording)
            elif child.tag in _WALKED:
                self._walk(child, line, wording)
            elif child.tag in _ADDED:
                self._track("read as if accepted", line)
                self._walk(child, line, wording)
            elif child.tag in _TAKEN_OUT:
                self._track("left out as if accepted", line)
            elif child.tag == f"{W}bdo":
                self.findings.remark("words are shown in a forced direction", line)
                self._walk(child, line, wording)
            elif child.tag == f"{MC}AlternateContent":
                self._alternative(child, line, wording)
            else:
                self._other(child, line)

    def _run(self, run: etree._Element, line: int, wording: Wording) -> None:
        properties = run.find(f"{W}rPr")
        words = _words(run)
        if switch(properties, "vanish") and words:
            self.findings.remark(f"hidden words were left out: '{words[:60]}'", line)
            return
        held = self._properties(properties)
        for child in run:
            if child.tag == f"{W}t":
                wording.add(child.text or "", held)
            elif child.tag in _CHARACTERS:
                wording.add(_CHARACTERS[child.tag], held)
            elif child.tag in {f"{W}br", f"{W}cr"}:
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    wording.break_line()
                else:
                    wording.add(" ")
            elif child.tag in _NOTES:
                self._note(child, line, wording)
            elif child.tag == f"{W}ruby":
                for base in child.iter(f"{W}rubyBase"):
                    self._walk(base, line, wording)
                self.findings.remark("ruby above words was left out", line)
            elif child.tag == f"{MC}AlternateContent":
                self._alternative(child, line, wording)
            else:
                self._other(child, line)

    def _note(self, mark: etree._Element, line: int, wording: Wording) -> None:
        """Tie a note; where the author typed its mark, the mark stays a word and is reported."""
        if mark.get(f"{W}customMarkFollows", "0") in {"1", "true", "on"}:
            self.findings.remark("the mark of a note is typed, and stands as a word", line)
        wording.call_note(self.call(_NOTES[mark.tag], mark.get(f"{W}id", "")))

    def _alternative(self, element: etree._Element, line: int, wording: Wording) -> None:
        """Read one of several ways in which the same is said: the first."""
        choice = element.find(f"{MC}Choice")
        branch = choice if choice is not None else element.find(f"{MC}Fallback")
        if branch is None:
            return
        for child in branch:
            if child.tag == f"{W}r":
                self._run(child, line, wording)
            else:
                self._other(child, line)

    def _other(self, element: etree._Element, line: int) -> None:
        """Say what is left out."""
        if element.tag in _NO_WORDS or not isinstance(element.tag, str):
            return
        words = _words(element)
        if element.tag == f"{W}sym":
            what = f"sign ({element.get(f'{W}font')}, {element.get(f'{W}char')})"
        elif element.tag in _PICTURES:
            what = "text box" if element.find(f".//{W}txbxContent") is not None else "picture"
        elif element.tag in _MATHS:
            what = "formula"
            words = " ".join(one.text or "" for one in element.iter(f"{M}t"))
        else:
            what = f"'{local(element)}'"
        count = len(words.split())
        held = f" with {count} words: '{words[:60]}'" if count else ""
        self.findings.remark(f"a {what}{held} was left out", line)

    def _properties(self, properties: etree._Element | None) -> list[Property]:
        """Give what holds for a run; the look of its whole paragraph is not the run's."""
        if properties is None:
            return []
        held: list[Property] = []
        if self._on(properties, "b"):
            held.append(("strong", ""))
        if self._on(properties, "i"):
            held.append(("emphasis", ""))
        which = "bidi" if switch(properties, "rtl") else "val"
        tag = value(properties, "lang", which)
        if tag and _primary(tag) != _primary(self.styles.language):
            held.append(("language", tag))
        return held

    def _on(self, properties: etree._Element, name: str) -> bool:
        stated = switch(properties, name)
        if stated is None:
            stated = self.styles.switched(value(properties, "rStyle"), name)
        return bool(stated)

    def _track(self, what: str, line: int) -> None:
        lines = self.tracked.setdefault(what, [])
        if line not in lines:
            lines.append(line)


def _words(element: etree._Element) -> str:
    """Give the words somewhere below an element, each alternative once."""
    return " ".join(
        one.text
        for one in element.iter(f"{W}t")
        if one.text and next(one.iterancestors(f"{MC}Fallback"), None) is None
    )


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
