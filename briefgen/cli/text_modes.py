"""The text modes, as the command line reads them."""

from __future__ import annotations

from typing import Literal, get_args

from briefgen.diagnostics import did_you_mean
from briefgen.errors import UnusableInput

TextMode = Literal["verbatim", "corrected", "clean"]
"""Words looked up are the same in the last two: only a pack has marks, or a list at its end."""


def text_mode(word: str) -> TextMode:
    """Give the mode that ``word`` names.

    Raises:
        UnusableInput: there is no such mode.
    """
    for mode in get_args(TextMode):
        if word == mode:
            return mode  # type: ignore[no-any-return]
    modes = get_args(TextMode)
    raise UnusableInput.because(f"there is no text mode '{word}'", hint=did_you_mean(word, modes))
