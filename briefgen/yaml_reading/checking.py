"""Plain data to a typed model, and the model's complaints at the places of their causes.

Enters: a ``YamlText`` and a pydantic model. Leaves: the model's instance, or every fault at the
place of the key or value that its author has to change. pydantic is imported on first use only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.yaml_reading.characters import FAULT_LIMIT
from briefgen.yaml_reading.unfit import Unfit
from briefgen.yaml_reading.wording import found_words, in_one_line, word, word_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from briefgen.yaml_reading.text import KeyPath, YamlText

Model = TypeVar("Model", bound="BaseModel")


def check_model(model: type[Model], text: YamlText) -> Model:
    """Give the model's instance; keys are the aliases of its fields, no value is converted.

    In a union that is told apart by a tag, the tag is written in angle brackets (``<rows>``), so
    that it cannot be mistaken for a key.

    Raises:
        UnusableInput: with every fault, in the order of the lines.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import, and seldom needed

    if not isinstance(text.value, dict):
        found = f"expected keys with values, found {found_words(text.value)}"
        message = "the file is empty" if text.value is None else found
        raise UnusableInput([error(message, text.place(), "start with 'key: value' lines")])
    try:
        # Read as JSON, a list may become a tuple and text a date, and nothing else is converted.
        return model.model_validate_json(
            json.dumps(text.value), strict=True, by_alias=True, by_name=False
        )
    except ValidationError as fault:
        details = fault.errors(include_url=False)[:FAULT_LIMIT]
    faults = sorted(_diagnostics(model, text, details), key=lambda one: one.place or Place(""))
    raise UnusableInput(
        replace(one, message=in_one_line(one.message)) for one in faults[:FAULT_LIMIT]
    )


def _diagnostics(
    model: type[BaseModel], text: YamlText, details: Sequence[ErrorDetails]
) -> list[Diagnostic]:
    from briefgen.yaml_reading.model_keys import known_keys  # noqa: PLC0415 - it needs pydantic

    faults: list[Diagnostic] = []
    expected: dict[KeyPath, list[str]] = {}
    above: set[KeyPath] = set()
    for detail in details:
        path = _path(text.value, detail["loc"])
        above.update(path[:length] for length in range(len(path)))
        unfit = detail.get("ctx", {}).get("error")
        if isinstance(unfit, Unfit):
            faults += (_unfit_fault(text, path, one) for one in unfit.every)
            continue
        complaint = word(detail, known_keys(model, detail["loc"]), path)
        if complaint.expected:
            expected.setdefault(path, []).append(complaint.expected)
        else:
            place = text.key_place(*path) if complaint.of_key else text.place(*path)
            faults.append(error(complaint.message, place, complaint.hint))
    for path, choices in expected.items():
        if path not in above:  # else the value fitted another choice, which told of what is in it
            message, hint = word_type(choices, _value(text.value, path))
            faults.append(error(message, text.place(*path), hint))
    return list(dict.fromkeys(faults))


def _unfit_fault(text: YamlText, path: KeyPath, unfit: Unfit) -> Diagnostic:
    path = _path(text.value, (*path, *unfit.at))
    place = text.key_place(*path) if unfit.of_key else text.place(*path)
    return error(unfit.message, place, unfit.hint)


def _path(value: object, location: Sequence[str | int]) -> KeyPath:
    """Give the author's path for pydantic's location, which also names choices of unions."""
    path: KeyPath = ()
    for step in location:
        if isinstance(value, dict):
            key = step if step in value else _number(step)
            if key in value:
                path, value = (*path, key), value[key]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path, value = (*path, step), value[step]
    return path


def _number(step: str | int) -> str | int:
    """Give the number that a key of JSON, always text, was in the YAML file."""
    return int(step) if isinstance(step, str) and step.lstrip("+-").isdecimal() else step


def _value(value: Any, path: KeyPath) -> object:  # noqa: ANN401 - as nested as the file
    for step in path:
        value = value[step]
    return value
