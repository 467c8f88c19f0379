"""From a selection to the one tree: a template makes the Pack.

Enters: a selection, a profile, a style's roles and folders of templates. Leaves: a ``Pack``.
Knows neither reportlab nor docx, and nothing of how a role looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.blocks import Pack
from briefgen.compose.comments import find_comments
from briefgen.compose.context import template_context
from briefgen.compose.environment import (
    check_template_name,
    in_files,
    names_in,
    open_environment,
    render,
)
from briefgen.compose.furniture import Furniture, load_furniture
from briefgen.compose.markup import read_markup
from briefgen.compose.quoting import Quoting
from briefgen.compose.template_faults import SUFFIX
from briefgen.display.typography import AS_SOURCE, shown_by
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Selection
    from briefgen.styles import Typography

__all__ = ["Layout", "compose", "find_layout"]


class Layout(Struct, frozen=True):
    """What a profile names to be laid out with: the words of its language, and its template."""

    furniture: Furniture
    environment: Environment
    folders: Sequence[Path]


def find_layout(profile: Profile, folders: Sequence[Path]) -> Layout:
    """Find the language and the template; the first of ``folders`` that has one wins.

    Raises:
        UnusableInput: there is no such language or template.
    """
    faults = Faults()
    environment = open_environment(folders)
    with faults.gathered():
        furniture = load_furniture(profile.language, folders, profile.place("language"))
    with faults.gathered():
        check_template_name(environment, profile.template_name, profile.place("template"))
    faults.raise_any()
    return Layout(furniture, environment, folders)


def compose(
    corpus: Corpus,
    profile: Profile,
    selection: Selection,
    layout: Layout,
    *,
    roles: Collection[str],
    typography: Typography = AS_SOURCE,
) -> Pack:
    """Make the Pack that the profile's template describes.

    ``roles`` are those that the style knows, ``typography`` is how it shows quoted words; a
    verbatim pack shows them as the source does.

    Raises:
        UnusableInput: the template is wrong, or uses what the vocabulary or the style does not
            have; or a comment is on a unit that the pack does not quote.
    """
    display = shown_by(profile.text, typography, corpus)
    quoting = Quoting(corpus, profile.text, display, profile.language, selection.findings.spans)
    named = names_in(layout.environment, profile.template)
    context = template_context(profile, selection, layout.furniture, quoting, named)
    try:
        markup = render(layout.environment, profile.template_name, context)
        sections, notes = read_markup(markup, f"{profile.template_name}{SUFFIX}", roles)
    except UnusableInput as fault:
        raise UnusableInput(in_files(layout.folders, fault.diagnostics)) from None
    pack = Pack(
        title=profile.title,
        language=profile.language,
        date=profile.date.isoformat() if profile.date else "",
        sections=sections,
        notes=notes,
        author=profile.delegation,
        subject=profile.subtitle,
        keywords=tuple(document.short_title for document in selection.documents),
        printed_date=layout.furniture.date(profile.date.isoformat()) if profile.date else "",
        marking=profile.marking,
        sources=tuple(map(_identity, selection.documents)),
        watermark=profile.watermark,
        copy_words=layout.furniture["copy-of"],
    )
    return replace(pack, comments=find_comments(profile, corpus, pack))


def _identity(document: Document) -> str:
    """Give what a document is, and which file it was read from, whatever that file was called."""
    known = f"{document.short_title}, {document.date}" if document.date else document.short_title
    return f"{known} ({document.id}, SHA-256 {document.source.sha256})"
