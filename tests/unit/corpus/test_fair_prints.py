"""A transcript that a page can have given is never complained of."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.cross_check import cross_check
from briefgen.corpus.model import Document, Section, Source, Unit
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript

COLUMNS = ("recommendation", "means", "partnerships")
WIDTHS = (30, 60, 16)
COMMON = ("of", "the", "and", "migrants")
Table = list[list[list[int]]]
"""By row and column, how many words each cell has."""

counts = st.lists(st.integers(1, 40), min_size=1, max_size=4)
tables: st.SearchStrategy[Table] = st.lists(
    st.tuples(counts.map(lambda cells: cells[:1]), counts, counts.map(lambda cells: cells[:1])).map(
        list
    ),
    min_size=1,
    max_size=4,
)


def units_of(table: Table) -> list[Unit]:
    """Fill a table with words of which every other one is common."""
    units: list[Unit] = []
    number = 0
    for row, columns in enumerate(table, start=1):
        for column, cells in zip(COLUMNS, columns, strict=True):
            for place, count in enumerate(cells, start=1):
                words = []
                for _ in range(count):
                    number += 1
                    words.append(f"word{number}" if number % 2 else COMMON[number // 2 % 4])
                name = f"t/{row}/{column}/{place}"
                units.append(Unit(name, "t", "cell", " ".join(words), lines=(row, row)))
    return units


def columns_of(units: list[Unit], row: int) -> list[list[str]]:
    """Give the printed lines of each column of a row."""
    found = []
    for column, width in zip(COLUMNS, WIDTHS, strict=True):
        own = [unit.text for unit in units if unit.path[1:3] == (str(row), column)]
        found.append([line for text in own for line in wrap(text, width)])
    return found


@given(tables, st.booleans())
def test_a_table_printed_line_by_line_or_column_by_column_agrees_with_itself(
    table: Table,
    side_by_side: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    units = units_of(table)
    printed = ["Title"]
    for row in range(1, len(table) + 1):
        columns = columns_of(units, row)
        if side_by_side:
            printed += [" ".join(filter(None, parts)) for parts in zip_longest(*columns)]
        else:
            printed += [line for column in columns for line in ["", *column]]
        printed.append("")
    reading = read_lines("\n".join(printed).encode(), "t")
    document = Document(
        id="t",
        title="T",
        short_title="T",
        date="2018",
        status="input",
        statement="S.",
        language="en",
        layout="table",
        source=Source("s", "0" * 64),
        sections=(Section("table", tuple(units)),),
    )
    assert cross_check(document, read_transcript(reading, "Title"), "t") == []
