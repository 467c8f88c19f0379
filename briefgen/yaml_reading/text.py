"""What was read from a YAML file: plain data, and where each key and value stands.

Enters: nothing. Leaves: ``YamlText``. It does not know the syntax nor what keys mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

Key: TypeAlias = str | int
KeyPath: TypeAlias = tuple[Key, ...]
"""The way from the top to a value: keys of mappings, and positions in lists from 0."""


class YamlText(Struct, frozen=True):
    """The content of one YAML file.

    ``value`` is made of ``dict`` (keys are ``str`` or ``int``), ``list``, ``str``, ``int``,
    ``float``, ``bool`` and ``None``; dates are text.
    """

    value: object
    file: str
    places: Mapping[KeyPath, Place]
    """Where each value starts."""
    key_places: Mapping[KeyPath, Place]
    """Where the key of each value in a mapping starts."""

    def place(self, *path: Key) -> Place:
        """Give the place of a value; of the nearest one around it if there is none at ``path``."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.file, 1, 1)

    def key_place(self, *path: Key) -> Place:
        """Give the place of the key at the end of ``path``, or of the value if it has no key."""
        return self.key_places.get(path) or self.place(*path)
