"""The build's own check: a file that does not say what the corpus says is not delivered.

Enters: finished files in memory, and the corpus they were made from. Leaves: nothing, or every
fault. The files are read as anyone's would be; nothing of how they were written is believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.diagnostics import Place, error
from briefgen.errors import AnswerIsNo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.corpus import Corpus

CHECKED: Final = (".docx", ".pdf")
"""The formats that can be read back."""
_MOST: Final = 20
"""Faults of a file that are told one by one."""


def check_own_files(files: Mapping[str, bytes], corpus: Corpus) -> None:
    """Hold files that were just written against the corpus.

    Raises:
        AnswerIsNo: a file does not say what the corpus says.
    """
    from briefgen.verify import read_delivered, verify

    faults = []
    for name, data in files.items():
        if not name.endswith(CHECKED):
            continue
        verdict = verify(read_delivered(data, name), lambda _: corpus)
        told = [
            error(
                f"{one.message} ({one.unit or one.kind})",
                Place(f"{name}, {one.spot}" if str(one.spot) else name),
                f"expected: {one.expected[:200]}" if one.expected else "",
            )
            for one in verdict.findings
        ]
        if len(told) > _MOST:
            rest = error(f"and {len(told) - _MOST} more faults", Place(name))
            told = [*told[:_MOST], rest]
        faults += told
    if faults:
        hint = "see whether the template changes quoted words; --no-verify delivers all the same"
        faults.append(
            error("the files do not say what the corpus says: none is delivered", hint=hint)
        )
        raise AnswerIsNo(faults)
