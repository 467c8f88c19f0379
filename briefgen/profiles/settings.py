"""Values of a profile that are set on the command line.

Enters: ``key=value`` texts, as after ``--set``, or values of other options. Leaves: the profile's
``YamlText`` with them in it, at places that name the setting. Whether a key exists is for the
schema to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.profiles.inheritance import MERGED, lay_over
from briefgen.yaml_reading import YamlText, read_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.yaml_reading import KeyPath


class Setting(Struct, frozen=True):
    """A value that stands over the profile's; ``place`` is what messages call it."""

    path: KeyPath
    value: object
    place: Place


def apply_settings(
    text: YamlText, settings: Sequence[str | Setting]
) -> tuple[YamlText, list[Diagnostic]]:
    """Lay the settings over a profile, the last one on top.

    Gives with it the faults of those that are not ``key=value``, or that cannot be set.
    """
    faults: list[Diagnostic] = []
    for one in settings:
        try:
            setting = read_setting(one) if isinstance(one, str) else one
            text = lay_over(text, _as_text(setting, text.file))
        except UnusableInput as fault:
            faults += fault.diagnostics
    return text, faults


def read_setting(words: str) -> Setting:
    """Read ``key=value``.

    Raises:
        UnusableInput: it is not of that form, or the key cannot be set.
    """
    key, equals, value = words.partition("=")
    place = Place(f"--set {key}".rstrip())
    if not equals or not key:
        hint = "write --set key=value, such as --set title='Objectives 5 and 9'"
        raise UnusableInput([error(f"'{words}' is not of the form key=value", place, hint)])
    path = tuple(key.split("."))
    depth = 2 if path[0] in MERGED else 1
    if key == "extends" or len(path) > depth:
        hint = f"keys at the top of a profile can be set, and those in {', '.join(sorted(MERGED))}"
        raise UnusableInput([error(f"'{key}' cannot be set", place, hint)])
    return Setting(path, read_value(value, place), place)


def _as_text(setting: Setting, file: str) -> YamlText:
    path, value = setting.path, setting.value
    lengths = range(1, len(path) + 1)
    places: dict[KeyPath, Place] = {path[:length]: setting.place for length in lengths}
    for step in reversed(path):
        value = {step: value}
    return YamlText(value, file, places, places)
