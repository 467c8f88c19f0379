"""Pages that the program itself has something to say on: a blank one, a run sheet.

Enters: the name of a template, plain data, a language. Leaves: a ``Pack``, as for any template.
Nothing is selected here and no source is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefgen.blocks import Pack
from briefgen.compose.context import furniture_data
from briefgen.compose.environment import in_files, open_environment, render
from briefgen.compose.furniture import load_furniture
from briefgen.compose.markup import read_markup
from briefgen.compose.template_faults import SUFFIX
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path


class PageData(Struct, frozen=True):
    """What such a page says: ``title`` names the file, ``values`` are given to the template."""

    title: str
    values: Mapping[str, Any]
    language: str = "en"
    date: str = ""


def compose_page(
    template: str, page: PageData, folders: Sequence[Path], roles: Collection[str]
) -> Pack:
    """Make the Pack of a page; ``roles`` are those that the style knows.

    Raises:
        UnusableInput: there are no words for the language, or the template is wrong.
    """
    furniture = load_furniture(page.language, folders)
    context = {"t": furniture_data(furniture), **page.values}
    try:
        markup = render(open_environment(folders), template, context)
        sections, notes = read_markup(markup, f"{template}{SUFFIX}", roles)
    except UnusableInput as fault:
        raise UnusableInput(in_files(folders, fault.diagnostics)) from None
    return Pack(page.title, page.language, page.date, sections, notes)
