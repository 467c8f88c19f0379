"""A pack for a reference that has a cover of its own: what would be said twice is left out.

Enters: a Pack. Leaves: the same without its cover's title, marking and facts. What else stands on
the cover, such as what the texts are worth, moves to the page after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.blocks import ListBlock, Paragraph

if TYPE_CHECKING:
    from briefgen.blocks import Block, Blocks, Pack, Section

_COVER = "cover"


def without_cover(pack: Pack) -> Pack:
    """Leave out the cover; a pack that is nothing else keeps it."""
    kept: Blocks = ()
    sections: list[Section] = []
    for section in pack.sections:
        if section.role == _COVER:
            kept += tuple(block for block in section.blocks if not _is_title(block))
        else:
            sections.append(replace(section, blocks=(*kept, *section.blocks)))
            kept = ()
    return replace(pack, sections=tuple(sections)) if sections and not kept else pack


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph | ListBlock) and block.role.startswith(f"{_COVER}-")
