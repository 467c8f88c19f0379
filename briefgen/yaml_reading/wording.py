"""A model's complaints in plain words.

Enters: one error of pydantic. Leaves: a ``Complaint``: the fact and its cure, without jargon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from briefgen.yaml_reading.text import KeyPath

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "date_type": "a date",
    "none_required": "nothing",
}
"""What the schema wants, by pydantic's name of the error."""

_HINTS = {
    "text": "put it in quotes",
    "true or false": "write true or false, without quotes",
    "a list": "write [one, two], or one item a line, each after '- '",
    "keys with values": "write 'key: value' lines, indented",
    "a date": "write it as 2018-06-04",
}

MESSAGE_LIMIT = 240
"""Characters of a message; a value that it quotes may be as long as the file."""

_LIMITS = {
    "greater_than": ("is too small", "more than", "gt"),
    "greater_than_equal": ("is too small", "at least", "ge"),
    "less_than": ("is too large", "less than", "lt"),
    "less_than_equal": ("is too large", "at most", "le"),
}


class Complaint(Struct, frozen=True):
    """A fault in words; ``of_key`` says that the key is to be changed, not its value."""

    message: str
    hint: str = ""
    of_key: bool = False
    expected: str = ""
    """What was expected, when the fault is the type of the value; ``message`` is then empty."""


def word(detail: ErrorDetails, known_keys: Sequence[str], path: KeyPath) -> Complaint:
    """Word one error; ``path`` is the author's way to the value."""
    kind, value = detail["type"], detail["input"]
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind in _EXPECTED:
        return Complaint("", expected=_EXPECTED[kind])
    if kind == "missing":
        return Complaint(f"the key '{last}' is missing{_inside(path)}", f"add '{last}: …'")
    if kind == "extra_forbidden":
        return Complaint(f"unknown key '{last}'", did_you_mean(last, known_keys), of_key=True)
    if kind == "literal_error":
        return Complaint(f"'{value}' is not one of the choices", _choice_hint(detail))
    return _word_content(detail)


def in_one_line(message: str) -> str:
    """Cut a message that quotes a long value, and put it on one line."""
    line = " ".join(message.split())
    return line if len(line) <= MESSAGE_LIMIT else f"{line[: MESSAGE_LIMIT - 60]} … {line[-50:]}"


def _inside(path: KeyPath) -> str:
    """Say what a key is missing in: a named mapping or an entry of a list."""
    if len(path) > 1 and isinstance(path[-1], int):
        return f" in entry {path[-1] + 1} of '{path[-2]}'"
    return f" in '{path[-1]}'" if path else ""


def _word_content(detail: ErrorDetails) -> Complaint:
    """Word an error about a value of the right type."""
    kind, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind in _LIMITS:
        fact, limit, name = _LIMITS[kind]
        return Complaint(f"{value} {fact}", f"{limit} {context[name]:g}")
    if kind.startswith("date_"):
        return Complaint(f"'{value}' is not a date", _HINTS["a date"])
    if kind == "string_too_short" or (kind == "too_short" and isinstance(value, str)):
        return Complaint("the text is empty", "give it words, or take the key out")
    if kind == "string_too_long":
        return Complaint("the text is too long", f"at most {context['max_length']} characters")
    if kind == "too_short":
        return Complaint("the list is empty", "give it items, or take the key out")
    return Complaint(detail["msg"][:1].lower() + detail["msg"][1:])


def word_type(expected: Sequence[str], value: object) -> tuple[str, str]:
    """Give message and hint for a value of the wrong type; ``expected`` are the choices."""
    wanted = " or ".join(dict.fromkeys(expected))
    if value is None:
        return f"expected {wanted}, found nothing", "give it a value, or take the key out"
    hint = _HINTS.get(wanted, "")
    if wanted == "text" and isinstance(value, list | dict):
        hint = "write the words themselves, in quotes if they start with '[' or '{'"
    return f"expected {wanted}, found {found_words(value)}", hint


def found_words(value: object) -> str:
    """Name a value for a message: ``text``, ``a list``, ``the number 5``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    for kind, words in ((str, "text"), (list, "a list"), (dict, "keys with values")):
        if isinstance(value, kind):
            return words
    return "nothing"


def _choice_hint(detail: ErrorDetails) -> str:
    """Give the nearest choice, or all of them; pydantic lists them as ``'a', 'b' or 'c'``."""
    listed: str = detail["ctx"]["expected"]
    choices = [one.strip("'") for one in listed.replace(" or ", ", ").split(", ")]
    all_of_them = f"choose {', '.join(choices[:-1])} or {choices[-1]}" if choices[1:] else listed
    return did_you_mean(str(detail["input"]), choices, all_of_them)
