"""From a selection to the one tree: a template makes the Pack.

Enters: a selection, a profile, a style's roles and folders of templates. Leaves: a ``Pack``.
Knows neither reportlab nor docx, and nothing of how a role looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Pack
from briefgen.compose.context import template_context
from briefgen.compose.environment import open_environment, render
from briefgen.compose.furniture import load_furniture
from briefgen.compose.markup import read_markup

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from briefgen.corpus import Corpus
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Selection

__all__ = ["compose"]


def compose(
    corpus: Corpus,
    profile: Profile,
    selection: Selection,
    *,
    roles: Collection[str],
    folders: Sequence[Path],
) -> Pack:
    """Make the Pack that ``profile.template`` describes; the first of ``folders`` that has it wins.

    Raises:
        UnusableInput: the template is missing, wrong, or uses what the vocabulary or the style
            does not have.
    """
    furniture = load_furniture(profile.language, folders)
    context = template_context(corpus, profile, selection, furniture)
    markup = render(open_environment(folders), profile.template, context)
    sections, notes = read_markup(markup, profile.template, roles)
    return Pack(
        title=profile.title,
        language=profile.language,
        date=profile.date.isoformat() if profile.date else "",
        sections=sections,
        notes=notes,
        author=profile.delegation,
        subject=profile.subtitle,
        keywords=tuple(document.short_title for document in selection.documents),
    )
