"""Takes in plain text.

Enters: bytes. Leaves: a passage for each line that has words; which lines are one paragraph is for
the description to say. A bullet or number in such a file is typed, so it stays in the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.encoding import LINE_END, read_text
from briefgen.corpus.intake.model import Passage
from briefgen.corpus.intake.wording import Wording

if TYPE_CHECKING:
    from briefgen.corpus.intake.findings import Findings

_TAB_STOP: Final = 8


def read_lines(data: bytes, findings: Findings) -> tuple[tuple[Passage, ...], tuple[()]]:
    """Give the lines that have words; ``level`` is the columns of indentation (tabs stop at 8).

    Raises:
        UnusableInput: the bytes are no text in UTF-8.
    """
    passages: list[Passage] = []
    blank = False
    for number, raw in enumerate(LINE_END.split(read_text(data, findings)), start=1):
        words = passage(raw, number)
        if words is None:
            blank = True
            continue
        indent = raw[: len(raw) - len(raw.lstrip())].expandtabs(_TAB_STOP)
        passages.append(
            Passage(words.text, number, level=len(indent), blank_before=blank and bool(passages))
        )
        blank = False
    return tuple(passages), ()


def passage(raw: str, line: int) -> Passage | None:
    """Make a passage of plain words; None where there are none."""
    wording = Wording()
    wording.add(raw)
    text, spans = wording.folded()
    return Passage(text, line, spans) if text else None
