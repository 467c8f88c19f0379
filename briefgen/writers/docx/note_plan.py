"""From the notes of the tree to footnotes: one for each call, in the order of the calls.

Enters: what the body has called. Leaves: footnotes, each beginning with its mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.blocks import Paragraph
from briefgen.writers.docx.block_plan import closed, plan_blocks
from briefgen.writers.docx.column import Column
from briefgen.writers.docx.looks import PLAIN, Setting, dxa
from briefgen.writers.docx.model import Footnote, NoteMark, Para, RunLook, Tab

if TYPE_CHECKING:
    from briefgen.blocks import Note
    from briefgen.writers.docx.planning import Planning

_ROLE = "footnote"


def plan_footnotes(planning: Planning, width: int) -> tuple[Footnote, ...]:
    """Give the footnotes of a body that has been planned, in a column ``width`` dxa wide."""
    indent = dxa(planning.styles.role(_ROLE).indent)
    column = Column(width, indent, role=_ROLE, in_item=True, in_note=True)
    return tuple(
        _footnote(number, note, mark, column, planning)
        for number, (note, mark) in enumerate(planning.calls, 1)
    )


def first_number(planning: Planning) -> int:
    """Give the number from which Word can count the notes, so that each has its official mark.

    0 says that it cannot: a number is left out or called twice, or a mark is no number. Then
    every note carries its mark as words.
    """
    marks = [mark for _, mark in planning.calls]
    if not marks or not re.fullmatch("[1-9][0-9]{0,3}", marks[0]):
        return 0
    first = int(marks[0])
    return first if marks == [str(first + step) for step in range(len(marks))] else 0


def _footnote(number: int, note: Note, mark: str, column: Column, planning: Planning) -> Footnote:
    flow = closed(plan_blocks(note.blocks, column, planning))
    first, rest = flow[0], flow[1:]
    if not (isinstance(first, Para) and note.blocks and isinstance(note.blocks[0], Paragraph)):
        first, rest = Para(planning.styles.paragraph(_ROLE, column.setting())), flow
    hung = PLAIN  # the style of notes hangs their first line
    if first.style != planning.styles.paragraph(_ROLE, column.setting()):
        hang = dxa(planning.styles.role(_ROLE).hang)
        hung = Setting(left=column.left, hang=min(column.left, hang))
    style = planning.styles.reset(first.style, hung)
    from_right = bool(first.right_to_left)
    look = RunLook(style=planning.styles.character("note-mark"), right_to_left=from_right)
    head = (NoteMark(planning.faults.checked(mark), look), Tab())
    return Footnote(number, (replace(first, style=style, pieces=(*head, *first.pieces)), *rest))
