"""The kinds of value that a profile holds: one line, paragraphs, dates, names, choices.

Enters: plain values. Leaves: annotated types for the schema, which say in plain words what is
wrong with a value. What the values are for is not known here.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, TypeVar

from msgspec import Struct
from pydantic import AfterValidator, Field, PlainValidator, StringConstraints, WithJsonSchema

from briefgen.addresses import web_address
from briefgen.yaml_reading import Unfit

LINE_LIMIT = 250
"""Characters of a title, a place or a heading; a DOCX title holds no more than 255."""

ADDRESS_LIMIT = 200
"""Characters of a web address in a code."""

_WEB = {"http", "https"}

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DATE_HINT = "write year, month and day: 2018-06-04"

Item = TypeVar("Item")


class Dates(Struct, frozen=True):
    """The first and the last day of a meeting; the same day twice if it has only one."""

    start: dt.date
    end: dt.date


def _one_line(text: str) -> str:
    if "\n" in text:
        raise Unfit("expected one line, found several", "put the words on one line")
    return text


def _paragraphs(value: object) -> tuple[str, ...]:
    """Split at blank lines; the line ends inside a paragraph are the editor's, not the author's."""
    if isinstance(value, tuple):  # not from a file: made in code, as it is to be
        return value
    if not isinstance(value, str):
        raise Unfit("expected text", "start it on the next line after 'note: |', indented")
    paragraphs: list[list[str]] = [[]]
    for line in value.split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip(" \t"))
        elif paragraphs[-1]:
            paragraphs.append([])
    if not paragraphs[0]:
        raise Unfit("the text is empty", "give it words, or take the key out")
    return tuple(" ".join(lines) for lines in paragraphs if lines)


def _joined_lines(text: str) -> str:
    return " ".join(line.strip(" \t") for line in text.split("\n") if line.strip())


def _date(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        if _DATE.fullmatch(str(value)):
            return dt.date.fromisoformat(str(value))
    except ValueError:
        raise Unfit(f"there is no such day: '{value}'", _DATE_HINT) from None
    raise Unfit(f"'{value}' is not a date" if value else "expected a date", _DATE_HINT)


def _dates(value: object) -> Dates:
    if isinstance(value, Dates):
        return value
    first, slash, last = str(value).partition("/")
    start = _date(first)
    end = _date(last) if slash else start
    if end < start:
        raise Unfit("the meeting ends before it starts", f"write {last}/{first}")
    return Dates(start, end)


def _code_target(text: str) -> str:
    if text in {"text", "none"}:
        return text
    if len(text) > ADDRESS_LIMIT:
        hint = f"write one of {ADDRESS_LIMIT} characters at most: a longer one makes small squares"
        raise Unfit(f"the address in a code has {len(text)} characters", hint)
    if text.partition(":")[0].lower() not in _WEB or web_address(text) is None:
        hint = "write text, none, or an address that begins with https://"
        raise Unfit(f"a code cannot lead to '{text[:60]}'", hint)
    return text


def refuse_doubles(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Refuse an empty list, and everything that stands in it twice.

    Raises:
        Unfit: with the position of each repetition.
    """
    if not items:
        raise Unfit("nothing is selected", "name at least one, or take the key out")
    first = {item: index for index, item in reversed(list(enumerate(items)))}
    twice = [index for index, item in enumerate(items) if first[item] != index]
    if twice:
        raise Unfit.joined(
            Unfit(f"'{items[index]}' stands here twice", "take one of them out", (index,))
            for index in twice
        )
    return items


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LINE_LIMIT),
    AfterValidator(_one_line),
]
"""Text on one line; may be empty."""

FilledLine = Annotated[Line, Field(min_length=1)]

Point = Annotated[str, AfterValidator(_joined_lines), Field(min_length=1)]
"""A talking point: one paragraph."""

Paragraphs = Annotated[
    tuple[str, ...], PlainValidator(_paragraphs), WithJsonSchema({"type": "string"})
]

Day = Annotated[
    dt.date,
    PlainValidator(_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]

MeetingDates = Annotated[
    Dates,
    PlainValidator(_dates),
    WithJsonSchema({"type": "string", "pattern": f"^{_DATE.pattern}(/{_DATE.pattern})?$"}),
]

Chosen = Annotated[
    tuple[Item, ...],
    AfterValidator(refuse_doubles),
    Field(json_schema_extra={"minItems": 1, "uniqueItems": True}),
]
"""A list that holds something, and nothing twice."""

CodeTarget = Annotated[str, AfterValidator(_one_line), AfterValidator(_code_target)]
"""What a QR code says: ``text``, ``none``, or a web address."""
