"""From lists of the tree to numbered paragraphs, whose printed numbers are the official labels.

Enters: a ``ListBlock`` and the column that it stands in. Leaves: its flow. A list that Word can
count is native numbering; a label that is a name is printed as words before a tab.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.blocks import ListBlock, Paragraph
from briefgen.writers.docx.column import Column, ListAround
from briefgen.writers.docx.inline_plan import set_apart
from briefgen.writers.docx.labels import label_runs
from briefgen.writers.docx.looks import Setting, dxa, paper_colour
from briefgen.writers.docx.model import Para, Tab, Words
from briefgen.writers.docx.numbering import DEEPEST_LEVEL, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.blocks import Blocks, ListItem
    from briefgen.writers.docx.model import Flow, Part
    from briefgen.writers.docx.planning import Planning

_BULLET = "bullet"


class _Run(Struct, frozen=True):
    """Items that count on from ``value`` at one level; without a level, their labels are words."""

    items: tuple[ListItem, ...]
    level: Level | None
    value: int = 0

    @property
    def in_letters(self) -> bool:
        return self.level is not None and self.level.format.endswith("Letter")


def plan_list(
    block: ListBlock,
    column: Column,
    planning: Planning,
    plan_blocks: Callable[[Blocks, Column], Flow],
) -> Flow:
    """Give the flow of a list; ``plan_blocks`` plans what its items hold."""
    inside = _inside(block, column, planning)
    outer = column.around.levels if column.around else ()
    below = _levels_below(block, inside, planning)
    flow: list[Part] = []
    for run in _runs(block, column, planning):
        levels, definition, number = outer, outer, None
        if run.level is not None:
            levels = (*outer[:DEEPEST_LEVEL], run.level)
            depth = len(levels) - 1
            definition = _definition(levels, below, column.around)
            number = (planning.numbering.add(definition, depth, run.value), depth)
        around = ListAround(block.role, block.kind, levels, definition, run.in_letters)
        here = replace(inside, around=around)
        for item in run.items:
            flow += _labelled(item, plan_blocks(item.blocks, here), number, here, planning)
            if isinstance(item.blocks[-1] if item.blocks else None, ListBlock):
                flow[-1] = _spaced_as(flow[-1], block.role, planning)
    return tuple(flow)


def _spaced_as(part: Part, role: str, planning: Planning) -> Part:
    """Keep the next item as far from a list inside this one as from this one's own words."""
    wanted = dxa(planning.styles.role(role).space_after)
    if not isinstance(part, Para) or planning.styles.look(part.style).after >= wanted:
        return part
    setting = planning.styles.setting_of(part.style)._replace(after=wanted)
    return replace(part, style=planning.styles.reset(part.style, setting))


def _inside(block: ListBlock, column: Column, planning: Planning) -> Column:
    """Give the column of a list's items, as far as all its runs share it."""
    indent = dxa(planning.styles.role(block.role).indent)
    around = ListAround(block.role, block.kind, column.around.levels if column.around else ())
    return replace(
        column,
        left=column.edge(indent),
        role=block.role,
        around=around,
        in_item=True,
        top=False,
    )


def _definition(
    levels: tuple[Level, ...], below: tuple[Level, ...], around: ListAround | None
) -> tuple[Level, ...]:
    """Give all the levels of a list; a list that fits its parent's definition shares that."""
    if around is not None and around.definition[: len(levels)] == levels:
        return around.definition
    return (*levels, *below)[: DEEPEST_LEVEL + 1]


def _levels_below(block: ListBlock, inside: Column, planning: Planning) -> tuple[Level, ...]:
    """Give the levels that lists inside this one will need, by the first that is met in each."""
    for item in block.items:
        for inner in item.blocks:
            if isinstance(inner, ListBlock) and inner.items:
                level = next(_runs(inner, inside, planning)).level
                if level is None:
                    return ()
                return (level, *_levels_below(inner, _inside(inner, inside, planning), planning))
    return ()


def _runs(block: ListBlock, column: Column, planning: Planning) -> Iterator[_Run]:
    """Cut a list into runs that Word can count, or print bullets before."""
    role = planning.styles.role(block.role)
    left = column.edge(dxa(role.indent))
    plain = Level(
        format=_BULLET,
        text="",
        left=left,
        hang=min(left, dxa(role.hang)),
        bold=role.bold or role.label_bold,
        italic=role.italic,
        colour=paper_colour(role.label_colour or role.colour),
    )
    if block.kind == "bullets":
        bullet = plain._replace(text=planning.faults.checked(_bullet(block, column, planning)))
        for has_label, group in groupby(block.items, lambda item: bool(item.label)):
            yield _Run(tuple(group), None if has_label else bullet)
        return
    around = column.around
    labels = [item.label for item in block.items]
    for run in label_runs(labels, inside_letters=around is not None and around.letters):
        items = block.items[run.start : run.start + run.count]
        if run.scheme is None or (around and len(around.levels) > DEEPEST_LEVEL):
            # Deeper than Word can count, two lists would count as one: their labels are words.
            yield _Run(items, None)
        else:
            text = f"{run.scheme.before}%{run.scheme.after}"
            yield _Run(items, plain._replace(format=run.scheme.numeral, text=text), run.value)


def _bullet(block: ListBlock, column: Column, planning: Planning) -> str:
    around = column.around
    if around is not None and column.in_item and around.kind == "bullets":
        return planning.styles.role(around.role).nested_bullet
    return planning.styles.role(block.role).bullet


def _labelled(
    item: ListItem,
    flow: Flow,
    number: tuple[int, int] | None,
    inside: Column,
    planning: Planning,
) -> Flow:
    """Put an item's label to its first paragraph, or to an empty one if it starts otherwise."""
    first, rest = flow[0] if flow else None, flow[1:]
    if not (isinstance(first, Para) and isinstance(item.blocks[0], Paragraph)):
        first, rest = Para(planning.styles.paragraph(inside.role, inside.setting())), flow
    role = planning.styles.role(inside.role)
    hang = min(inside.left, dxa(role.hang))
    setting = Setting(left=inside.left, hang=hang, box=inside.box)
    if number is not None:
        if role.rule is None:
            # The numbering says where number and words stand, so that the style need not.
            setting = Setting(box=inside.box)
        style = planning.styles.reset(first.style, setting)
        return (replace(first, style=style, number=number), *rest)
    if not item.label:
        return (first, *rest)
    style = planning.styles.reset(first.style, setting)
    label = set_apart(item.label, planning.styles.label(inside.role), style, planning)
    if first.right_to_left is not None:
        label = replace(label, look=label.look._replace(right_to_left=first.right_to_left))
    step = Tab() if hang else Words(" ")
    return (replace(first, style=style, pieces=(label, step, *first.pieces)), *rest)
