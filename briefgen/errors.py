"""The errors that end a command, told apart by who must act and by exit status."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class BriefgenError(Exception):
    """Work cannot go on; carries every fault that was found, not only the first."""

    exit_status: ClassVar[int] = 2

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(one) for one in self.diagnostics))

    @classmethod
    def because(cls, message: str, place: Place | None = None, hint: str = "") -> BriefgenError:
        """Make the error for a single fault."""
        return cls([error(message, place, hint)])


class UnusableInput(BriefgenError):
    """A profile, template, style, corpus file or command line is to be put right by its author."""


class AnswerIsNo(BriefgenError):
    """The input was good and the answer is no: nothing found, or a check that failed."""

    exit_status: ClassVar[int] = 1


class CannotWrite(BriefgenError):
    """The place to write to refuses: a full disk, a missing right, a name outside the folder."""


class Faults:
    """The faults of several pieces of work, of which each can be done though another failed."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep what the work inside raises, and go on after it."""
        try:
            yield
        except UnusableInput as fault:
            self.found += fault.diagnostics

    def raise_any(self) -> None:
        """End here if there was a fault.

        Raises:
            UnusableInput: with all of them, in the order in which they were found.
        """
        if self.found:
            raise UnusableInput(self.found)
