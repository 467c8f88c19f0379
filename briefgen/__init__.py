"""briefgen makes briefing packs for delegations, with every quoted word the source's.

The names below are the public interface; each is loaded when it is first used, so that a command
that needs none of the large libraries does not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.build import build_pack
    from briefgen.corpus import Corpus
    from briefgen.errors import BriefgenError
    from briefgen.profiles import Profile, load_profile
    from briefgen.resources import shipped
    from briefgen.style_files import load_style
    from briefgen.styles import Style
    from briefgen.writers import write
    from briefgen.writers.docx import open_reference

__version__ = "0.1.0"

__all__ = [
    "BriefgenError",
    "Corpus",
    "Pack",
    "Profile",
    "Style",
    "build_pack",
    "load_profile",
    "load_style",
    "open_reference",
    "shipped",
    "write",
]

_HOMES = {
    "BriefgenError": "errors",
    "Corpus": "corpus",
    "Pack": "blocks",
    "Profile": "profiles",
    "Style": "styles",
    "build_pack": "build",
    "load_profile": "profiles",
    "load_style": "style_files",
    "open_reference": "writers.docx",
    "shipped": "resources",
    "write": "writers",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'briefgen' has no attribute '{name}'")
    return getattr(import_module(f"briefgen.{_HOMES[name]}"), name)
