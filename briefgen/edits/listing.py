"""The list of what could not be carried over, as a page that stands beside the rebuilt pack.

Enters: conflicts. Leaves: Markdown. It holds all the words, so that nothing is lost with the file
that was edited.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.edits.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.edits.model import Conflict


def conflicts_text(name: str, conflicts: Sequence[Conflict]) -> str:
    """Give the list; ``name`` is that of the file that was edited."""
    lines = [f"# What of {name} was not carried over", ""]
    order = list(KINDS)
    ranked = sorted(conflicts, key=lambda one: order.index(one.kind))
    for kind, same in groupby(ranked, key=lambda one: one.kind):
        lines += [f"## {KINDS[kind].capitalize()}", ""]
        for one in same:
            where = ", ".join(part for part in (str(one.spot), one.unit) if part)
            pending = " (tracked changes are pending there)" if one.pending else ""
            lines.append(f"- {where}{pending}")
            lines += [f"  - edited: {line}" for line in one.words.splitlines()]
            if one.now:
                lines.append(f"  - now: {one.now}")
        lines.append("")
    return "\n".join(lines)
