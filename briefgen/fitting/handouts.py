"""Handouts that fit: the loosest look, within the style's limits, in which each sheet has room.

Enters: what a profile names, found, and a style. Leaves: packs and the one look for all of them, or
what does not fit, by how much, and what would have to go. What the sheets take is measured in the
plan of the PDF; no quoted word is left out of what stands on a sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.errors import UnusableInput
from briefgen.fitting.bench import Bench
from briefgen.fitting.refusals import refusals
from briefgen.fitting.remarks import remarks
from briefgen.fitting.rows import leave_out_rows
from briefgen.fitting.search import loosest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.blocks import Pack
    from briefgen.build import Ingredients
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.paper_limits import PaperLimit
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Paper, Style


class Fitted(NamedTuple):
    """Packs that fit, the look that they all have, and what their reader should know of it."""

    packs: dict[str, Pack]
    style: Style
    remarks: tuple[Diagnostic, ...]


def fit_packs(  # noqa: PLR0913 - all that a build has found, and the papers it may try
    profile: Profile,
    corpus: Corpus,
    style: Style,
    limit: PaperLimit,
    apart: Mapping[str, Ingredients],
    *,
    on_paper: Callable[[Paper], Style] | None = None,
    verified: bool = True,
) -> Fitted:
    """Compose the packs of a profile, each sheet on no more than ``limit``.

    ``apart`` are the ingredients of each file. First spaces, then type shrink for all sheets alike;
    where that is not enough, a sheet loses what the style lists as optional, from its end.
    ``on_paper`` gives the style on other paper, to try on which a sheet would fit; without it, no
    paper is advised.

    Raises:
        UnusableInput: with each sheet that cannot fit, or the style has no limits to fit in.
    """
    limits = style.fit
    if limits is None:
        raise UnusableInput.because(
            f"the style '{style.name}' does not say how far it may be tightened",
            profile.place("handout", "fit"),
            "give it a 'fit' block as the style standard has, or base it on that one",
        )
    limit = limit._replace(printed=style.sides)
    bench = Bench(profile, corpus, style, limits, limit, dict(apart), on_paper, verified)
    step, failing = loosest(bench)
    if failing:
        failing = leave_out_rows(bench, failing)
        if not failing:
            step, failing = loosest(bench)
    if failing:
        raise UnusableInput(refusals(bench, failing))
    return Fitted(dict(bench.packs), bench.look(step), tuple(remarks(bench, step)))
