"""``briefgen run-sheet``: counted from the files, as a page and a table; changed files are told."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivered import dense, docx_paragraphs, pdf_pages
from printed_sheets import numbered

from briefgen.protection import Protection, protect

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]


ROOM = """
title: For the room
layout: handout
handout: {files: each}
formats: [pdf]
from: gcm-rev2
contents:
  - heading: Summary
    note: Our words.
  - objectives: 5
"""


@pytest.fixture(autouse=True)
def _pack(run: Runner) -> None:
    """A finished file, in the folder that the runner works in."""
    assert run
    Path("output").mkdir()
    Path("output/pack.pdf").write_bytes(numbered(11))


def test_page_and_table_say_the_same(run: Runner) -> None:
    """PDF, DOCX and CSV of a folder's files, the run sheet itself not among them."""
    for _ in range(2):
        ended = run("run-sheet", "output", "--copies", "main=30,interpreters")
        assert (ended.status, ended.err) == (0, "")
    assert ended.out.split() == [f"output/run-sheet.{one}" for one in ("pdf", "docx", "csv")]
    (page,) = pdf_pages(Path("output/run-sheet.pdf").read_bytes())
    words = " ".join(docx_paragraphs(Path("output/run-sheet.docx").read_bytes()))
    assert "interpreters:\xa010" in words, "a room and its number stand on one line"
    for text in ("Sheets of paper in all: 240", "output/pack.pdf", "sides: 11", "interpreters: 10"):
        assert dense(text) in dense(page)
        assert text in words.replace("\xa0", " ")
    assert ",11,11,6,A4,long,30,10,40,40,240," in Path("output/run-sheet.csv").read_text(
        "utf-8-sig"
    )


def test_a_changed_file_is_told_and_marked(run: Runner) -> None:
    """Against the run sheet in the folder, or the one that is named."""
    assert run("run-sheet", "output/pack.pdf", "--format", "csv").status == 0
    assert run("run-sheet", "output/pack.pdf", "--check").status == 0
    Path("output/pack.pdf").write_bytes(numbered(12))
    ended = run("run-sheet", "output/pack.pdf", "--check", "--json")
    assert ended.status == 1
    (told,) = json.loads(ended.out)["diagnostics"]
    assert "has changed since the run sheet output/run-sheet.csv" in told["message"]
    ended = run(
        *("run-sheet", "output/pack.pdf", "--since", "output/run-sheet.csv", "--out", "new"),
        *("--language", "fr", "--paper", "letter", "--date", "2018-06-04"),
    )
    assert ended.status == 0
    assert "output/pack.pdf: warning: the file has changed" in ended.err
    (page,) = pdf_pages(Path("new/run-sheet.pdf").read_bytes())
    assert dense("Modifié depuis le bordereau précédent") in dense(page)
    assert "4 juin 2018" in page


def test_a_file_is_known_by_whatever_path_it_is_typed(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another folder or from the root: changed is changed, the same is the same."""
    assert run("run-sheet", "output", "--format", "csv").status == 0
    whole = str(Path("output").absolute())
    since = ("--check", "--since", f"{whole}/run-sheet.csv")
    for status, data in ((0, numbered(11)), (1, numbered(12))):
        Path(whole, "pack.pdf").write_bytes(data)
        for folder, typed in ((Path(whole), "."), (Path(whole).parent, whole)):
            monkeypatch.chdir(folder)
            ended = run("run-sheet", typed, *since)
            assert ended.status == status
            assert ("has changed since" in ended.err) == bool(status)
            assert ("unchanged" in ended.out) != bool(status)


def test_new_and_vanished_files_are_told(run: Runner) -> None:
    """Neither is called unchanged; a file that is there and was not named has not vanished."""
    Path("output/note.pdf").write_bytes(numbered(2))
    assert run("run-sheet", "output", "--format", "csv").status == 0
    assert run("run-sheet", "output/pack.pdf", "--check").status == 0
    Path("output/note.pdf").rename("output/letter.pdf")
    ended = run("run-sheet", "output", "--check")
    assert (ended.status, ended.out) == (1, "")
    assert "output/letter.pdf: warning: the file is not on the run sheet" in ended.err
    assert "output/note.pdf: warning: the file is on the run sheet output/run-sheet" in ended.err
    assert run("run-sheet", "output/pack.pdf", "--check").status == 1


def test_the_earlier_run_sheet_is_that_of_the_folder_named(run: Runner) -> None:
    """Before that of the usual folder, without --since or --out; --out goes before both."""
    for folder in ("output", "print"):
        assert run("run-sheet", "output", "--format", "csv", "--out", folder).status == 0
    Path("job").mkdir()
    Path("job/card.pdf").write_bytes(numbered(2))
    assert run("run-sheet", "job", "--format", "csv", "--out", "job").status == 0
    for typed in ("job", "job/card.pdf"):
        assert run("run-sheet", typed, "--check").status == 0
    ended = run("run-sheet", "job", "--check", "--out", "print")
    assert ended.status == 1
    assert "job/card.pdf: warning: the file is not on the run sheet print/" in ended.err


def test_a_whole_revision_is_not_counted_beside_its_sheets(run: Runner) -> None:
    """It is told, and counted where it is named as a file or has no sheets beside it."""
    for name in ("pack-rev1", "pack-rev1-sheets", "pack-corrigendum", "room-rev2"):
        Path(f"output/{name}.pdf").write_bytes(numbered(2))
    ended = run("run-sheet", "output", "--format", "csv")
    table = Path("output/run-sheet.csv").read_text("utf-8-sig")
    assert ended.status == 0
    assert "output/pack-rev1.pdf: note: not counted" in ended.err
    assert ended.err.count("not counted") == 1
    assert "output/pack-rev1.pdf," not in table
    for name in ("pack", "pack-rev1-sheets", "pack-corrigendum", "room-rev2"):
        assert f"output/{name}.pdf," in table
    assert run("run-sheet", "output", "--check").status == 0
    ended = run("run-sheet", "output", "output/pack-rev1.pdf", "--format", "csv")
    assert "not counted" not in ended.err
    assert "output/pack-rev1.pdf," in Path("output/run-sheet.csv").read_text("utf-8-sig")


def test_a_pack_is_counted_and_printed_again_byte_for_byte(run: Runner) -> None:
    """A booklet and sheets apart, from the profile to the sum; a rebuild changes nothing.

    What is delivered beside a booklet to be read is not printed.
    """
    Path("room.yaml").write_text(ROOM, encoding="utf-8")

    def made() -> None:
        assert run("build", "room.yaml", "--out", "print").status == 0
        assert run("build", "objective-handout", "--format", "pdf", "--out", "packs").status == 0
        pack = "packs/objective-handout.pdf"
        assert run("impose", pack, "--booklet", "--out", "print").status == 0

    made()
    ended = run("run-sheet", "print", "--copies", "statement,gallery=5", "--out", "print")
    assert (ended.status, ended.err) == (0, "")
    table = Path("print/run-sheet.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["file"], row["sides"], row["sheets"], row["flip"]) for row in rows[:-1]] == [
        ("print/objective-handout-booklet.pdf", "2", "1", "short"),
        ("print/room-01-summary.pdf", "1", "1", "none"),
        ("print/room-02-objective-5.pdf", "2", "1", "long"),
    ]
    assert rows[-1]["sheets in all"] == str(3 * 35)
    words = " ".join(docx_paragraphs(Path("print/run-sheet.docx").read_bytes()))
    words = words.replace("\xa0", " ")
    for word in ("statement: 30", "gallery: 5", "Sheets of paper in all: 105", "one side"):
        assert word in words
    made()
    assert run("run-sheet", "print", "--check", "--out", "print").status == 0
    assert run("build", "room.yaml", "--out", "print", "--set", "marking=Internal").status == 0
    ended = run("run-sheet", "print", "--check", "--out", "print")
    assert ended.status == 1
    assert ended.err.count("has changed since the run sheet print/run-sheet.csv") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["output/pack.pdf", "--copies", "main=0"], "0 copies for main"),
        (["output/pack.pdf", "--format", "odt"], "there is no run sheet as 'odt'"),
        (["output/pack.pdf", "--language", "xx"], "there are no words for the language 'xx'"),
        (["output/pack.pdf", "--paper", "B5"], "there is no paper called 'B5'"),
        (["output/pack.pdf", "--check"], "there is no earlier run sheet"),
        (["output/pack.pdf", "--since", "output/pack.pdf"], "this is a PDF, not a run sheet"),
        (["missing.pdf"], "there is no such file"),
        (["output/cut.pdf"], "the PDF is damaged"),
        (["empty"], "the folder holds no PDF"),
    ],
)
def test_what_cannot_be_counted_leaves_nothing(
    run: Runner, arguments: list[str], message: str
) -> None:
    """One message with the cure, exit 2, no run sheet."""
    Path("empty").mkdir()
    Path("output/cut.pdf").write_bytes(Path("output/pack.pdf").read_bytes()[:-200])
    ended = run("run-sheet", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("error:") == ended.err.count("hint:") == 1
    assert not list(Path("output").glob("run-sheet.*"))


def test_a_protected_file_is_counted_with_its_password(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its hash is that of the file as it is; that it opens with a password is said."""
    data = Path("output/pack.pdf").read_bytes()
    Path("output/pack.pdf").write_bytes(protect(data, Protection("one two", frozenset({"print"}))))
    ended = run("run-sheet", "output")
    assert (ended.status, ended.out) == (2, "")
    assert "output/pack.pdf: error: the file is behind a password" in ended.err
    assert "give it with --password-file FILE" in ended.err
    Path("secret").write_text("one two", encoding="utf-8")
    ended = run("run-sheet", "output", "--password-file", "secret", "--format", "csv")
    assert (ended.status, ended.out) == (0, "output/run-sheet.csv\n")
    assert "output/pack.pdf: note: the file is behind a password, which whoever prints" in ended.err
    assert "output/pack.pdf: warning: the file asks not to be printed" in ended.err
    locked = hashlib.sha256(Path("output/pack.pdf").read_bytes()).hexdigest()
    assert f"{locked},11,11,6,A4,long," in Path("output/run-sheet.csv").read_text("utf-8-sig")
    monkeypatch.setenv("BRIEFGEN_PASSWORD", "one two")
    assert run("run-sheet", "output", "--check").status == 0


def test_a_numbered_copy_is_printed_once(run: Runner) -> None:
    """Else two people would have the same number; what is asked for goes for the other files."""
    Path("room.yaml").write_text(ROOM.replace("handout: {files: each}\n", ""), encoding="utf-8")
    assert run("build", "room.yaml", "--copies", "3").status == 0
    ended = run("run-sheet", "output", "--copies", "main=10")
    assert ended.status == 0
    note, hint = ended.err.splitlines()
    assert note.startswith("output/room-copy-1.pdf: note: this is numbered copy 1 of 3: it and 2")
    assert hint == "  hint: for plain copies, build the pack without --copies"
    (page,) = pdf_pages(Path("output/run-sheet.pdf").read_bytes())
    assert dense("numbered copy 3 of 3: print once") in dense(page)
    table = Path("output/run-sheet.csv").read_text("utf-8-sig")
    plain, *numbered_rows, total = csv.DictReader(io.StringIO(table))
    assert [row["copies"] for row in numbered_rows] == ["1"] * 3
    assert [row["copies: main"] for row in numbered_rows] == [""] * 3
    assert (plain["copies"], plain["copies: main"]) == ("10", "10")
    sheets = sum(int(row["sheets"]) for row in numbered_rows) + 10 * int(plain["sheets"])
    assert total["sheets in all"] == str(sheets)
    assert f"A4: {sheets}" in page
    ended = run("run-sheet", "output")
    assert (ended.status, ended.err) == (0, "")
    run("impose", "output/room-copy-2.pdf", "--booklet", "--out", "booklet")
    answer = json.loads(run("run-sheet", "booklet", "--copies", "main=10", "--json").out)
    assert [(one["numbered_copy"], one["prints"]) for one in answer["jobs"]] == [(2, 1)]


def test_a_program_is_told_what_the_sheet_says(run: Runner) -> None:
    """Copies by room, each file with its numbers, the totals, and the remarks."""
    ended = run("run-sheet", "output", "--copies", "main=30,press=5", "--format", "csv", "--json")
    answer = json.loads(ended.out)
    assert answer["copies"] == {"main": 30, "press": 5}
    (job,) = answer["jobs"]
    assert (job["file"], job["pages"], job["sheets_of_copy"]) == ("output/pack.pdf", 11, 6)
    assert (job["copies"], job["prints"], job["sheets"]) == (35, 35, 6 * 35)
    assert (job["paper"], job["flip"], job["numbered_copy"]) == ("A4", "long", None)
    assert (answer["sheets"], answer["papers"]) == (6 * 35, {"A4": 6 * 35})
    assert (answer["changed"], answer["diagnostics"]) == ([], [])
    Path("output/pack.pdf").write_bytes(numbered(4))
    answer = json.loads(run("run-sheet", "output", "--format", "csv", "--json").out)
    assert answer["changed"] == ["output/pack.pdf"]
    assert "has changed since" in answer["diagnostics"][0]["message"]
