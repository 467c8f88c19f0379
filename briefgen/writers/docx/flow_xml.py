"""The XML of paragraphs, tables and contents lists.

Enters: planned flows. Leaves: XML as text, its elements in the order that ISO/IEC 29500-1, 17.3
asks for. ``Ids`` gives what must be unique over all parts of the file.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct, field

from briefgen.writers.docx.comments_part import Hooks
from briefgen.writers.docx.content_controls import in_control, sole_unit, unit_of
from briefgen.writers.docx.languages import language_attribute, language_tag
from briefgen.writers.docx.model import (
    Break,
    Computed,
    ContentsList,
    Flow,
    Frame,
    Grid,
    GridRow,
    NoteCall,
    NoteMark,
    Para,
    Picture,
    Piece,
    RunLook,
    SectionShape,
    Tab,
    Words,
)
from briefgen.writers.docx.picture_xml import drawing_xml
from briefgen.writers.docx.xml_text import attribute, shading, toggle, value, words
from briefgen.writers.line_ends import NO_BREAK_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefgen.writers.docx.model import Part

_CONTENTS_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_CONTENTS_FRAME = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)

_HYPHENS: Mapping[str, str] = MappingProxyType(
    {"\u00ad": "<w:softHyphen/>", NO_BREAK_HYPHEN: "<w:noBreakHyphen/>"}
)
"""As a character, Word would show the first everywhere, and the second in another typeface
(17.3.3.29, 17.3.3.18)."""


class Ids(Struct):
    """Numbers that no two bookmarks, changes, content controls or pictures of a file share."""

    bookmark: int = 0
    change: int = 0
    control: int = 0
    picture: int = 0


class FlowXml(Struct):
    """Writes the flow of one part.

    ``relate`` gives the relationship id of a web address, ``relate_picture`` that of a picture;
    ``stamp`` the attributes of a tracked change: who and when. ``hooks`` are the comments that are
    to hang on its quotations.
    """

    ids: Ids
    relate: Callable[[str], str]
    stamp: str
    relate_picture: Callable[[bytes], str] = lambda _: ""
    own_marks: bool = False
    section_xml: Callable[[SectionShape], str] = lambda _: ""
    hooks: Hooks = field(default_factory=lambda: Hooks(()))

    def flow(self, flow: Flow) -> str:
        """Give the XML of a flow."""
        return "".join([self._part(part) for part in flow])

    def _quoted(self, para: Para) -> str:
        unit = sole_unit(para)
        if not unit or self.hooks.wait_for(unit):
            # LibreOffice 7 loses all words of a control that holds a paragraph with a comment
            return self.paragraph(para)
        return self._control(unit, self.paragraph(para, bare=True))

    def _control(self, unit: str, content: str) -> str:
        self.ids.control += 1
        return in_control(unit, self.ids.control, content)

    def _part(self, part: Part) -> str:
        match part:
            case Para():
                return self._quoted(part)
            case Grid():
                return self._grid(part)
            case ContentsList():
                return self._contents(part)
            case _ as never:
                assert_never(never)

    def paragraph(
        self, para: Para, before: str = "", after: str = "", *, bare: bool = False
    ) -> str:
        """Give the XML of a paragraph, with other runs before and after its own.

        Its quotations stand in content controls, unless ``bare``: then one is around it.
        """
        starts, ends = [], []
        for name in para.bookmarks:
            self.ids.bookmark += 1
            identity = f' w:id="{self.ids.bookmark}"'
            starts.append(f"<w:bookmarkStart{identity}{attribute('w:name', name)}/>")
            ends.append(f"<w:bookmarkEnd{identity}/>")
        return "".join(
            (
                "<w:p>",
                self._properties(para),
                before,
                *starts,
                self._pieces(para.pieces) if bare else self._quotations(para.pieces),
                *ends,
                after,
                "</w:p>",
            )
        )

    def _properties(self, para: Para) -> str:
        parts = [f'<w:pStyle w:val="{para.style}"/>']
        if para.new_page:
            parts.append("<w:pageBreakBefore/>")
        if para.frame:
            parts.append(_frame(para.frame))
        if para.number:
            number, level = para.number
            parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        if para.right_to_left is not None:
            parts.append("<w:bidi/>" if para.right_to_left else '<w:bidi w:val="0"/>')
        if para.ends:
            parts.append(self.section_xml(para.ends))
        return f"<w:pPr>{''.join(parts)}</w:pPr>"

    def _quotations(self, pieces: tuple[Piece, ...]) -> str:
        groups = [(unit, [*same]) for unit, same in groupby(pieces, unit_of)]
        last = {unit: place for place, (unit, _) in enumerate(groups)}
        ends: dict[str, str] = {}
        parts: list[str] = []
        for place, (unit, same) in enumerate(groups):
            if not unit:
                parts.append(self._pieces(same))
                continue
            start, end = self.hooks.around(unit)
            ends[unit] = ends.get(unit, "") + end
            parts += start, self._control(unit, self._pieces(same))
            if last[unit] == place:  # behind the notes that are called within the words
                parts.append(ends.pop(unit))
        return "".join(parts)

    def _pieces(self, pieces: Sequence[Piece]) -> str:
        if not any(piece.look.link or piece.look.change for piece in pieces):
            return "".join([self._runs(piece) for piece in pieces])
        parts: list[str] = []
        for link, linked in groupby(pieces, lambda piece: piece.look.link):
            inner = self._changes(linked)
            if not link:
                parts.append(inner)
            elif link.startswith("#"):
                target = attribute("w:anchor", link[1:])
                parts.append(f'<w:hyperlink{target} w:history="1">{inner}</w:hyperlink>')
            else:
                target = attribute("r:id", self.relate(link))
                parts.append(f'<w:hyperlink{target} w:history="1">{inner}</w:hyperlink>')
        return "".join(parts)

    def _changes(self, pieces: Iterable[Piece]) -> str:
        parts: list[str] = []
        for change, changed in groupby(pieces, lambda piece: piece.look.change):
            inner = "".join([self._runs(piece) for piece in changed])
            if change:
                self.ids.change += 1
                start = f'<w:{change} w:id="{self.ids.change}"{self.stamp}>'
                parts.append(f"{start}{inner}</w:{change}>")
            else:
                parts.append(inner)
        return "".join(parts)

    def _runs(self, piece: Piece) -> str:
        look = run_properties(piece.look)
        gone = piece.look.change == "del"
        match piece:
            case Words(text):
                return f"<w:r>{look}{_text(text, gone=gone)}</w:r>"
            case Break():
                return f"<w:r>{look}<w:br/></w:r>"
            case Tab():
                return f"<w:r>{look}<w:tab/></w:r>"
            case Computed(instruction, result):
                return _field(instruction, result, look, gone=gone)
            case NoteCall(number, mark):
                if self.own_marks:
                    call = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
                    # LibreOffice 7 prints a mark twice unless each character is a text of its own.
                    shown = "".join(_text(one, gone=gone) for one in mark)
                    return f"<w:r>{look}{call}{shown}</w:r>"
                return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'
            case NoteMark(mark):
                shown = _text(mark, gone=False) if self.own_marks else "<w:footnoteRef/>"
                return f"<w:r>{look}{shown}</w:r>"
            case Picture():
                self.ids.picture += 1
                drawn = drawing_xml(piece, self.ids.picture, self.relate_picture(piece.data))
                return f"<w:r>{look}{drawn}</w:r>"
            case _ as never:
                assert_never(never)

    def _contents(self, contents: ContentsList) -> str:
        start = _CONTENTS_START.format(depth=contents.depth)
        parts: list[str] = []
        for entry in contents.entries:
            parts.append(self.paragraph(entry, before="" if parts else start))
        parts.append(self.paragraph(contents.closing, "" if parts else start, _FIELD_END))
        return _CONTENTS_FRAME.format("".join(parts))

    def _grid(self, grid: Grid) -> str:
        look = ' w:firstRow="1"' if any(row.head for row in grid.rows) else ' w:firstRow="0"'
        look += f' w:lastRow="0" w:firstColumn="{int(grid.row_heads)}" w:lastColumn="0"'
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.columns)
        return "".join(
            (
                f'<w:tbl><w:tblPr><w:tblStyle w:val="{grid.style}"/>',
                "<w:bidiVisual/>" if grid.right_to_left else "",
                f'<w:tblW w:w="{sum(grid.columns)}" w:type="dxa"/>',
                f'<w:tblInd w:w="{grid.indent}" w:type="dxa"/>' if grid.indent else "",
                '<w:tblLayout w:type="fixed"/>',
                f'<w:tblLook{look} w:noHBand="1" w:noVBand="1"/>',
                value("tblCaption", grid.summary) if grid.summary else "",
                value("tblDescription", grid.summary) if grid.summary else "",
                f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>",
                *[self._row(row, grid.columns) for row in grid.rows],
                "</w:tbl>",
            )
        )

    def _row(self, row: GridRow, widths: tuple[int, ...]) -> str:
        head = "<w:trPr><w:tblHeader/></w:trPr>" if row.head else ""
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading(cell.shade)}</w:tcPr>'
            f"{self.flow(cell.flow)}</w:tc>"
            for cell, width in zip(row.cells, widths, strict=True)
        ]
        return f"<w:tr>{head}{''.join(cells)}</w:tr>"


@cache
def run_properties(look: RunLook) -> str:
    """Give what a run says of itself; nothing, for most."""
    parts: list[str] = []
    if look.style:
        parts.append(f'<w:rStyle w:val="{look.style}"/>')
    for name, on in (("b", look.bold), ("i", look.italic)):
        if on is not None:
            parts.append(toggle(name, on=on))
    if look.right_to_left:
        parts.append("<w:rtl/>")
    if look.language:
        kind, tag = language_attribute(look.language), language_tag(look.language)
        parts.append(f"<w:lang{attribute(kind, tag)}/>")
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _frame(frame: Frame) -> str:
    """Give the frame of a paragraph (17.3.1.11) at the right; a ``y`` of 0 would be none."""
    return (
        f'<w:framePr w:w="{frame.width}" w:h="{frame.height}" w:hRule="atLeast"'
        f' w:hSpace="{frame.gap}" w:wrap="around" w:vAnchor="text" w:hAnchor="text"'
        f' w:xAlign="right" w:y="{max(1, frame.down)}"/>'
    )


def _text(text: str, *, gone: bool) -> str:
    for character, sign in _HYPHENS.items():
        if character in text:
            parts = text.split(character)
            return sign.join(_text(part, gone=gone) if part else "" for part in parts)
    element = "delText" if gone else "t"
    # Word drops the white space at either end of a text that does not say so (17.3.3.31).
    kept = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:{element}{kept}>{words(text)}</w:{element}>"


def _field(instruction: str, result: str, look: str, *, gone: bool) -> str:
    element = "delInstrText" if gone else "instrText"
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:{element} xml:space="preserve"> {words(instruction)} </w:{element}></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}{_text(result, gone=gone)}</w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
