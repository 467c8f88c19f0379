"""Opening a source: bytes that are no text are told, all of them, each with its place."""

from __future__ import annotations

from briefgen.corpus.readers.reading import read_lines


def test_the_last_line_needs_no_line_end() -> None:
    assert (
        read_lines(b"one\ntwo", "s").lines == read_lines(b"one\ntwo\n", "s").lines == ["one", "two"]
    )


def test_every_line_that_is_not_utf8_is_told() -> None:
    reading = read_lines("à\n".encode() + b"a\xffb\nfine\n\xc3", "s")
    assert [str(one.place) for one in reading.diagnostics] == ["s:2:2", "s:4:1"]
    assert {one.message for one in reading.diagnostics} == {"not UTF-8"}


def test_control_characters_and_carriage_returns_are_told() -> None:
    reading = read_lines(b"a\tb\nc\x07d\r\n", "s")
    assert [(str(d.place), d.message) for d in reading.diagnostics] == [
        ("s:2:2", "control character U+0007"),
        ("s:2:4", "control character U+000D"),
    ]


def test_an_empty_source_is_told() -> None:
    assert [one.message for one in read_lines(b" \n\n", "s").diagnostics] == ["holds no words"]
