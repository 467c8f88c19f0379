"""A model's complaints, as the author of a file reads them."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads it when it makes the model
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag

from briefgen.errors import UnusableInput
from briefgen.yaml_reading import Unfit, check_model, read_yaml


class Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )


class Meeting(Model):
    name: str
    day: dt.date | None = None


class Rows(Model):
    rows: list[str]
    page_break: bool = False


class Units(Model):
    units: tuple[int | str, ...]


def _tag(value: object) -> str:
    return "<rows>" if isinstance(value, dict) and "rows" in value else "<units>"


def _no_x(letters: list[str]) -> list[str]:
    wrong = [index for index, letter in enumerate(letters) if letter == "x"]
    if wrong:
        raise Unfit.joined(Unfit("no x here", "write y", (index,)) for index in wrong)
    return letters


class Pack(Model):
    title: str = Field(max_length=10)
    page_size: Literal["A4", "Letter"] = "A4"
    depth: Annotated[int, Field(ge=1, le=4)] = 1
    meeting: Meeting | None = None
    by_number: dict[int, list[str]] = Field(default_factory=dict)
    letters: Annotated[list[str], AfterValidator(_no_x)] = Field(default_factory=list)
    entries: list[
        Annotated[
            Annotated[Rows, Tag("<rows>")] | Annotated[Units, Tag("<units>")], Discriminator(_tag)
        ]
    ] = Field(default_factory=list)


def faults(text: str) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        check_model(Pack, read_yaml(text.encode(), "f"))
    return str(caught.value).replace("\n  hint: ", " | ").split("\n")


def test_a_good_file_becomes_the_model_without_conversions() -> None:
    text = (
        "title: T\nmeeting: {name: M, day: 2018-06-04}\n"
        "by-number: {5: [a]}\nentries: [{units: [1, a]}]"
    )
    pack = check_model(Pack, read_yaml(text.encode(), "f"))
    assert pack.meeting is not None
    assert str(pack.meeting.day) == "2018-06-04"
    assert pack.by_number == {5: ["a"]}
    assert pack.entries[0] == Units(units=(1, "a"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{}", "f:1:1: error: the key 'title' is missing | add 'title: …'"),
        ("", "f:1:1: error: the file is empty | start with 'key: value' lines"),
        (
            "- a",
            "f:1:1: error: expected keys with values, found a list | start with 'key: value' lines",
        ),
        ("title: 5", "f:1:8: error: expected text, found the number 5 | put it in quotes"),
        ("title: true", "f:1:8: error: expected text, found true | put it in quotes"),
        (
            "title:",
            "f:1:1: error: expected text, found nothing | give it a value, or take the key out",
        ),
        ("title: ABCDEFGHIJK", "f:1:8: error: the text is too long | at most 10 characters"),
        (
            "{title: T, page-size: A5}",
            "f:1:23: error: 'A5' is not one of the choices | did you mean 'A4'?",
        ),
        (
            "{title: T, page-size: folio}",
            "f:1:23: error: 'folio' is not one of the choices | choose A4 or Letter",
        ),
        (
            "{title: T, page_size: A4}",
            "f:1:12: error: unknown key 'page_size' | did you mean 'page-size'?",
        ),
        ("{title: T, depth: 9}", "f:1:19: error: 9 is too large | at most 4"),
        ("{title: T, depth: '2'}", "f:1:19: error: expected a whole number, found text"),
        ("{title: T, depth: 2.5}", "f:1:19: error: expected a whole number, found the number 2.5"),
        (
            "{title: T, meeting: {day: 2018-06-04}}",
            "f:1:21: error: the key 'name' is missing in 'meeting' | add 'name: …'",
        ),
        (
            "{title: T, meeting: {name: M, day: 2018-13-04}}",
            "f:1:36: error: '2018-13-04' is not a date | write it as 2018-06-04",
        ),
        (
            "{title: T, meeting: {name: M, dya: x}}",
            "f:1:31: error: unknown key 'dya' | did you mean 'day'?",
        ),
        (
            "{title: T, by-number: {5: a}}",
            (
                "f:1:27: error: expected a list, found text"
                " | write [one, two], or one item a line, each after '- '"
            ),
        ),
        ("{title: T, letters: [x, y, x]}", "f:1:22: error: no x here | write y"),
        (
            "{title: T, entries: [{rows: [a], page-brake: true}]}",
            "f:1:34: error: unknown key 'page-brake' | did you mean 'page-break'?",
        ),
        (
            "{title: T, entries: [{rows: [a], page-break: yes}]}",
            (
                "f:1:46: error: expected true or false, found text"
                " | write true or false, without quotes"
            ),
        ),
        (
            "{title: T, entries: [{units: [[]]}]}",
            "f:1:31: error: expected a whole number or text, found a list",
        ),
        (
            "{title: T, entries: [{}]}",
            "f:1:22: error: the key 'units' is missing in entry 1 of 'entries' | add 'units: …'",
        ),
    ],
)
def test_a_fault_is_told_in_plain_words_where_it_is(text: str, fault: str) -> None:
    assert faults(text)[0] == fault


def test_all_faults_are_told_in_the_order_of_the_lines() -> None:
    found = faults(
        "page-size: A5\ndepth: 9\nletters: [x, x]\nentries:\n- rows: 1\n- units: []\n  x: 1\n"
    )
    assert [one.split(" ")[0] for one in found] == [
        "f:1:1:",
        "f:1:12:",
        "f:2:8:",
        "f:3:11:",
        "f:3:14:",
        "f:5:9:",
        "f:7:3:",
    ]
