"""A text's code that somebody scanned: which words it is of, and whether the corpus has the same.

Enters: the code, and the corpus in each text mode. Leaves: units, or that the answer is no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Unit

_MODES: tuple[Literal["corrected", "verbatim"], ...] = ("corrected", "verbatim")


def units_of_code(text: str, beside: Sequence[Path]) -> tuple[Corpus, list[Unit]]:
    """Give the units that a code is of, and the corpus in which they have the words it was made of.

    Raises:
        UnusableInput: it is no code, or of units that the corpus does not have.
        AnswerIsNo: the corpus has other words there.
    """
    from briefgen.corpus import Corpus
    from briefgen.corpus.text_codes import coded_units, read_text_code, text_code
    from briefgen.diagnostics import error
    from briefgen.errors import AnswerIsNo, UnusableInput

    code = read_text_code(text)
    for mode in _MODES:
        corpus = Corpus(text=mode, beside=beside)
        unknown = [one for one in code.ids if not corpus.under(one)]
        if unknown:
            raise UnusableInput(
                error(f"the corpus has no unit '{one}'", hint=corpus.nearest(one))
                for one in unknown
            )
        if text_code(corpus, code.ids).fingerprint == code.fingerprint:
            return corpus, coded_units(corpus, code.ids)
    message = f"the corpus has other words at {', '.join(code.ids)} than this code is of"
    hint = "the code is of another version of the text, or corrections were made since"
    raise AnswerIsNo([error(message, hint=hint)])
