"""Excerpts on demand: units that answer a question, and the profile that prints them.

Enters: criteria (themes, actors, words …) and a corpus. Leaves: an ``Excerpt``, and from it a
profile that goes the way of every other. Knows no template and no format.
"""

from briefgen.excerpts.contents import entries_of, profile_data
from briefgen.excerpts.criteria import Criteria
from briefgen.excerpts.finding import Excerpt, find_excerpt
from briefgen.excerpts.wording import Wording

__all__ = ["Criteria", "Excerpt", "Wording", "entries_of", "find_excerpt", "profile_data"]
