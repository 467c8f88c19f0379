"""A profile to a Pack with the style and the letterhead that it is written with.

Enters: a profile and a corpus. Leaves: a Pack, ready for any format. Templates and styles are
looked for in the working folder first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.build import Ingredients
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.fitting.card_cures import Composing
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Findings
    from briefgen.styles import Paper, Style
    from briefgen.writers.docx import Reference


class Composed(NamedTuple):
    """The packs of a profile, by what the names of their files have after its own.

    ``remarks`` are what their reader should know of how they came to be.
    """

    packs: dict[str, Pack]
    style: Style
    letterhead: Reference | None
    remarks: tuple[Diagnostic, ...] = ()


def composed(
    profile: Profile,
    corpus: Corpus,
    reference: Path | None = None,
    findings: Findings | None = None,
    *,
    to_write: bool,
    verified: bool = True,
) -> tuple[Pack, Style, Reference | None]:
    """Compose one pack; all that its profile names and is not there is told at once.

    ``findings`` are what a search knows of the units in it; ``verified`` tells whether the files
    are held against the corpus before they are delivered.

    Raises:
        UnusableInput: with everything that is not there.
    """
    ingredients, style, letterhead = _found(profile, corpus, reference, findings, to_write=to_write)
    from briefgen.build import compose_pack  # loaded by now, beside what is prepared

    def compose(changed: Profile) -> dict[str, Pack]:
        return {"": compose_pack(changed, corpus, style, ingredients, verified=verified)}

    packs = compose(profile)
    return packs[""], _on_pages(profile, packs, style, compose), letterhead


def composed_files(
    profile: Profile,
    corpus: Corpus,
    reference: Path | None = None,
    *,
    to_write: bool,
    verified: bool = True,
) -> Composed:
    """Compose the packs of a profile: one, or one for each sheet of a handout, or for each card.

    Raises:
        UnusableInput: with everything that is not there.
    """
    ingredients, style, letterhead = _found(profile, corpus, reference, None, to_write=to_write)
    from briefgen.build import compose_pack, ingredients_apart  # loaded by now, as above

    apart = {"": ingredients}
    if _is_divided(profile):
        found = ingredients_apart(profile, ingredients)
        apart = {f"-{name}": one for name, one in found.items()}
    if limit := profile.handout.fit:
        from briefgen.fitting import fit_packs

        def on_paper(paper: Paper) -> Style:
            return _look(profile, paper)

        fitted = fit_packs(
            profile, corpus, style, limit, apart, on_paper=on_paper, verified=verified
        )
        return Composed(fitted.packs, fitted.style, letterhead, fitted.remarks)

    def compose(changed: Profile) -> dict[str, Pack]:
        return {
            name: compose_pack(changed, corpus, style, one, verified=verified)
            for name, one in apart.items()
        }

    packs = compose(profile)
    return Composed(packs, _on_pages(profile, packs, style, compose), letterhead)


def _on_pages(
    profile: Profile, packs: Mapping[str, Pack], style: Style, compose: Composing
) -> Style:
    """Give the style in which cards have a page each; for all else, the style as it is."""
    if profile.layout != "card":
        return style
    from briefgen.fitting import fit_cards

    return fit_cards(packs, style, profile, compose)


def _is_divided(profile: Profile) -> bool:
    """Tell whether each sheet or card is to have a file of its own."""
    return "each" in {
        "handout": {profile.handout.files},
        "card": {profile.card.files},
    }.get(profile.layout, ())


def _found(
    profile: Profile,
    corpus: Corpus,
    reference: Path | None,
    findings: Findings | None,
    *,
    to_write: bool,
) -> tuple[Ingredients, Style, Reference | None]:
    """Find all that a profile names; what its formats need is loaded meanwhile."""
    from briefgen.cli.folders import TEMPLATES
    from briefgen.cli.references import find_reference
    from briefgen.errors import Faults
    from briefgen.writers import prepare

    faults = Faults()
    with faults.gathered():
        style = _look(profile, profile.paper)
        if to_write:
            prepare(style, profile.formats)
    from briefgen.build import find_ingredients  # loads beside what is prepared

    with faults.gathered():
        ingredients = find_ingredients(profile, corpus, TEMPLATES, findings)
    with faults.gathered():
        letterhead = find_reference(profile, reference)
    faults.raise_any()
    return ingredients, style, letterhead


def _look(profile: Profile, paper: Paper | None) -> Style:
    """Give the profile's style for its printer, on some paper, or on the style's own."""
    from briefgen.print_looks import for_print
    from briefgen.style_files import load_style

    return for_print(load_style(_style_file(profile)), profile.printing, paper)


def _style_file(profile: Profile) -> Path:
    """Find the style by its name alone: a profile from elsewhere may not name a path."""
    from briefgen.cli.folders import STYLES
    from briefgen.diagnostics import error
    from briefgen.errors import UnusableInput
    from briefgen.named_files import find_named_file, is_name

    place = profile.place("style")
    if not is_name(profile.style):
        hint = "put it in templates/styles and give its name"
        raise UnusableInput([error(f"'{profile.style}' is not the name of a style", place, hint)])
    return find_named_file("style", profile.style, STYLES, place)
