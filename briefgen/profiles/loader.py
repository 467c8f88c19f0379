"""A profile file to a ``Profile``.

Enters: a path, the settings of the command line, and the folders where profiles are looked up by
name. Leaves: a ``Profile`` that knows where each of its values was written, or every fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.named_files import find_named_file
from briefgen.profiles.inheritance import read_with_extended
from briefgen.profiles.ranges import trace_objectives
from briefgen.profiles.schema import Profile
from briefgen.profiles.settings import apply_settings
from briefgen.yaml_reading import YamlText, check_model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefgen.profiles.settings import Setting
    from briefgen.yaml_reading import KeyPath


def find_profile(name_or_path: str, search: Sequence[Path]) -> Path:
    """Find a profile by its path, or by its name in the folders; the first that has it wins.

    Raises:
        UnusableInput: there is none; the hint gives the nearest name.
    """
    return find_named_file("profile", name_or_path, search)


def load_profile(
    path: Path, *, settings: Sequence[str | Setting] = (), search: Sequence[Path]
) -> Profile:
    """Read a profile; ``search`` are the folders for ``extends: name``.

    Raises:
        UnusableInput: with every fault of the file, of those it extends, and of the settings.
    """
    return _checked(read_with_extended(path, search), settings)


def make_profile(
    data: Mapping[str, object], name: str, settings: Sequence[str | Setting] = ()
) -> Profile:
    """Make a profile of plain data, such as a file holds; messages call its place ``name``.

    Raises:
        UnusableInput: with every fault of the data and of the settings.
    """
    return _checked(YamlText(dict(data), name, {(): Place(name)}, {}), settings)


def _checked(text: YamlText, settings: Sequence[str | Setting]) -> Profile:
    text, faults = apply_settings(text, settings)
    text = _with_default_document(text)
    try:
        profile = check_model(Profile, text)
    except UnusableInput as fault:
        raise UnusableInput([*faults, *fault.diagnostics]) from None
    if faults:
        raise UnusableInput(faults)
    return profile.placed(_places(text), text.value if isinstance(text.value, dict) else {})


def _with_default_document(text: YamlText) -> YamlText:
    """Give entries that need a document and name none the profile's own ``from``."""
    value = text.value
    if not isinstance(value, dict) or not isinstance(value.get("contents"), list):
        return text
    default = value.get("from")
    if not isinstance(default, str):
        return text
    contents = [
        entry | {"from": default} if _wants_document(entry) else entry
        for entry in value["contents"]
    ]
    added: dict[KeyPath, Place] = {
        ("contents", index, "from"): text.place("from")
        for index, entry in enumerate(value["contents"])
        if _wants_document(entry)
    }
    return replace(text, value=value | {"contents": contents}, places={**text.places, **added})


def _wants_document(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and "from" not in entry
        and bool({"objectives", "section"} & entry.keys())
    )


def _places(text: YamlText) -> dict[KeyPath, Place]:
    """Give the places by path; objectives and letters go by number and letter, not position."""
    contents = text.value["contents"] if isinstance(text.value, dict) else ()
    places = {path: place for path, place in text.places.items() if not _in_objectives(path)}
    for index, entry in enumerate(contents):
        if "objectives" in entry:
            start: KeyPath = ("contents", index, "objectives")
            for name, path in trace_objectives(entry["objectives"]).paths.items():
                places[(*start, *name)] = text.place(*start, *path)
    return places


def _in_objectives(path: KeyPath) -> bool:
    """Tell the paths that go by position in the list of objectives, or by their range."""
    return len(path) > 3 and path[0] == "contents" and path[2] == "objectives"  # noqa: PLR2004
