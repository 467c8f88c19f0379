"""Distribution: PDFs as numbered copies, and behind a password.

Enters: options of the command line. Leaves: the copies by their file names, each made when it is
written.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.cli.passwords import new_password
from briefgen.diagnostics import Diagnostic, Place, error, warning
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.cli.delivery import Content
    from briefgen.profiles import Setting
    from briefgen.profiles.schema import Profile
    from briefgen.protection import Protection
    from briefgen.styles import Style
    from briefgen.writers.docx import Reference
    from briefgen.writers.pdf.emitting import Edition

MOST_COPIES: Final = 1000


class Distribution(Struct, frozen=True):
    """How PDFs are handed out; no copies are one file without a number."""

    copies: int = 0
    protection: Protection | None = None
    notes: list[Diagnostic] = field(default_factory=list)
    """What the person must know once the files are there."""

    @property
    def is_plain(self) -> bool:
        """Whether files are written as they always are."""
        return not self.copies and self.protection is None

    def edition(self, pack: Pack, style: Style, profile: Profile) -> Edition:
        """Write a pack.

        Raises:
            UnusableInput: another format is asked for, which would go out open and unnumbered; or
                the pack cannot be written.
        """
        from briefgen.writers import write_edition

        others = [name for name in profile.formats if name != "pdf"]
        if others:
            what = "protected" if self.protection else "numbered"
            message = f"only PDFs can be {what}, and {', '.join(others)} would go out as well"
            raise UnusableInput([error(message, profile.place("formats"), "add --format pdf")])
        return write_edition(pack, style, self.copies, archive=self.protection is None)

    def files(self, stem: str, edition: Edition) -> dict[str, Content]:
        """Give each copy's file, to be made when it is written."""
        digits = len(str(self.copies))
        return {
            f"{stem}-copy-{copy:0{digits}}.pdf" if self.copies else f"{stem}.pdf": partial(
                self._copy, edition, copy
            )
            for copy in range(1, (self.copies or 1) + 1)
        }

    def _copy(self, edition: Edition, number: int) -> bytes:
        data = edition.copy(number)
        if self.protection is None:
            return data
        from briefgen.protection import protect

        return protect(data, self.protection)


def carried(watermark: str | None, *, attach: bool) -> list[Setting]:
    """Give what options say over the profile of what stands on pages and goes along in the file."""
    from briefgen.profiles import Setting

    found = []
    if watermark is not None:
        found.append(Setting(("watermark",), watermark, Place("--watermark")))
    if attach:
        found.append(Setting(("attach",), ["profile", "manifest"], Place("--attach")))
    return found


def unmarked(profile: Profile, letterhead: Reference | None) -> list[Diagnostic]:
    """Tell which files of a pack with a watermark have none."""
    marked = {"pdf"} if letterhead and letterhead.frame.has_header else {"docx", "pdf"}
    others = [name for name in profile.formats if name not in marked]
    if not (profile.watermark and others):
        return []
    message = f"the watermark does not stand in {', '.join(others)}"
    hint = "only pages have one, and not where a letterhead has a header of its own"
    return [warning(message, profile.place("watermark"), hint)]


def distribution(
    copies: int | None, *, ask: bool, password_file: Path | None, forbidden: Sequence[str] | None
) -> Distribution:
    """Read the options, and the password if one is wanted.

    Raises:
        UnusableInput: with everything that is wrong with them.
    """
    faults = Faults()
    if copies is not None and not 1 <= copies <= MOST_COPIES:
        hint = f"from 1 to {MOST_COPIES} copies can be numbered"
        faults.found.append(error(f"{copies} copies cannot be numbered", Place("--copies"), hint))
    protection = None
    with faults.gathered():
        protection = _protection(password_file, forbidden or (), ask=ask)
    faults.raise_any()
    notes = []
    if protection:
        hint = "keep one without password and restrictions for the archive"
        notes.append(warning("an encrypted file is not PDF/A, whatever else it is", hint=hint))
    if protection and protection.forbidden:
        message = "restrictions are a request: some programs do not heed them"
        hint = "give what must stay secret a password, too"
        if protection.password:
            hint = "tell the password only to those who may do it all"
        notes.append(warning(message, hint=hint))
    return Distribution(copies or 0, protection, notes)


def _protection(file: Path | None, forbidden: Sequence[str], *, ask: bool) -> Protection | None:
    from briefgen.diagnostics import did_you_mean

    if not (ask or file or forbidden):
        return None
    from briefgen.protection import ACTS, Protection, password_faults

    faults = [
        error(f"'{one}' cannot be forbidden", Place("--forbid"), did_you_mean(one, ACTS))
        for one in forbidden
        if one not in ACTS
    ]
    password = ""
    if ask or file:
        password, place = new_password(file)
        faults += [
            Diagnostic(one.severity, one.message, place, one.hint)
            for one in password_faults(password)
        ]
    if faults:
        raise UnusableInput(faults)
    return Protection(password, frozenset(one for one in ACTS if one in forbidden))
