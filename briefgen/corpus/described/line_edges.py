"""What a line of wrapped text is to the lines around it.

Enters: a line, and the description of an outline. Leaves: whether the line begins a paragraph, is a
whole one, belongs to none, or may go on with the line above. What kind of paragraph is not decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.corpus.described.description import OutlineDescription
    from briefgen.corpus.described.paragraphs import Edge


def edge_of(line: str, description: OutlineDescription) -> Edge:
    """Say what a line is to the lines around it, as far as its own words tell."""
    it = description
    if any(pattern.fits(line) for pattern in it.leave_out):
        return "passing"
    fixed = [*it.title_lines, *(one.line for one in it.headings if one.line)]
    fixed += [one for one in (it.opening, it.objectives and it.objectives.chapeau) if one]
    if any(not one.free and one.fits(line) for one in fixed):
        return "whole"
    entries = [it.objectives.title] if it.objectives else []
    entries += [it.notes.entry] if it.notes else []
    if any(one.starts(line) for one in (*fixed, *entries)):
        return "starts"
    schemes = (*it.lists, *((it.paragraphs,) if it.paragraphs else ()))
    return "starts" if any(scheme.read(line) for scheme in schemes) else "inside"
