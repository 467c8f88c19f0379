"""Packs that the program makes of its own, beside those that a profile asks for.

Enters: a style, a language, what is to be said. Leaves: a ``Pack``: the page that stands where a
booklet has no other, and the run sheet. Reads no clock and writes no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.compose.furniture import Furniture, load_furniture
from briefgen.compose.pages import PageData, compose_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.press import Job, RunSheet
    from briefgen.styles import Style

_SHOWN_TOGETHER = 8
"""Characters of a hash that stand together, so that two can be compared by eye."""


def blank_page(language: str, style: Style, folders: Sequence[Path]) -> Pack:
    """Make the page that says that it is intentionally left blank.

    Raises:
        UnusableInput: there are no words for the language, or the template is wrong.
    """
    page = PageData("", {}, language)
    return compose_page("_blank-page", page, folders, frozenset(style.roles))


def run_sheet_page(
    run: RunSheet, style: Style, folders: Sequence[Path], language: str = "en", date: str = ""
) -> Pack:
    """Make the page of a run sheet; ``date`` is the day of the run as ISO 8601.

    Raises:
        UnusableInput: there are no words for the language, or the template is wrong.
    """
    furniture = load_furniture(language, folders)
    values = {
        "date": furniture.date(date) if date else "",
        "total": furniture.fill("run-total", sheets=run.sheets),
        "papers": [
            furniture.fill("run-on-paper", sheets=sheets, paper=_paper(paper, furniture))
            for paper, sheets in run.papers.items()
        ],
        "jobs": [_job(job, run, furniture) for job in run.jobs],
    }
    page = PageData(furniture["run-sheet"], values, language, date)
    return compose_page("_run-sheet", page, folders, frozenset(style.roles))


def _job(job: Job, run: RunSheet, furniture: Furniture) -> dict[str, Any]:
    facts = job.facts
    digest = job.sha256
    apart = range(0, len(digest), _SHOWN_TOGETHER)
    copies = _copies(job, run, furniture)
    if facts.copies > 1:
        prints = run.prints_of(job)
        copies.append(furniture.fill("run-prints", prints=prints, copies=facts.copies))
    return {
        "name": job.name,
        "title": facts.title,
        "changed": job.changed,
        "hash": " ".join(digest[at : at + _SHOWN_TOGETHER] for at in apart),
        "paper": _paper(facts.paper, furniture),
        "flip": furniture[f"run-flip-{job.flip or 'none'}"],
        "sides": furniture.fill("run-sides", sides=job.sides),
        "sheets": furniture.fill("run-sheets-of-copy", sheets=job.sheets),
        "copies": copies,
        "total": str(run.sheets_of(job)),
    }


def _copies(job: Job, run: RunSheet, furniture: Furniture) -> list[str]:
    """Give the copies of a file by room and in all; of a numbered one, that it is printed once."""
    facts = job.facts
    if facts.number:
        return [furniture.fill("run-numbered", copy=facts.number, copies=facts.numbers)]
    rooms = [
        furniture.fill("run-room", room=room, copies=copies) for room, copies in run.copies.items()
    ]
    every = furniture.fill("run-all-rooms", copies=run.copies_of_each)
    return [*rooms, every] if len(rooms) != 1 else rooms


def _paper(paper: str, furniture: Furniture) -> str:
    return paper or furniture["run-other-paper"]
