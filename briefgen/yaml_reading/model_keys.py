"""The keys that a model knows at a place, for the hint behind "unknown key".

Enters: a pydantic model and the location that an error gives. Leaves: names of keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic.fields import FieldInfo


def known_keys(model: type[BaseModel], location: Sequence[str | int]) -> list[str]:
    """Give the keys known where the last step of ``location`` stands, in the model's order."""
    types: list[Any] = [model]
    for step in location[:-1]:
        inner = [each for one in types for each in _below(one, step)]
        types = inner or types  # a step that is pydantic's own, not the author's
    keys = [
        _key(name, field)
        for one in types
        if isinstance(one, type) and issubclass(one, BaseModel)
        for name, field in one.model_fields.items()
    ]
    return list(dict.fromkeys(keys))


def _below(kind: Any, step: str | int) -> Iterator[Any]:  # noqa: ANN401 - a type expression
    """Give what stands one step below a type; for the tag of a union, the choice with that tag."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if step == _key(name, field):
                yield from _choices(field.annotation, None)
    elif isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping):
        yield from _choices(get_args(kind)[1], None)
    elif isinstance(step, int) and get_args(kind):
        yield from _choices(get_args(kind)[0], None)
    elif isinstance(kind, _Tagged) and kind.tag == step:
        yield from _choices(kind.kind, None)


def _key(name: str, field: FieldInfo) -> str:
    """Give the key of a field in the file."""
    return str(field.validation_alias or field.alias or name)


class _Tagged:
    """A choice of a union, with the tag that errors name it by."""

    def __init__(self, kind: Any, tag: str) -> None:  # noqa: ANN401 - a type expression
        self.kind = kind
        self.tag = tag


def _choices(kind: Any, tag: str | None) -> Iterator[Any]:  # noqa: ANN401 - a type expression
    """Give the choices of a type, without annotations; tagged ones wait for their tag."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        named = next((note.tag for note in notes if isinstance(note, Tag)), tag)
        yield from _choices(inner, named)
    elif get_origin(kind) in {UnionType, Union}:
        for one in get_args(kind):
            yield from _choices(one, tag)
    else:
        yield _Tagged(kind, tag) if tag else kind
