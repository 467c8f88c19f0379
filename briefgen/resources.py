"""Where what is shipped besides code lies: in the wheel, or in the source checkout.

Leaves: folders. Nothing here reads the environment or the user's own folders.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(kind: str) -> Path:
    """Give the folder of the shipped ``templates`` or ``profiles``.

    A wheel carries them inside the package; a checkout has them at its top level.
    """
    inside = _PACKAGE / "shipped" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind
