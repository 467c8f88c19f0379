"""Themes: short names of objectives, guiding principles, review clusters and what cuts across.

Each theme is data (``data/themes/*.yaml``): which units speak of it, the words that show it, and
how sure that is. The names below are the interface.
"""

from briefgen.corpus.themes.library import Themes, load_themes, units_of
from briefgen.corpus.themes.model import Member, Theme

__all__ = ["Member", "Theme", "Themes", "load_themes", "units_of"]
