"""The pipeline, in one readable function: select, compose, write.

Enters: a profile, a corpus, a style and folders of templates. Leaves: the Pack, and bytes by
format. Reads no clock and writes no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose import compose
from briefgen.selection import select
from briefgen.writers import write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style


def build_pack(profile: Profile, corpus: Corpus, style: Style, templates: Sequence[Path]) -> Pack:
    """Make the tree that every format is written from.

    Raises:
        UnusableInput: the profile asks for what the corpus, the templates or the style lack.
    """
    selection = select(corpus, profile)
    return compose(corpus, profile, selection, roles=frozenset(style.roles), folders=templates)


def build(
    profile: Profile,
    corpus: Corpus,
    style: Style,
    templates: Sequence[Path],
    formats: Sequence[str],
) -> Mapping[str, bytes]:
    """Give the pack in each of ``formats``, as bytes that are the same on every day."""
    pack = build_pack(profile, corpus, style, templates)
    return write(pack, style, formats)
