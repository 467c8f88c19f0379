"""The words of a Word document, counted flat: every ``w:t`` of the body and of called notes.

Enters: bytes. Leaves: words with the paragraph that they stand in, which is counted through the
part. Knows no structure, so that a wrapper which the reader does not know hides no words from it;
what the reader leaves out and reports is left out here too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.docx.names import MC, W, switch
from briefgen.corpus.intake.docx.package import open_source, relationships_of
from briefgen.corpus.intake.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.corpus.intake.findings import Findings

_NOT_READ: Final = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}rt", f"{MC}Fallback"}
)
_BLANKS: Final = frozenset({f"{W}tab", f"{W}ptab", f"{W}br", f"{W}cr"})


def words_in_docx(data: bytes, findings: Findings) -> Iterator[Word]:
    """Give the words of a document.

    Raises:
        UnusableInput: the package is no usable Word document.
    """
    package = open_source(data, findings)
    root = package.tree(package.main)
    yield from _words(root)
    called = {
        (one.tag.replace("Reference", ""), one.get(f"{W}id"))
        for one in root.iter(f"{W}footnoteReference", f"{W}endnoteReference")
        if _is_read(one)
    }
    for part in relationships_of(package):
        if part.kind in {"footnotes", "endnotes"}:
            for note in package.tree(part.target):
                if (note.tag, note.get(f"{W}id")) in called:
                    yield from _words(note)


def _words(part: etree._Element) -> Iterator[Word]:
    number = 0
    for paragraph in part.iter(f"{W}p"):
        if any(one.tag == f"{W}txbxContent" for one in paragraph.iterancestors()):
            continue
        number += 1
        pieces = (
            (one.text or "") if one.tag == f"{W}t" else " "
            for one in paragraph.iter(f"{W}t", *_BLANKS)
            if _is_read(one) and next(one.iterancestors(f"{W}p"), None) is paragraph
        )
        for word in "".join(pieces).split():
            yield Word(word, number)


def _is_read(element: etree._Element) -> bool:
    for one in element.iterancestors():
        if one.tag in _NOT_READ or (
            one.tag == f"{W}tr" and one.find(f"{W}trPr/{W}del") is not None
        ):
            return False
        if one.tag == f"{W}r" and switch(one.find(f"{W}rPr"), "vanish"):
            return False
    return True
