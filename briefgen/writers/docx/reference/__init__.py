"""A delegation's own Word document as the frame of a pack: its letterhead, styles and pages.

Enters: the bytes of the reference, then the files of a pack that was planned for it. Leaves: the
files of the pack inside the reference. What the reference has, stays and wins; what it lacks, is
added. It is a file from elsewhere: nothing in it is followed, and what would fetch is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.errors import UnusableInput
from briefgen.opc import open_docx
from briefgen.writers.docx.reference.frame import Frame, read_frame
from briefgen.writers.docx.reference.grafting import graft
from briefgen.writers.docx.reference.placeholders import misplaced
from briefgen.writers.docx.reference.safety import unsafe_contents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.opc import Package

__all__ = ["Frame", "Reference", "open_reference"]


class Reference(Struct, frozen=True):
    """A reference that was found good; ``frame`` is what planning has to know of it."""

    package: Package
    frame: Frame

    def take_in(self, files: Mapping[str, bytes], values: Mapping[str, str]) -> dict[str, bytes]:
        """Give the reference's files with a pack's in them; ``values`` fill its placeholders."""
        return graft(self.package, self.frame, files, values)


def open_reference(data: bytes, name: str) -> Reference:
    """Open a reference; ``name`` stands for it in messages.

    Raises:
        UnusableInput: it is no Word document, is not safe to pass on, or has placeholders that
            nothing can be put for.
    """
    package = open_docx(data, name)
    faults = [*unsafe_contents(package), *misplaced(package)]
    if faults:
        raise UnusableInput(faults)
    return Reference(package, read_frame(package))
