"""The run sheet: what a clerk prints, on what, how often, and whether it is still the same file.

Enters: finished files, copies by room, an earlier run sheet. Leaves: a ``RunSheet``, its numbers
worked out, and the faults of files that are not what they were. How it is laid out is unknown here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, Severity, warning
from briefgen.press.reading import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.press.reading import Facts
    from briefgen.press.scheme import Flip


class Job(Struct, frozen=True):
    """One file to print; ``changed`` says that it was another on the earlier run sheet."""

    name: str
    sha256: str
    facts: Facts
    changed: bool = False

    @property
    def sides(self) -> int:
        """Printed sides of one print."""
        return self.facts.pages

    @property
    def flip(self) -> Flip | None:
        """The edge that its sheets are turned about; None where one side is all there is."""
        return self.facts.flip if self.sides > 1 else None

    @property
    def sheets(self) -> int:
        """Sheets of paper of one print."""
        return -(-self.sides // 2) if self.flip else self.sides


class RunSheet(Struct, frozen=True):
    """The jobs, in the order given, and the copies of all of them by room; no room is one copy."""

    jobs: tuple[Job, ...]
    copies: Mapping[str, int]

    @property
    def copies_of_each(self) -> int:
        """Copies of every file, for all rooms together."""
        return sum(self.copies.values()) or 1

    def copies_of(self, job: Job) -> int:
        """Copies of a file: a numbered one is printed once, or two people would have one number."""
        return 1 if job.facts.number else self.copies_of_each

    def prints_of(self, job: Job) -> int:
        """How often a file is printed for them: less often if each print gives several copies."""
        return -(-self.copies_of(job) // job.facts.copies)

    def sheets_of(self, job: Job) -> int:
        """Sheets of paper that all copies of a file take."""
        return job.sheets * self.prints_of(job)

    def as_data(self) -> dict[str, object]:
        """Give all that the sheet says as plain data."""
        return {
            "copies": dict(self.copies),
            "jobs": [self._job_as_data(job) for job in self.jobs],
            "sheets": self.sheets,
            "papers": self.papers,
            "changed": [job.name for job in self.jobs if job.changed],
        }

    def _job_as_data(self, job: Job) -> dict[str, object]:
        facts = job.facts
        return {
            "file": job.name,
            "sha256": job.sha256,
            "title": facts.title,
            "pages": facts.pages,
            "sides": job.sides,
            "sheets_of_copy": job.sheets,
            "paper": facts.paper or None,
            "flip": job.flip,
            "numbered_copy": facts.number or None,
            "copies": self.copies_of(job),
            "prints": self.prints_of(job),
            "sheets": self.sheets_of(job),
        }

    @property
    def papers(self) -> dict[str, int]:
        """Sheets of each paper that the whole run takes; "" stands for paper of no common size."""
        found: dict[str, int] = {}
        for job in self.jobs:
            paper = job.facts.paper
            found[paper] = found.get(paper, 0) + self.sheets_of(job)
        return found

    @property
    def sheets(self) -> int:
        """Sheets of paper that the whole run takes."""
        return sum(self.papers.values())


def read_job(name: str, data: bytes, earlier: Mapping[str, str], plain: bytes | None = None) -> Job:
    """Make the job of a file; ``earlier`` are hashes by name of an earlier run sheet.

    ``plain`` is the file without its encryption, if it has any; its hash is that of ``data``.

    Raises:
        UnusableInput: it is no PDF, or one that cannot be printed.
    """
    facts = read_facts(data if plain is None else plain, name, whole=True)
    digest = hashlib.sha256(data).hexdigest()
    return Job(name, digest, facts, changed=earlier.get(name, digest) != digest)


def changes(jobs: Sequence[Job], earlier: Mapping[str, str], where: str) -> Iterator[Diagnostic]:
    """Tell which files are not what they were on the earlier run sheet ``where``."""
    for job in jobs:
        if job.changed:
            hint = "collect the copies that are out, or send a corrigendum"
            message = f"the file has changed since the run sheet {where}"
            yield warning(message, Place(job.name), hint)
        elif job.name not in earlier:
            yield warning(f"the file is not on the run sheet {where}", Place(job.name))


def printed_once(run: RunSheet) -> Iterator[Diagnostic]:
    """Tell which files are printed once though more copies were asked for."""
    numbered = [job for job in run.jobs if job.facts.number]
    if not numbered or run.copies_of_each == 1:
        return
    first, *others = numbered
    which = f"this is numbered copy {first.facts.number} of {first.facts.numbers}"
    what = f"it and {len(others)} more are" if others else "it is"
    message = f"{which}: {what} printed once, whatever --copies says"
    hint = "for plain copies, build the pack without --copies"
    yield Diagnostic(Severity.NOTE, message, Place(first.name), hint)


def gone(records: Sequence[str], where: str) -> Iterator[Diagnostic]:
    """Tell of the files on the earlier run sheet ``where`` that are there no more."""
    for record in records:
        hint = "build it again, or collect the copies that are out"
        yield warning(f"the file is on the run sheet {where} and is gone", Place(record), hint)
