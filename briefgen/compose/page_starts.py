"""Which headings start a new page below those of chapters: a part's, or an objective's.

Enters: the parts of a chapter, as plain data. Leaves: the same, their headings marked. What a
chapter begins with is not marked: it begins a page already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Data = dict[str, Any]


def start_part(part: Data) -> None:
    """Let the heading that a part begins with, if it begins with one, start a new page."""
    first = part["items"][0] if part["items"] else {}
    heading = part["heading"] or (first if first.get("kind") == "heading" else first.get("heading"))
    if heading:
        heading["new_page"] = True


def start_objectives(parts: Sequence[Data]) -> None:
    """Let each objective start a new page, with the headings that lead to it."""
    has_words = False
    leading: list[Data] = []
    for part in parts:
        if part["heading"]:
            leading.append(part["heading"])
        for item in part["items"]:
            if item["kind"] == "heading":
                leading.append(item)
                continue
            if item["kind"] == "objective":
                (*leading, item["heading"])[0]["new_page"] = has_words
            has_words, leading = True, []
        if part["kind"] != "text":
            has_words, leading = True, []
