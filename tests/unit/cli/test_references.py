"""`briefgen reference` makes a reference, and `build` takes one by name or by path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from delivered import docx_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

OURS = "templates/references/ours.docx"


def _header(path: str) -> str:
    data = Path(path).read_bytes()
    return docx_paragraphs(data, "word/header1.xml")[0]


def test_a_starter_is_made_once_and_never_written_over(run: Runner) -> None:
    assert run("reference", OURS).out == f"{OURS}\n"
    made = Path(OURS).read_bytes()
    ended = run("reference", OURS)
    assert ended.status == 2
    assert "the file is there already" in ended.err
    assert Path(OURS).read_bytes() == made
    assert run("reference", "ours.pdf").status == 2


def test_a_profile_names_a_reference_and_the_command_line_a_file(run: Runner) -> None:
    run("reference", OURS)
    for options in (
        ("--set", "reference=ours"),
        ("--set", "reference=ours.docx"),
        ("--reference", OURS),
    ):
        assert run("build", "starter", "--format", "docx", *options).status == 0
        assert "{{" not in _header("output/starter.docx")
        assert "Delegation of" in _header("output/starter.docx")
        Path("output/starter.docx").unlink()


def test_a_profile_may_not_name_a_path(run: Runner) -> None:
    """It may have come by e-mail."""
    for name in ("../ours", "templates/references/ours.docx", "a\\\\b.docx"):
        ended = run("check", "starter", "--set", f"reference={name}")
        assert ended.status == 2
        assert "is not the name of a reference" in ended.err


def test_a_reference_that_is_not_there_or_not_good_is_told(run: Runner) -> None:
    assert (
        "there is no reference called 'ours'"
        in run("check", "starter", "--set", "reference=ours").err
    )
    Path("letter.docx").write_bytes(b"%PDF-1.7")
    ended = run("build", "starter", "--reference", "letter.docx")
    assert ended.status == 2
    assert "letter.docx: error: this is a PDF, not a Word document" in ended.err
    assert not Path("output").exists()
