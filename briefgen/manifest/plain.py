"""The written form of a manifest: JSON, the same text for the same manifest.

Enters: a ``Manifest``, or text out of a file that may come from anyone. Leaves: text, or a
``Manifest``; text that is none is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.manifest.model import (
    Cell,
    Identity,
    Manifest,
    Mark,
    NotePassages,
    Own,
    Passage,
    Quoted,
    Said,
)
from briefgen.manifest.words import FINGERPRINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.manifest.model import Part

VERSION: Final = 1
"""The form of manifests that this program writes and reads."""
LONGEST: Final = 32 * 2**20
"""Characters of a manifest; that of a pack with all shipped texts has half a million."""
_SIZES: Final = (6.0, 72.0)
"""The smallest and the largest type in points that a manifest is believed to speak of."""
_MODES: Final = ("verbatim", "corrected", "clean")

Data = dict[str, Any]


def manifest_text(manifest: Manifest) -> str:
    """Write a manifest."""
    identity = manifest.identity
    data = {
        "manifest": VERSION,
        "program": f"briefgen {identity.program}",
        "profile": identity.profile,
        "text": identity.text,
        "language": identity.language,
        "documents": dict(identity.documents),
        "typography": dict(identity.typography),
        "verified": identity.verified,
        "passages": [_passage_data(one) for one in manifest.passages],
        "notes": [
            {"mark": note.mark, "passages": [_passage_data(one) for one in note.passages]}
            for note in manifest.notes
        ],
    }
    if identity.partial:
        data["partial"] = True
    if identity.marking:
        data["marking"] = identity.marking
    if identity.large_print:
        data["large_print"] = identity.large_print
    if manifest.comments:
        data["comments"] = list(manifest.comments)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _passage_data(passage: Passage) -> Data:
    data: Data = {"parts": [_part_data(part) for part in passage.parts]}
    for key in ("whole", "level", "label", "role"):
        if value := getattr(passage, key):
            data[key] = value
    if passage.heading is not None:
        data["heading"] = passage.heading
    if passage.cell:
        data["cell"] = list(passage.cell)
    if passage.marks:
        data["marks"] = [list(mark) for mark in passage.marks]
    if passage.edited is not None:
        data["edited"] = passage.edited
    return data


def _part_data(part: Part) -> Data:
    match part:
        case Quoted(unit, words, start, end):
            data: Data = {"unit": unit, "words": words}
            return data if end is None else data | {"from": start, "to": end}
        case Said(text):
            return {"said": text}
        case Own(words):
            return {"own": words}


def read_manifest(text: str, place: Place) -> Manifest:
    """Read a manifest.

    Raises:
        UnusableInput: the text is no manifest, or one of a later form.
    """
    if len(text) > LONGEST:
        raise _unusable("the manifest in the file is larger than any pack's", place)
    try:
        data = json.loads(text)
        version = data["manifest"]
        if not isinstance(version, int) or version > VERSION:
            message = f"the manifest in the file has form {version!r:.20}, which is not known here"
            raise _unusable(message, place, "use the briefgen that made the file, or a later one")
        return _manifest(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "the manifest in the file is damaged"
        raise _unusable(
            message, place, "--find-quotes checks a file without its manifest"
        ) from None


def _manifest(data: Mapping[str, Any]) -> Manifest:
    if data["text"] not in _MODES:
        raise ValueError
    identity = Identity(
        program=_text(data["program"]).removeprefix("briefgen "),
        profile=_text(data["profile"]),
        text=data["text"],
        language=_text(data["language"]),
        documents=_texts(data["documents"]),
        typography=_texts(data["typography"]),
        verified=data["verified"] is True,
        partial=data.get("partial") is True,
        marking=_text(data.get("marking", "")),
        large_print=_points(data.get("large_print", 0.0)),
    )
    notes = tuple(
        NotePassages(_text(one["mark"]), _passages(one["passages"])) for one in data["notes"]
    )
    comments = tuple(map(_print, data.get("comments", ())))
    return Manifest(identity, _passages(data["passages"]), notes, comments)


def _passages(found: Iterable[Any]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for one in found:
        heading = one.get("heading")
        if heading is not None and not 0 <= _whole(heading) < len(passages):
            raise ValueError
        cell, edited = one.get("cell"), one.get("edited")
        passages.append(
            Passage(
                parts=tuple(_part(part) for part in one["parts"]),
                whole=_print(one.get("whole", "")),
                level=_whole(one.get("level", 0)),
                label=_text(one.get("label", "")),
                heading=heading,
                cell=Cell(*map(_whole, cell)) if cell else None,
                role=_text(one.get("role", "")),
                marks=tuple(Mark(_whole(at), _text(label)) for at, label in one.get("marks", ())),
                edited=None if edited is None else _print(edited),
            )
        )
    return tuple(passages)


def _part(data: Mapping[str, Any]) -> Part:
    if "unit" in data:
        end = data.get("to")
        return Quoted(
            _text(data["unit"]),
            _print(data["words"]),
            _whole(data.get("from", 0)),
            None if end is None else _whole(end),
        )
    return Said(_text(data["said"])) if "said" in data else Own(_print(data["own"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _points(value: object) -> float:
    """Take in a size of type that a page can hold, or 0."""
    if not isinstance(value, int | float) or not (value == 0 or _SIZES[0] <= value <= _SIZES[1]):
        raise ValueError
    return float(value)


def _print(value: object) -> str:
    """Take in a fingerprint; earlier versions of the program kept more of its digits."""
    return _text(value)[:FINGERPRINT]


def _whole(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError
    return value


def _texts(value: Mapping[Any, Any]) -> dict[str, str]:
    return {_text(key): _text(one) for key, one in value.items()}


def _unusable(message: str, place: Place, hint: str = "") -> UnusableInput:
    return UnusableInput([error(message, place, hint)])
