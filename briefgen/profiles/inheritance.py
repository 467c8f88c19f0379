"""A profile that extends another: the files laid over one another.

Enters: the path of a profile. Leaves: one ``YamlText`` with the values of all files and the place
of each. What the keys mean is known here of two only: ``extends``, and ``meeting``, which merges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.named_files import find_named_file, is_name
from briefgen.yaml_reading import YamlText, read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefgen.yaml_reading import KeyPath

DEPTH_LIMIT = 8
"""Profiles that may extend one another in a row."""

MERGED = frozenset({"card", "handout", "meeting", "print"})
"""Keys whose mapping is completed by the extended profile's; all others replace it."""


def read_with_extended(path: Path, search: Sequence[Path]) -> YamlText:
    """Read a profile, and below it the profiles that it extends.

    Raises:
        UnusableInput: a file cannot be read, or the extending goes wrong.
    """
    paths = [path]
    whole = text = read_yaml_file(path)
    while isinstance(text.value, dict) and "extends" in text.value:
        found = _extended(text, paths, search)
        paths.append(found)
        text = read_yaml_file(found)
        if not isinstance(text.value, dict):
            message = "the extended profile has no keys with values"
            raise UnusableInput([error(message, text.place(), "extend another one")])
        whole = lay_over(text, whole)
    return whole


def _extended(text: YamlText, paths: Sequence[Path], search: Sequence[Path]) -> Path:
    asked = text.value["extends"] if isinstance(text.value, dict) else None
    place = text.place("extends")
    if not isinstance(asked, str) or not asked:
        message = "'extends' needs the name or the path of a profile"
        raise UnusableInput([error(message, place, "write 'extends: delegation-pack'")])
    folder = paths[-1].parent
    if is_name(asked):
        found = find_named_file("profile", asked, [folder, *search], place)
    else:
        found = _inside(folder, asked, search, place)
    if any(found.samefile(one) for one in paths):
        itself = found.samefile(paths[-1])
        message = "the profile extends itself" if itself else "the profiles extend one another"
        way = " → ".join([*(one.name for one in paths), found.name])
        hint = "take 'extends' out" if itself else f"take 'extends' out of one of them: {way}"
        raise UnusableInput([error(message, place, hint)])
    if len(paths) >= DEPTH_LIMIT:
        message = f"more than {DEPTH_LIMIT} profiles extend one another"
        raise UnusableInput([error(message, place, "extend an earlier one directly")])
    return found


def _inside(folder: Path, asked: str, search: Sequence[Path], place: Place) -> Path:
    """Find a path that stays in the profile's own folder or in one of those searched."""
    path = folder / asked
    inside = any(path.resolve().is_relative_to(allowed.resolve()) for allowed in (folder, *search))
    if not inside:
        message = f"'{asked}' leads out of the profile's folder"
        hint = "put the other profile beside this one, or give a shipped one's name"
        raise UnusableInput([error(message, place, hint)])
    if not path.is_file():
        message = f"there is no profile at '{asked}'"
        raise UnusableInput(
            [error(message, place, "the path starts from this profile's own folder")]
        )
    return path


def lay_over(below: YamlText, above: YamlText) -> YamlText:
    """Give the keys of both; where both have one, the value above stands, with its place."""
    lower = below.value if isinstance(below.value, dict) else {}
    upper = above.value if isinstance(above.value, dict) else {}
    value = dict(lower)
    covered: set[KeyPath] = set()
    for key, own in upper.items():
        other = lower.get(key)
        if key in MERGED and isinstance(own, dict) and isinstance(other, dict):
            value[key] = other | own
            covered.update((key, inner) for inner in own)
        else:
            value[key] = own
            covered.add((key,))
    return YamlText(
        value,
        above.file,
        _uncovered(below.places, covered) | dict(above.places),
        _uncovered(below.key_places, covered) | dict(above.key_places),
    )


def _uncovered(places: Mapping[KeyPath, Place], covered: set[KeyPath]) -> dict[KeyPath, Place]:
    """Leave out the places of values that another file has replaced."""
    return {
        path: place
        for path, place in places.items()
        if path[:1] not in covered and path[:2] not in covered
    }
