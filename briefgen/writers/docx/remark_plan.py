"""From the comments of the tree to those of the file.

Enters: a Pack. Leaves: numbered comments, or a fault for one that has no place to stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.walk import quoted_units
from briefgen.writers.docx.model import Remark

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.writers.docx.faults import Faults


def plan_remarks(pack: Pack, faults: Faults) -> tuple[Remark, ...]:
    """Give the comments, numbered from 0 in the order of the Pack."""
    if not pack.comments:
        return ()
    quoted = quoted_units(pack)
    for comment in pack.comments:
        if comment.unit not in quoted:
            faults.add(f"a comment is on the unit '{comment.unit}', which is not quoted")
    return tuple(
        Remark(number, comment.unit, faults.all_checked(comment.paragraphs))
        for number, comment in enumerate(pack.comments)
    )
