"""A wrong command line is told like any other fault: the fact in plain words, and the cure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import typer

from briefgen.cli.usage import told_usage

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

CASES = [
    ("build x --copies ten", "--copies: error: 'ten' is not a whole number", "--copies 10"),
    ("build x --copies=2.5", "--copies: error: '2.5' is not a whole number", "--copies 10"),
    ("trace x --page 0", "--page: error: 0 is out of range", "give a larger number"),
    ("corrigendum a b --rev 5000", "--rev: error: 5000 is out of range", "a smaller number"),
    (
        "corrigendum a b --date 03.06.2018",
        "--date: error: '03.06.2018' is not a day as year-month-day",
        "write --date 2018-06-03",
    ),
    (
        "run-sheet a --date tomorrow",
        "--date: error: 'tomorrow' is not a day as year-month-day",
        "such as --date 2018-06-04",
    ),
    (
        "run-sheet a --date 2018-02-30",
        "--date: error: there is no day 2018-02-30",
        "such as --date 2018-06-04",
    ),
    ("impose x --creep thick", "--creep: error: 'thick' is not a number", "such as --creep 0.1"),
    ("impose x --nup two", "--nup: error: 'two' is not a whole number", "such as --nup 2"),
    ("corrigendum a b --sides on", "--sides: error: 'on' cannot be chosen", "mean 'one'?"),
    ("corrigendum a b --sides 3", "--sides: error: '3' cannot be chosen", "known: one, two"),
    ("build x --copie 3", "error: there is no option '--copie'", "did you mean '--copies'?"),
    ("build x --zzz", "error: there is no option '--zzz'", "'briefgen build -h' tells"),
    ("build x --out", "--out: error: nothing is said with this option", "write it after"),
    ("build x --protect=5", "--protect: error: it takes no value", "take out '='"),
    ("build", "error: PROFILE is missing", "'briefgen build -h' tells"),
    ("rebuild x", "error: --keep-edits is missing", "add --keep-edits OLD.docx"),
    ("buld x", "error: there is no command 'buld'", "did you mean 'build'?"),
    ("corpus imprt", "error: there is no command 'imprt'", "did you mean 'import'?"),
    ("trace my pack.pdf", "error: more is named than is taken: pack.pdf", "put quotes around"),
]


@pytest.mark.parametrize(("line", "message", "cure"), CASES, ids=[one[0] for one in CASES])
def test_what_is_wrong_is_told_in_plain_words(
    run: Runner, line: str, message: str, cure: str
) -> None:
    """In two lines, with exit status 2."""
    ended = run(*line.split())
    assert (ended.status, ended.out) == (2, "")
    first, hint = ended.err.splitlines()
    assert message in first
    assert hint.startswith("  hint: ")
    assert cure in hint


def test_a_program_is_told_the_same(run: Runner) -> None:
    """``--json`` gives one document, whatever is wrong with the line."""
    ended = run("build", "--copies", "ten", "--json", "x")
    assert ended.status == 2
    assert json.loads(ended.out)["diagnostics"] == [
        {
            "severity": "error",
            "message": "'ten' is not a whole number",
            "file": "--copies",
            "line": None,
            "column": None,
            "hint": "such as --copies 10",
        }
    ]


def test_the_last_of_several_values_is_the_one_that_counts(run: Runner) -> None:
    assert "'six'" in run("build", "x", "--copies", "5", "--copies", "six").err


def test_who_answers_no_question_ends_the_program_without_a_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is wrong with the command line, and nothing was done."""
    with pytest.raises(SystemExit) as ended, told_usage(["build", "x", "--protect"]):
        raise typer.Abort
    assert ended.value.code == 1
    assert capsys.readouterr() == ("", "")


def test_help_and_version_are_no_faults(run: Runner) -> None:
    """Without a command, help is shown, and the status says that nothing was done."""
    for option in ("-h", "--help", "--version"):
        ended = run(option)
        assert (ended.status, ended.err) == (0, "")
        assert "briefgen" in ended.out
    ended = run()
    assert ended.status == 2
    assert "Commands:" in ended.out + ended.err
    assert "error" not in ended.err
