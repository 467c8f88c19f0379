"""A delivered file as read, as plain data: how it comes back from a process of its own.

Enters: a ``Delivered``, or data that a reader of hostile files has written. Leaves: data, or a
``Delivered``. It is JSON and never anything that Python would run.
"""

from __future__ import annotations

from typing import Any

from briefgen.manifest.model import Cell, Mark
from briefgen.verify.model import Delivered, Drawn, Note, Passage, Remark, Run, Spot

Data = dict[str, Any]


def as_data(file: Delivered) -> Data:
    """Give a file as plain data."""
    return {
        "name": file.name,
        "kind": file.kind,
        "passages": [_passage_data(one) for one in file.passages],
        "notes": [
            [note.mark, [_passage_data(one) for one in note.passages]] for note in file.notes
        ],
        "contents": [_passage_data(one) for one in file.contents],
        "strays": [_passage_data(one) for one in file.strays],
        "manifest": file.manifest,
        "structured": file.structured,
        "remarks": list(file.remarks),
        "sha256": file.sha256,
        "struck": list(file.struck),
        "comments": [[one.passage, one.words, one.author] for one in file.comments],
    }


def from_data(data: Data) -> Delivered:
    """Give the file back.

    Raises:
        KeyError, TypeError, ValueError: the data is no file.
    """
    return Delivered(
        name=str(data["name"]),
        kind="pdf" if data["kind"] == "pdf" else "docx",
        passages=tuple(map(_passage, data["passages"])),
        notes=tuple(Note(str(mark), tuple(map(_passage, found))) for mark, found in data["notes"]),
        contents=tuple(map(_passage, data["contents"])),
        strays=tuple(map(_passage, data["strays"])),
        manifest=None if data["manifest"] is None else str(data["manifest"]),
        structured=data["structured"] is True,
        remarks=tuple(map(str, data["remarks"])),
        sha256=str(data["sha256"]),
        struck=tuple(map(str, data["struck"])),
        comments=tuple(
            Remark(int(passage), str(words), str(author))
            for passage, words, author in data["comments"]
        ),
    )


def _passage_data(one: Passage) -> list[Any]:
    return [
        one.runs,
        one.spot,
        one.level,
        one.label,
        one.marks,
        one.tracked,
        one.drawn,
    ]


def _passage(data: list[Any]) -> Passage:
    runs, (page, paragraph, cell, note), level, label, marks, tracked, drawn = data
    return Passage(
        tuple(Run(str(words), str(unit)) for words, unit in runs),
        Spot(int(page), int(paragraph), Cell(*map(int, cell)) if cell else None, str(note)),
        int(level),
        str(label),
        tuple(Mark(int(place), str(shown)) for place, shown in marks),
        tracked is True,
        _drawn(*drawn) if drawn else None,
    )


def _drawn(height: object, low: object, last_page: object, in_order: object) -> Drawn:
    return Drawn(float(str(height)), float(str(low)), int(str(last_page)), in_order is True)
