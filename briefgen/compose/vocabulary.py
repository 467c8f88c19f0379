"""The closed vocabulary of XHTML that a template may emit, and what each reading of it shares.

Leaves: the elements with their attributes, and ``Reading``, which gathers faults with their place
in the template. ``templates/README.md`` describes the same vocabulary to authors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefgen.blocks import Note

AT = "data-at"
"""The attribute that says where in a template an element was written: ``name:line``."""

_WRITTEN_AT = re.compile(r"(.+):([0-9]{1,9})")

_INSTEAD = {"b": "strong", "i": "em", "s": "del", "strike": "del", "h5": "h4", "h6": "h4"}
"""Elements of HTML for which the vocabulary has another."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

BLOCK_ATTRIBUTES: dict[str, frozenset[str]] = {
    "section": frozenset(
        {"class", "data-landscape", "data-start", "data-blank", "data-notes", "data-notes-title"}
    ),
    "h1": frozenset({"class", "id", "data-label", "data-break", "data-unit"}),
    "p": frozenset({"class", "data-unit", "lang"}),
    "ol": frozenset({"class"}),
    "ul": frozenset({"class"}),
    "li": frozenset({"data-label", "data-unit", "class"}),
    "table": frozenset({"class", "data-widths", "data-continued", "data-summary", "data-sheet"}),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"class", "data-unit"}),
    "td": frozenset({"class", "data-unit"}),
    "div": frozenset({"class"}),
    "nav": frozenset({"data-depth"}),
    "figure": frozenset({"class", "data-alt", "data-code"}),
    "aside": frozenset({"id", "data-label"}),
    "header": frozenset(),
    "footer": frozenset(),
}
BLOCK_ATTRIBUTES |= dict.fromkeys(("h2", "h3", "h4"), BLOCK_ATTRIBUTES["h1"])

INLINE_ATTRIBUTES: dict[str, frozenset[str]] = {
    "span": frozenset({"class", "lang", "data-unit", "data-field", "data-anchor", "data-words"}),
    "strong": frozenset(),
    "em": frozenset(),
    "ins": frozenset(),
    "del": frozenset(),
    "mark": frozenset(),
    "br": frozenset(),
    "a": frozenset({"href", "data-note"}),
}
ELEMENTS = frozenset({"html", "body", *BLOCK_ATTRIBUTES, *INLINE_ATTRIBUTES})
"""Every element of the vocabulary."""


class Reading(Struct):
    """What one reading has gathered so far."""

    roles: Collection[str]
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    called: dict[str, Place] = field(default_factory=dict)
    anchors: dict[str, Place] = field(default_factory=dict)
    asked: dict[str, Place] = field(default_factory=dict)
    """Anchors that a link or a page number asks for."""

    def fault(self, element: etree._Element, message: str, hint: str = "") -> None:
        """Record a fault at the place where the template wrote the element."""
        self.faults.append(error(message, place_of(element), hint))


def place_of(element: etree._Element) -> Place | None:
    """Give the place in a template that an element, or the nearest around it, was written at."""
    for one in (element, *element.iterancestors()):
        at = _WRITTEN_AT.fullmatch(one.get(AT) or "")
        if at:  # else the template wrote a mark of its own
            return Place(at[1], int(at[2]))
    return None


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Give the elements inside one, comments left out."""
    return parent.iterchildren(tag=etree.Element)


def report_unknown(element: etree._Element, reading: Reading, *wanted: str) -> None:
    """Report an element that is not in the vocabulary, or is at the wrong place."""
    tag = str(element.tag)
    inside = element.getparent()
    around = f" in <{inside.tag}>" if inside is not None else ""
    if tag in ELEMENTS:
        choice = ", ".join(f"<{name}>" for name in wanted)
        reading.fault(element, f"<{tag}> cannot stand{around}", f"here: {choice}" if choice else "")
    else:
        reading.fault(
            element,
            f"unknown element <{tag}>{around}",
            f"use <{_INSTEAD[tag]}>"
            if tag in _INSTEAD
            else did_you_mean(tag, sorted(ELEMENTS)) or "templates/README.md lists the elements",
        )


def check_attributes(element: etree._Element, known: Iterable[str], reading: Reading) -> None:
    """Report the attributes that an element of the vocabulary does not have."""
    for name in map(str, element.attrib):
        if name != AT and name not in known:
            reading.fault(
                element,
                f"unknown attribute '{name}' on <{element.tag!s}>",
                did_you_mean(name, sorted(known)),
            )


def role_of(element: etree._Element, default: str, reading: Reading) -> str:
    """Give the role that an element's class names; the style must know it."""
    role = element.get("class") or default
    if role not in reading.roles:
        reading.fault(
            element,
            f"the style has no role '{role}'",
            did_you_mean(role, sorted(reading.roles)) or "the style's file lists its roles",
        )
    return role


def language_of(element: etree._Element, reading: Reading) -> str:
    """Give the language that an element's words are in; empty where it says none."""
    language = element.get("lang") or ""
    if language and not _LANGUAGE_TAG.fullmatch(language):
        reading.fault(element, f"'{language}' is not a language tag", "such as fr or pt-BR")
    return language
