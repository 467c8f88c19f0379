"""Where a link out of a pack may lead: to the web or to a mailbox.

Enters: the target of a link. Leaves: the same as a URI that every format can hold. Nothing else can
be followed without something being run or read on the reader's machine.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
HINT = "use https:, http: or mailto:, or # and an anchor"

_URI_CHARACTERS = "!#$%&'()*+,/:;=?@~"
_LONGEST = 2000
_SHOWN = 60


def web_address(target: str) -> str | None:
    """Give an address as a URI (RFC 3986), None where it is none or leads elsewhere.

    Word calls a whole file damaged if one address in it is no URI.
    """
    scheme = target.partition(":")[0].lower()
    if scheme not in SCHEMES or len(target) > _LONGEST:
        return None
    try:
        parts = urlsplit(target)
        _ = parts.port  # read only to be checked
    except ValueError:
        return None
    if "[" in parts.netloc or not (parts.path if scheme == "mailto" else parts.netloc):
        return None
    return quote(target, safe=_URI_CHARACTERS, errors="replace")


def refusal(target: str) -> str:
    """Say that a link cannot lead there; a long address is cut."""
    return f"a link cannot go to '{target[:_SHOWN]}'"
