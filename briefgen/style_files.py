"""Style files: YAML to a ``Style``, with palette and ``based-on`` worked out.

Enters: the path of a style file. Leaves: a ``Style``, or every fault with its place. A file may be
based on another style and say only what differs; so may each role on another role. What a look is
used for is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from pydantic import Field

from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.named_files import find_named_file, is_name
from briefgen.resources import shipped
from briefgen.styles import (
    REQUIRED_ROLES,
    CardSizes,
    Colour,
    Duplex,
    Family,
    Fit,
    Marks,
    Millimetres,
    Model,
    Page,
    Paper,
    Role,
    Style,
    TableLook,
    Typography,
)
from briefgen.yaml_reading import check_model, read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefgen.yaml_reading import Key, YamlText

DEPTH_LIMIT = 8
"""Styles that may be based on one another in a row."""

CROWD = 500
"""Roles, or names in the palette, that one file may have; the shipped style has fifty."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_COLOUR_KEYS = frozenset({"colour", "label-colour", "rule-colour", "background", "head-background"})
_CAN_BE_NONE = (_COLOUR_KEYS | {"rule", "fit"}) - {"colour", "rule-colour"}


class RoleEntry(Role):
    """A role as a file has it: what it leaves out comes from the role it is ``based-on``."""

    based_on: str = ""


class StyleFile(Model):
    """A style file. Lengths are in points unless the key ends in ``mm``."""

    name: str = Field(min_length=1)
    title: str = ""
    based_on: str = ""
    """The name of a style beside this file or of a shipped one; this file says what differs."""
    page_size: Paper = "A4"
    duplex: Duplex | None = None
    """The edge that sheets printed on both sides turn about: long, short; none: one side only."""
    binding_mm: Millimetres = 0
    """What is added to the margin at the edge that sheets turn about."""
    palette: dict[str, Colour] = Field(default_factory=dict)
    """Names for colours; wherever a colour is asked for, a name or ``"#rrggbb"`` may stand."""
    family: Family = Family()
    table: TableLook = TableLook()
    typography: Typography = Typography()
    marks: Marks = Marks()
    card: CardSizes = CardSizes()
    fit: Fit | None = None
    """How far handouts may be tightened so that they fit; none: not at all."""
    pages: dict[str, Page] = Field(default_factory=dict)
    roles: dict[str, RoleEntry] = Field(default_factory=dict)


def load_style(path: Path) -> Style:
    """Read a style file and those that it is based on.

    Raises:
        UnusableInput: with every fault of the first file, from the base upwards, that has any.
    """
    chain = _chain(path)
    whole: dict[str, Any] = {}
    bases: dict[str, YamlText] = {}
    for text in reversed(chain):
        part = _check_file(text, whole.get("palette", {}))
        bases |= dict.fromkeys(part.get("roles", {}), text)
        whole = _merged(whole, part)
    faults = [*_missing(whole, chain[0]), *_unknown_bases(whole["roles"], bases)]
    if faults:
        raise UnusableInput(faults)
    whole["roles"] = _resolve_roles(whole["roles"], bases)
    if contradiction := _too_large_to_shrink(whole, chain[0]):
        raise UnusableInput([contradiction])
    used = {key: whole[key] for key in whole if key not in {"palette", "based-on"}}
    return Style.model_validate(used)


def style_schema() -> dict[str, Any]:
    """Give the JSON Schema of a style file."""
    schema = StyleFile.model_json_schema(by_alias=True)
    for part in schema["$defs"].values():
        for key in _COLOUR_KEYS & part.get("properties", {}).keys():
            part["properties"][key] = {
                "type": "string",
                "description": "a name from the palette, '#rrggbb', or none",
            }
    return schema


def _chain(path: Path) -> list[YamlText]:
    """Read a file and those it is based on, the file itself first."""
    paths = [path]
    chain = [read_yaml_file(path)]
    while base := _based_on(chain[-1]):
        place = chain[-1].place("based-on")
        if not is_name(base):
            hint = "put it beside this one and give its name, without '.yaml'"
            message = f"a style is based on another by its name, not by a path: '{base}'"
            raise UnusableInput([error(message, place, hint)])
        folders = [paths[-1].parent, shipped("templates") / "styles"]
        if paths[-1].stem == base:  # a delegation's own "standard" is based on the shipped one
            folders = folders[1:]
        found = find_named_file("style", base, folders, place)
        if any(found.samefile(one) for one in paths):
            message = f"the style is based on itself, by way of '{base}'"
            raise UnusableInput([error(message, place, "take 'based-on' out of one of the files")])
        if len(chain) >= DEPTH_LIMIT:
            message = f"more than {DEPTH_LIMIT} styles are based on one another"
            raise UnusableInput([error(message, place, "base the style on an earlier one")])
        paths.append(found)
        chain.append(read_yaml_file(found))
    return chain


def _based_on(text: YamlText) -> str:
    base = text.value.get("based-on", "") if isinstance(text.value, dict) else ""
    return base if isinstance(base, str) else ""


def _check_file(text: YamlText, palette: Mapping[str, str]) -> dict[str, Any]:
    """Check one file by itself and give what it says, with colours for their names."""
    _refuse_crowds(text)
    value, faults = _with_colours(text, palette)
    try:
        checked = check_model(StyleFile, replace(text, value=value))
    except UnusableInput as fault:
        faults += fault.diagnostics
    if faults:
        raise UnusableInput(sorted(faults, key=lambda one: one.place or Place(text.file)))
    return checked.model_dump(by_alias=True, exclude_unset=True)


def _refuse_crowds(text: YamlText) -> None:
    """Refuse more names than a hint could be looked up among in reasonable time."""
    value = text.value if isinstance(text.value, dict) else {}
    crowds = [key for key, part in value.items() if isinstance(part, dict) and len(part) > CROWD]
    if crowds:
        raise UnusableInput(
            error(f"'{key}' has more than {CROWD} keys", text.key_place(key), "take some out")
            for key in crowds
        )


def _with_colours(text: YamlText, inherited: Mapping[str, str]) -> tuple[object, list[Diagnostic]]:
    """Put colours in the place of the palette's names."""
    if not isinstance(text.value, dict):
        return text.value, []
    faults: list[Diagnostic] = []
    own = text.value.get("palette")
    palette = dict(inherited)
    for name, colour in own.items() if isinstance(own, dict) else ():
        if isinstance(colour, str) and _COLOUR.fullmatch(colour.lower()):
            palette[str(name)] = colour.lower()
        else:
            faults.append(_no_colour(colour, text.place("palette", name), ()))
            palette[str(name)] = "#000000"
    value = {
        key: _coloured((key,), part, palette, text, faults) for key, part in text.value.items()
    }
    if isinstance(own, dict):
        value["palette"] = {name: palette[str(name)] for name in own}
    return value, faults


def _coloured(
    path: tuple[Key, ...],
    value: object,
    palette: Mapping[str, str],
    text: YamlText,
    faults: list[Diagnostic],
) -> object:
    if isinstance(value, dict):
        return {k: _coloured((*path, k), v, palette, text, faults) for k, v in value.items()}
    key = path[-1]
    if value == "none" and key in _CAN_BE_NONE:
        return None
    if key not in _COLOUR_KEYS or len(path) == 1:
        return value
    words = str(value)
    colour = words.lower() if _COLOUR.fullmatch(words.lower()) else palette.get(words)
    if colour is None:
        faults.append(_no_colour(value, text.place(*path), palette))
    return colour or "#000000"


def _no_colour(value: object, place: Place, palette: Mapping[str, str] | tuple[()]) -> Diagnostic:
    if value is None:  # an unquoted # starts a comment
        hint = 'put it in quotes: "#0b5a8a"; write none for no colour'
        return error("there is no colour here", place, hint)
    otherwise = 'write it as "#0b5a8a", or name one of the palette'
    hint = did_you_mean(str(value), palette, otherwise)
    return error(f"'{value}' is not a colour", place, hint)


def _merged(base: dict[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one mapping over another; what ``over`` leaves out stays."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        mappings = isinstance(value, dict) and isinstance(below, dict)
        result[key] = _merged(below or {}, value) if mappings else value
    return result


def _missing(whole: dict[str, Any], text: YamlText) -> Iterator[Diagnostic]:
    roles = whole.setdefault("roles", {})
    if missing := [name for name in REQUIRED_ROLES if name not in roles]:
        hint = "add them, or write 'based-on: standard' at the top"
        yield error(f"roles are missing: {', '.join(missing)}", text.place("roles"), hint)
    if "body" not in whole.setdefault("pages", {}):
        hint = "add 'body: {…}', or write 'based-on: standard' at the top"
        yield error("the page 'body' is missing", text.place("pages"), hint)


def _too_large_to_shrink(whole: dict[str, Any], text: YamlText) -> Diagnostic | None:
    """Tell of a file whose own smallest type is larger than the type of its text.

    One that it takes over from its base is no contradiction: its type then stays as it is.
    """
    own = text.value.get("fit") if isinstance(text.value, dict) else None
    smallest = own.get("smallest") if isinstance(own, dict) else None
    size = whole["roles"]["body"].get("size", Role().size)
    if smallest is None or smallest <= size:
        return None
    message = f"the smallest type, {smallest:g} points, is larger than 'body', {size:g} points"
    return error(message, text.place("fit", "smallest"), f"write {size:g} or less")


def _unknown_bases(
    roles: Mapping[str, Mapping[str, Any]], files: Mapping[str, YamlText]
) -> Iterator[Diagnostic]:
    for name, role in roles.items():
        base = role.get("based-on", "")
        if base and base not in roles:
            place = files[name].place("roles", name, "based-on")
            yield error(f"there is no role '{base}'", place, did_you_mean(base, roles))


def _resolve_roles(
    roles: Mapping[str, dict[str, Any]], files: Mapping[str, YamlText]
) -> dict[str, dict[str, Any]]:
    """Complete every role by the one it is based on."""
    done: dict[str, dict[str, Any]] = {}
    circles: list[Diagnostic] = []
    for name in roles:
        way: dict[str, None] = {}
        step = name
        while step and step not in done and step not in way:
            way[step] = None
            step = roles[step].get("based-on", "")
        if step in way:
            circles.append(_circle(list(way), step, files))
            done |= {role: {} for role in way}  # told once is enough
            continue
        for role in reversed(way):
            own = {key: value for key, value in roles[role].items() if key != "based-on"}
            base = str(roles[role].get("based-on", ""))
            done[role] = _merged(done[base], own) if base else own
    if circles:
        raise UnusableInput(circles)
    return {name: done[name] for name in roles}


def _circle(way: Sequence[str], again: str, files: Mapping[str, YamlText]) -> Diagnostic:
    """Tell of roles that are based on one another; a long row of them is cut short."""
    names = way[way.index(again) :]
    shown = [*names[:8], *(["…"] if names[8:] else []), again]
    place = files[again].place("roles", again, "based-on")
    message = f"roles are based on one another: {' → '.join(shown)}"
    return error(message, place, "let one of them stand without 'based-on'")
