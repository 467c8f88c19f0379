"""The parser's syntax errors in plain words.

Enters: an error of the YAML parser and the lines of the file. Leaves: one fault with its cure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.error import Mark, MarkedYAMLError

_QUOTES = "put text that holds special characters in quotes"
_INDENTATION = "keys of the same level start in the same column; check the indentation"

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        r"mapping values are not allowed",
        "a second ': ' stands on this line, or the line is indented too far",
        "put text that holds ': ' in quotes, or check the indentation",
    ),
    (r"scanning a quoted scalar", "a quotation mark is opened here and not closed", "close it"),
    (r"parsing a flow sequence", "a list is opened here with '[' and not closed", "add ',' or ']'"),
    (
        r"parsing a flow mapping",
        "a mapping is opened here with '{' and not closed",
        "add ',' or '}'; text that starts with '{' belongs in quotes",
    ),
    (
        r"escape (character|code)|expected hexdecimal|escape sequence",
        "a backslash in double quotes starts something that is not known",
        "use single quotes, or write the backslash twice",
    ),
    (r"scanning an? (anchor|alias)", "text cannot start with '&' or '*'", "put it in quotes"),
    (r"scanning a (tag|directive)", "text cannot start with '!' or '%'", "put it in quotes"),
    (r"undefined tag handle", "text cannot start with '!'", "put it in quotes"),
    (r"sequence entries are not allowed", "a list item stands where there can be none", _QUOTES),
    (
        r"scanning a block scalar",
        "'|' or '>' is followed by something other than a line end",
        "start the text on the next line, indented",
    ),
    (
        r"expected (key|'-' indicator)|block end|document start",
        "this line does not fit what stands above it",
        _INDENTATION,
    ),
    (
        r"scanning a simple key",
        "a key without ': ' after it",
        "write 'key: value', or indent the line if it continues the one above",
    ),
)


def reword(fault: MarkedYAMLError, lines: Sequence[str], file: str) -> Diagnostic:
    """Give the fault in plain words, at the place where its author can cure it."""
    problem = f"{fault.context or ''}; {fault.problem or ''}"
    mark = fault.problem_mark or fault.context_mark
    tabs = _tab_lines(lines, mark.line if mark else 0)
    if tabs:
        return _tab_fault(tabs, file)
    if "cannot start any token" in problem and mark:
        message = f"text cannot start with '{_character(lines, mark)}'"
        return error(message, _place(mark, file), "put it in quotes")
    for pattern, message, hint in _WORDS:
        if re.search(pattern, problem):
            opened = "opened here" in message or "without ': '" in message
            return error(message, _place((opened and fault.context_mark) or mark, file), hint)
    return error(f"not well-formed YAML: {fault.problem}", _place(mark, file), _QUOTES)


def _place(mark: Mark | None, file: str) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _character(lines: Sequence[str], mark: Mark) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _tab_lines(lines: Sequence[str], first: int) -> list[int]:
    """Give the lines indented with tabs, from 1, if the parser stopped at such a line."""
    found = [n for n, line in enumerate(lines, 1) if n > first and re.match(r" *\t\s*\S", line)]
    return found if found[:1] == [first + 1] else []


def _tab_fault(tabs: Sequence[int], file: str) -> Diagnostic:
    further = f"; also in line {', '.join(map(str, tabs[1:10]))}" if tabs[1:] else ""
    hint = f"indent with spaces, two for each level{further}"
    return error("the line is indented with a tab", Place(file, tabs[0], 1), hint)
