"""Actors, bodies and instruments: an editable list of names, and where the documents have them.

The list is data (``data/actors/*.yaml``); every occurrence is located. The names below are the
interface.
"""

from briefgen.corpus.actors.model import Mention, Name, Occurrence
from briefgen.corpus.actors.registry import Actors, load_actors

__all__ = ["Actors", "Mention", "Name", "Occurrence", "load_actors"]
