"""Bytes to plain data: YAML without its surprises.

Enters: the bytes of a file. Leaves: a ``YamlText``, or every fault found. Refused are the parts of
YAML that only a machine writes or that hide what is meant: anchors and aliases, tags, directives,
several documents, keys given twice, keys that are not plain, deep nesting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.yaml_reading.characters import (
    FAULT_LIMIT,
    decode,
    refuse_characters,
    refused_characters_of,
)
from briefgen.yaml_reading.scalars import resolve, resolve_key
from briefgen.yaml_reading.syntax import reword
from briefgen.yaml_reading.text import Key, KeyPath, YamlText
from briefgen.yaml_reading.wording import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH_LIMIT = 20
"""Levels of lists and mappings inside one another; a profile has six."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNUSABLE_KEY = "\N{REPLACEMENT CHARACTER}"
"""Stands for a key that was refused, so that the values behind it are still looked at."""


def read_yaml(data: bytes, file: str) -> YamlText:
    """Read one YAML document; ``file`` is the name that messages give.

    Raises:
        UnusableInput: with every fault of the file, in the order of the lines.
    """
    text, faults = refuse_characters(decode(data, file), file)
    document = _Document(file, faults)
    try:
        for event in _events(text):
            document.take(event)
            if document.ended or len(faults) >= FAULT_LIMIT:
                break
    except yaml.MarkedYAMLError as fault:
        wrong = reword(fault, text.splitlines(), file)
        if not any(_same_line(wrong, one) for one in faults):
            faults.append(wrong)  # else it may come from what is already told of this line
    if faults:
        raise UnusableInput(sorted(faults, key=lambda one: one.place or Place(file)))
    return YamlText(document.value, file, document.places, document.key_places)


def read_value(words: str, place: Place) -> object:
    """Read a value given on its own, outside a file: a scalar, or a list such as ``[a, b]``.

    Raises:
        UnusableInput: with every fault, at ``place``.
    """
    faults = refused_characters_of(words, place)
    if faults:
        raise UnusableInput(faults)
    if words[:1] not in {"[", "{", "'", '"'}:
        return resolve(words) if words else ""
    try:
        return read_yaml(words.encode(), place.file).value
    except UnusableInput as fault:
        raise UnusableInput(replace(one, place=place) for one in fault.diagnostics) from None


def _same_line(one: Diagnostic, other: Diagnostic) -> bool:
    return bool(one.place and other.place and one.place.line == other.place.line)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Frame(Struct):
    """A list or mapping that is open; ``key`` is the key whose value comes next."""

    content: list[object] | dict[Key, object]
    path: KeyPath
    key: Key | None = None
    is_key: bool = False


class _Document(Struct):
    """Builds the value from the parser's events, without recursion."""

    file: str
    faults: list[Diagnostic]
    value: object = None
    places: dict[KeyPath, Place] = field(default_factory=dict)
    key_places: dict[KeyPath, Place] = field(default_factory=dict)
    ended: bool = False
    _open: list[_Frame] = field(default_factory=list)
    _documents: int = 0
    _anchors: set[str | None] = field(default_factory=set)

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            self._take_start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self._open.pop()
            if frame.is_key:
                self._open[-1].key = _UNUSABLE_KEY
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_anchor("*", event)
            self._take_unusable(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._take_document(event)

    def _take_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "a second document starts here ('---')"
            self._refuse(message, event, "keep one document in the file")
            self.ended = True
        elif event.version or event.tags:
            self._refuse("directives ('%') are not accepted", event, "take the line out")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        plain = event.style is None or event.style == ""
        place = self._place(event)
        self.faults += refused_characters_of(event.value, place)
        frame = self._open[-1] if self._open else None
        if frame and isinstance(frame.content, dict) and frame.key is None:
            self._take_key(frame, event, plain=plain)
            return
        if plain and not event.value and frame and frame.key is not None:
            # The parser places a missing value behind its key or on a later line.
            place = self.key_places.get((*frame.path, frame.key), place)
        self._attach(resolve(event.value) if plain else event.value, place)

    def _take_key(self, frame: _Frame, event: yaml.ScalarEvent, *, plain: bool) -> None:
        key = resolve_key(event.value) if plain else event.value
        frame.key = key
        if key == "":
            self._refuse("a key is missing before ':'", event, "write 'key: value'")
        path = (*frame.path, key)
        twin = next((one for one in (key, str(key)) if (*frame.path, one) in self.key_places), None)
        if isinstance(key, str) and twin is None and key.isdecimal():
            twin = int(key) if (*frame.path, int(key)) in self.key_places else None
        if twin is None:
            self.key_places[path] = self._place(event)
        elif key != _UNUSABLE_KEY:
            first = self.key_places[(*frame.path, twin)]
            hint = f"the first is at {first.line}:{first.column}; keep one of them"
            self._refuse(f"the key '{key}' is given twice", event, hint)

    def _take_start(self, event: yaml.CollectionStartEvent) -> None:
        content: list[object] | dict[Key, object]
        content = {} if isinstance(event, yaml.MappingStartEvent) else []
        if len(self._open) >= DEPTH_LIMIT:
            message = f"lists or mappings stand more than {DEPTH_LIMIT} levels deep"
            self._refuse(message, event, "write it flatter")
            self.ended = True
            return
        frame = self._open[-1] if self._open else None
        if frame and isinstance(frame.content, dict) and frame.key is None:
            message = "a list or mapping stands where a key is expected"
            self._refuse(message, event, "text that starts with '{' or '[' belongs in quotes")
            self._open.append(_Frame(content, (*frame.path, _UNUSABLE_KEY), is_key=True))
            return
        self._open.append(_Frame(content, self._attach(content, self._place(event))))

    def _take_unusable(self, event: yaml.Event) -> None:
        frame = self._open[-1] if self._open else None
        if frame and isinstance(frame.content, dict) and frame.key is None:
            frame.key = _UNUSABLE_KEY
        else:
            self._attach(None, self._place(event))

    def _attach(self, value: object, place: Place) -> KeyPath:
        if not self._open:
            self.value = value
            path: KeyPath = ()
        else:
            frame = self._open[-1]
            if isinstance(frame.content, list):
                path = (*frame.path, len(frame.content))
                frame.content.append(value)
            else:
                key = _UNUSABLE_KEY if frame.key is None else frame.key
                path = (*frame.path, key)
                frame.content[key] = value
                frame.key = None
        self.places[path] = place
        return path

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse_anchor("&", event)
        if event.tag is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            message = f"the tag '{tag}' is not accepted"
            self._refuse(message, event, "take it out, or put text that starts with '!' in quotes")

    def _refuse_anchor(self, sign: str, event: yaml.NodeEvent) -> None:
        if event.anchor in self._anchors:
            return  # told once for each name; an alias bomb has hundreds
        self._anchors.add(event.anchor)
        message = f"anchors and aliases are not accepted: '{sign}{event.anchor}'"
        hint = "write the value out again, or put text that starts with '&' or '*' in quotes"
        self._refuse(message, event, hint)

    def _refuse(self, message: str, event: yaml.Event, hint: str) -> None:
        self.faults.append(error(in_one_line(message), self._place(event), hint))

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None, "both parsers mark every event"
        return Place(self.file, mark.line + 1, mark.column + 1)
