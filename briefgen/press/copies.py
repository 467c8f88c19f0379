"""How many copies go to which room, as a clerk writes it: ``main=30,interpreters=10``.

Enters: text. Leaves: numbers by room, in the order given, or every fault of the text.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PRESETS: Mapping[str, int] = MappingProxyType({"statement": 30, "interpreters": 10, "full": 350})
"""Copies for the conference officer of a statement, for interpreters, and for a distribution to all
(Delegates Handbook, 68th session of the General Assembly)."""

MOST_COPIES = 10_000
MOST_ROOMS = 12
LONGEST_NAME = 40
_PLACE = Place("--copies")
_COUNT = re.compile(r"[0-9]{1,9}", re.ASCII)


def read_copies(texts: Iterable[str]) -> dict[str, int]:
    """Read copies by room; the name of a preset may stand alone.

    Raises:
        UnusableInput: with everything that is no room, or no number of copies for one.
    """
    copies: dict[str, int] = {}
    faults: list[str] = []
    for entry in (one.strip() for text in texts for one in text.split(",")):
        room, equals, count = (part.strip() for part in entry.partition("="))
        if not equals and room in PRESETS:
            count = str(PRESETS[room])
        if not room or len(room) > LONGEST_NAME or not room.isprintable():
            faults.append(f"'{entry}' names no room")
        elif not _COUNT.fullmatch(count):
            faults.append(f"'{entry}' gives no number of copies")
        elif not 1 <= int(count) <= MOST_COPIES:
            faults.append(f"{int(count)} copies for {room}: from 1 to {MOST_COPIES} can be printed")
        elif room in copies:
            faults.append(f"{room} is named twice")
        else:
            copies[room] = int(count)
    if len(copies) > MOST_ROOMS:
        faults.append(f"{len(copies)} rooms do not go on one sheet: {MOST_ROOMS} do")
    if faults:
        known = ", ".join(f"{name} ({count})" for name, count in PRESETS.items())
        hint = f"write main=30,interpreters=10, or one of {known}"
        raise UnusableInput(error(message, _PLACE, hint) for message in faults)
    return copies
