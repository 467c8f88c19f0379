"""The part ``word/comments.xml``, and the marks in the text that its comments hang on.

Enters: planned comments, and who wrote them when. Leaves: the part's bytes; XML around a quotation.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.writers.docx.xml_text import attribute, part, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.writers.docx.model import Remark

_TEXT, _REFERENCE = "CommentText", "CommentReference"
COMMENT_STYLES = (
    f'<w:style w:type="paragraph" w:styleId="{_TEXT}"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:styleId="{_REFERENCE}">'
    '<w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
)
"""Word's own styles for comments, as it makes them with the first comment of a file."""

_MARK = f'<w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>'


def comments_part(
    remarks: Sequence[Remark], author: str, date: str, *, right_to_left: bool
) -> bytes:
    """Give the part; ``date`` is ISO 8601, "" for comments that have none."""
    stamp = attribute("w:author", author) + (attribute("w:date", date) if date else "")
    stamp += attribute("w:initials", initials(author))
    aside = "<w:rPr><w:rtl/></w:rPr>" if right_to_left else ""
    return part(
        "w:comments",
        "".join(
            f'<w:comment w:id="{one.number}"{stamp}>{_paragraphs(one, aside)}</w:comment>'
            for one in remarks
        ),
    )


def _paragraphs(remark: Remark, aside: str) -> str:
    parts: list[str] = []
    for paragraph in remark.paragraphs or ("",):
        mark = "" if parts else f"<w:r>{_MARK}<w:annotationRef/></w:r>"
        parts.append(
            f'<w:p><w:pPr><w:pStyle w:val="{_TEXT}"/></w:pPr>{mark}'
            f'<w:r>{aside}<w:t xml:space="preserve">{words(paragraph)}</w:t></w:r></w:p>'
        )
    return "".join(parts)


def initials(author: str) -> str:
    """Give the capitals that an author's words begin with: ``DES``, Delegation of Example State."""
    capitals = [word[0] for word in author.split() if word[0].isupper()]
    return "".join(capitals[:9]) or author[:1]


class Hooks:
    """What is still to be said beside the text: each comment hangs on the first place of a unit."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        self._waiting: dict[str, list[int]] = defaultdict(list)
        for one in remarks:
            self._waiting[one.unit].append(one.number)

    def wait_for(self, unit: str) -> bool:
        """Tell whether comments are still to hang on a unit."""
        return unit in self._waiting

    def around(self, unit: str) -> tuple[str, str]:
        """Give the XML before and after words of a unit; nothing, but for the first."""
        numbers = self._waiting.pop(unit, [])
        starts = (f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        ends = (
            f'<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{_MARK}<w:commentReference w:id="{number}"/></w:r>'
            for number in numbers
        )
        return "".join(starts), "".join(ends)
