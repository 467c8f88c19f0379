"""What a pack can carry along inside a file: the profile it was made from, and its manifest.

Enters: a profile, the text of a manifest. Leaves: attachments, the same for the same profile
wherever its file stands: no path, no user, no clock. The comments of the delegation stay at home,
as they do wherever a PDF is concerned.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.blocks import Attachment

if TYPE_CHECKING:
    from briefgen.profiles.schema import Profile

PROFILE, MANIFEST = "profile.yaml", "manifest.json"


def attachments(profile: Profile, manifest: str) -> tuple[Attachment, ...]:
    """Give what a profile asks to be attached."""
    known = {
        "profile": Attachment(
            PROFILE,
            "application/yaml",
            "The profile that this pack was made from",
            "source",
            _profile_text(profile).encode(),
        ),
        "manifest": Attachment(
            MANIFEST,
            "application/json",
            "Every passage of this pack, and the unit it quotes",
            "data",
            manifest.encode("utf-8", "replace"),
        ),
    }
    return tuple(known[one] for one in profile.attach)


def _profile_text(profile: Profile) -> str:
    """Write a profile that extends no other: as JSON, which is YAML, too."""
    said = {key: value for key, value in profile.said().items() if key != "comments"}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
