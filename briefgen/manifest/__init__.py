"""The manifest: what a delivered file says of itself, so that it can be held against the corpus.

Enters: a Pack and what it was made from. Leaves: a value, and its written form, which every writer
puts into its file unread. What is done with it is ``briefgen.verify``'s.
"""

from __future__ import annotations

from briefgen.manifest.making import make_manifest
from briefgen.manifest.model import Manifest
from briefgen.manifest.plain import manifest_text, read_manifest

__all__ = ["Manifest", "make_manifest", "manifest_text", "read_manifest"]
