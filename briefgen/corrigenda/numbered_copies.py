"""Numbered copies of one pack, which differ in their number alone and are told of once.

Enters: corrigenda. Leaves: those of copies with the same changes together, and words for a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corrigenda.spans import spans

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.corrigenda.model import Corrigendum


def together(corrigenda: Iterable[Corrigendum]) -> list[tuple[Corrigendum, ...]]:
    """Give the corrigenda of copies that change alike as one group; any other is a group alone."""
    groups: dict[Hashable, list[Corrigendum]] = {}
    for one in corrigenda:
        alike = (one.new.title, one.changes, one.exchanges, one.unsaid, one.set_anew)
        key = alike if one.new.copy else one.new.name
        groups.setdefault(key, []).append(one)
    return [tuple(group) for group in groups.values()]


def copies_lines(groups: Iterable[Sequence[Corrigendum]], furniture: Furniture) -> Iterator[str]:
    """Say of each group of numbered copies which they are."""
    for group in groups:
        numbers = sorted(one.new.copy for one in group if one.new.copy)
        if numbers:
            yield furniture.fill("corrigendum-copies", copies=spans(numbers))
