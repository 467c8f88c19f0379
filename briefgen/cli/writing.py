"""Packs as files in memory, checked before any is delivered.

Enters: packs. Leaves: the bytes of their files by name, and what their readers must do themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.cli.delivery import Content
    from briefgen.cli.distribution import Distribution
    from briefgen.cli.made_packs import Made
    from briefgen.diagnostics import Diagnostic


def written_files(
    packs: Sequence[Made], handed: Distribution | None = None, *, verified: bool = True
) -> tuple[dict[str, Content], list[Diagnostic]]:
    """Lay out every pack in memory first, so that a fault in one leaves no file of another.

    Numbered copies are alike: one of them is held against the corpus, before it is encrypted. With
    the files comes what their readers must do for themselves.

    Raises:
        UnusableInput: a format cannot take what is in a pack.
        AnswerIsNo: a file does not say what the corpus says.
    """
    from briefgen.cli.distribution import unmarked
    from briefgen.cli.own_check import check_own_files
    from briefgen.cli.refusals import placed
    from briefgen.errors import UnusableInput
    from briefgen.writers import FORMATS, write

    files: dict[str, Content] = {}
    faults: list[Diagnostic] = []
    remarks: list[Diagnostic] = []
    for made in packs:
        path, profile = made.path, made.profile
        edition = None
        try:
            if handed is None or handed.is_plain:
                written = write(made.pack, made.style, profile.formats, made.letterhead)
            else:
                edition = handed.edition(made.pack, made.style, profile)
                written = {"pdf": edition.copy(1)}
        except UnusableInput as fault:
            faults += placed(fault.diagnostics, profile, made.corpus, path)
            continue
        named = {f"{made.stem}.{FORMATS[name][0]}": data for name, data in written.items()}
        if verified:
            check_own_files(named, made.corpus)
        files |= handed.files(made.stem, edition) if handed and edition else named
        remarks += made.remarks
        remarks += format_findings(made)
        remarks += unmarked(profile, made.letterhead)
    if faults:
        raise UnusableInput(faults)
    return files, remarks


def format_findings(made: Made) -> list[Diagnostic]:
    """Tell what of a pack its formats cannot set, or set otherwise, at the lines of its profile."""
    from briefgen.cli.refusals import placed
    from briefgen.writers.margins import margin_findings
    from briefgen.writers.right_to_left import direction_findings

    formats = made.profile.formats
    found = list(direction_findings(made.pack, formats))
    if {"docx", "pdf"}.intersection(formats):
        found += margin_findings(made.pack, made.style)
    return placed(found, made.profile, made.corpus, made.path)
