"""No source, however broken, crashes a reader; what is read without fault is accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.corpus.accounting import account
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.importing import load_catalogue
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import Entry

ENTRIES = {entry.id: entry for entry in load_catalogue(SHIPPED).documents}
ODD = [
    "",
    " ",
    "- ",
    "*",
    "**",
    "¹",
    "¹ note",
    "|",
    "\t",
    "\t\t",
    "\t\t\t",
    "<",
    "words",
    "• words",
]


def lines_of(entry: Entry) -> list[str]:
    data = (SHIPPED / "sources" / entry.source.file).read_bytes()
    return [line[:120] for line in data.decode().split("\n")]


@pytest.mark.parametrize("name", ENTRIES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_order_of_lines_is_read_or_told(name: str, data: st.DataObject) -> None:
    entry = ENTRIES[name]
    line = st.sampled_from([*lines_of(entry), *ODD]) | st.text(max_size=12)
    text = "\n".join(data.draw(st.lists(line, max_size=40)))
    document, reading = read_source(text.encode("utf-8", "replace"), entry)
    _, faults = account(reading, document)
    assert reading.diagnostics or not faults


@pytest.mark.parametrize("name", ENTRIES)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_shuffled_source_is_read_or_told(name: str, data: st.DataObject) -> None:
    entry = ENTRIES[name]
    lines = lines_of(entry)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(lines)), min_size=2, max_size=2)))
    lines[cuts[0] : cuts[1]] = lines[cuts[0] : cuts[1]] * data.draw(st.integers(0, 2))
    document, reading = read_source("\n".join(lines).encode(), entry)
    _, faults = account(reading, document)
    assert reading.diagnostics or not faults


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    for entry in ENTRIES.values():
        document, reading = read_source(data, entry)
        assert reading.diagnostics or document.units
    assert read_transcript(read_lines(data, "t"), "A title") is not None


def test_more_items_than_letters_are_told() -> None:
    entry = ENTRIES["gcm-rev2"]
    title = entry.reading.title[0].line  # type: ignore[union-attr]
    items = "\n- a) word" * 30
    text = f"{title}\nPREAMBLE\n1. One:{items}\n - i. word"
    assert read_source(text.encode(), entry)[1].diagnostics
    bullets = "<li>○ word</li>" * 40
    html = f"<b>a</b>\t<b>b</b>\t<b>c</b>\n<p>r</p>\t<ul><li>• x</li>{bullets}</ul>\t<p>p</p>"
    assert read_source(html.encode(), ENTRIES["iom-governance"])[1].diagnostics
