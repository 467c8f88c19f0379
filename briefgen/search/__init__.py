"""The search: words, "phrases", prefixes and operators, over the units of documents.

Case, accents and hyphens do not matter. The names below are the stage's interface.
"""

from briefgen.search.searching import Hit, Hits, Search

__all__ = ["Hit", "Hits", "Search"]
