"""How much paper a sheet of a handout may take: ``1 side``, ``2 sheets``.

Enters: plain values. Leaves: a ``PaperLimit``. What is to fit on it is not known here.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from briefgen.yaml_reading import Unfit

_HINT = "write 1 side, 1 sheet or 2 sheets; none to let it take what it needs"
_LIMIT = re.compile(r"([0-9]{1,9}) (side|sheet)s?", re.ASCII)
_MOST = 100
_PATTERN = rf"^(({_MOST}|[1-9][0-9]?) (side|sheet)s?|none)$"


class PaperLimit(NamedTuple):
    """So many sides or sheets of paper; ``printed`` is how many sides of a sheet are."""

    number: int
    of: Literal["side", "sheet"]
    printed: int = 2

    @property
    def sides(self) -> int:
        """The sides of paper that it is."""
        return self.number * (self.printed if self.of == "sheet" else 1)

    def __str__(self) -> str:
        """Give it as a profile says it."""
        return f"{self.number} {self.of}{'s' if self.number > 1 else ''}"


def _read(value: object) -> PaperLimit | None:
    """Read a limit.

    Raises:
        Unfit: it is none, or no paper at all.
    """
    if isinstance(value, PaperLimit):  # not from a file: made in code
        return value
    if value is None or value == "none":
        return None
    shown = str(value).lower() if isinstance(value, bool) else value
    found = _LIMIT.fullmatch(str(value))
    if found is None:
        raise Unfit(f"'{shown}' is no number of sides or sheets", _HINT)
    count = int(found[1])
    if not 1 <= count <= _MOST:
        raise Unfit(f"nothing can be made to fit on {value}", _HINT)
    return PaperLimit(count, "side" if found[2] == "side" else "sheet")


OnPaper = Annotated[
    PaperLimit | None,
    PlainValidator(_read),
    WithJsonSchema({"type": "string", "pattern": _PATTERN}),
]
"""A limit as a profile has it, or ``none``."""
