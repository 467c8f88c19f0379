"""A Word document that a colleague has edited: own words are theirs, quoted words are not."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefgen import Corpus
from briefgen.verify import Verdict, read_delivered, verify

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = "word/document.xml"
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
PARAGRAPH = f"<w:p>{RUN}</w:p>"
OWN = "Our interest is the link between them"
QUOTED = "Expand available options for academic mobility"


@cache
def corpus_of(text: str) -> Corpus:
    return Corpus(text=text)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def edited(files_of: Callable[..., dict[str, bytes]]) -> Callable[..., Verdict]:
    """Edit the main part of the delegation's pack as text, and verify what comes of it."""
    data = files_of("delegation-pack")["docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}

    def edit(change: Callable[[str], str]) -> Verdict:
        before = members[DOCUMENT].decode()
        after = change(before)
        assert after != before
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, after if name == DOCUMENT else content)
        return verify(read_delivered(out.getvalue(), "edited.docx"), corpus_of)

    return edit


def quoted_run(document: str) -> re.Match[str]:
    """Find a run of quoted words."""
    found = re.search(
        r"<w:r>(?:<w:rPr>.{0,80}?</w:rPr>)?<w:t(?: [^>]*)?>(In this regard, [^<]*)</w:t></w:r>",
        document,
    )
    assert found
    return found


def test_own_words_may_be_changed_added_and_taken_out(edited: Callable[..., Verdict]) -> None:
    verdict = edited(lambda text: text.replace(OWN, "Our whole interest is that link"))
    assert verdict.holds
    assert verdict.counts.own_edited == 1
    body = "<w:body>"
    verdict = edited(lambda text: text.replace(body, body + PARAGRAPH.format("A word before.")))
    assert verdict.holds
    assert verdict.counts.own_added == 1


def test_a_tracked_change_in_quoted_words_counts_as_accepted(
    edited: Callable[..., Verdict],
) -> None:
    def change(text: str) -> str:
        run = quoted_run(text)
        deleted = re.sub("<w:t\\b", "<w:delText", run[0]).replace("</w:t>", "</w:delText>")
        tracked = f'<w:del w:id="9001" w:author="A">{deleted}</w:del>'
        added = f'<w:ins w:id="9002" w:author="A">{RUN.format("In that regard:")}</w:ins>'
        return text.replace(run[0], tracked + added, 1)

    verdict = edited(change)
    assert [one.kind for one in verdict.findings] == ["changed"]
    assert verdict.findings[0].unit.endswith("/chapeau")
    assert any("tracked changes are pending" in one for one in verdict.remarks)


def test_a_tracked_change_that_leaves_the_words_alone_is_no_fault(
    edited: Callable[..., Verdict],
) -> None:
    def change(text: str) -> str:
        run = quoted_run(text)
        return text.replace(run[0], f'<w:ins w:id="9002" w:author="A">{run[0]}</w:ins>', 1)

    assert edited(change).holds


def test_comments_bookmarks_and_other_looks_are_no_fault(edited: Callable[..., Verdict]) -> None:
    def change(text: str) -> str:
        run = quoted_run(text)
        half = run[1][:10], run[1][10:]
        bold = RUN.format(half[0]).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
        other = f'<w:commentRangeStart w:id="7"/>{bold}<w:commentRangeEnd w:id="7"/>'
        other += '<w:r><w:commentReference w:id="7"/></w:r><w:proofErr w:type="spellStart"/>'
        return text.replace(run[0], other + RUN.format(half[1]), 1)

    assert edited(change).holds


def test_hidden_words_are_missing(edited: Callable[..., Verdict]) -> None:
    def change(text: str) -> str:
        run = quoted_run(text)
        hidden = RUN.format(run[1]).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
        return text.replace(run[0], hidden, 1)

    assert {one.kind for one in edited(change).findings} == {"lost"}


def test_words_of_the_corpus_that_were_pasted_in_are_told(edited: Callable[..., Verdict]) -> None:
    unit = corpus_of("corrected").find("gcm-rev2/7/a")
    assert unit is not None
    pasted = unit.text.replace("ensure", "assure")
    verdict = edited(lambda text: text.replace(OWN, f"As the draft says: {pasted} {OWN}"))
    assert [one.kind for one in verdict.findings] == ["unlisted"]
    assert verdict.findings[0].unit == "gcm-rev2/7/a"


def test_a_heading_put_above_a_quotation_is_another_heading(
    edited: Callable[..., Verdict],
) -> None:
    heading = PARAGRAPH.format("Red lines").replace(
        "<w:p>", '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
    )

    def change(text: str) -> str:
        place = text.index("In this regard, ")
        place = text.rindex("<w:sdt>", 0, place)
        return text[:place] + heading + text[place:]

    findings = edited(change).findings
    assert {one.kind for one in findings} == {"heading"}
    assert findings[0].found == "Red lines"


def test_quoted_words_in_a_text_box_are_found(edited: Callable[..., Verdict]) -> None:
    unit = corpus_of("corrected").find("gcm-rev2/5/a")
    assert unit is not None
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>'
        f"{PARAGRAPH.format(unit.text.replace('&', '&amp;'))}"
        "</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )
    verdict = edited(lambda text: text.replace("<w:body>", f"<w:body>{box}"))
    assert {one.kind for one in verdict.findings} <= {"unlisted", "added"}
    assert verdict.findings


def sole_paragraph(document: str, words: str) -> str:
    """Give the whole paragraph that some words stand in."""
    at = document.index(words)
    start = max(document.rfind("<w:p>", 0, at), document.rfind("<w:p ", 0, at))
    return document[start : document.index("</w:p>", at) + len("</w:p>")]


def as_deleted(paragraph: str, change: str = "del") -> str:
    """Take a paragraph out as Word does while it tracks changes: its runs and its end."""
    mark = f'<w:rPr><w:{change} w:id="9100" w:author="A"/></w:rPr></w:pPr>'
    gone = paragraph.replace("</w:pPr>", mark, 1)
    if change == "del":
        gone = re.sub("<w:t(?=[ >])", "<w:delText", gone).replace("</w:t>", "</w:delText>")
    start, end = gone.index("</w:pPr>") + len("</w:pPr>"), gone.rindex("</w:p>")
    inner = re.sub("</?w:(sdt|sdtContent|hyperlink)>|<w:sdtPr>.*?</w:sdtPr>", "", gone[start:end])
    return f'{gone[:start]}<w:{change} w:id="9101" w:author="A">{inner}</w:{change}>{gone[end:]}'


def test_a_quotation_that_is_to_be_deleted_is_lost_and_said_to_be_pending(
    edited: Callable[..., Verdict],
) -> None:
    def change(text: str) -> str:
        whole = sole_paragraph(text, QUOTED)
        return text.replace(whole, as_deleted(whole), 1)

    verdict = edited(change)
    assert [(one.kind, one.pending) for one in verdict.findings] == [("lost", True)]
    assert "tracked changes are pending there" in verdict.findings[0].lines("edited.docx")[0]
    assert verdict.counts.own_edited == 0


def test_an_own_paragraph_that_is_to_be_deleted_is_no_fault(edited: Callable[..., Verdict]) -> None:
    def change(text: str) -> str:
        whole = sole_paragraph(text, OWN)
        return text.replace(whole, as_deleted(whole), 1)

    verdict = edited(change)
    assert verdict.holds
    assert verdict.counts.own_removed == 1


def test_a_quotation_that_is_to_be_moved_is_out_of_order_and_stands_there_once(
    edited: Callable[..., Verdict],
) -> None:
    def change(text: str) -> str:
        whole = sole_paragraph(text, "In this regard, ")
        moved = as_deleted(whole, "moveFrom")
        target = sole_paragraph(text, OWN)
        there = moved.replace("w:moveFrom", "w:moveTo")
        return text.replace(whole, moved, 1).replace(target, there + target, 1)

    findings = edited(change).findings
    assert [(one.kind, one.pending) for one in findings] == [("order", True)]


def test_paragraphs_that_are_to_be_joined_are_read_as_one(edited: Callable[..., Verdict]) -> None:
    """The deleted end of an own paragraph brings its words in front of the next."""

    def change(text: str) -> str:
        whole = sole_paragraph(text, OWN)
        mark = '<w:rPr><w:del w:id="9100" w:author="A"/></w:rPr></w:pPr>'
        ours = PARAGRAPH.format("A word before: ").replace("<w:p>", "<w:p><w:pPr></w:pPr>")
        return text.replace(whole, ours.replace("</w:pPr>", mark) + whole, 1)

    verdict = edited(change)
    assert verdict.holds
    words = [one.words for one in verdict.file.passages]
    assert any(one.startswith("A word before: ") and OWN in one for one in words)
    assert verdict.counts.own_added == 0
