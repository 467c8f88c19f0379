"""Where the command line looks: the working folder first, then what is shipped."""

from __future__ import annotations

from pathlib import Path

from briefgen.resources import shipped

PROFILES = (Path("profiles"), shipped("profiles"))
TEMPLATES = (Path("templates"), shipped("templates"))
STYLES = tuple(folder / "styles" for folder in TEMPLATES)
