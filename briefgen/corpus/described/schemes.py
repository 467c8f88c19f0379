"""Label schemes: what the labels of one level look like, declared by the first of them.

Enters: the first label of a level as it is printed, ``(a)``, ``i.``, or a bullet. Leaves: a scheme
that reads a label at the start of words. A scheme knows nothing of other levels.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.corpus.described.numerals import KINDS, LONGEST, Numerals, Ordinal
from briefgen.yaml_reading import Unfit

Order = Literal["abjad", "hijai"]
BULLETS: Final = frozenset("•●○◦▪■□‣-—*·o§►➢✓\u2043\u2013")
"""Signs that set an item off and count nothing."""
_OPENERS: Final = "([«"
_CLOSERS: Final = ")].:-،"


class Label(Struct, frozen=True):
    """A label that was read: its signs without punctuation, its place, where the words begin."""

    signs: str
    place: Ordinal
    end: int

    def moved(self, by: int) -> Label:
        """Give the same label in words that begin so much later."""
        return replace(self, end=self.end + by)


class Scheme(Struct, frozen=True):
    """The labels of one level; ``numerals`` is None for bullets, which do not count."""

    sample: str
    before: str
    numerals: Numerals | None
    after: str

    def read(self, words: str) -> Label | None:
        """Read the label that the words begin with."""
        if self.numerals is None:
            begins = words == self.sample or words.startswith(f"{self.sample} ")
            return Label("", Ordinal(0), len(self.sample)) if begins else None
        if not words.startswith(self.before):
            return None
        start = len(self.before)
        for end in range(min(len(words), start + LONGEST), start, -1):
            stop = end + len(self.after)
            if words[end:stop] == self.after and words[stop : stop + 1] in ("", " "):
                place = self.numerals.read(words[start:end])
                if place:
                    return Label(words[start:end], place, stop)
        return None

    def id_part(self, place: Ordinal) -> str:
        """Give the part of an id for a place."""
        return self.numerals.id_part(place) if self.numerals else str(place.number)

    def same_labels(self, other: Scheme) -> bool:
        """Say whether no label tells these two apart."""
        if self.numerals is None:
            return self.sample == other.sample
        return (self.before, self.numerals, self.after) == (
            other.before,
            other.numerals,
            other.after,
        )


def is_bullet(mark: str) -> bool:
    """Say whether a mark that a format makes counts nothing."""
    return bool(mark) and not any(sign.isalnum() for sign in mark)


def undeclared_label(words: str) -> str:
    """Give the first word if a document of some other scheme might count with it, else ""."""
    first = words.split(" ", 1)[0]
    signs = first.strip(_OPENERS + _CLOSERS)
    closed = first != first.rstrip(_CLOSERS)
    if first in BULLETS or (closed and any(kind.read(signs) for kind in KINDS)):
        return first
    return ""


def read_scheme(value: object) -> Scheme:
    """Make a scheme of what a description says: ``"(a)"``, or ``{label: "(أ)", order: abjad}``.

    Raises:
        Unfit: it is the first label of no kind of numerals, or of two.
    """
    if isinstance(value, Scheme):
        return value
    order = None
    if isinstance(value, dict):
        unknown = [key for key in value if key not in ("label", "order")]
        if unknown:
            message = f"unknown key '{unknown[0]}'"
            raise Unfit(message, "known: label, order", (unknown[0],), of_key=True)
        order = value.get("order")
        if order not in ("abjad", "hijai"):
            raise Unfit("expected 'order: abjad' or 'order: hijai'", _ORDERS)
        value = value.get("label")
    if not isinstance(value, str) or not value.strip() or value != value.strip():
        raise Unfit("expected the first label of the level, such as (a)", _SAMPLES)
    if value in BULLETS:
        return Scheme(value, "", None, "")
    head = value[: len(value) - len(value.lstrip(_OPENERS))]
    tail = value[len(value.rstrip(_CLOSERS)) :]
    sign = value[len(head) : len(value) - len(tail)]
    kinds = [kind for kind in KINDS if kind.first == sign and order in (None, kind.name)]
    if len(kinds) > 1:
        raise Unfit(f"'{value}' is the first label in two orders", _ORDERS)
    if not kinds:
        raise Unfit(f"'{value}' is not the first label of a level", _SAMPLES)
    return Scheme(value, head, kinds[0], tail)


_SAMPLES: Final = "write the first label as it is printed: (a), a), a., (i), i., 1., (1), A., •"
_ORDERS: Final = "write {label: '(أ)', order: abjad} for أ ب ج د, or order: hijai for أ ب ت ث"
