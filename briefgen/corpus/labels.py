"""Official labels: the order in which letters and small roman numerals must come.

Enters: a label found and its place in a list. Leaves: the label that must stand there.
"""

from __future__ import annotations

import re
import string
import unicodedata

LETTERS = tuple(string.ascii_lowercase)
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")


def label_at(scheme: tuple[str, ...], index: int) -> str:
    """Give the label at a place in a list, from 0; "" beyond the end of the scheme."""
    return scheme[index] if index < len(scheme) else ""


def slug(words: str) -> str:
    """Give the part of an id that stands for a name: ``Child-sensitive`` is "child-sensitive"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
