"""The numbers of a run sheet agree with the files, and changed files are found."""

from __future__ import annotations

import csv
import hashlib
import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_sheets import A4, numbered, pdf_of, saved

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.errors import UnusableInput
from briefgen.press import (
    Job,
    RunSheet,
    Scheme,
    changes,
    impose,
    read_facts,
    read_job,
    read_run_sheet,
    write_run_sheet,
)

ENGLISH = load_furniture("en", [shipped("templates")]).strings
PACK = numbered(11)
BOOKLET = impose(PACK, Scheme("booklet"), "pack.pdf", pdf_of(["p0"])).data
SLIPS = impose(PACK, Scheme("n-up", 4, single_sided=True), "pack.pdf", pdf_of(["p0"])).data


def _jobs() -> list[Job]:
    files = {"pack.pdf": PACK, "booklet.pdf": BOOKLET, "slips.pdf": SLIPS}
    return [read_job(name, data, {}) for name, data in files.items()]


def test_sides_sheets_and_edges_are_those_of_the_files() -> None:
    """Eleven pages are six sheets on both sides; as a booklet three; four up on one side three."""
    pack, booklet, slips = _jobs()
    assert (pack.sides, pack.sheets, pack.facts.flip) == (11, 6, "long")
    assert (booklet.sides, booklet.sheets, booklet.facts.flip) == (6, 3, "short")
    assert (slips.sides, slips.sheets, slips.facts.flip) == (3, 3, None)
    assert {job.facts.paper for job in (pack, booklet, slips)} == {"A4"}
    assert pack.sha256 == hashlib.sha256(PACK).hexdigest()


def test_the_run_adds_up_by_paper() -> None:
    """Each file in as many copies as all rooms together get; without rooms there is one copy."""
    letter = read_job("letter.pdf", numbered(2, size=(612, 792)), {})
    odd = read_job("odd.pdf", numbered(1, size=(300, 300)), {})
    jobs = (*_jobs(), letter, odd)
    run = RunSheet(jobs, {"main": 30, "interpreters": 10})
    assert run.papers == {"A4": 40 * (6 + 3 + 3), "Letter": 40, "": 40}
    assert run.sheets == 40 * 14
    assert RunSheet(jobs, {}).sheets == 14


def test_a_file_of_several_sizes_has_no_paper() -> None:
    """The clerk is told, rather than given the paper of its first page."""
    mixed = pikepdf.open(io.BytesIO(numbered(2)))
    mixed.pages[1].mediabox = [0, 0, A4[0], 1008]
    assert read_job("x", saved(mixed), {}).facts.paper == ""


def test_the_table_says_what_the_run_is() -> None:
    """Read by another program: one row a file, and the sums."""
    run = RunSheet(tuple(_jobs()), {"main": 30, "interpreters": 10})
    rows = list(csv.DictReader(io.StringIO(write_run_sheet(run, ENGLISH).decode("utf-8-sig"))))
    assert [row["file"] for row in rows] == ["pack.pdf", "booklet.pdf", "slips.pdf", "total"]
    assert [row["sheets in all"] for row in rows] == ["240", "120", "120", "480"]
    assert [row["flip"] for row in rows] == ["long", "short", "none", ""]
    assert (rows[0]["copies: main"], rows[0]["copies"]) == ("30", "40")


def test_a_file_that_is_another_now_is_found() -> None:
    """Against the table of the earlier run; a file that is new there is told too."""
    earlier = read_run_sheet(
        write_run_sheet(RunSheet(tuple(_jobs()), {}), ENGLISH), "run-sheet.csv"
    )
    same = read_job("pack.pdf", PACK, earlier)
    other = read_job("booklet.pdf", PACK, earlier)
    new = read_job("new.pdf", PACK, earlier)
    assert [job.changed for job in (same, other, new)] == [False, True, False]
    told = [str(one).split("\n")[0] for one in changes([same, other, new], earlier, "old.csv")]
    assert told == [
        "booklet.pdf: warning: the file has changed since the run sheet old.csv",
        "new.pdf: warning: the file is not on the run sheet old.csv",
    ]


@given(st.lists(st.text("a'=+@\t\r\n,\"; é", min_size=1), min_size=1, unique=True))
def test_whatever_files_are_called_their_names_are_read_back(names: list[str]) -> None:
    facts = read_facts(PACK, "x")
    jobs = tuple(Job(name, "a" * 64, facts, changed=False) for name in names)
    assert list(read_run_sheet(write_run_sheet(RunSheet(jobs, {}), ENGLISH), "x.csv")) == names


def test_a_name_that_a_spreadsheet_would_run_is_made_harmless_and_read_back() -> None:
    """An apostrophe stands before it."""
    run = RunSheet((read_job("=cmd.pdf", PACK, {}),), {})
    assert b"\r\n'=cmd.pdf," in write_run_sheet(run, ENGLISH)
    assert list(read_run_sheet(write_run_sheet(run, ENGLISH), "x.csv")) == ["=cmd.pdf"]


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_the_table_speaks_the_language_of_the_run_sheet_and_is_read_back_in_any(
    language: str,
) -> None:
    """Only the head of the hashes is the same in all."""
    words = load_furniture(language, [shipped("templates")]).strings
    run = RunSheet(tuple(_jobs()), {"main": 30})
    table = write_run_sheet(run, words)
    heads, first = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))[:2]
    assert (heads[0], heads[1], heads[7]) == (
        words["table-file"],
        "sha256",
        words["table-copies-for"].replace("{room}", "main"),
    )
    assert first[6] == words["table-long"]
    english = write_run_sheet(run, ENGLISH)
    assert not {"file", "sheets", "copies", "changed"} & set(heads)
    assert read_run_sheet(table, "x.csv") == read_run_sheet(english, "x.csv")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b'file,sha256\n"x,y', b"file,sha256\nx,123\n", PACK],
    ids=["empty", "not utf-8", "another table", "open quote", "no hash", "a pdf"],
)
def test_what_is_no_run_sheet_is_refused(data: bytes) -> None:
    """With the cure."""
    with pytest.raises(UnusableInput, match=r"this is (no|a PDF, not a) run sheet"):
        read_run_sheet(data, "x.csv")
