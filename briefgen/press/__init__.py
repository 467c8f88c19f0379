"""The press: a finished PDF laid out on sheets of paper, as a booklet, several up, or in stacks.

Enters: the bytes of a PDF, a ``Scheme``. Leaves: the bytes of another PDF, to be printed and not to
be read on a screen: its words are in the order of the sheets, without links and structure. The
press knows pages and paper; where a file came from and what it says is unknown here.
"""

from __future__ import annotations

from briefgen.press.imposing import Imposed, impose
from briefgen.press.reading import Facts, read_facts
from briefgen.press.scheme import Flip, Kind, Scheme, check_scheme

__all__ = ["Facts", "Flip", "Imposed", "Kind", "Scheme", "check_scheme", "impose", "read_facts"]
