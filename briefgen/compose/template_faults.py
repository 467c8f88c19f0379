"""What goes wrong in a template, in words for the person who wrote it.

Enters: an exception that Jinja or a template's own doing raised. Leaves: a ``Diagnostic`` with the
place in the template and the cure. Knows nothing of the elements that a template writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jinja2

from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SUFFIX = ".xhtml.j2"
"""How the name of a template's file ends."""

_CLOSE_TAGS = "close every '{{' with '}}', every '{%' with '%}' and every '{#' with '#}'"

_SYNTAX: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"Encountered unknown tag '(\w+)'.*needs to be closed is '(\w+)'",
            r"{% \1 %} stands where {% \2 %} is still open",
            r"close it with {% end\2 %}",
        ),
        (
            r"Unexpected end of template.*needs to be closed is '(\w+)'",
            r"the template ends while {% \1 %} is still open",
            r"close it with {% end\1 %}",
        ),
        (
            r"Encountered unknown tag '(\w+)'",
            r"there is no tag {% \1 %}",
            "such as if, for, set",
        ),
        (r"Missing end of comment tag", "a comment is not closed", "close '{#' with '#}'"),
        (r"[Uu]nexpected (.*)", r"unexpected \1", _CLOSE_TAGS),
        (r"expected token '(.*)', got '(.*)'", r"expected \1, found '\2'", _CLOSE_TAGS),
    )
)
"""Jinja's words, ours, and the cure; the first pattern that is found counts."""

_RUNTIME: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"^'.*' has no attribute '(.*)'$", r"'\1' is undefined", ""),
        (
            r"is not safely callable|is not callable",
            "a template can call macros only, not what belongs to words or data",
            "templates/README.md lists the filters",
        ),
        (
            r"access to attribute '(.*)' of .* is unsafe",
            r"a template cannot reach '\1'",
            "templates/README.md lists what a template is given",
        ),
        (r"codec can't decode", "the template is not UTF-8 text", "save it as UTF-8"),
        (r"^(.*) \(.*, line \d+\)$", r"\1", ""),
    )
)


def syntax_fault(
    fault: jinja2.TemplateSyntaxError, name: str, filters: Iterable[str]
) -> Diagnostic:
    """Word a template that Jinja cannot read; ``name`` is that of the template asked for."""
    message, hint = _reworded(_SYNTAX, " ".join((fault.message or "cannot be read").split()))
    unknown = re.match(r"No filter named '(.*)'", message)
    if unknown:
        hint = did_you_mean(unknown[1], filters) or "templates/README.md lists the filters"
    return error(f"template syntax: {message}", Place(fault.name or name, fault.lineno), hint)


def missing_part(fault: jinja2.TemplateNotFound, name: str, known: Iterable[str]) -> Diagnostic:
    """Word an ``include``, ``import`` or ``extends`` of a template that is not there."""
    asked = str(fault.name)
    hint = did_you_mean(asked, [one for one in known if one != name])
    return error(f"there is no template '{asked}'", _last_place(fault, name), hint)


def runtime_fault(fault: Exception, name: str, context: Mapping[str, object]) -> Diagnostic:
    """Word what happened while a template ran."""
    place = _last_place(fault, name)
    message, hint = _reworded(_RUNTIME, (str(fault) or type(fault).__name__).rstrip("."))
    missing = re.match(r"'(.+?)' is undefined", message)
    if isinstance(fault, jinja2.UndefinedError) and missing:
        hint = did_you_mean(missing[1], _names_in(context))
    if isinstance(fault, RecursionError):
        message = "the template calls itself without end"
        if not place.line:
            message = "the template is nested too deeply"
    if isinstance(fault, SyntaxError):  # Python's, of the code that Jinja makes: 100 levels at most
        message = "the template is nested too deeply"
    if isinstance(fault, MemoryError | OverflowError):
        message = "the template asks for too much memory"
    return error(message, place, hint)


def _reworded(table: Iterable[tuple[re.Pattern[str], str, str]], words: str) -> tuple[str, str]:
    for pattern, message, hint in table:
        found = pattern.search(words)
        if found:
            return found.expand(message), found.expand(hint)
    return words.rstrip("."), ""


def _last_place(fault: Exception, name: str) -> Place:
    """Give the line of the innermost template that was running."""
    place = Place(name)
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(SUFFIX):
            place = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _names_in(context: Mapping[str, object]) -> list[str]:
    names = set(context)
    for value in context.values():
        if isinstance(value, dict):
            names |= {str(key) for key in value}
    return sorted(names)
