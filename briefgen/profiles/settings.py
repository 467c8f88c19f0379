"""Values of a profile that are set on the command line.

Enters: ``key=value`` texts, as after ``--set``. Leaves: the profile's ``YamlText`` with them in
it, at places that name the setting. Whether a key exists is for the schema to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.profiles.inheritance import MERGED, lay_over
from briefgen.yaml_reading import YamlText, read_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.yaml_reading import KeyPath


def apply_settings(text: YamlText, settings: Sequence[str]) -> tuple[YamlText, list[Diagnostic]]:
    """Lay the settings over a profile, the last one on top.

    Gives with it the faults of those that are not ``key=value``, or that cannot be set.
    """
    faults: list[Diagnostic] = []
    for setting in settings:
        try:
            text = lay_over(text, _read_setting(setting, text.file))
        except UnusableInput as fault:
            faults += fault.diagnostics
    return text, faults


def _read_setting(setting: str, file: str) -> YamlText:
    key, equals, words = setting.partition("=")
    place = Place(f"--set {key}")
    if not equals or not key:
        hint = "write --set key=value, such as --set title='Objectives 5 and 9'"
        raise UnusableInput([error(f"'{setting}' is not of the form key=value", place, hint)])
    path = tuple(key.split("."))
    depth = 2 if path[0] in MERGED else 1
    if key == "extends" or len(path) > depth:
        hint = f"keys at the top of a profile can be set, and those in {', '.join(sorted(MERGED))}"
        raise UnusableInput([error(f"'{key}' cannot be set", place, hint)])
    value = read_value(words, place)
    places: dict[KeyPath, Place] = {path[:length]: place for length in range(1, len(path) + 1)}
    for step in reversed(path):
        value = {step: value}
    return YamlText(value, file, places, places)
