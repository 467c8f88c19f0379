"""The delegation's notes on units become comments of the Pack, each on a unit that it quotes.

Enters: a profile, the corpus and the Pack. Leaves: comments in the order of the profile, or every
id that nothing in the pack answers to, at its place in the profile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Comment
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.walk import quoted_units

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile


def find_comments(profile: Profile, corpus: Corpus, pack: Pack) -> tuple[Comment, ...]:
    """Give the comments; one on an objective or a row is one on the first of its units.

    Raises:
        UnusableInput: there is no such unit, or the pack does not quote it.
    """
    if not profile.comments:
        return ()
    quoted = quoted_units(pack)
    found: list[Comment] = []
    faults: list[Diagnostic] = []
    for name, paragraphs in profile.comments.items():
        place = profile.place("comments", name)
        unit = corpus.find(name)
        units = (unit,) if unit else corpus.under(name)
        on = next((one.id for one in units if one.id in quoted), None)
        if on is not None:
            found.append(Comment(on, paragraphs))
        elif units:
            hint = "add it to the contents, or take the comment out"
            faults.append(error(f"the pack does not quote '{name}'", place, hint))
        else:
            faults.append(error(f"there is no unit '{name}'", place, corpus.nearest(name)))
    if faults:
        raise UnusableInput(faults)
    return tuple(found)
