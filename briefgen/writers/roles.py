"""Which role words have where they name none, and which headings are listed: for every writer.

Enters: parts of the tree and a style's roles. Leaves: names of roles. How a role looks, and in
which format, is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefgen.blocks import Cell, Contents, Heading

UNLISTED = "contents-heading"
"""The role of the heading over a contents list, which does not list itself."""

HEADING_LEVELS = range(1, 5)

_PLAIN = "body"


def role_inside(own: str, around: str) -> str:
    """Give the role of a paragraph: its own, or that of the list, cell, box or note around it."""
    return around if own == _PLAIN else own


def cell_role(cell: Cell, table: str, roles: Collection[str], *, is_head: bool) -> str:
    """Give the role of a cell's words; ``table`` is its table's, ``roles`` what the style has."""
    if is_head:
        return "table-head"
    if cell.header and "table-row-head" in roles:
        return "table-row-head"
    return table


def heading_level(heading: Heading) -> int:
    """Give a level that the styles have, whatever the tree says."""
    return min(max(heading.level, HEADING_LEVELS[0]), HEADING_LEVELS[-1])


def heading_role(heading: Heading) -> str:
    """Give the role of a heading's words."""
    return heading.role or f"heading-{heading_level(heading)}"


def contents_role(heading: Heading) -> str:
    """Give the role of a heading's entry in a contents list."""
    return f"contents-{heading_level(heading)}"


def is_listed(heading: Heading, contents: Contents) -> bool:
    """Say whether a contents list shows a heading."""
    return heading.level <= contents.depth and heading.role != UNLISTED


def label_before_words(label: str) -> str:
    """Give a label as it stands on one line with its words: a name gets a colon, ``(a)`` does not.

    For formats that cannot set labels in a column of their own.
    """
    return f"{label}:" if label[-1:].isalpha() else label
