"""``briefgen excerpt``: where the answer goes, in which format, and with which exit status."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from program import run_program

from briefgen.cli.destinations import BINARY, Destination, find_destination, print_file
from briefgen.errors import UnusableInput
from briefgen.writers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from program import Run

    Excerpt = Callable[..., Run]

UNIONS = ("--actor", "trade unions", "--from", "gcm-final")


@pytest.fixture
def excerpt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Excerpt:
    """Ask from an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run_program(["excerpt", *arguments], monkeypatch, capsys)


def test_a_question_alone_is_answered_on_standard_output_as_text(
    excerpt: Excerpt, tmp_path: Path
) -> None:
    run = excerpt(*UNIONS)
    assert run.status == 0
    assert run.out.startswith("Trade unions\n\n5 passages: 5 in Final text\n")
    assert not list(tmp_path.iterdir())


def test_a_unit_that_is_asked_for_is_one_passage_whatever_stands_below_it(
    excerpt: Excerpt,
) -> None:
    run = excerpt("--unit", "gcm-rev2/5", "--unit", "gcm-rev2/para/42")
    assert "\n2 passages: 2 in Draft Rev 2" in run.out


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("visas", "Passages with \u201cvisas\u201d"),
        ('"forced labour" OR recruit*', "Passages with \u201cforced labour\u201d OR recruit*"),
    ],
)
def test_words_that_are_asked_for_stand_in_the_title_in_quotation_marks(
    excerpt: Excerpt, query: str, title: str
) -> None:
    assert excerpt("--find", query).out.startswith(f"{title}\n")


def test_a_document_that_is_nowhere_is_told_with_where_own_ones_are_looked_for(
    excerpt: Excerpt,
) -> None:
    run = excerpt("--theme", "visas", "--from", "wells")
    assert run.status == 2
    assert "./corpus" in run.err
    assert "--corpus DIR" in run.err


def test_every_format_is_written_by_the_end_of_a_files_name(
    excerpt: Excerpt, tmp_path: Path
) -> None:
    """The words found are marked in all formats that can."""
    marks = {
        "html": b'<mark class="highlight">trade unions</mark>',
        "md": b"<mark>trade unions</mark>",
        "json": b'"unit": "gcm-final/6/i"',
        "csv": b"gcm-final/6/i,gcm-final,",
        "txt": b"Objective 6 (d), (i)",
    }
    for suffix, _ in FORMATS.values():
        run = excerpt(*UNIONS, "--out", f"asked/unions.{suffix}")
        assert (run.status, run.err) == (0, "")
        assert run.out.splitlines() == [f"asked/unions.{suffix}"]
        data = (tmp_path / "asked" / f"unions.{suffix}").read_bytes()
        assert marks.get(suffix, b"") in data
    pdf = pypdfium2.PdfDocument(tmp_path / "asked" / "unions.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "social dialogue and membership in trade unions" in " ".join(words.split())


def test_a_folder_takes_a_file_of_each_format_named_by_the_question(excerpt: Excerpt) -> None:
    run = excerpt(*UNIONS, "--out", "desk", "--format", "text", "--format", "json")
    assert run.out.splitlines() == [
        "desk/excerpt-trade-unions.txt",
        "desk/excerpt-trade-unions.json",
    ]


def test_one_format_goes_to_standard_output_and_nothing_else(excerpt: Excerpt) -> None:
    run = excerpt(*UNIONS, "--format", "json", "--set", "title=Unions", "--date", "2018-06-04")
    data = json.loads(run.out)
    assert (data["title"], data["date"]) == ("Unions", "2018-06-04")
    assert "gcm-final/6/i" in [one["unit"] for one in data["quotations"]]


def test_units_are_given_as_data_with_what_was_found_in_them(excerpt: Excerpt) -> None:
    data = json.loads(excerpt(*UNIONS, "--json").out)
    last = data["units"][3]
    assert last["id"] == "gcm-final/6/i"
    assert [last["text"][start:end] for start, end in last["found"]] == ["trade unions"]
    assert (data["faults"], data["files"]) == ([], [])


def test_verbatim_words_are_searched_and_printed_with_their_slips(excerpt: Excerpt) -> None:
    """The comma that the source has lost stands between two words of the corrected text only."""
    corrected = excerpt("--find", '"dedicated training financial"')
    verbatim = excerpt("--find", '"dedicated training financial"', "--text", "verbatim")
    assert "training,[c1] financial" in corrected.out
    assert "dedicated training financial" in verbatim.out


def test_nothing_found_is_said_with_what_may_have_been_meant(
    excerpt: Excerpt, tmp_path: Path
) -> None:
    """A page is written where a file was asked for; the exit status says no either way."""
    run = excerpt("--find", "unoins")
    assert (run.status, run.out) == (1, "")
    assert run.err == (
        "error: nothing was found for the words “unoins”\n  hint: did you mean unions?\n"
    )
    run = excerpt("--find", "unoins", "--out", "none.txt")
    assert (run.status, run.out) == (1, "none.txt\n")
    said = (tmp_path / "none.txt").read_text(encoding="utf-8")
    assert "Nothing was found for the words “unoins”." in said
    assert "Looked in: Final text; Draft Rev 2;" in said


def test_a_question_without_criteria_is_unusable(excerpt: Excerpt) -> None:
    run = excerpt("--from", "gcm-rev2")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("error: nothing is asked for\n  hint: such as --theme remittances")


def test_a_search_that_is_not_understood_has_a_caret_under_its_place(excerpt: Excerpt) -> None:
    run = excerpt("--find", "decent (work")
    assert run.status == 2
    assert "  decent (work\n         ^\n" in run.err


def test_an_objective_that_is_no_number_is_told_of(excerpt: Excerpt) -> None:
    run = excerpt("--objective", "five", "--json")
    assert run.status == 2
    (fault,) = json.loads(run.out)["diagnostics"]
    assert (fault["message"], fault["file"]) == ("'five' does not name an objective", "--objective")


@pytest.mark.parametrize(
    ("out", "formats", "expected"),
    [
        (None, [], Destination(("text",))),
        ("-", ["pdf"], Destination(("pdf",))),
        ("note", [], "docx pdf in note as "),
        (None, ["pdf", "docx"], "pdf docx in output as "),
        ("a/b.PDF", [], "pdf in a as b.PDF"),
        ("b.outline.txt", [], "outline in . as b.outline.txt"),
        ("page.htm", [], "html in . as page.htm"),
        ("draft.v2", ["docx"], "docx in . as draft.v2"),
    ],
)
def test_where_to_write_is_told_by_the_name(
    out: str | None, formats: list[str], expected: Destination | str
) -> None:
    found = find_destination(out, formats)
    if isinstance(expected, str):
        assert f"{' '.join(found.formats)} in {found.folder} as {found.name}" == expected
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("out", "formats", "message", "hint"),
    [
        ("x.doc", [], "'x.doc' does not end like a format that is known", "'.docx'"),
        ("x.pdf", ["docx"], "'x.pdf' cannot hold docx", "leave --format out"),
        ("-", ["docx", "pdf"], "several formats cannot share standard output", "a folder"),
        (None, ["pdff"], "there is no format 'pdff'", "'pdf'"),
    ],
)
def test_a_name_and_formats_that_do_not_agree_are_refused(
    out: str | None, formats: list[str], message: str, hint: str
) -> None:
    with pytest.raises(UnusableInput) as raised:
        find_destination(out, formats)
    (fault,) = raised.value.diagnostics
    assert fault.message == message
    assert hint in fault.hint


@pytest.mark.parametrize("name", sorted(BINARY))
def test_a_terminal_is_not_filled_with_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(UnusableInput, match=f"a terminal cannot show {name}"):
        print_file(name, b"\0")
