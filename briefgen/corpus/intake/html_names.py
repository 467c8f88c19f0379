"""Which elements of HTML begin a passage, which hold no words of it, and which mark words.

Enters: nothing. Leaves: names, and whether an element is hidden by its own attributes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from briefgen.corpus.intake.wording import Property

BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol p pre search section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - forty names read best side by side
)
DROPPED: Final = frozenset(
    """
    applet area audio base button canvas col colgroup embed frame iframe img input link map math
    meta noframes noscript object option param progress script select source style svg template
    textarea title track video wbr
    """.split()  # noqa: SIM905 - the same
)
LASTING: Final[dict[str, Property]] = {
    "em": ("emphasis", ""),
    "i": ("emphasis", ""),
    "strong": ("strong", ""),
    "b": ("strong", ""),
}
_NOT_SHOWN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)


def hidden(attributes: Mapping[str, str | None]) -> bool:
    """Say whether an element's own attributes hide it; style sheets are not read."""
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style") or ""))


def line_of(element: etree._Element) -> int:
    """Give the line on which an element begins; 0 where the parser does not know it."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def words_of(element: etree._Element) -> str:
    """Give all the words below an element."""
    return " ".join(" ".join(map(str, element.itertext())).split())
