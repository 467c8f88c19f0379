"""Words are divided at the ends of lines only where a style asks for it, and are never lost."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.blocks import Cell, Heading, Pack, Paragraph, Row, Section, Span, Table, Text
from briefgen.errors import UnusableInput
from briefgen.writers.pdf import hyphenation, plan_pdf, write_pdf
from briefgen.writers.pdf.hyphenation import SOFT_HYPHEN, divisions

if TYPE_CHECKING:
    from briefgen.blocks import Inlines
    from briefgen.styles import Style

ENGLISH = (
    "internationalization notwithstanding unaccompanied disproportionately UNODCUNICEFILO " * 3
)
FRENCH = "internationalement gouvernementales responsabilisation accompagnement " * 3


@pytest.fixture
def dividing(style: Style) -> Style:
    roles = {
        name: role.model_copy(update={"hyphenate": True}) for name, role in style.roles.items()
    }
    return style.model_copy(update={"roles": roles})


def narrow(*inlines: Inlines) -> Pack:
    cells = tuple(Cell((Paragraph(one),)) for one in (*inlines, (Text("x"),), (Text("x"),)))
    return Pack("", "en-GB", "", (Section((Table((2, 3, 3), (), (Row(cells),)),)),))


def lines(pack: Pack, style: Style) -> list[str]:
    return [line.line.text.strip() for page in plan_pdf(pack, style).pages for line in page.lines]


def test_no_word_is_divided_where_the_style_does_not_say_so(style: Style) -> None:
    assert not any(SOFT_HYPHEN in line for line in lines(narrow((Text(ENGLISH),)), style))


def test_words_are_divided_where_their_language_divides_them(dividing: Style) -> None:
    english = [line for line in lines(narrow((Text(ENGLISH),)), dividing) if SOFT_HYPHEN in line]
    assert english
    assert {line.split()[-1] for line in english} <= {
        word[:place] + SOFT_HYPHEN for word in ENGLISH.split() for place in divisions(word, "en-GB")
    }
    french = lines(narrow((Span((Text(FRENCH),), language="fr"),)), dividing)
    ends = {line.split()[-1] for line in french if SOFT_HYPHEN in line}
    assert ends
    assert ends <= {
        word[:place] + SOFT_HYPHEN for word in FRENCH.split() for place in divisions(word, "fr")
    }


def test_a_divided_word_is_read_back_whole(dividing: Style) -> None:
    data = write_pdf(narrow((Text(ENGLISH),)), dividing)
    with pypdfium2.PdfDocument(io.BytesIO(data)) as opened:
        read = opened[0].get_textpage().get_text_range()
    read = read.replace("\ufffe", "")
    assert [word for word in read.split() if word != "x"] == ENGLISH.split()


def test_headings_are_not_divided(dividing: Style) -> None:
    pack = Pack("", "en", "", (Section((Heading(1, (Text(ENGLISH * 3),), "one"),)),))
    assert not any(SOFT_HYPHEN in line for line in lines(pack, dividing))


@pytest.mark.parametrize("word", ["UNODCUNICEF", "State", "2030/31", "well-being"])
def test_acronyms_short_words_and_words_with_signs_in_them_stay_whole(word: str) -> None:
    assert divisions(word, "en") == []


def test_a_language_without_patterns_is_not_divided() -> None:
    assert divisions("internationalization", "zh") == []


def test_marks_around_a_word_stay_with_it() -> None:
    assert divisions("(migration).", "en-GB") == [6, 3]


def test_hyphenation_that_is_not_installed_is_told_with_the_cure(
    dividing: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    hyphenation._patterns.cache_clear()
    monkeypatch.setitem(sys.modules, "pyphen", None)
    with pytest.raises(UnusableInput) as caught:
        plan_pdf(narrow((Text(ENGLISH),)), dividing)
    assert "pip install 'briefgen[hyphenation]'" in caught.value.diagnostics[0].hint
