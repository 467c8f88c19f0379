"""Paper on the command line: its name, and the style of the program's own pages on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.cli.folders import STYLES
from briefgen.diagnostics import Place, did_you_mean
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.styles import Paper, Style

_PLACE = Place("--paper")


def paper_named(name: str | None) -> Paper | None:
    """Give the paper of a name, in whatever letters; None for none.

    Raises:
        UnusableInput: there is none.
    """
    from briefgen.styles import PAGE_SIZES_MM

    if name is None:
        return None
    for known in PAGE_SIZES_MM:
        if known.casefold() == name.casefold():
            return known
    hint = did_you_mean(name, PAGE_SIZES_MM)
    raise UnusableInput.because(f"there is no paper called '{name}'", _PLACE, hint)


def own_style(paper: Paper | None) -> Style:
    """Give the look of the program's own pages: the standard one, or the one of that name here."""
    from briefgen.named_files import find_named_file
    from briefgen.print_looks import on_paper
    from briefgen.style_files import load_style

    style = load_style(find_named_file("style", "standard", STYLES, _PLACE))
    return on_paper(style, paper) if paper else style
