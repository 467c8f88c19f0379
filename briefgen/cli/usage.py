"""Faults of the command line, in the words of whoever typed it.

Enters: what the library that reads options raises, and the arguments. Leaves: a ``Diagnostic``, as
for any other fault. What an option wants is told by its placeholder in the help ("N", "DIR"), which
is ours, and not by the library's types, which change with its versions.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import typer

from briefgen.cli.reporting import answer_json, report
from briefgen.diagnostics import Place, did_you_mean, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.diagnostics import Diagnostic

UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""What all of them are; the library has no public name for it."""

_WANTED: Final = {
    "N": ("a whole number", "10"),
    "PAGES": ("a whole number", "16"),
    "MM": ("a number, of millimetres", "0.1"),
    "YYYY-MM-DD": ("a day as year-month-day", "2018-06-04"),
}
"""What stands for a placeholder, and an example."""
_WHOLE: Final = re.compile(r"[+-]?[0-9]+", re.ASCII)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_QUOTED: Final = re.compile(r"'([^']*)'")


@contextmanager
def told_usage(arguments: Sequence[str]) -> Iterator[None]:
    """End the program where it is wrongly called, with one message; with ``--json`` as data, too.

    Raises:
        SystemExit: the arguments are wrong (2), or a person did not answer a question (1).
    """
    try:
        yield
    except typer.Abort:
        sys.exit(1)
    except UsageError as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            fault.show()  # type: ignore[attr-defined]  # a usage error, as above
            sys.exit(2)
        told = usage_fault(fault, arguments)
        if "--json" in arguments:
            answer_json({"diagnostics": [told.as_data()]})
        report([told])
        sys.exit(2)


def usage_fault(fault: Any, arguments: Sequence[str]) -> Diagnostic:  # noqa: ANN401 - see UsageError
    """Say what is wrong with ``arguments``, those after the program's name."""
    context = fault.ctx
    more = f"'{context.command_path} -h' tells what it takes" if context else ""
    match type(fault).__name__:
        case "NoSuchOption":
            known = [name for one in context.command.params for name in one.opts]
            message = f"there is no option '{fault.option_name}'"
            return error(message, hint=did_you_mean(fault.option_name, [*known, "--help"], more))
        case "BadOptionUsage":
            place = Place(fault.option_name)
            if "does not take" in fault.message:
                return error("it takes no value", place, "take out '=' and what follows")
            hint = f"write it after the option, with a space between: {_example(fault)}"
            return error("nothing is said with this option", place, hint)
        case "MissingParameter":
            name = _name(fault.param)
            if name.startswith("-"):
                return error(f"{name} is missing", hint=f"add {name} {fault.param.metavar or ''}")
            return error(f"{name} is missing", hint=more)
        case "BadParameter":
            return _bad_value(fault, arguments)
    return _other(fault, more)


def _other(fault: Any, more: str) -> Diagnostic:  # noqa: ANN401 - as above
    """Tell of a command that there is not, and of too many arguments."""
    words = _QUOTED.findall(fault.message)
    if "command" in fault.message and words:
        known = fault.ctx.command.list_commands(fault.ctx)
        message = f"there is no command '{words[0]}'"
        return error(message, hint=did_you_mean(words[0], known, more))
    if "unexpected extra" in fault.message:
        left = fault.message.partition("(s) (")[2].removesuffix(")")
        hint = f"put quotes around a name with spaces; {more}"
        return error(f"more is named than is taken: {left}", hint=hint)
    return error(fault.message.rstrip("."), hint=more)


def _bad_value(fault: Any, arguments: Sequence[str]) -> Diagnostic:  # noqa: ANN401 - as above
    name = _name(fault.param)
    typed = _typed(fault.param, arguments)
    place = Place(name)
    if "is not one of" in fault.message:
        known = _QUOTED.findall(fault.message.partition("is not one of")[2])
        return error(f"'{typed}' cannot be chosen", place, did_you_mean(typed, known))
    metavar = fault.param.metavar or ""
    what, example = _WANTED.get(metavar, ("a whole number", metavar.partition("|")[0]))
    hint = f"such as {name} {example}"
    if what.startswith("a whole") and _WHOLE.fullmatch(typed):
        hint = "give a larger number" if int(typed[:9]) < 1 else "give a smaller number"
        return error(f"{typed} is out of range", place, hint)
    if metavar == "YYYY-MM-DD" and (day := _day(typed)):
        hint = f"write {name} {day}"
    elif metavar == "YYYY-MM-DD" and _DAY.fullmatch(typed):
        return error(f"there is no day {typed}", place, hint)
    return error(f"'{typed}' is not {what}", place, hint)


def _day(typed: str) -> str:
    """Give the day that is meant by the numbers of day, month and year, or nothing."""
    if found := _DAY_FIRST.fullmatch(typed):
        with suppress(ValueError):
            day, month, year = map(int, found.groups())
            return date(year, month, day).isoformat()
    return ""


def _name(param: Any) -> str:  # noqa: ANN401 - as above
    """Give an option by its long name, an argument by its placeholder."""
    if param is None:
        return ""
    names = [one for one in param.opts if one.startswith("-")]
    return str(max(names, key=len)) if names else str(param.metavar or param.name)


def _example(fault: Any) -> str:  # noqa: ANN401 - as above
    """Give an option with its placeholder; which command it is of is not always told."""
    params = fault.ctx.command.params if fault.ctx else ()
    metavar = next((one.metavar for one in params if fault.option_name in one.opts), None)
    return f"{fault.option_name} {metavar or '…'}"


def _typed(param: Any, arguments: Sequence[str]) -> str:  # noqa: ANN401 - as above
    """Find what was given for an option: the last of several counts."""
    found = ""
    for at, one in enumerate(arguments):
        option, equals, value = one.partition("=")
        if option in param.opts:
            found = value if equals else "".join(arguments[at + 1 : at + 2])
    return found
