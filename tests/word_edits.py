"""A Word file as a person edits it: paragraphs, cells and comments, changed in its XML."""

from __future__ import annotations

import copy
import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
MAIN: Final = "word/document.xml"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class WordEdits:
    """An opened file; ``saved`` gives its bytes."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self._members[MAIN])
        self._comments = ""

    def saved(self) -> bytes:
        """Give the file."""
        members = self._members | {MAIN: etree.tostring(self.root)}
        if self._comments:
            self._add_comments(members)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return out.getvalue()

    def _add_comments(self, members: dict[str, bytes]) -> None:
        part = f'<w:comments xmlns:w="{NAMESPACE}">{self._comments}</w:comments>'
        members["word/comments.xml"] = part.encode()
        types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
        override = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS}"/></Types>'
        members[types] = members[types].replace(b"</Types>", override.encode())
        relation = f'<Relationship Id="rIdC" Type="{_KINDS}/comments" Target="comments.xml"/>'
        ending = b"</Relationships>"
        members[relations] = members[relations].replace(ending, relation.encode() + ending)

    def paragraphs(self) -> list[etree._Element]:
        """Give the paragraphs that have words, the contents list left out."""
        return [
            one
            for one in self.root.iter(f"{W}p")
            if words_of(one).strip()
            and one.find(f".//{W}instrText") is None
            and one.find(f"{W}hyperlink") is None
        ]

    def paragraph(self, words: str) -> etree._Element:
        """Give the first paragraph that some words stand in."""
        return next(one for one in self.paragraphs() if words in words_of(one))

    def type_after(self, paragraph: etree._Element, words: str) -> etree._Element:
        """Type a paragraph of its own after another, outside of its content control."""
        block = paragraph
        parent = block.getparent()
        while parent is not None and parent.tag in {f"{W}sdtContent", f"{W}sdt"}:
            block, parent = parent, parent.getparent()
        made = made_paragraph(words)
        block.addnext(made)
        return made

    def retype(self, paragraph: etree._Element, change: Callable[[str], str]) -> None:
        """Type other words over those of a paragraph, all in its first run."""
        texts = list(paragraph.iter(f"{W}t"))
        texts[0].text = change("".join(one.text or "" for one in texts))
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for one in texts[1:]:
            one.text = ""

    def comment(self, paragraph: etree._Element, words: str, author: str) -> None:
        """Put a comment on a paragraph."""
        number = self._comments.count("<w:comment ") + 900
        run = f'<w:r xmlns:w="{NAMESPACE}"><w:commentReference w:id="{number}"/></w:r>'
        paragraph.append(etree.fromstring(run))
        self._comments += (
            f'<w:comment w:id="{number}" w:author="{author}">'
            f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
        )

    def remove(self, paragraph: etree._Element) -> None:
        """Take a paragraph out."""
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    def cells(self) -> list[etree._Element]:
        """Give the cells of all tables."""
        return list(self.root.iter(f"{W}tc"))

    def move(self, paragraph: etree._Element, after: etree._Element) -> None:
        """Move a paragraph behind another."""
        moved = copy.deepcopy(paragraph)
        self.remove(paragraph)
        after.addnext(moved)


def made_paragraph(words: str) -> etree._Element:
    """Make a paragraph."""
    made = etree.Element(f"{W}p")
    text = etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def words_of(element: etree._Element) -> str:
    """Give the words in an element."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))
