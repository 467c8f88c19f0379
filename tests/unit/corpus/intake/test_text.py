"""Plain text and tab-separated tables are taken in as they stand; other encodings are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.intake import Grid, Passage, take_in
from briefgen.errors import UnusableInput


def lines(data: bytes) -> list[Passage]:
    parts = take_in(data, "draft.txt", "text").parts
    return [one for one in parts if isinstance(one, Passage)]


def grid(data: bytes) -> list[list[str]]:
    (table,) = take_in(data, "table.tsv", "tab-separated").parts
    assert isinstance(table, Grid)
    return [[" / ".join(p.text for p in cell.passages) for cell in row.cells] for row in table.rows]


def refusal(data: bytes) -> str:
    with pytest.raises(UnusableInput) as caught:
        take_in(data, "draft.txt", "text")
    return str(caught.value)


def test_each_line_with_words_is_a_passage_with_its_indentation() -> None:
    found = lines("\ufeffOne\r\n\r\n   (a) two\r\n\tthree\u00a0four".encode())
    assert [(p.text, p.line, p.level, p.blank_before) for p in found] == [
        ("One", 1, 0, False),
        ("(a) two", 3, 3, True),
        ("three\u00a0four", 4, 8, False),
    ]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-be", "UTF-32"),
        ("cp1252", "Windows-1252 (Western European)"),
    ],
)
def test_another_encoding_is_named(encoding: str, named: str) -> None:
    words = "Les États s\u2019engagent \u2013 \u201ccoopération et développement\u201d."
    assert named in refusal(words.encode(encoding))


@pytest.mark.parametrize(
    ("words", "encoding", "named"),
    [
        ("يقر بأن الهجرة الدولية ظاهرة عالمية تتطلب تعاونا دوليا", "cp1256", "Windows-1256"),
        ("Признавая, что международная миграция требует работы", "cp1251", "Windows-1251"),
        ("认识到国际移徙是一个全球现象需要国际合作", "gb18030", "GB 18030"),
    ],
)
def test_the_encodings_of_other_scripts_are_named_too(
    words: str, encoding: str, named: str
) -> None:
    assert named in refusal(words.encode(encoding))


def test_the_first_byte_that_is_not_utf8_has_its_place() -> None:
    found = refusal(b"one\nd\xc3\xa9j\xe0 vu")
    assert found.startswith("draft.txt:2:4: error: byte 0xE0 is not UTF-8; the file is probably ")


def test_control_characters_and_overrides_are_refused_with_their_places() -> None:
    found = refusal("a\x00b\nfine\n\u202ec\x07".encode())
    assert [line.partition(": error: ")[0] for line in found.splitlines()[::2]] == [
        "draft.txt:1:2",
        "draft.txt:3:1",
        "draft.txt:3:3",
    ]


def test_characters_that_nobody_sees_are_left_out_and_told() -> None:
    intake = take_in("mi\u00adgra\u00adtion".encode(), "draft.txt", "text")
    assert [one.text for one in intake.parts if isinstance(one, Passage)] == ["migration"]
    assert [one.message for one in intake.unread] == [
        "U+00AD, which nobody sees, was left out (2 times)"
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04....", "a ZIP package"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1 words}", "a rich text file (RTF)"),
        (b" \n\n", "holds no words"),
    ],
)
def test_what_is_no_text_is_told_by_its_name(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_quotation_marks_in_a_table_are_words_and_told() -> None:
    intake = take_in(b'a\t"We agree"\nb\tc', "t.tsv", "tab-separated")
    assert grid(b'a\t"We agree"\nb\tc') == [["a", '"We agree"'], ["b", "c"]]
    assert [one.message for one in intake.unread] == [
        "quotation marks around a cell were kept as words of the cell"
    ]


def test_a_table_that_plainly_quotes_cells_is_read_so() -> None:
    data = b'a\t"first\nsecond"\nb\t"say ""yes"""\n'
    assert grid(data) == [["a", "first / second"], ["b", 'say "yes"']]
    (table,) = take_in(data, "t.tsv", "tab-separated").parts
    assert isinstance(table, Grid)
    assert [row.line for row in table.rows] == [1, 3]
    assert [one.line for one in table.rows[0].cells[1].passages] == [1, 2]


def test_a_row_of_another_length_is_told() -> None:
    intake = take_in(b"a\tb\nc\n", "t.tsv", "tab-separated")
    assert [str(one) for one in intake.unread] == [
        "t.tsv:2: warning: the row has 1 cells, and the first row 2"
    ]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(categories=("L", "N", "Po")), min_size=1), min_size=2, max_size=2
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_of_a_plain_table_holds_its_words(rows: list[list[str]]) -> None:
    rows = [[cell.replace('"', "'") for cell in row] for row in rows]
    assert grid("\n".join("\t".join(row) for row in rows).encode()) == rows
