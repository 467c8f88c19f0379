"""Signs of omission: where a pack leaves out what its document has between two things it prints.

Enters: what a document has, by id or label, and what was chosen of it. Leaves: items with signs
between them, in runs that a template can print as one list each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Data = dict[str, Any]

OMISSION: Data = {"omission": True}
"""Stands in a list of items for one or more that are left out."""


def with_gaps(known: Iterable[str], chosen: Mapping[str, Data]) -> list[Data]:
    """Give the chosen items in their document's order, one sign for each run of others."""
    items: list[Data] = []
    for one in known:
        if one in chosen:
            items.append(chosen[one])
        elif not items or items[-1] is not OMISSION:
            items.append(OMISSION)
    return items


def mark_gaps(item: Data, known: Sequence[str]) -> None:
    """Set the signs among an item's sub-items, at every level; ``known`` are the document's ids."""
    if not item["children"]:
        return
    for child in item["children"]:
        mark_gaps(child, known)
    depth = item["id"].count("/") + 1
    there = [one for one in known if one.startswith(f"{item['id']}/") and one.count("/") == depth]
    item["children"] = with_gaps(there, {child["id"]: child for child in item["children"]})


def in_runs(items: Iterable[Data]) -> list[Data]:
    """Give items as runs of neighbours, ``{"list": [...]}``, with the signs between the runs."""
    runs: list[Data] = []
    for item in items:
        if item["omission"]:
            runs.append(item)
            continue
        item["children"] = in_runs(item["children"])
        if not runs or runs[-1]["omission"]:
            runs.append({"omission": False, "list": []})
        runs[-1]["list"].append(item)
    return runs
