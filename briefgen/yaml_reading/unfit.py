"""How a model's validator says that a value will not do.

Enters: nothing. Leaves: ``Unfit``, which ``check_model`` turns into diagnostics with places.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefgen.yaml_reading.characters import FAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.yaml_reading.text import KeyPath


class Unfit(ValueError):
    """What is wrong, its cure, and where it is, counted from the value that is validated.

    ``of_key`` says that the key at the end of ``at`` is to be changed, not its value.
    Several at once are raised with ``raise Unfit.joined(…)``; pydantic catches any ``ValueError``.
    """

    def __init__(
        self, message: str, hint: str = "", at: KeyPath = (), *, of_key: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at
        self.of_key = of_key
        self.every: tuple[Unfit, ...] = (self,)

    @classmethod
    def joined(cls, every: Iterable[Unfit]) -> Unfit:
        """Make one error of several."""
        faults = tuple(islice(every, FAULT_LIMIT))
        one = cls("; ".join(each.message for each in faults))
        one.every = faults
        return one
