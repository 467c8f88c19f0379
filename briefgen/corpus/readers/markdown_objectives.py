"""Reads objectives and lettered actions from Markdown headings and lists.

Enters: a source of blocks ``# Objective 5``, ``## Title: …``, ``## Associated actions`` and
``- a. …``. Leaves: one section of titles and actions. In this format ``i.`` after ``h.`` is the
ninth letter, never a numeral.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.corpus.labels import LETTERS, label_at
from briefgen.corpus.model import Section, Unit
from briefgen.corpus.readers.reading import Rule
from briefgen.corpus.readers.unit_builder import UnitBuilder

if TYPE_CHECKING:
    from briefgen.corpus.readers.reading import Reading

_OBJECTIVE = re.compile(r"# Objective (\d+)$")
_TITLE = re.compile(r"## Title: ")
_ACTIONS = re.compile(r"## Associated actions$")
_ACTION = re.compile(r"- ([a-z])\. ")


def read_markdown_objectives(reading: Reading, document: str) -> tuple[Section, ...]:
    """Read a source of objectives; what does not fit is an error of the reading."""
    units: list[Unit] = []
    objective = actions = 0
    wanted = "objective"
    for number, line in enumerate(reading.lines, start=1):
        if not line.strip():
            continue
        if match := _OBJECTIVE.match(line):
            reading.explain(Rule.HEADING, number)
            if wanted != "objective":
                _unfinished(reading, number, objective, actions)
            if int(match[1]) != objective + 1:
                hint = f"{objective + 1} was expected: a line was lost, doubled or moved"
                reading.fault(number, f"objective {match[1]} follows objective {objective}", hint)
            objective, actions, wanted = int(match[1]), 0, "title"
        elif (match := _TITLE.match(line)) and wanted == "title":
            reading.explain(Rule.HEADING, number, 0, match.end())
            title = UnitBuilder(
                reading, f"{document}/{objective}/title", "objective-title", str(objective)
            )
            units.append(title.add(number, match.end()).build())
            wanted = "actions"
        elif _ACTIONS.match(line) and wanted == "actions":
            reading.explain(Rule.HEADING, number)
            wanted = "action"
        elif (match := _ACTION.match(line)) and wanted == "action":
            reading.explain(Rule.LABEL, number, 0, match.end())
            if match[1] != label_at(LETTERS, actions):
                reading.fault(
                    number,
                    f"action {match[1]} of objective {objective} where"
                    f" {label_at(LETTERS, actions)} was expected",
                    "a line was lost, doubled or moved",
                )
            actions += 1
            action = UnitBuilder(reading, f"{document}/{objective}/{match[1]}", "action", match[1])
            units.append(action.add(number, match.end()).build())
        else:
            reading.fault(number, "no rule explains this line", "see the format's rules")
    _unfinished(reading, len(reading.lines), objective, actions)
    return (Section("objectives", tuple(units)),)


def _unfinished(reading: Reading, number: int, objective: int, actions: int) -> None:
    """Report an objective that ends before its first action."""
    if not actions:
        reading.fault(number, f"objective {objective} ends without actions", "a line was lost")
