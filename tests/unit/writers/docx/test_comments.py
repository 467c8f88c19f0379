"""The delegation's notes are Word comments: on the words that they speak of, and nowhere else."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import attributes, find, lines, parts, text_of, tree
from unit.writers.docx.reference.letterheads import comments, saved

from briefgen.blocks import Comment, Note, NoteReference, Pack, Paragraph, Quotation, Section, Text
from briefgen.errors import UnusableInput
from briefgen.writers.docx import open_reference, write_docx
from briefgen.writers.docx.comments_part import initials

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def commented(rich_pack: Pack) -> Pack:
    notes = (
        Comment("u/(c)", ("On (c).", "More <b> & ]]> of it.")),
        Comment("u/(a)", ("On (a).",)),
        Comment("u/(a)", ("Again.",)),
    )
    return replace(rich_pack, comments=notes)


def said(file: bytes) -> list[tuple[str, str, str, list[str]]]:
    """Give each comment with the words that it hangs on."""
    root = tree(file)
    found = []
    for comment in docx.Document(BytesIO(file)).comments:
        number = str(comment.comment_id)
        (start,) = find(root, f"//w:commentRangeStart[@w:id='{number}']")
        (_,) = find(root, f"//w:commentRangeEnd[@w:id='{number}']")
        (_,) = find(root, f"//w:commentReference[@w:id='{number}']")
        paragraph = next(start.iterancestors(f"{W}p"))
        texts = [one.text for one in comment.paragraphs]
        found.append((comment.author, comment.initials or "", text_of(paragraph)[:12], texts))
    return found


def test_each_hangs_on_the_words_that_it_speaks_of(style: Style, commented: Pack) -> None:
    author = "Delegation of Example State"
    assert said(write_docx(commented, style)) == [
        (author, "DES", "Develop coop", ["On (c).", "More <b> & ]]> of it."]),
        (author, "DES", "Promote sign", ["On (a)."]),
        (author, "DES", "Promote sign", ["Again."]),
    ]


def test_they_are_of_the_packs_day_or_of_none(style: Style, commented: Pack) -> None:
    dated = tree(write_docx(commented, style), "word/comments.xml")
    assert set(attributes(dated, "//w:comment/@w:date")) == {"2018-06-04T00:00:00Z"}
    undated = tree(write_docx(replace(commented, date=""), style), "word/comments.xml")
    assert not attributes(undated, "//w:comment/@w:date")


def test_they_change_no_word_and_no_label_of_the_text(
    style: Style, rich_pack: Pack, commented: Pack
) -> None:
    plain, noted = write_docx(rich_pack, style), write_docx(commented, style)
    assert lines(noted) == lines(plain)
    assert "word/comments.xml" not in parts(plain)
    assert not find(tree(plain, "word/styles.xml"), "//w:style[@w:styleId='CommentText']")


def test_words_with_a_note_in_them_are_covered_whole(style: Style) -> None:
    words = (Text("before"), NoteReference("n", "*"), Text("after"))
    pack = Pack(
        *("Title", "en", ""),
        (Section((Paragraph((Quotation(words, "u"),)),)),),
        (Note("n", "*", (Paragraph((Text("note"),)),)),),
        comments=(Comment("u", ("All of it.",)),),
    )
    (paragraph,) = find(tree(write_docx(pack, style)), "//w:body/w:p")
    names = [str(one.tag).removeprefix(W) for one in paragraph]
    assert names == ["pPr", "commentRangeStart", "sdt", "r", "sdt", "commentRangeEnd", "r"]


def test_in_a_reference_they_follow_those_that_are_there(
    style: Style, commented: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "noted.docx"
    for reference in (comments(), saved(docx.Document())):
        opened = open_reference(reference, "x.docx")
        path.write_bytes(write_docx(commented, style, {}, opened))
        assert OpenXmlValidator().validate(path).errors == []
        texts = [one[3][0] for one in said(path.read_bytes())]
        assert texts[-3:] == ["On (c).", "On (a).", "Again."]
        assert texts[:-3] in ([], ["By whom?"])
        used = set(attributes(tree(path.read_bytes(), "word/comments.xml"), "//w:pStyle/@w:val"))
        root = tree(path.read_bytes(), "word/styles.xml")
        assert used <= set(attributes(root, "//w:style/@w:styleId"))


def test_one_on_what_is_not_quoted_is_a_fault(style: Style, rich_pack: Pack) -> None:
    pack = replace(rich_pack, comments=(Comment("u/(z)", ("On nothing.",)),))
    with pytest.raises(UnusableInput, match=r"'u/\(z\)', which is not quoted"):
        write_docx(pack, style)


@pytest.mark.parametrize(
    ("author", "expected"),
    [("Delegation of Example State", "DES"), ("delegation", "d"), ("Délégation Ñandú", "DÑ")],
)
def test_initials_are_the_capitals(author: str, expected: Sequence[str]) -> None:
    assert initials(author) == expected
