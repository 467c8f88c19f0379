"""A PDF's text layer is taken in line by line; what a PDF does not say is reported, not guessed."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from briefgen.corpus.intake import Intake, Passage, take_in
from briefgen.corpus.model import Span
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable

    Page = Callable[[Canvas], None]


def pdf(*pages: Page, password: str = "") -> bytes:
    target = io.BytesIO()
    locked = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(target, pagesize=(595, 842), invariant=1, encrypt=locked)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(*words: str, left: float = 72, top: float = 700) -> Page:
    """Draw lines one below the other."""

    def draw(canvas: Canvas) -> None:
        for number, one in enumerate(words):
            canvas.drawString(left, top - 14 * number, one)

    return draw


def several(*pages: Page) -> Page:
    """Draw several things on one page."""

    def draw(canvas: Canvas) -> None:
        for one in pages:
            one(canvas)

    return draw


def taken(*pages: Page) -> Intake:
    return take_in(pdf(*pages), "draft.pdf", "pdf")


def passages(intake: Intake) -> list[Passage]:
    return [one for one in intake.parts if isinstance(one, Passage)]


def remarks(intake: Intake) -> list[str]:
    return [one.message for one in intake.unread]


def test_each_line_is_a_passage_with_its_page_and_line() -> None:
    first = several(lines("One line", "and the next"), lines("after a gap", top=640))
    intake = taken(first, lines("overleaf"))
    assert [(p.page, p.line, p.text, p.blank_before) for p in passages(intake)] == [
        (1, 1, "One line", False),
        (1, 2, "and the next", False),
        (1, 3, "after a gap", True),
        (2, 1, "overleaf", False),
    ]
    assert remarks(intake) == []


def test_lines_come_in_the_order_of_the_page_not_of_the_file() -> None:
    intake = taken(several(lines("below", top=300), lines("above", top=700)))
    assert [one.text for one in passages(intake)] == ["above", "below"]


def test_a_label_with_a_wide_gap_is_one_line_with_its_words() -> None:
    intake = taken(several(lines("(a)", "(b)"), lines("first words", "second words", left=110)))
    assert [one.text for one in passages(intake)] == ["(a) first words", "(b) second words"]
    assert remarks(intake) == []


def test_bold_words_are_a_span() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "We ")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72 + canvas.stringWidth("We ", "Helvetica", 11), 700, "shall act")

    (one,) = passages(taken(draw))
    assert (one.text, one.spans) == ("We shall act", (Span(3, 12, "strong"),))


def test_heads_feet_and_page_numbers_are_left_out_and_told() -> None:
    pages = [
        several(
            lines("A/CONF.231/3", top=800), lines(f"words {name}"), lines(f"{number} / 3", top=40)
        )
        for number, name in enumerate(("one", "two", "three"), start=1)
    ]
    intake = taken(*pages)
    assert [one.text for one in passages(intake)] == ["words one", "words two", "words three"]
    assert remarks(intake) == [
        "a running head or foot was left out: 'A/CONF.#/#' (pages 1-3)",
        "a running head or foot was left out: '# / #' (pages 1-3)",
    ]


def test_words_side_by_side_are_kept_apart_and_told() -> None:
    left = lines("the left column", "goes on here", "and ends.")
    right = lines("the right column", "goes on there", "and ends too.", left=330)
    intake = taken(several(lines("One title across", top=760), left, right))
    assert [(one.style, one.text) for one in passages(intake)] == [
        ("", "One title across"),
        *(
            ("side-by-side", one)
            for one in (
                *("the left column", "the right column", "goes on here", "goes on there"),
                *("and ends.", "and ends too."),
            )
        ),
    ]
    (remark,) = remarks(intake)
    assert remark.startswith(
        "page 1, lines 2-4: words stand side by side; whether they are a table"
    )


def test_a_divided_word_is_joined_only_where_the_file_bears_it_out() -> None:
    intake = taken(
        lines("migration and", "for migra-", "tion, and a well-", "known develop-", "ment")
    )
    assert [one.text for one in passages(intake)] == [
        "migration and",
        "for migration,",
        "and a well-",
        "known develop-",
        "ment",
    ]
    assert remarks(intake) == [
        "page 1: the hyphen at the line's end may belong to the word, or not: 'well-'",
        "page 1: the hyphen at the line's end may belong to the word, or not: 'develop-'",
    ]


def test_raised_and_turned_words_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Agenda")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72 + canvas.stringWidth("Agenda", "Helvetica", 11), 704, "1")
        canvas.rotate(45)
        canvas.drawString(500, 100, "DRAFT")

    intake = taken(draw)
    assert [one.text for one in passages(intake)] == ["Agenda1"]
    assert sorted(remarks(intake)) == [
        "page 1: '1' stands raised and may be a note's mark; it was kept as a word",
        "page 1: turned words were left out: 'DRAFT'",
    ]


def test_text_that_is_not_painted_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("recognised words")
        canvas.drawText(text)

    assert remarks(taken(draw)) == ["page 1: the text lies unseen under a picture; compare it"]


def blank(canvas: Canvas) -> None:
    canvas.rect(10, 10, 100, 100)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(blank), "the PDF has no text layer: its pages are pictures"),
        (pdf(lines("x"), password="x"), "the PDF is locked with a password"),  # noqa: S106 - the case itself
        (b"%PDF-1.7\nnothing", "the PDF is cut short or damaged"),
        (b"words", "this is no PDF"),
        (b"PK\x03\x04", "this is a ZIP package"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        take_in(data, "draft.pdf", "pdf")
    assert [one.message for one in caught.value.diagnostics] == [said]


def test_a_page_without_text_among_others_is_told() -> None:
    assert remarks(taken(lines("x"), blank)) == ["page 2 has no text layer"]


def test_without_the_extra_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnusableInput) as caught:
        take_in(pdf(lines("x")), "draft.pdf", "pdf")
    assert caught.value.diagnostics[0].hint == "pip install 'briefgen[pdf]'"


@given(st.lists(st.from_regex(r"[a-z]{1,9}( [a-z]{1,9}){0,5}", fullmatch=True), min_size=1))
@settings(max_examples=25, deadline=None)
def test_every_word_that_was_drawn_is_read(words: list[str]) -> None:
    intake = taken(lines(*words[:40]))
    assert [one.text for one in passages(intake)] == words[:40]
    assert remarks(intake) == []


@given(st.integers(9, 900), st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(at: int, value: int) -> None:
    raw = bytearray(pdf(lines("some words")))
    raw[at % len(raw)] = value
    with suppress(UnusableInput):
        assert take_in(bytes(raw), "draft.pdf", "pdf").parts
