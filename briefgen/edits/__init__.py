"""Edits: what a colleague did to a delivered Word file, carried over into the pack built anew.

Enters: a file as read, with its manifest, and a new Pack. Leaves: the Pack with the delegation's
own words in it, and a list of what could not be carried over. Nothing is lost without a word: own
words are in the one or in the other. Neither the old profile nor the old corpus is needed.
"""

from __future__ import annotations

from briefgen.edits.carrying import Carried, carry_over
from briefgen.edits.model import Conflict

__all__ = ["Carried", "Conflict", "carry_over"]
