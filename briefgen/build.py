"""The pipeline up to the tree: select, find the template, compose.

Enters: a profile, a corpus, a style and folders of templates. Leaves: the Pack, which
``writers.write`` makes files of. Reads no clock and writes no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen import __version__
from briefgen.attaching import attachments
from briefgen.compose import Layout, compose, find_layout
from briefgen.compose.sheets import apart_by_groups, sheets_apart
from briefgen.display.typography import shown_by
from briefgen.errors import Faults
from briefgen.large_print import in_large_print
from briefgen.manifest import make_manifest, manifest_text
from briefgen.selection import Selection, select

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Findings
    from briefgen.styles import Style


def build_pack(profile: Profile, corpus: Corpus, style: Style, templates: Sequence[Path]) -> Pack:
    """Make the tree that every format is written from.

    Raises:
        UnusableInput: the profile asks for what the corpus, the templates or the style lack.
    """
    return compose_pack(profile, corpus, style, find_ingredients(profile, corpus, templates))


class Ingredients(Struct, frozen=True):
    """What a profile names, found."""

    selection: Selection
    layout: Layout


def find_ingredients(
    profile: Profile,
    corpus: Corpus,
    templates: Sequence[Path],
    findings: Findings | None = None,
) -> Ingredients:
    """Find all that the profile names but its style.

    ``findings`` are what a search knows of the units that the profile names.

    Raises:
        UnusableInput: with everything that is not there.
    """
    faults = Faults()
    with faults.gathered():
        selection = select(corpus, profile)
        if findings:
            selection = replace(selection, findings=findings)
    with faults.gathered():
        layout = find_layout(profile, templates)
    faults.raise_any()
    return Ingredients(selection, layout)


def ingredients_apart(profile: Profile, ingredients: Ingredients) -> dict[str, Ingredients]:
    """Give the ingredients of each sheet or card, by what is to stand in its file's name."""
    selection, furniture = ingredients.selection, ingredients.layout.furniture
    if profile.layout == "card":
        from briefgen.compose.cards import on_cards  # noqa: PLC0415 - few packs are cards

        apart = apart_by_groups(selection, on_cards(profile, selection, furniture))
    else:
        apart = sheets_apart(selection, profile.handout.each, furniture)
    return {name: replace(ingredients, selection=one) for name, one in apart.items()}


def compose_pack(
    profile: Profile,
    corpus: Corpus,
    style: Style,
    ingredients: Ingredients,
    *,
    verified: bool = True,
) -> Pack:
    """Make the tree of ingredients that were found, with its manifest and what is attached.

    ``verified`` is what the manifest says of it: that its files are checked before delivery.

    Raises:
        UnusableInput: the template is wrong, or uses what the style lacks.
    """
    pack = compose(
        corpus,
        profile,
        ingredients.selection,
        ingredients.layout,
        roles=frozenset(style.roles),
        typography=style.typography,
    )
    if profile.printing.size:
        pack = in_large_print(pack)
    display = shown_by(profile.text, style.typography, corpus)
    manifest = make_manifest(pack, profile, corpus, display, program=__version__, verified=verified)
    text = manifest_text(manifest)
    return replace(pack, manifest=text, attachments=attachments(profile, text))
