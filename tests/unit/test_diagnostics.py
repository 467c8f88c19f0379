"""A message shows what it says, and no more lines than its own."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, Place, Severity, did_you_mean, error


def test_a_message_is_place_fact_and_cure() -> None:
    fault = error("unknown key 'titel'", Place("a.yaml", 3, 1), "did you mean 'title'?")
    assert str(fault) == "a.yaml:3:1: error: unknown key 'titel'\n  hint: did you mean 'title'?"
    assert str(error("x", Place("a.yaml"))) == "a.yaml: error: x"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    """A file may be named with a line end, an escape or a mark that turns the line round."""
    fault = error("\x1b[2J", Place("a\nb\u202e.yaml"), "č")
    assert str(fault) == "a\\nb\\u202e.yaml: error: \\x1b[2J\n  hint: č"


def test_the_nearest_word_is_named_or_all_of_a_few() -> None:
    assert did_you_mean("titel", ["title", "date"]) == "did you mean 'title'?"
    assert did_you_mean("zzz", ["title", "date"]) == "known: title, date"
    assert not did_you_mean("zzz", map(str, range(99)))
    assert did_you_mean("zzz", ["title", "date"], "see the list") == "see the list"
    assert did_you_mean("titel", ["title", "date"], "see the list") == "did you mean 'title'?"


def test_a_line_that_was_typed_is_shown_with_a_caret() -> None:
    """The caret stands under the place, also after wide characters and in a long line."""
    fault = Diagnostic(Severity.ERROR, "wrong", hint="right", shown=("移民 (a", 3))
    assert str(fault).splitlines() == [
        "error: wrong",
        "  移民 (a",
        "       ^",
        "  hint: right",
    ]
    long = Diagnostic(Severity.ERROR, "wrong", shown=("a" * 200 + "(" + "b" * 200, 200))
    line, caret = str(long).splitlines()[1:]
    assert line[caret.index("^")] == "("
    assert len(line) < 130
