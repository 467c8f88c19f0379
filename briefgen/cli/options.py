"""Options and arguments that several commands share, but for those that override a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_OF = "One of: {}."
AsJson = Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")]
SourceWords = Annotated[
    str,
    typer.Option(
        "--text",
        metavar="verbatim|corrected",
        help="The sources' words with their slips, or with slips corrected.",
    ),
]


def one_of(word: str, known: Sequence[str]) -> str:
    """Give back a word that is known.

    Raises:
        UnusableInput: it is not, with the nearest that is.
    """
    if word in known:
        return word
    from briefgen.diagnostics import Place, did_you_mean
    from briefgen.errors import UnusableInput

    hint = did_you_mean(word, known) or f"known: {', '.join(known)}"
    raise UnusableInput.because(f"'{word}' is not known here", Place("WHAT"), hint)
