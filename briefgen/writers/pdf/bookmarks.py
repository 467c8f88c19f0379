"""The outline beside the pages, and the names of places that links go to.

Enters: the bookmarks of a plan. Leaves: objects. References are to ISO 32000-1.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.writers.pdf.syntax import text, text_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.writers.pdf.objects import Objects
    from briefgen.writers.pdf.plan import Bookmark, Plan


def write_destinations(plan: Plan, pages: Sequence[int], objects: Objects) -> int:
    """Write the name tree of all anchors (7.9.6, 12.3.2.3)."""
    places = {one.anchor: _place(one, plan, pages) for one in plan.bookmarks if one.anchor}
    names = "".join(text(anchor) + places[anchor] for anchor in sorted(places, key=text_key))
    return objects.add(f"<</Names[{names}]>>")


def _place(bookmark: Bookmark, plan: Plan, pages: Sequence[int]) -> str:
    """Write a place on a page (12.3.2.2)."""
    top = plan.pages[bookmark.page - 1].height - bookmark.y
    return f"[{pages[bookmark.page - 1]} 0 R/XYZ 0 {top:.2f} null]"


def write_outline(plan: Plan, pages: Sequence[int], objects: Objects) -> int:
    """Write the outline, nested by the levels of the headings (12.3.3)."""
    first = objects.reserve(len(plan.bookmarks) + 1)
    top = first + len(plan.bookmarks)
    around: list[tuple[int, int]] = [(0, top)]
    parents: dict[int, int] = {}
    inside: dict[int, list[int]] = {top: []}
    for number, bookmark in enumerate(plan.bookmarks, first):
        while around[-1][0] >= bookmark.level:
            around.pop()
        parents[number] = around[-1][1]
        inside[parents[number]].append(number)
        inside[number] = []
        around.append((bookmark.level, number))
    beside: dict[int, str] = {}
    for family in inside.values():
        for before, after in pairwise(family):
            beside[before] = beside.get(before, "") + f"/Next {after} 0 R"
            beside[after] = f"/Prev {before} 0 R"
    for number, bookmark in enumerate(plan.bookmarks, first):
        goes = text(bookmark.anchor) if bookmark.anchor else _place(bookmark, plan, pages)
        objects.put(
            number,
            f"<</Title{text(bookmark.title)}/Parent {parents[number]} 0 R{beside.get(number, '')}"
            f"{_family(inside[number], closed=True)}/Dest{goes}>>",
        )
    objects.put(top, f"<</Type/Outlines{_family(inside[top], closed=False)}>>")
    return top


def _family(numbers: Sequence[int], *, closed: bool) -> str:
    """Write what an entry says of the entries inside it; a negative count means closed."""
    if not numbers:
        return ""
    count = -len(numbers) if closed else len(numbers)
    return f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {count}"
