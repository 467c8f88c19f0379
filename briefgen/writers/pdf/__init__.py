"""The PDF writer: a Pack and a style become a plan of pages, and the plan becomes bytes.

Enters: a ``Pack`` and a ``Style``. Leaves: a ``Plan``, or the bytes of the file. Blocks are set to
galleys (``compositor``), galleys fill pages (``filling``, ``makeup``), the emitter writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.pdf.plan import Plan
from briefgen.writers.pdf.planning import plan_pdf

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.styles import Style

__all__ = ["Plan", "plan_pdf", "write_pdf"]


def write_pdf(pack: Pack, style: Style) -> bytes:
    """Lay a Pack out and write it; the same Pack and Style give the same bytes.

    Raises:
        UnusableInput: what ``plan_pdf`` refuses.
    """
    from briefgen.writers.pdf.emitting import emit  # noqa: PLC0415 - a plan needs no canvas

    return emit(plan_pdf(pack, style))
